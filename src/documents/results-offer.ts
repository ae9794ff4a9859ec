/** 检查结果的下载: every account of a check with what it came to, beside the page of the check. Internal only. */
import { judgedRows } from '../domain/inspection/inspection.ts';
import { platformOf } from '../domain/issue/standing.ts';
import type { Inspection } from '../schema/inspection.ts';
import type { Entry } from '../schema/ledger.ts';
import type { ShownCell } from '../views/cell-table.ts';
import type { Face } from '../views/face.ts';
import { failureCell } from '../views/inspection/inspection-pictures.ts';
import { onListCell } from '../views/inspection/listed-cell.ts';
import { resultInWords } from '../views/inspection/rate-sentence.ts';
import { accountRef, platformRef, unitRef } from '../views/names.ts';
import { type Offer, offerOf } from './offer.ts';
import { csv } from './sheet/csv.ts';
import type { Sheet } from './sheet/sheet.ts';

/** Nothing on the public site, and nothing of a check that is yet to come. */
export function resultsOffer(face: Face, id: string): Offer {
  const check = face.ledger.inspections.get(id);
  if (face.audience !== 'internal' || check === undefined || check.checkedOn > face.today)
    return { downloads: [], files: [] };
  return offerOf(
    `downloads/inspections/${id}.csv`,
    `检查结果${String(check.accounts.length)}个账号（CSV，Excel 和 WPS 可打开）`,
    `${check.name}结果.csv`,
    () => csv(resultsSheet(face, check)),
  );
}

function resultsSheet(face: Face, check: Entry<Inspection>): Pick<Sheet, 'columns' | 'rows'> {
  const { ledger } = face;
  const titles = [
    '账号',
    '平台',
    '检查时主办单位',
    '现主办单位',
    '回头看',
    '结果',
    '情况',
    '是否列入清单',
  ];
  return {
    columns: titles.map((title) => ({ key: title, title, width: 20, kind: 'text' as const })),
    rows: judgedRows(ledger, check).map((one) => {
      const { row, account, result } = one;
      const failed = result === 'failed';
      return [
        accountRef(ledger, row.account).name,
        account === undefined ? '' : platformRef(ledger, platformOf(account)).name,
        account === undefined ? '' : unitRef(ledger, account.unit).name,
        account === undefined
          ? ''
          : unitRef(ledger, ledger.accounts.get(account.id)?.unit ?? '').name,
        row.lookBack ? '是' : '',
        resultInWords(result),
        failed ? failureCell(face, check, one).text : '',
        failed ? plain(onListCell(face, check, one)) : '',
      ];
    }),
  };
}

/** A cell without its links, their names behind its words. */
function plain({ text, links = [] }: ShownCell): string {
  return [...links.map(({ name }) => name), text].filter((part) => part !== '').join('；');
}
