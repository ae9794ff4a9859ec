import { expect, test } from 'vitest';
import { countsOf } from './counts.ts';
import { readPage } from './page.ts';

/** `promised/found` of every counted link of these pages. */
function counts(pages: Record<string, string>): string[] {
  const read = Object.entries(pages).map(([file, html]) => readPage(file, html));
  return countsOf(read).map(({ rows, found }) => `${String(rows)}/${String(found)}`);
}

const table = (rows: number, kind = 'table issues') =>
  `<table class="${kind}"><thead><tr><th>头</th></tr></thead><tbody>${'<tr><td>行</td></tr>'.repeat(rows)}</tbody></table>`;

test('整页的行，连同后面几页', () => {
  expect(
    counts({
      'index.html': '<a href="figures/open.html">5</a><a href="figures/open.html"><b>6</b></a>',
      'figures/open.html': table(3),
      'figures/open/2.html': table(2),
      'figures/open/x.html': table(9),
    }),
  ).toEqual(['5/5', '6/5']);
});

test('锚点所在栏目的行；页上有问题清单的，只数问题', () => {
  expect(
    counts({
      'index.html':
        '<a href="a.html#later">2 件，未完成 1 件</a><a href="a.html">4 件</a><a href="#no">1</a>',
      'a.html': `<section><h2 id="soon">临期</h2>${table(2)}</section><section><h2 id="later">未到期</h2>${table(2)}</section>${table(7, 'table')}`,
    }),
  ).toEqual(['2/2', '4/4', '1/0']);
});

test('不列名的照说明计入', () => {
  expect(
    counts({
      'index.html': '<a href="figures/overdue.html">3</a>',
      'figures/overdue.html': `<p>其中2个所属的专项不公开逾期单位名称。</p>${table(1)}`,
    }),
  ).toEqual(['3/3']);
});

test('没有表的页，数变化的条数', () => {
  expect(
    counts({
      'index.html': '<a href="changes/this-week/returned.html">2次</a>',
      'changes/this-week/returned.html': '<ol class="entries"><li>一</li><li>二</li></ol>',
    }),
  ).toEqual(['2/2']);
});

test('序号、页码、天数、比率和别处的链接不是件数', () => {
  expect(
    counts({
      'index.html':
        '<a href="a.html" aria-label="序号4">4</a><a href="a.html" aria-label="第 2 页">2</a><dd><a href="a.html">12</a> 天</dd>' +
        '<a href="a.html">8.7%</a><a href="data/a.csv">3</a><a>5</a><a href="https://www.gov.cn/">6</a>',
      'a.html': table(1),
    }),
  ).toEqual([]);
});
