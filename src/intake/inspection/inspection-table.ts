/** 检查表: what a checker filled in on the sheets of a check — nothing is guessed, every cell that cannot be read is named. */
import { isRealDay } from '../../schema/field.ts';
import {
  type Inspection,
  type InspectionResult,
  inspectionResults,
  type InspectionRow,
  inspectionTitles,
} from '../../schema/inspection.ts';
import { type Cell, type Paper, placeInWords, tableInWords } from '../../paper/sheet.ts';
import { bareText, mendedText } from '../words/wording.ts';

type Column = keyof typeof inspectionTitles;

export interface InspectionReading {
  /** The rows of the check with what the sheets say; rows that no sheet names stay as they were. */
  readonly accounts: readonly InspectionRow[];
  /** How many rows were read. */
  readonly filled: number;
  /** Cells that cannot be read, each a Chinese sentence with its place. */
  readonly wrong: readonly string[];
}

const results = new Map(
  (Object.keys(inspectionResults) as InspectionResult[]).map((key) => [
    inspectionResults[key] as string,
    key,
  ]),
);
/** M2 内容不更新 → M2. */
const INDICATOR = /^[A-Z]\d+(?=\s|$)/u;

function columnOf(title: string): Column | undefined {
  return (Object.keys(inspectionTitles) as Column[]).find(
    (key) => bareText(inspectionTitles[key]) === bareText(title),
  );
}

/** True for a title of the sheet. */
export function isInspectionTitle(title: string): boolean {
  return columnOf(title) !== undefined || INDICATOR.test(mendedText(title));
}

/** Reads the sheets of `inspection`; a sheet of another check is refused. */
export function readInspection(
  papers: readonly Paper[],
  inspection: Inspection & { readonly id: string },
): InspectionReading {
  const wrong: string[] = [];
  const read = new Map<string, InspectionRow>();
  for (const { file, blocks } of papers)
    for (const block of blocks) {
      if (block.kind !== 'grid') continue;
      const head = block.rows.findIndex((row) =>
        row.some(({ text }) => columnOf(text) === 'account'),
      );
      if (head < 0) continue;
      const above = block.rows
        .slice(0, head)
        .flatMap((row) => row.map(({ text }) => mendedText(text)));
      if (!above.some((line) => new RegExp(`[（(]${inspection.id}[)）]`, 'u').test(line))) {
        wrong.push(`${tableInWords(file, block.sheet)}：不是${inspection.name}的检查表`);
        continue;
      }
      const titles = (block.rows[head] ?? []).map(({ text }) => mendedText(text));
      for (const cells of block.rows.slice(head + 1)) {
        const row = rowIn(cells, titles, inspection, wrong);
        if (row === undefined) continue;
        if (read.has(row.account)) wrong.push(`${row.account} 写了两行，只留一行`);
        read.set(row.account, row);
      }
    }
  return {
    accounts: inspection.accounts.map((row) => read.get(row.account) ?? row),
    filled: read.size,
    wrong,
  };
}

function rowIn(
  cells: readonly Cell[],
  titles: readonly string[],
  { accounts }: Inspection,
  wrong: string[],
): InspectionRow | undefined {
  const cell = (key: Column) => cells[titles.findIndex((title) => columnOf(title) === key)];
  const account = mendedText(cell('account')?.text ?? '');
  if (account === '') return undefined;
  const before = accounts.find((row) => row.account === account);
  if (before === undefined) {
    wrong.push(`${placeOf(cell('account'))}：检查清单里没有 ${account}`);
    return undefined;
  }
  const number = (key: Column): number | undefined => {
    const text = mendedText(cell(key)?.text ?? '');
    if (text === '') return undefined;
    if (/^\d{1,6}$/u.test(text)) return Number(text);
    wrong.push(`${placeOf(cell(key))}：“${text}”不是整数`);
    return undefined;
  };
  const [days, posts] = [number('days'), number('posts')];
  if ((days === undefined) !== (posts === undefined))
    wrong.push(`${placeOf(cell('days'))}：统计天数和发布条数要么都写，要么都不写`);
  const columns = { stale: number('stale'), overdue: number('overdue'), empty: number('empty') };
  const counted =
    days === undefined || posts === undefined
      ? undefined
      : { days, posts, originals: number('originals') };
  const said = resultsIn(cells, titles, before, mendedText(cell('finding')?.text ?? ''), wrong);
  return {
    ...before,
    lastPostOn: dayIn(cell('lastPostOn'), wrong),
    counted,
    columns: Object.values(columns).every((one) => one === undefined) ? undefined : columns,
    results: said,
  };
}

function placeOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : placeInWords(cell.place);
}

function dayIn(cell: Cell | undefined, wrong: string[]): string | undefined {
  const text = mendedText(cell?.text ?? '');
  if (cell === undefined || text === '') return undefined;
  const [, year = '', month = '', date = ''] =
    /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/u.exec(text) ?? [];
  const day = cell.day ?? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (isRealDay(day)) return day;
  wrong.push(`${placeOf(cell)}：“${text}”不是日期，写成 2026-08-30 这样`);
  return undefined;
}

function resultsIn(
  cells: readonly Cell[],
  titles: readonly string[],
  before: InspectionRow,
  finding: string,
  wrong: string[],
): InspectionRow['results'] {
  return titles.flatMap((title, at) => {
    const indicator = INDICATOR.exec(title)?.[0];
    const text = mendedText(cells[at]?.text ?? '');
    if (indicator === undefined || text === '') return [];
    const result = results.get(text);
    if (result === undefined) {
      wrong.push(`${placeOf(cells[at])}：“${text}”不是${[...results.keys()].join('、')}`);
      return [];
    }
    const note = before.results.find((one) => one.indicator === indicator)?.note;
    return [
      {
        indicator,
        result,
        ...(result === 'failed' && finding !== '' ? { finding } : {}),
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
}
