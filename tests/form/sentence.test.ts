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
  [
    '缺少必填栏目“reportedOn”（报告日期）',
    '补上 reportedOn：过了原截止日的按这天算',
    '请填报告日期。过了原截止日的按这天算',
  ],
  [
    '缺少必填栏目“reportedOn”（报告日期）',
    '补上 reportedOn：应为日期，写成 2020-05-31 这样',
    '请选报告日期',
  ],
  ['缺少必填栏目“note”（进展说明）', '补上 note：应为文字', '请填进展说明'],
  [
    '“reportedOn”（报告日期）的值 “x” 不对',
    '应为日期，写成 2020-05-31 这样',
    '“报告日期”的值 “x” 不对：请选日期',
  ],
  [
    '缺少必填栏目“reason”（理由）',
    '补上 reason：退回要写；公开仓库里改写在公开说明里',
    '请填理由。退回要写',
  ],
  ['“text”（时限原文）没有填', '不能为空；没有内容就删去这一行', '时限原文没有填'],
  ['公众号 ABC 的 PDF', '另存为 PDF', '公众号 ABC 的 PDF：另存为 PDF'],
])('%s → %s', (message, remedy, said) => {
  expect(sentenceOf({ message, remedy }, names)).toBe(said);
});

test('名字像原型上的不会换成别的', () => {
  expect(sentenceOf({ message: 'toString 不对', remedy: '删去' }, names)).toBe(
    'toString 不对：删去',
  );
});
