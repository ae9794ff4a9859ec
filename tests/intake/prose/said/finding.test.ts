/** 问题: which words of a predicate say what is wrong, one problem after the other. (虚构) */
import { expect, test } from 'vitest';
import { passagesOf } from '../../../../src/intake/prose/passage.ts';
import { findingWords, isFragment } from '../../../../src/intake/prose/said/finding.ts';
import { known } from '../known.ts';

function read(text: string): string[] {
  const [passage] = passagesOf([
    { kind: 'line', text, place: { file: '', sheet: '', row: 1, cell: '' } },
  ]);
  if (passage === undefined) throw new Error(text);
  return findingWords(passage, { from: 0, to: passage.plain.length }, known);
}

test.each<[string, string, string[]]>([
  ['一个问题', '超过两周未更新', ['超过两周未更新']],
  ['两样问题各是一条', '首页未更新，多处错别字', ['首页未更新', '多处错别字']],
  [
    '同一样接着说的连在一起',
    '最后更新时间为3月，超过两周未更新',
    ['最后更新时间为3月，超过两周未更新'],
  ],
  ['经催办仍没有改，是同一条', '未备案，经多次催办，仍未备案', ['未备案，经多次催办，仍未备案']],
  ['原因在前，跟着后面的问题', '因无专人负责，超过两周未更新', ['因无专人负责，超过两周未更新']],
  ['另外还有的，另算', '超过两周未更新，还存在错别字', ['超过两周未更新', '存在错别字']],
  ['做得好的不是问题', '更新及时，内容丰富', []],
  ['改好了的不是问题', '错别字已全部整改到位', []],
  ['名单的标题不是问题', '二、未备案的政务新媒体名单', []],
])('%s：%s', (_, text, findings) => {
  expect(read(text)).toEqual(findings);
});

test.each([
  ['月内无原创', true],
  ['个别栏目未更新', false],
  ['处于空白', false],
  ['处错别字', true],
  ['的文章未更新', true],
  ['存在的问题有：', true],
  ['主要问题是', true],
  ['未更新（栏目', true],
  ['未更新（栏目）', false],
  ['前者未更新', true],
])('“%s”是半截话：%s', (words, is) => {
  expect(isFragment(words)).toBe(is);
});
