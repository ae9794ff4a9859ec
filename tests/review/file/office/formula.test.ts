import { expect, test } from 'vitest';
import { formulaTrouble } from '../../../../src/review/file/office/formula.ts';

test('表格列名里的括号不是函数', () => {
  for (const formula of ['SUM(表1[完成率(%)])', 'SUM(表1[[#This Row],[金额(万元)]])'])
    expect(formulaTrouble(formula)).toBeUndefined();
});

test('括号外面的函数照样要认得，别的文件照样不取', () => {
  expect(formulaTrouble('表1[金额(万元)]+WEBSERVICE(A1)')?.message).toContain('WEBSERVICE');
  expect(formulaTrouble('[账.xlsx]Sheet1!A1')?.message).toContain('别的文件');
});

test('网址的开头写明、后面拼出来的链接收下，开头没有写明的不收', () => {
  for (const formula of ['HYPERLINK("http://"&B2)', 'HYPERLINK("https://"&B2,"看")'])
    expect(formulaTrouble(formula)).toBeUndefined();
  for (const formula of ['HYPERLINK(C2)', 'HYPERLINK("http:"&B2)', 'HYPERLINK("file://"&B2)'])
    expect(formulaTrouble(formula)?.message).toContain('链接');
});
