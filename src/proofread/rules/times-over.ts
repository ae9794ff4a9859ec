/** 倍与番: 由12个增加到30个，增长2.5倍; 由15条上升至60条，翻了一番; 由8个减少到2个，减少一半: two numbers, whichever stands first, and how many times the one is the other. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { type PlacedText, placedTexts, type ReadDocument } from '../document/paper.ts';
import { type Quantity, quantitiesIn } from '../number/quantity.ts';
import { earlierOf, type LedNumber } from '../number/earlier.ts';
import { cutPieces } from './gaps.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const N = String.raw`(?<n>\d+(?:\.\d+)?|[两二三四五六七八九]) ?`;
const LOOSE = '(?!多|以上|左右|有余|以内|余)';
/** How many times as much as before, by the words and their number. */
const SHAPES: readonly { shape: RegExp; times: (said: number) => number; slack: number }[] = [
  {
    shape: new RegExp(
      `(?:增长|增加|提高|上升|扩大|增幅为|增幅达|增|涨)了?(?:近?)${N}倍${LOOSE}`,
      'gu',
    ),
    times: (said) => said + 1,
    slack: 0,
  },
  {
    shape: new RegExp(`(?:是|为|相当于|达到?)[^，。；]{0,16}的 ?${N}倍${LOOSE}`, 'gu'),
    times: (said) => said,
    slack: 0,
  },
  { shape: /翻了?(?<n>[一两二三]|)番/gu, times: (said) => 2 ** said, slack: 0.12 },
  {
    shape: /(?:减少|下降|压减|缩减|减|降|压缩)(?:了|近|幅达)?(?<n>一)半/gu,
    times: () => 0.5,
    slack: 0.06,
  },
];

/** 减少了三分之二, 增长四分之一. */
const FRACTION =
  /(?<way>减少|下降|压减|缩减|精简|增长|增加|提高)(?:了|近|约)?(?<n>[二三四五六七八九十])分之(?<m>[一二三四五六七八九])/gu;

function fractions(passage: PlacedText, piece: { text: string; at: number }): Contradiction[] {
  return [...piece.text.matchAll(FRACTION)].flatMap((match) => {
    const { way = '', n = '', m = '' } = match.groups ?? {};
    const share = (numeralValue(m) ?? 0) / (numeralValue(n) ?? 1);
    const told = /增|提/u.test(way) ? 1 + share : 1 - share;
    return /近|约/u.test(match[0])
      ? []
      : wrong(passage, piece, match, { times: () => told, slack: 0.08 });
  });
}

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) => {
    if (!/倍|番|一半|分之/u.test(passage.read)) return [];
    return cutPieces(passage).flatMap((piece) => [
      ...fractions(passage, piece),
      ...SHAPES.flatMap(({ shape, times, slack }) =>
        [...piece.text.matchAll(shape)].flatMap((match) =>
          wrong(passage, piece, match, { times, slack }),
        ),
      ),
    ]);
  });
}

function wrong(
  passage: PlacedText,
  { text, at }: { text: string; at: number },
  match: RegExpExecArray,
  { times, slack }: { times: (said: number) => number; slack: number },
): Contradiction[] {
  const { n = '' } = match.groups ?? {};
  const said = valueWritten(n) ?? 1;
  const until = match.index + match[0].length;
  // 接近2倍, 约3倍.
  if (
    /(?:近|约|超|逾|超过|将近)$/u.test(text.slice(0, match.index)) ||
    /[近约超逾]\d/u.test(match[0])
  )
    return [];
  const pair = pairBefore(text.slice(0, until));
  if (pair === undefined) return [];
  const [from, to] = pair;
  // 由120条增加到180条，其中原创信息增长2倍: of some.
  if (/其中/u.test(text.slice(Math.max(from.end, to.end), match.index))) return [];
  const right = to.value / from.value;
  const told = times(said);
  const decimals = n.split('.')[1]?.length ?? 0;
  // Rounded or cut off, both are usual.
  const room = slack === 0 ? 10 ** -decimals - 1e-9 : told * slack;
  if (Math.abs(right - told) <= room) return [];
  const words = `${String(from.value)}${from.unit}到${String(to.value)}${to.unit}`;
  const growth = Number((right - 1).toFixed(2));
  return [
    foundAt(
      timesOverRule.id,
      passage,
      [at + Math.min(from.at, to.at), at + until],
      `写的是“${match[0]}”，由${words}是${String(Number(right.toFixed(2)))}倍`,
      growth > 0 && /[增涨提升扩翻]/u.test(match[0])
        ? `增长${String(growth)}倍`
        : `为原来的${String(Number(right.toFixed(2)))}倍`,
    ),
  ];
}

/** The last two numbers of one measure, the earlier one first, where nothing else of it stands before them. */
function pairBefore(text: string): [Quantity, Quantity] | undefined {
  const all = quantitiesIn(text).filter(
    ({ label }) => !/(?:增加|减少|增长|下降|多|少)了?$/u.test(label),
  );
  const last = all.at(-1);
  const alike = all.filter(({ unit }) => unit === last?.unit);
  const [one, two, more] = alike;
  if (
    one === undefined ||
    two === undefined ||
    more !== undefined ||
    one.value <= 0 ||
    two.value <= 0
  )
    return undefined;
  if (two.at - one.end > 40) return undefined;
  const which = earlierOf(text, told(text, one), told(text, two));
  if (which === undefined) return undefined;
  return which === 'first' ? [one, two] : [two, one];
}

function told(text: string, { at, end }: Quantity): LedNumber {
  const before = quantitiesIn(text.slice(0, at)).at(-1)?.end ?? 0;
  return { at, end, lead: text.slice(before, at) };
}

export const timesOverRule: ProofRule = { id: 'times-over', name: '倍与番', check };
