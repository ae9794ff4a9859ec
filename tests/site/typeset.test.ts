import { expect, test } from 'vitest';
import { readPage } from './page.ts';
import { straySpaces } from './typeset.ts';

const faults = (body: string) => straySpaces(readPage('x.html', `<body>${body}</body>`));

test.each([
  '<p>截止日 <time>2020年5月31日</time>（含当天）</p>',
  '<p>单位 <b>22</b> 个，账号 24 个。</p>',
  '<p>甲</p> <p>，乙</p>',
  '<ul><li>甲</li> <li>乙</li></ul>',
  '<p>\n  由台账自动生成。\n</p>',
  '<pre>甲\n乙 。</pre>',
])('%s：不报', (body) => {
  expect(faults(body)).toEqual([]);
});

test.each([
  ['<p>自动生成\n  。</p>', ['自动生成 。']],
  [
    '<p>类别 <a href="#">更新不及时</a> 、 <a href="#">无互动</a></p>',
    ['类别 更新不及时 、 无互动'],
  ],
  ['<p>（ 含当天）</p>', ['（ 含当天）']],
  ['<p>本页由\n    台账生成</p>', ['本页由 台账生成']],
  ['<p>登录。<span></span>。随后</p>', ['登录。。随后']],
  ['<p>登录。\n  <span></span>\n  。随后</p>', ['登录。 。随后']],
])('%s：报出', (body, expected) => {
  expect(faults(body)).toEqual(expected);
});
