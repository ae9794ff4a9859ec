/** 工作台账的表头: whose ledger it is, to which day it counts, and who may see it. */
import type { Face } from '../../views/face.ts';
import type { LedgerRow } from '../../views/issue/ledger-row.ts';
import { siteView } from '../../views/site-view.ts';
import { sheetLevels } from '../../text/secrecy.ts';
import { ledgerSheet } from './working-ledger-columns.ts';
import type { Sheet } from './sheet.ts';

/** The working ledger of some rows; `name` is the unit or campaign, undefined for all. */
export function workingSheet(
  face: Face,
  rows: readonly LedgerRow[],
  name: string | undefined,
  onPaper: boolean,
): Sheet {
  const { asOfSentence, name: site, fiction } = siteView(face);
  const { audience } = face;
  const lines = [asOfSentence, sheetLevels[audience], ...(fiction === undefined ? [] : [fiction])];
  const title = name === undefined ? site : `${name}整改台账`;
  return ledgerSheet(title, lines, rows, { audience, onPaper });
}
