/** 合占: 甲783件、乙579件、丙562件，占总量的87%: the share of all that stand in one row. */
import { numeralValue } from '../../text/numeral.ts';
import { disagreement, quoteAround, type Contradiction } from '../contradiction.ts';
import { sumOfParts } from '../division.ts';
import type { ReadDocument } from '../document/paper.ts';
import { countsOther } from '../meaning.ts';
import {
  exactSum,
  mayBeRate,
  percentageWords,
  rateWritten,
  sumInWords,
  type Percentage,
} from '../number/quantity.ts';
import { withoutBrackets } from '../scope.ts';
import { contextOf, isBase, isCut, isPlanned, TOGETHER, TOTAL } from '../number/share.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const { numbers } = contextOf(statements, index);
    return [
      ...statement.percentages.flatMap((one) => wrong(statement, one, numbers)),
      ...tenths(statement),
    ];
  });
}

function wrong(
  statement: Statement,
  percentage: Percentage,
  around: readonly SaidNumber[],
): Contradiction[] {
  const { passage, at, numbers } = statement;
  const lead = /占(?:比|到)?(?:为)?([^，。；、（）\d]{0,14}) ?$/u.exec(
    passage.read.slice(at, percentage.at),
  );
  if (!lead || /约|近|超|逾|不足|分别|全国|全省/u.test(lead[0])) return [];
  const row = rowBefore(statement, at + lead.index);
  const [first] = row;
  if (!first || row.length < 2) return [];
  const base = (lead[1] ?? '').replace(/的? ?(?:为|是)?$/u, '');
  const sum = sumOfParts(row);
  const wholes = [...around, ...numbers].filter(
    (one) => isAlike(one, first) && !row.includes(one) && !one.rough,
  );
  // The share of the last, or of the last few, is right as well.
  const sums = row.map((_, index) => sumOfParts(row.slice(index)));
  const values = [...wholes.map(({ value }) => value), sum];
  const fits = (value: number) =>
    sums.some(
      (one) =>
        isCut(percentage, one, value) ||
        mayBeRate(percentage, one, value) ||
        Math.abs((one / value) * 100 - percentage.value) < 10 ** -percentage.decimals,
    );
  if (isPlanned(base) || values.some(fits)) return [];
  const [whole] = wholes
    .filter(
      (one) =>
        one.scope < 0 &&
        one.value >= sum &&
        !one.compared &&
        !countsOther(one, first) &&
        isBase(base, one) &&
        TOTAL.test(one.label + one.noun),
    )
    .toSorted((a, b) => b.value - a.value);
  if (!whole) return [];
  return [
    disagreement(togetherRule.id, [{ passage, at: first.at, end: percentage.end }], whole, {
      message: `合占写的是${percentageWords(percentage)}%，与各项之和${sumInWords(row.map(({ value }) => value))}、总数${String(whole.value)}不符`,
      expected: `${String(sum)}÷${String(whole.value)}为${rateWritten(sum, whole.value, percentage.decimals)}%`,
    }),
  ];
}

/** 占比分别为40.42%、38.74%，合计占比近七成: tenths of the whole, far from what the shares before them make. */
function tenths({ passage, at, text, percentages }: Statement): Contradiction[] {
  const shape =
    /(?:合计|共计)占?(?:比|总数的|总量的|全部的)?(?:为|达到?)?(?<bound>近|约|超过?|逾)(?<tenths>[一二三四五六七八九])成(?!半|[以多])/gu;
  return [...text.matchAll(shape)].flatMap((match): Contradiction[] => {
    const place = at + match.index;
    const before = percentages.filter(({ end }) => end <= place);
    const [first] = before;
    const gap = passage.read.slice(before.at(-1)?.end ?? at, place);
    if (
      first === undefined ||
      before.length < 2 ||
      !/^[^，。；\d]{0,4}，[^，。；\d]{0,6}$/u.test(gap)
    )
      return [];
    const said = (numeralValue(match.groups?.['tenths'] ?? '') ?? 0) * 10;
    const bound = match.groups?.['bound'] ?? '';
    // The last few alone, or all of them; 近七成 is a little less than 70 %, and so is what some call 约七成.
    const fits = (sum: number): boolean =>
      /超|逾/u.test(bound) ? sum >= said - 0.5 : Math.abs(sum - said) <= FAR_OFF;
    const sums = before
      .slice(0, -1)
      .map((_, index) => exactSum(before.slice(index).map(({ value }) => value)));
    if (sums.some(fits)) return [];
    const all = before.map(({ value }) => value);
    return [
      {
        rule: togetherRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, first.at, place + match[0].length),
        message: `合占写的是“${match[0]}”，与各项占比之和不符`,
        expected: `${sumInWords(all)}，即${String(exactSum(all))}%`,
      },
    ];
  });
}

/** How far from round tenths what is about so much may lie, in percentage points. */
const FAR_OFF = 6;

/** The numbers joined by 、 right before a place. */
function rowBefore({ passage, numbers }: Statement, place: number): SaidNumber[] {
  const before = numbers.filter((one) => one.end <= place && one.scope < 0);
  const last = before.at(-1);
  if (!last) return [];
  const gap = withoutBrackets(passage.read.slice(last.end, place)).trim();
  if (!/^[^，。；：、\d]{0,8}[，（]?[^，。；：、]*$/u.test(gap) || gap.includes('其中')) return [];
  // 、 alone may be a row whose last is meant; 两类合计 settles it.
  if (!TOGETHER.test(gap) && !/^[^，]{0,8}，$/u.test(gap)) return [];
  const row = [last];
  for (const one of before.slice(0, -1).toReversed()) {
    const [next] = row;
    if (!next || !isAlike(one, next) || one.rough || one.compared) break;
    if (!/^[^，。；：]{0,16}$/u.test(withoutBrackets(passage.read.slice(one.end, next.at)))) break;
    row.unshift(one);
  }
  return row;
}

export const togetherRule: ProofRule = { id: 'together', name: '几项合占与所列数字', check };
