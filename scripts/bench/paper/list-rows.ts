/** 清单的行与答案: which row of a plan is the one that a key means. */
import type { planData } from '../../../src/intake/record/preview.ts';
import { bareText } from '../../../src/intake/words/wording.ts';

type Row = ReturnType<typeof planData>['rows'][number];

/** A row as a key names it: by its finding, and by its line or the number that stands in it. */
interface Issue {
  row?: string | undefined;
  sheet?: string | undefined;
  finding?: string | undefined;
}

/** By its finding, and by its line where the same words stand in several. */
export function isRow(row: Row, issue: Issue): boolean {
  const isSame =
    bareText(row.finding).includes(bareText(issue.finding ?? '')) ||
    bareText(issue.finding ?? '').includes(bareText(row.finding));
  const line = Number(issue.row);
  // A key names a row by its line, or by the number that stands in it.
  const isAt = isNumbered(row, issue) || row.place.row === line || !issueLinesMatter(row, line);
  return isSame && (Number.isNaN(line) || isAt) && isOfSheet(row, issue);
}

export function isNumbered({ raw }: Row, { row }: Issue): boolean {
  return row !== undefined && Object.values(raw)[0]?.trim() === row;
}

function isOfSheet({ place }: Row, { sheet }: Issue): boolean {
  return sheet === undefined || place.sheet === '' || place.sheet === sheet;
}

/** Text files number their records, not their lines. */
function issueLinesMatter(row: Row, line: number): boolean {
  return /\.(?:xlsx|xls|ods|et|docx)$/u.test(row.place.file) || Math.abs(row.place.row - line) > 6;
}
