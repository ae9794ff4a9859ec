/** 成数与个数: 41个账号中，达标的有31个，占比超过八成: 31 of 41 are fewer than eight tenths. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { type Quantity, quantitiesIn } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

const DIGIT = '[一二三四五六七八九]';
const SHARE = String.raw`(?:(?<tenths>${DIGIT})成(?<half>半)?|(?<under>[三四五])分之(?<over>[一二三四])|(?<middle>半数?|一半|半))`;
const SAID = new RegExp(
  String.raw`(?<lead>[，、（]?(?:[^，。；、\d（）]{0,6})(?:占(?:比|到|总数的?|全部的?|全[市县区省](?:总数)?的?)?|比例|比重)(?:已|均|也|就)?(?:为|达到?|是)?)(?<bound>超过|超出|超|逾|高于|突破|大于|不足|不到|低于|未到|未达到?|少于)?(?:了)?${SHARE}(?<above>以上|多|有余)?(?=[，。；）])`,
  'gu',
);
const UNDER = /不足|不到|低于|未|少于/u;
/** How many sentences of the paragraph before one may hold the whole. */
const FAR = 200;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    [...passage.read.matchAll(SAID)].flatMap((match) => wrong(passage, match)),
  );
}

function wrong(passage: PlacedText, match: RegExpExecArray): Contradiction[] {
  const { bound, above, lead = '' } = match.groups ?? {};
  const share = shareOf(match);
  if (share === undefined || (bound === undefined) === (above === undefined)) return [];
  const before = quantitiesIn(passage.read.slice(Math.max(0, match.index - FAR), match.index));
  const part = before.at(-1);
  const start = Math.max(0, match.index - FAR);
  if (part === undefined || start + part.end + part.noun.length < match.index) return [];
  if (/全国|全省/u.test(lead)) return [];
  const wholes = before.filter(
    (one) => one !== part && isOfOne(one, part) && one.value > part.value,
  );
  const isUnder = bound !== undefined && UNDER.test(bound);
  const isRight = (rate: number): boolean => (isUnder ? rate < share : rate >= share);
  // The last few together may be meant: 甲12个、乙9个，占比超过六成.
  const row = before.filter((one) => one !== part && isOfOne(one, part)).slice(-4);
  const sums = row.map((_, index) =>
    [...row.slice(index), part].reduce((sum, { value }) => sum + value, 0),
  );
  const parts = [part.value, ...sums];
  const [whole] = wholes.filter(
    ({ label, noun, end }) =>
      /共|全|总|检查|抽查|发现|收到|受理|中$/u.test(`${label}|${noun}`) ||
      /^[^，。；]{0,14}中[，，有]/u.test(passage.read.slice(start + end)),
  );
  if (whole === undefined) return [];
  if (wholes.some(({ value }) => parts.some((some) => some <= value && isRight(some / value))))
    return [];
  const rate = (part.value / whole.value) * 100;
  return [
    foundAt(
      shareWordsRule.id,
      passage,
      [start + part.at, match.index + match[0].length],
      `写的是“${match[0].replace(/^[，、（]/u, '')}”，与${String(part.value)}${part.unit}、${String(whole.value)}${whole.unit}不符`,
      `${String(part.value)}÷${String(whole.value)}为${rate.toFixed(1)}%`,
    ),
  ];
}

function isOfOne(one: Quantity, part: Quantity): boolean {
  return one.unit === part.unit && !/上[季年月期次]|去年|同期|较|比/u.test(one.label);
}

/** 八成, 八成半, 三分之二, 一半. */
function shareOf({ groups }: RegExpExecArray): number | undefined {
  const { tenths, half, under, over } = groups ?? {};
  if (tenths !== undefined) return ((numeralValue(tenths) ?? 0) + (half ? 0.5 : 0)) / 10;
  if (under === undefined || over === undefined) return 0.5;
  const [a, b] = [numeralValue(over), numeralValue(under)];
  return a === undefined || b === undefined || a >= b ? undefined : a / b;
}

export const shareWordsRule: ProofRule = { id: 'share-words', name: '成数与个数', check };
