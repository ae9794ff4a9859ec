import { expect, test } from 'vitest';
import { formulaTrouble } from '../../src/review/file/formula.ts';

test('表格列名里的括号不是函数', () => {
  for (const formula of ['SUM(表1[完成率(%)])', 'SUM(表1[[#This Row],[金额(万元)]])'])
    expect(formulaTrouble(formula)).toBeUndefined();
});

test('括号外面的函数照样要认得，别的文件照样不取', () => {
  expect(formulaTrouble('表1[金额(万元)]+WEBSERVICE(A1)')?.message).toContain('WEBSERVICE');
  expect(formulaTrouble('[账.xlsx]Sheet1!A1')?.message).toContain('别的文件');
});
