/** 说法: the check's sentence as the page says it. */
import { expect, test } from 'vitest';
import { sentenceOf } from '../../src/form/sentence.ts';

const names = new Map([
  ['reportedOn', '报告日期'],
  ['note', '进展说明'],
]);

test.each([
  ['reportedOn 晚于今天', '改 reportedOn', '“报告日期”晚于今天：改“报告日期”'],
  ['“note”（进展说明）是空的', '补上 note', '“进展说明”是空的：补上“进展说明”'],
  ['没有这个账号', '请管理员登记（units/jia.yaml 的 members）', '没有这个账号：请管理员登记'],
  ['不认得 other', '删去 other', '不认得 other：删去 other'],
  ['公众号 ABC 的 PDF', '另存为 PDF', '公众号 ABC 的 PDF：另存为 PDF'],
])('%s → %s', (message, remedy, said) => {
  expect(sentenceOf({ message, remedy }, names)).toBe(said);
});

test('名字像原型上的不会换成别的', () => {
  expect(sentenceOf({ message: 'toString 不对', remedy: '删去' }, names)).toBe(
    'toString 不对：删去',
  );
});
