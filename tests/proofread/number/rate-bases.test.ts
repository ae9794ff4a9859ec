/** 率的底数: other numbers that a rate may be made of. */
import { expect, test } from 'vitest';
import { fractionOf } from '../../../src/proofread/number/fraction.ts';
import {
  isDirect,
  isMadeOfOthers,
  sampleBasesOf,
} from '../../../src/proofread/number/rate-bases.ts';
import { aboutOf, NAMED } from '../../../src/proofread/number/rate-words.ts';
import { lastOf } from '../said.ts';

/** The rate of the last sentence, what it seems to be made of, and all numbers up to it. */
function rateOf(text: string) {
  const { last, before } = lastOf(text);
  const [percentage] = last.percentages;
  if (percentage === undefined) throw new Error(`no rate: ${text}`);
  const name = NAMED.exec(last.passage.read.slice(last.at, percentage.at))?.[1] ?? '';
  const about = aboutOf(name);
  const fraction = about && fractionOf(last, percentage, about, before, []);
  if (fraction === undefined) throw new Error(`made of nothing: ${text}`);
  const numbers = [...before, last].flatMap((one) => one.numbers);
  return { last, percentage, fraction, numbers };
}

test.each([
  ['对3316个网站进行抽查，抽查比例50%。', 3316, [1658, 1658, 1658]],
  ['运行网站33个，抽查比例为50%。', 33, [16, 17, 17]],
  ['运行网站33个，抽查33个。', 33, []],
  // All of them is no sample.
  ['运行网站33个，检查比例100%。', 33, []],
])('%s 抽查的数', (text, value, bases) => {
  const { last, before } = lastOf(text);
  const near = [...before, last];
  const whole = near.flatMap((one) => one.numbers).find((one) => one.value === value);
  expect(sampleBasesOf(whole!, near)).toEqual(bases);
});

test.each([
  // 18 of 20 is nine tenths and no other number is there.
  ['检查账号20个，合格18个，合格率100%。', false],
  // 27 and 3 make the whole that is not written.
  ['检查网站12个、账号30个，合格27个，不合格3个，合格率90%。', true],
  // All that failed, one beside another: 31 less 3 and 5.
  ['检查账号31家，不合格3家，更新不及时5家，合格率74.2%。', true],
  ['检查账号31家，不合格3家，更新不及时5家，合格率84.2%。', false],
])('%s 另有数算得出：%s', (text, isMade) => {
  const { percentage, fraction, numbers } = rateOf(text);
  expect(isMadeOfOthers(percentage, fraction, numbers)).toBe(isMade);
});

test.each([
  ['检查账号200个，不合格12个，合格率94%。', true],
  ['检查账号200个，不合格12个（含网站3个），合格率94%。', true],
  ['检查账号200个，不合格12个，已整改10个，合格率94%。', false],
  ['检查账号200个。不合格12个，合格率94%。', false],
])('%s 一句里说完：%s', (text, direct) => {
  const { last, percentage, fraction } = rateOf(text);
  expect(isDirect(last, percentage, fraction)).toBe(direct);
});
