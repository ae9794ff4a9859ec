/** 分子分母: the two numbers that a rate is made of. */
import { expect, test } from 'vitest';
import { fractionOf, isHedged, isOneKind } from '../../../src/proofread/number/fraction.ts';
import { aboutOf, NAMED } from '../../../src/proofread/number/rate-words.ts';
import { lastOf } from '../said.ts';

/** `分子/分母` of the first rate of the last sentence, with 余 where the part is what the rate leaves out. */
function read(text: string): string | undefined {
  const { last, before } = lastOf(text);
  const [percentage] = last.percentages;
  if (percentage === undefined) throw new Error(text);
  const name = NAMED.exec(last.passage.read.slice(last.at, percentage.at))?.[1] ?? '';
  const about = aboutOf(name);
  const found = about && fractionOf(last, percentage, about, before, []);
  return (
    found && `${String(found.part.value)}/${String(found.whole.value)}${found.rest ? '余' : ''}`
  );
}

test.each([
  ['共检查账号200个，合格190个，合格率95%。', '190/200'],
  ['共检查账号200个，不合格10个，合格率95%。', '10/200余'],
  ['共检查账号200个。合格190个，合格率95%。', '190/200'],
  ['发现问题60项，已整改45项，整改率75%。', '45/60'],
  ['共受理100件，按期办结98件，按期办结率98%。', '98/100'],
])('%s', (text, fraction) => {
  expect(read(text)).toBe(fraction);
});

test.each([
  ['没有分母', '合格190个，合格率95%。'],
  ['没有分子', '共检查账号200个，合格率95%。'],
  ['别处的率', '共检查账号200个，合格190个。兰州、天水等8市持续向好，合格率达到100%。'],
])('%s的，不作比', (_, text) => {
  expect(read(text)).toBeUndefined();
});

test('率说的是什么、是谁的', () => {
  expect(aboutOf('合格')).toEqual({ stem: '合格', whose: '' });
  expect(aboutOf('网站抽查合格')).toEqual({ stem: '合格', whose: '网站' });
  expect(aboutOf('全市总体合格')).toEqual({ stem: '合格', whose: '' });
  expect(aboutOf('按期办结')).toEqual({ stem: '按期办结', whose: '' });
});

test('另有不含的数；只是一种不合格', () => {
  const [hedged] = lastOf('受理321146件（不含上年旧存28802件）。').last.numbers;
  const [plain] = lastOf('受理321146件（含旧存28802件）。').last.numbers;
  expect([isHedged(hedged!), isHedged(plain!)]).toEqual([true, false]);
  const of = (text: string) => lastOf(text).last.numbers[0]!;
  expect(isOneKind(of('监测点不合格20个。'))).toBe(true);
  expect(isOneKind(of('不合格账号20个。'))).toBe(false);
});
