import { expect, test } from 'vitest';
import { plainPaper } from '../../src/proofread/document/plain.ts';
import { statementsOf } from '../../src/proofread/statement.ts';

const numbersIn = (text: string) =>
  statementsOf(plainPaper(text)).flatMap(({ numbers }) => numbers);

test('分句，数记着所在的括号', () => {
  const text = '共51家（市直42家，县级9家）。其中合格50家。';
  expect(statementsOf(plainPaper(text))).toHaveLength(2);
  expect(numbersIn(text).map(({ value, scope }) => [value, scope >= 0])).toEqual([
    [51, false],
    [42, true],
    [9, true],
    [50, false],
  ]);
});

test('约数和与别时比较的数记下来', () => {
  const text = '近20个，不少于5次。本季度23个，比上季度的18个增加5个。';
  expect(numbersIn(text).map(({ value, rough, compared }) => [value, rough, compared])).toEqual([
    [20, true, false],
    [5, true, false],
    [23, false, false],
    [18, false, true],
    [5, false, true],
  ]);
});

test('并列的数共用后面的谓语，紧接下一个数的词不算前一个的', () => {
  const [sites, accounts] = numbersIn('4家网站、30个账号不合格。');
  expect([sites?.stance?.sign, accounts?.stance?.sign]).toEqual(['no', 'no']);
  const [all, done] = numbersIn('181件信访件已办结161件。');
  expect([all?.stance, done?.stance?.sign]).toEqual([undefined, 'yes']);
});

test('占比记在它的数上', () => {
  expect(numbersIn('咨询112件（占77.1%），投诉20件。').map(({ share }) => share?.value)).toEqual([
    77.1,
    undefined,
  ]);
});

test('文号、期数、日期、分数、日历上的数不参加加减', () => {
  expect(numbersIn('〔2019〕19号，第3期，10天，90分以上，第28周，1-11批。')).toEqual([]);
});
