/** 单位和账号写在一格: 县农业局“某某三农” under 责任单位及账号, where no column of its own says whose an account is. */
import { isOrganisation } from '../../words/unit-names.ts';
import { mendedText } from '../../words/wording.ts';
import type { ListRow } from '../entry.ts';

/** The unit, then the account in quotes, or behind a sign that parts them. */
const QUOTED =
  /^(?<unit>[^“”"：:/／、，。；—–\s（(-]{3,20})[：:/／—–\s-]*(?<account>[“"].{2,40})$/u;
const PARTED =
  /^(?<unit>[^“”"：:/／、，。；—–（(-]{3,20}?)\s*[：:/／—–-]+\s*(?<account>[^/／：:].{1,40})$/u;

/** Takes the units out of the cells of accounts; true where every row that names an account has one. */
export function settleOwnersInside(rows: readonly ListRow[], notes: string[]): boolean {
  let found = 0;
  let named = 0;
  for (const { cells } of rows) {
    const id = cells.listed === undefined ? 'name' : 'listed';
    const cell = cells[id];
    const text = mendedText(cell?.text ?? '');
    if (cell === undefined || text === '') continue;
    named += 1;
    const { unit, account } = (QUOTED.exec(text) ?? PARTED.exec(text))?.groups ?? {};
    if (unit === undefined || account === undefined || !isOrganisation(unit)) continue;
    found += 1;
    cells.host = { ...cell, text: unit };
    cells[id] = { ...cell, text: account };
  }
  if (found > 0) notes.push(`有 ${found} 格里单位和账号写在一起，前面的当作主办单位`);
  return found > 0 && found === named;
}
