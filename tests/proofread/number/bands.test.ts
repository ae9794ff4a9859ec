/** 分数段: bands of scores beside one another, over one another, and all that there are. (虚构) */
import { expect, test } from 'vitest';
import { plainPaper } from '../../../src/proofread/document/plain.ts';
import { areMixedBands, areWholeBands } from '../../../src/proofread/number/bands.ts';
import { statementsOf } from '../../../src/proofread/statement.ts';

/** Of the numbers behind the first. */
function bandsIn(text: string) {
  const [statement] = statementsOf(plainPaper(text));
  if (statement === undefined) throw new Error(text);
  const parts = statement.numbers.slice(1);
  return { mixed: areMixedBands(parts, statement), whole: areWholeBands(parts, statement) };
}

test.each([
  '30个网站，90分以上的12家，80至90分的11家，不足80分的7家。',
  '30个网站，90分以上的12家，80—89分的11家，80分以下的7家。',
  '30个网站，60分及以上的12家，低于60分的18家。',
  '30个网站，不足80分的7家，80至90分的11家，超过90分的12家。',
])('一段接一段，上下都到底：%s', (text) => {
  expect(bandsIn(text)).toEqual({ mixed: false, whole: true });
});

test.each([
  ['中间空着一段', '30个网站，90分以上的12家，不足80分的7家。'],
  ['上面没有到头', '30个网站，80至90分的12家，不足80分的7家。'],
  ['下面没有到底', '30个网站，90分以上的12家，80至90分的7家。'],
])('%s的，不是全部', (_, text) => {
  expect(bandsIn(text)).toEqual({ mixed: false, whole: false });
});

test.each([
  ['一段含着另一段', '68个网站，90分以上的12家，80分以上的20家。'],
  ['一个分数在另一段里', '68个网站，得分90分以上的30家，得分100分的3家。'],
  ['有的不是分数段', '68个网站，90分以上的12家，未备案的20家。'],
  ['反着写的也看得出', '68个网站，90至70分的12家，80至60分的20家。'],
])('%s，不能相加', (_, text) => {
  expect(bandsIn(text)).toEqual({ mixed: true, whole: false });
});

test('说的不是分数：分钟、分类不算，都不带分数段的不算', () => {
  expect(bandsIn('30个网站，超过20分钟的12家，20分钟以内的18家。').mixed).toBe(false);
  expect(bandsIn('30个网站平均95分，合格的12家，不合格的18家。')).toEqual({
    mixed: false,
    whole: false,
  });
});

test('只有一段的不是全部', () => {
  expect(bandsIn('30个网站，90分以上的12家。').whole).toBe(false);
});
