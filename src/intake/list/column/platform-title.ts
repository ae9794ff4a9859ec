/** 平台在栏名和标题里: 公众号名称, 微信公众号检查情况 — where neither a column nor the cells say on which platform the accounts are. */
import type { Cell } from '../../../paper/sheet.ts';
import { placeInWords } from '../../../paper/sheet.ts';
import { bareText, tidy } from '../../words/wording.ts';
import { type Aside, sectionName } from '../aside.ts';
import type { ListRow } from '../entry.ts';
import type { Recognises } from '../guess.ts';
import type { ListColumn } from '../header-row.ts';
import type { ListTable } from '../table.ts';

/** 公众号名称, 抖音账号全称. */
const OF_NAMES = /(?:的|政务)?(?:账号|帐号)?(?:名称|全称|名字|名|昵称)$/u;

/** Settles the platform of the columns of names in a table without one for platforms, and says so. `titles` stand above it. */
export function settleTitledPlatform(
  table: ListTable,
  titles: readonly string[],
  { isPlatform, isAccount, platformIn }: Recognises,
  notes: string[],
): void {
  if (table.columns.some(({ id }) => id === 'platform')) return;
  const groups = new Set(table.columns.flatMap(({ group }) => platformIn(group ?? '') ?? []));
  const all = groups.size === 1 ? [...groups, ...titles] : titles;
  for (const column of table.columns) {
    if (column.id !== 'listed' && column.id !== 'name') continue;
    const cells = namesIn(table.rows, column);
    if (column.platform !== undefined || cells.length === 0 || cells.some(isAccount)) continue;
    const stem = bareText(column.title).replace(OF_NAMES, '');
    const own = isPlatform(stem) ? stem : undefined;
    const above = own ?? all.map(platformIn).find((words) => words !== undefined);
    if (above === undefined) continue;
    column.platform = above;
    const where = own === undefined ? '标题' : `“${column.title}”栏`;
    notes.push(
      `${placeInWords({ ...table.place, row: 0, cell: '' })}没有平台栏，平台照${where}：${above}`,
    );
  }
}

function namesIn(rows: readonly (readonly Cell[])[], { index }: ListColumn): string[] {
  return rows
    .map((row) => row[index])
    .filter((cell) => cell !== undefined && cell.merged !== 'across')
    .map((cell) => tidy(cell?.text ?? '').replaceAll('\n', ''))
    .filter((text) => text !== '');
}

/** 一、微信公众号 above rows whose accounts say no platform: theirs. Other headings, and no heading, say nothing. */
export function settleSectionPlatform(
  table: ListTable,
  rows: readonly ListRow[],
  asides: readonly Aside[],
  { isAccount, platformIn }: Recognises,
  notes: string[],
): void {
  const isSaid = table.columns.some(
    ({ id, platform }) => id === 'platform' || platform !== undefined,
  );
  if (isSaid) return;
  const told = new Set<string>();
  for (const [index, { cells }] of rows.entries()) {
    const section = asides.findLast(({ kind, before }) => kind === 'section' && before <= index);
    const platform = section && platformIn(sectionName(section.text));
    const account = cells.listed ?? cells.name;
    const name = tidy(account?.text ?? '');
    if (section === undefined || platform === undefined || name === '' || isAccount(name)) continue;
    cells.platform = { text: platform, place: section.place };
    told.add(section.text);
  }
  for (const text of told) notes.push(`“${text}”下面的账号没有写平台，平台照分节的标题`);
}
