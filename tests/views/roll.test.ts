import { expect, test } from 'vitest';
import { pageNumbers, rollAddress, rollPage, ROWS_A_PAGE } from '../../src/views/roll.ts';

const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `r${String(at)}`);
const rowsOf = (some: readonly string[]): readonly string[] => some;

test('刚好一页的名册不分页', () => {
  const roll = { href: '/problems/x.html', ids: ids(ROWS_A_PAGE) };
  expect(pageNumbers(roll)).toEqual([1]);
  expect(rollPage(roll, 1, rowsOf)).toEqual({
    number: 1,
    of: 1,
    total: ROWS_A_PAGE,
    rows: roll.ids,
    pages: [],
  });
});

test('多一行就有第二页，各页的行合起来就是全部', () => {
  const roll = { href: '/problems/x.html', ids: ids(ROWS_A_PAGE + 1) };
  const pages = pageNumbers(roll).map((number) => rollPage(roll, number, rowsOf));
  expect(pages.map(({ rows }) => rows.length)).toEqual([ROWS_A_PAGE, 1]);
  expect(pages.flatMap(({ rows }) => rows)).toEqual(roll.ids);
  expect(pages[1]!.pages.map(({ href }) => href)).toEqual([
    '/problems/x.html',
    '/problems/x/2.html',
  ]);
});

test('没有行的名册也有一页', () => {
  expect(pageNumbers({ href: '/a.html', ids: [] })).toEqual([1]);
});

test('第二页的地址在第一页名下的文件夹里', () => {
  expect(rollAddress('/figures/open.html', 1)).toBe('/figures/open.html');
  expect(rollAddress('/figures/open.html', 12)).toBe('/figures/open/12.html');
});
