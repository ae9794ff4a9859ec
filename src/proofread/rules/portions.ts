/** 占比: 11个，占P% that does not follow from the totals beside it. */
import { disagreement, type Contradiction, quoteAround } from '../contradiction.ts';
import { countsOther } from '../meaning.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isRate, mayBeRate, rateWritten, exactSum, percentageWords } from '../number/quantity.ts';
import {
  contextOf,
  isBase,
  isCut,
  isPlanned,
  shareNames,
  type Share,
  sharesIn,
  TOTAL,
} from '../number/share.ts';
import { withoutBrackets } from '../scope.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  const shares = statements.map((statement, index) => [
    ...sharesIn(statement),
    ...shareNames(statement, contextOf(statements, index).before),
  ]);
  const totals = statements
    .flatMap(({ numbers }) => numbers)
    .filter(({ label, noun }) => TOTAL.test(label + noun));
  return statements.flatMap((statement, index) => {
    const own = shares[index] ?? [];
    if (own.length === 0) return [];
    const { numbers } = contextOf(statements, index);
    // Points of a list, each with its share: 1.…有5个…，占比27.8%。2.…有8个…，占比44.4%。
    const near = [...shares.slice(Math.max(0, index - NEAR), index + NEAR + 1)].flat();
    return own.flatMap((one) =>
      isOfFar(one, totals) ? [] : wrong(statement, one, own, near, numbers),
    );
  });
}

/** 诉求2877件 in the first section, 来电212件，占比7.3% in the third: of a whole that stands further off, cut or rounded. */
function isOfFar({ part, percentage }: Share, totals: readonly SaidNumber[]): boolean {
  // 6% is the share of many a number.
  if (percentage.decimals === 0) return false;
  // Wider than any rounding: a long paper has thousands of totals for thousands of shares.
  const slack = 10 ** (1 - percentage.decimals);
  return totals.some(
    (one) =>
      one.value > part.value &&
      Math.abs((part.value / one.value) * 100 - percentage.value) <= slack &&
      (isRate(percentage, part.value, one.value) || isCut(percentage, part.value, one.value)) &&
      isAlike(one, part) &&
      !countsOther(one, part),
  );
}

/** How many sentences around one may hold the other points of its list. */
const NEAR = 6;

function wrong(
  { passage, numbers }: Statement,
  { part, percentage, base }: Share,
  shares: readonly Share[],
  near: readonly Share[],
  around: readonly SaidNumber[],
): Contradiction[] {
  const siblings = shares.filter((one) => isAlike(one.part, part));
  const isSibling = (one: SaidNumber) =>
    siblings.some((other) => other.part === one) &&
    !passage.read.slice(one.end, part.at).includes('其中');
  const isPlan = isPlanned(base);
  const wholes = [...around, ...numbers].filter(
    (one) =>
      isAlike(one, part) &&
      one !== part &&
      (one.value >= part.value || isPlan) &&
      !isSibling(one) &&
      !one.rough,
  );
  // Parts that are listed with their shares often stand for everything, though nobody writes the sum.
  const sum = exactSum(siblings.map((one) => one.part.value));
  const agree = siblings.filter((one) => isRate(one.percentage, one.part.value, sum)).length;
  const sure = (one: SaidNumber) =>
    !one.compared &&
    !countsOther(one, part) &&
    isBase(base, one) &&
    (isPlan || TOTAL.test(one.label + one.noun) || agreesElsewhere(one));
  const agreesElsewhere = (one: SaidNumber) =>
    near.some(
      (other) =>
        other.part !== part &&
        other.part !== one &&
        isAlike(other.part, part) &&
        isRate(other.percentage, other.part.value, one.value),
    );
  // One alone makes all of itself: 5条，占总数的100%.
  const values = [...wholes.map(({ value }) => value), ...(siblings.length > 1 ? [sum] : [])];
  const isShare = (value: number) =>
    isRate(percentage, part.value, value) ||
    isCut(percentage, part.value, value) ||
    mayBeRate(percentage, part.value, value);
  if (values.some(isShare)) return [];
  // The largest share is often bent by its last digit, so that all of them make 100%.
  const bent = exactSum(siblings.map((one) => one.percentage.value)) === 100;
  const digit = 10 ** -percentage.decimals;
  const gap = (value: number) => Math.abs((part.value / value) * 100 - percentage.value);
  if (bent && values.some((value) => gap(value) < digit)) return [];
  // 133个续建项目完成投资454亿元，占年度计划的75%: of a plan of their own.
  if (isPlan && isOfSome(part)) return [];
  const whole = wholes
    .filter(sure)
    .toSorted(
      (a, b) => Number(a.scope >= 0) - Number(b.scope >= 0) || gap(a.value) - gap(b.value),
    )[0];
  const from = part.passage === passage ? Math.min(part.at, percentage.at) : percentage.at;
  const here = { passage, at: from, end: percentage.end };
  const told = (value: number) => ({
    message: `占比写的是${percentageWords(percentage)}%，与所列的${String(part.value)}、${String(value)}不符`,
    expected: `${String(part.value)}÷${String(value)}为${rateWritten(part.value, value, percentage.decimals)}%`,
  });
  if (whole) return [disagreement(portionsRule.id, [here], whole, told(whole.value))];
  if (siblings.length < 3 || agree < 2) return [];
  const quote = quoteAround(passage.text, here.at, here.end);
  return [{ rule: portionsRule.id, place: passage.place, quote, ...told(sum) }];
}

/** Said of some of what was counted: behind 其中, or behind a number of its own. */
function isOfSome({ passage, at }: SaidNumber): boolean {
  const sentence = withoutBrackets(/[^。\n]*$/u.exec(passage.read.slice(0, at))?.[0] ?? '');
  const clause = /[^，；]*$/u.exec(sentence)?.[0] ?? '';
  return (
    sentence.includes('其中') ||
    /\d(?!\d*[-—月年])/u.test(clause.replace(/\d+[-—~～至]\d+月|\d+月/gu, ''))
  );
}

export const portionsRule: ProofRule = { id: 'portions', name: '占比与所列数字', check };
