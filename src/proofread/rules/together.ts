/** 合占: 甲783件、乙579件、丙562件，占总量的87%: the share of all that stand in one row. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import { sumOfParts } from '../division.ts';
import type { ReadDocument } from '../document/paper.ts';
import { countsOther } from '../meaning.ts';
import {
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
    return statement.percentages.flatMap((one) => wrong(statement, one, numbers));
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
