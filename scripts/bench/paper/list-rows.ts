/** 清单的行与答案: which row of a plan is the one that a key means. */
import type { planData } from '../../../src/intake/record/preview.ts';
import { own } from '../../../src/text/own.ts';
import { bareText } from '../../../src/intake/words/wording.ts';

type Row = ReturnType<typeof planData>['rows'][number];

/** A row as a key names it: by its finding, and by its line or the number that stands in it. */
interface Issue {
  row?: string | undefined;
  sheet?: string | undefined;
  finding?: string | undefined;
  unit?: string | undefined;
  account?: string | undefined;
  platform?: string | undefined;
}

/** 单位 as the platform, and the unit as its account: the unit's own problem, which has no account. */
export const isOfUnitAlone = ({ platform, account, unit }: Issue): boolean =>
  platform === '单位' && bareText(account ?? '') === bareText(unit ?? '');

/** The name of an account without 网站 at its end, for comparing. */
export function nameCore(name: string): string {
  return bareText(name).replace(/(?:网站|网)$/u, '');
}

/**
 * `isSeveral`: whether it is asked how many accounts or problems a row holds. The row of an issue: of those with its finding the one with its number, else the one on its line, else the next of its
 * unit, else the next. A row stands for one issue only, so that two rows with the same finding are not taken for one.
 */
export function rowOf(
  rows: readonly Row[],
  issue: Issue,
  taken: ReadonlySet<Row>,
  isSeveral: (row: Row) => boolean = () => false,
): Row | undefined {
  // 附件1 above a table of a document is no sheet of it.
  const isSheet = rows.some(({ place }) => place.sheet === issue.sheet);
  const all = rows.filter((row) => isSame(row, issue) && (!isSheet || isOfSheet(row, issue)));
  const free = all.filter((row) => !taken.has(row));
  const numbered = free.filter((row) => isNumbered(row, issue));
  // Two sheets may each have a row 3.
  if (numbered.length > 0) return numbered.find((row) => isOfUnit(row, issue)) ?? numbered[0];
  const line = Number(issue.row);
  const isLine = !Number.isNaN(line) && free.every((row) => hasLines(row));
  const onLine = isLine ? free.find(({ place }) => place.row === line) : undefined;
  if (onLine !== undefined) return onLine;
  // A table whose rows have numbers of their own is not read by its lines: another number is another row.
  const open = free.filter((row) => numberOf(row) === undefined || !isNumber(issue.row));
  // One row of the list that holds several of the key: problems side by side in a cell, accounts that are asked about.
  const shared = all.find(
    (row) => isNumbered(row, issue) && (isSeveral(row) || isWider(row, issue)),
  );
  if (shared !== undefined) return shared;
  // A row that says more than the issue, or of which several accounts are asked, holds more than one of the key.
  const wide = all.filter((row) => isSeveral(row) || isWider(row, issue));
  const rest = open.length > 0 ? open : all.length === 1 ? wide : [];
  return rest.find((row) => isOfUnit(row, issue)) ?? rest[0];
}

function isSame({ finding }: Row, issue: Issue): boolean {
  const [own, wanted] = [bareText(finding), bareText(issue.finding ?? '')];
  // A row without a finding is nobody's.
  return own !== '' && (own.includes(wanted) || wanted.includes(own));
}

function isWider({ finding }: Row, issue: Issue): boolean {
  return bareText(finding) !== bareText(issue.finding ?? '');
}

function isOfUnit({ host }: Row, { unit }: Issue): boolean {
  return unit !== undefined && bareText(host) === bareText(unit);
}

const isNumber = (text: string | undefined): boolean => /^\d+$/u.test(text ?? '');

/** What stands under 序号, wherever the column is, else in the first cell. */
function numberOf({ raw }: Row): string | undefined {
  const title = Object.keys(raw).find((key) => /^(?:序号?|编号|项次|No\.?)$/iu.test(key.trim()));
  const text = (title === undefined ? Object.values(raw)[0] : own(raw, title))?.trim() ?? '';
  return /^[A-Za-z]{0,4}-?\d{1,4}(?:-\d{1,3})?$/u.test(text) ? text : undefined;
}

function isNumbered(row: Row, issue: Issue): boolean {
  return (
    issue.row !== undefined && (numberOf(row) ?? Object.values(row.raw)[0]?.trim()) === issue.row
  );
}

function isOfSheet({ place }: Row, { sheet }: Issue): boolean {
  return sheet === undefined || place.sheet === '' || place.sheet === sheet;
}

/** Text files and papers without tables number their records, not their lines. */
function hasLines({ place, raw }: Row): boolean {
  return /\.(?:xlsx|xls|ods|et|docx)$/u.test(place.file) && !Object.hasOwn(raw, '原句');
}
