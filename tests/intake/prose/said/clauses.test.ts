/** 分句: how far what is said behind names is said of them. (虚构) */
import { expect, test } from 'vitest';
import { ownClauses, ownWords } from '../../../../src/intake/prose/said/clauses.ts';
import { plainOf } from '../../../../src/intake/prose/passage.ts';

function own(text: string): string[] {
  const plain = plainOf(text);
  return ownClauses(plain, { from: 0, to: plain.length }).map(({ from, to }) =>
    plain.slice(from, to),
  );
}

test.each<[string, string[]]>([
  ['超过两周未更新，存在错别字', ['超过两周未更新，', '存在错别字']],
  ['超过两周未更新，其余账号正常', ['超过两周未更新，']],
  ['未备案，县教育局未按时报送', ['未备案，']],
  ['未备案，“乙发布”存在错别字', ['未备案，']],
  ['未备案，“通知公告”栏目空白', ['未备案，', '“通知公告”栏目空白']],
  ['未备案，部分账号未更新', ['未备案，']],
  ['未备案，另有3个账号未更新', ['未备案，']],
  ['未备案，政务新媒体存在错别字', ['未备案，']],
  ['未备案，请抓紧整改', ['未备案，']],
  ['存在错别字3处、“乙发布”存在错别字2处', ['存在错别字3处']],
  ['存在错别字3处、“简介”栏目未更新', ['存在错别字3处、“简介”栏目未更新']],
  ['除外，其他正常', ['除外，']],
  ['未更新的账号：甲、乙', []],
])('%s', (text, clauses) => {
  expect(own(text)).toEqual(clauses);
});

test('头一句说的是别人，也先留着；没有话的，什么也没有', () => {
  expect(own('县教育局未按时报送，超过两周未更新')).toHaveLength(2);
  const plain = '，未更新，其余正常';
  const { from, to } = ownWords(plain, { from: 0, to: plain.length });
  expect(plain.slice(from, to)).toContain('未更新');
  expect(ownWords('。', { from: 1, to: 1 })).toEqual({ from: 1, to: 1 });
});
