/** 单位和账号写在一格. (虚构) */
import { expect, test } from 'vitest';
import { planTable, rowsOf } from '../../lists.ts';

const read = async (text: string) =>
  rowsOf(
    await planTable([
      ['序号', '账号名称', '平台', '存在问题', '整改措施', '整改时限'],
      ['1', text, '微信公众号', '未备案', '备案', '6月底前'],
    ]),
  )[0];

test.each([
  ['示例县教育局“示例教育”', '示例县教育局', '示例教育'],
  ['示例县教育局：示例教育', '示例县教育局', '示例教育'],
  ['示例县教育局/示例教育', '示例县教育局', '示例教育'],
])('%s', async (text, host, name) => {
  expect(await read(text)).toMatchObject({ host, name });
});

test.each(['示例教育', '微信公众号：示例教育', '“示例教育”'])('%s 没有写单位', async (text) => {
  expect((await read(text))?.host).toBe('');
});
