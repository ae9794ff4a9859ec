/** 平台的栏: columns whose title is a platform, and columns that hold platforms under another title. */
import { tidy } from '../../words/wording.ts';
import { asideOf } from '../aside.ts';
import type { ColumnNames } from '../column-names.ts';
import type { Recognises } from '../guess.ts';
import type { ListColumn } from '../header-row.ts';
import type { List } from '../reading.ts';
import type { ListTable } from '../table.ts';
import { cellsOf, has, mayBeName } from './has-column.ts';

/** 类别 over 抖音号 and 网站: not what is wrong but where; 类型 over 内容安全, beside a column of platforms: not where. */
export function settleKinds(table: ListTable, list: List, { isPlatform }: Recognises): void {
  const sayOf = (column: ListColumn): string[] =>
    cellsOf(table, column).filter((text) => !/^(?:无|[/／—–-]+)$/u.test(text));
  const arePlatforms = (column: ListColumn): boolean => {
    const cells = sayOf(column);
    return cells.length > 0 && cells.every((text) => isPlatform(text));
  };
  const settled = table.columns.find(({ id }) => id === 'platform');
  const better = table.columns.find(
    (column) => (column.id === 'category' || column.id === undefined) && arePlatforms(column),
  );
  if (better === undefined || (settled !== undefined && sayOf(settled).some(isPlatform))) return;
  if (settled === undefined && better.id === undefined) return;
  if (settled !== undefined) settled.id = has(table, 'category') ? 'ignored' : 'category';
  better.id = 'platform';
  list.notes.push(`“${better.title}”栏写的都是平台，当作平台`);
}

/** 网站 and 站点 over names of websites. */
const OF_SITES = /^(?:政府|问题)?(?:网站|站点)(?:名称)?$/u;

/** Columns whose title is a platform and whose cells are names: 微信公众号 over 东城三中. */
export function settlePlatforms(
  table: ListTable,
  list: List,
  names: ColumnNames,
  { isPlatform, isFinding }: Recognises,
): void {
  for (const column of table.columns)
    if ((column.id === 'listed' || column.id === 'name') && OF_SITES.test(column.title))
      column.platform = '网站';
    else if (names.learned(column.title) === 'listed' && isPlatform(column.title))
      column.platform = column.title;
  if (has(table, 'listed') || has(table, 'platform')) return;
  for (const column of table.columns) {
    const cells = cellsOf(table, column);
    const areNames = cells.every(
      (text) => mayBeName(text) && !isPlatform(text) && !isFinding(text),
    );
    if (column.id !== undefined || column.isTicked === true || cells.length === 0) continue;
    if (!areNames || !isPlatform(column.title) || repeats(table, column)) continue;
    column.id = 'listed';
    column.platform = column.title;
    list.notes.push(`“${column.title}”栏是账号的名称，平台照栏名`);
  }
}

/** Whether the same stands below a title for several units: each account has one that answers for it. */
export function repeats(table: ListTable, { index }: ListColumn): boolean {
  const host = table.columns.find(({ id }) => id === 'host');
  const owners = new Map<string, string>();
  return table.rows.some((row) => {
    const words = tidy(row[index]?.text ?? '');
    if (asideOf(row) !== undefined || row[index]?.merged !== undefined || words === '')
      return false;
    const owner = host === undefined ? '' : tidy(row[host.index]?.text ?? '');
    const isOthers =
      host === undefined ? owners.has(words) : (owners.get(words) ?? owner) !== owner;
    owners.set(words, owner);
    return isOthers;
  });
}
