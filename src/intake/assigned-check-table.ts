/** 检查结果表: what was seen of a child's accounts, a row an account and indicator; nothing is guessed. */
import type { AssignedCheck } from '../schema/assigned-check.ts';
import type { Ledger } from '../schema/ledger.ts';
import {
  inspectionResults,
  type InspectionResult,
  inspectionTitles,
} from '../schema/inspection.ts';
import { type Cell, type Paper, placeInWords, tableInWords } from '../paper/sheet.ts';
import { WEBSITE } from '../text/terms.ts';
import { bareText, mendedText } from './words/wording.ts';

/** The columns of the table. */
export const assignedCheckTitles = {
  account: '账号',
  indicator: '指标',
  result: '结果',
  finding: inspectionTitles.finding,
} as const;
type Column = keyof typeof assignedCheckTitles;
type Edition = Ledger['vocabulary']['indicators']['editions'][number];
type CheckedAccount = Extract<AssignedCheck, { kind: 'inspection' }>['accounts'][number];

export interface AssignedCheckReading {
  readonly accounts: readonly CheckedAccount[];
  /** Each a Chinese sentence with its place. */
  readonly wrong: readonly string[];
}

export function isAssignedCheckTitle(title: string): boolean {
  return columnOf(title) !== undefined;
}

function columnOf(title: string): Column | undefined {
  const plain = bareText(title.replace(/[（(][^（）()]*[)）]/gu, ''));
  return (Object.keys(assignedCheckTitles) as Column[]).find(
    (key) => assignedCheckTitles[key] === plain,
  );
}

/** Reads the tables of `papers`; an account that passed all of `edition` needs one row without an indicator. */
export function readAssignedCheck(
  papers: readonly Paper[],
  edition: Edition,
): AssignedCheckReading {
  const accounts = new Map<string, CheckedAccount['results']>();
  const wrong: string[] = [];
  for (const { file, blocks } of papers)
    for (const block of blocks) {
      if (block.kind !== 'grid') continue;
      const head = block.rows.findIndex((row) => {
        const columns = row.map(({ text }) => columnOf(text));
        return columns.includes('account') && columns.includes('result');
      });
      if (head < 0) {
        wrong.push(`${tableInWords(file, block.sheet)}：没有“账号”“结果”两栏的表头`);
        continue;
      }
      const columns = (block.rows[head] ?? []).map(({ text }) => columnOf(text));
      for (const row of block.rows.slice(head + 1))
        readRow(row, columns, { accounts, wrong, edition });
    }
  return { accounts: [...accounts].map(([account, results]) => ({ account, results })), wrong };
}

function readRow(
  row: readonly Cell[],
  columns: readonly (Column | undefined)[],
  into: { accounts: Map<string, CheckedAccount['results']>; wrong: string[]; edition: Edition },
): void {
  const text = (column: Column): string => mendedText(row[columns.indexOf(column)]?.text ?? '');
  const account = text('account');
  const [first] = row;
  if (account === '' || first === undefined) return;
  const { accounts, wrong, edition } = into;
  const where = placeInWords({ ...first.place, cell: '' });
  const [platform = '', name = ''] = account.split(/[:：]/u, 2);
  if (name === '') {
    wrong.push(`${where}：账号“${account}”没有写成 平台：名称`);
    return;
  }
  const result = (Object.keys(inspectionResults) as InspectionResult[]).find(
    (id) => inspectionResults[id] === text('result'),
  );
  if (result === undefined) {
    wrong.push(`${where}：“${text('result')}”不是${Object.values(inspectionResults).join('、')}`);
    return;
  }
  const ids = edition.veto[platform === WEBSITE.name ? 'website' : 'new-media'].map(({ id }) => id);
  const given = text('indicator').toUpperCase();
  if (given === '' ? result !== 'passed' : !ids.includes(given)) {
    const what = given === '' ? '不合格的没有写指标' : `没有指标“${given}”`;
    wrong.push(`${where}：${what}，可写 ${ids.join('、')}`);
    return;
  }
  const finding = text('finding');
  const list = accounts.get(account) ?? [];
  accounts.set(account, list);
  for (const indicator of given === '' ? ids : [given])
    if (list.some((one) => one.indicator === indicator))
      wrong.push(`${where}：${account} 的 ${indicator} 写了两次`);
    else list.push({ indicator, result, ...(finding === '' ? {} : { finding }) });
}
