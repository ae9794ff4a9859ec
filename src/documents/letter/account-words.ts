/** 账号的写法: an account in a sentence or a cell of official paper, told from its namesake on another platform. */
import type { LedgerRow } from '../../views/issue/ledger-row.ts';
import { WEBSITE } from '../../text/terms.ts';

/** Platforms whose name says nothing: a website's name ends in 网站 by itself. */
const SILENT: ReadonlySet<string> = new Set([WEBSITE.name, '未写明', '其他']);

/** 微信公众号“榆阳发布”, or the name alone; the place of what is about no account, a stroke where none is named. */
export function accountInWords({ platform, accountName, place }: LedgerRow): string {
  if (accountName === undefined) return place ?? '/';
  return SILENT.has(platform) ? accountName : `${platform}“${accountName}”`;
}

/** The head of a column of accounts, which holds places too where the rows are about no account. */
export function accountTitle(rows: readonly LedgerRow[], withPlaces: boolean): string {
  if (!withPlaces || rows.every(isAboutAccount)) return '账号';
  return rows.some(isAboutAccount) ? '账号或地点、项目' : '地点或项目名称';
}

/** The head of the column of units: who hosts an account, or who is responsible. */
export function unitTitle(rows: readonly LedgerRow[]): string {
  return rows.every(isAboutAccount) ? '主办单位' : '责任单位';
}

function isAboutAccount({ accountName }: LedgerRow): boolean {
  return accountName !== undefined;
}

/** An issue in a sentence: what it is about, what was found (in a later round, why it is open again), and who assists. */
export function issueInWords(row: LedgerRow): string {
  const subject = row.accountName ?? row.place;
  const finding = (row.again ?? row.finding).replace(/[。；]$/u, '');
  const assisting = row.assisting.length === 0 ? '' : `（配合单位：${row.assisting.join('、')}）`;
  return `${subject === undefined ? '' : `${accountInWords(row)}：`}${finding}${assisting}`;
}
