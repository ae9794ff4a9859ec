/** 账号的写法: an account in a sentence or a cell of official paper, told from its namesake on another platform. */
import type { LedgerRow } from '../../views/issue/ledger-row.ts';

/** Platforms whose name says nothing: a website's name ends in 网站 by itself. */
const SILENT: ReadonlySet<string> = new Set(['政府网站', '未写明', '其他']);

/** 微信公众号“榆阳发布”, or the name alone. */
export function accountInWords({ platform, accountName }: LedgerRow): string {
  return SILENT.has(platform) ? accountName : `${platform}“${accountName}”`;
}
