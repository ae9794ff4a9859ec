/** 领起的话: what words in front of names say is wrong, without whom it is of. (虚构) */
import { expect, test } from 'vitest';
import { plainOf } from '../../../../src/intake/prose/passage.ts';
import { POINTING, statementIn } from '../../../../src/intake/prose/said/statement.ts';
import { known } from '../known.ts';

function read(text: string): string | undefined {
  const plain = plainOf(text);
  const found = statementIn(plain, { from: 0, to: plain.length }, known);
  return found && plain.slice(found.from, found.to);
}

test.each<[string, string | undefined]>([
  ['连续两周未更新的有', '连续两周未更新'],
  ['部分政务新媒体更新不及时，如', '更新不及时'],
  ['检查发现3个微信公众号未备案：', '未备案'],
  ['优秀12个、良好20个、不合格2个：', '不合格'],
  ['更新不及时（每个扣1分）的账号有', '更新不及时'],
  ['未更新的账号名单：', '未更新'],
  ['运维标准不高，转载多、原创少，如', '转载多、原创少'],
  ['更新不及时，首页显著位置处，如', '更新不及时，首页显著位置处'],
  ['更新不及时，其中', '更新不及时'],
  ['此类问题涉及', undefined],
  ['现将典型问题通报如下：', undefined],
  ['更新及时的有', undefined],
  ['本次检查了', undefined],
])('%s', (text, statement) => {
  expect(read(text)).toBe(statement);
});

test('说了两样的，取靠近名单的一样', () => {
  expect(read('更新不及时，存在错别字的有')).toBe('存在错别字');
});

test('指着前面说的话', () => {
  expect(POINTING.test('该问题涉及')).toBe(true);
  expect(POINTING.test('问题涉及')).toBe(false);
});
