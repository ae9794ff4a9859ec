/** 占比: 11个，占P% that does not follow from the totals beside it. */
import { disagreement, type Finding, quoteAround } from '../finding.ts';
import { countsOther } from '../meaning.ts';
import type { Paper } from '../paper.ts';
import { isRate, type Percentage, rateWritten, sumOf, written } from '../quantity.ts';
import { contextOf, named, type Share, sharesIn } from '../share.ts';
import { isAlike, type Said, type Statement, statementsOf } from '../statement.ts';
import type { Rule } from '../rule.ts';

function check(paper: Paper): Finding[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const { before, numbers } = contextOf(statements, index);
    const own = [...sharesIn(statement), ...named(statement, before)];
    return own.flatMap((one) => wrong(statement, one, own, numbers));
  });
}

function wrong(
  { passage, numbers }: Statement,
  { part, percentage }: Share,
  shares: readonly Share[],
  around: readonly Said[],
): Finding[] {
  const siblings = shares.filter((one) => isAlike(one.part, part));
  const isSibling = (one: Said) =>
    siblings.some((other) => other.part === one) &&
    !passage.read.slice(one.end, part.at).includes('其中');
  const wholes = [...around, ...numbers].filter(
    (one) =>
      isAlike(one, part) &&
      one !== part &&
      one.value >= part.value &&
      !isSibling(one) &&
      !one.rough,
  );
  // Parts that are listed with their shares often stand for everything, though nobody writes the sum.
  const sum = sumOf(siblings.map((one) => one.part.value));
  const agree = siblings.filter((one) => isRate(one.percentage, one.part.value, sum)).length;
  const sure = (one: Said) =>
    !one.compared &&
    !countsOther(one, part) &&
    (TOTAL.test(one.label + one.noun) || agreesElsewhere(one));
  const agreesElsewhere = (one: Said) =>
    siblings.filter((other) => isRate(other.percentage, other.part.value, one.value)).length >= 1;
  const values = [...wholes.map(({ value }) => value), sum];
  const isShare = (value: number) =>
    isRate(percentage, part.value, value) || isCut(percentage, part.value, value);
  if (values.some(isShare)) return [];
  // The largest share is often bent by its last digit, so that all of them make 100%.
  const bent = sumOf(siblings.map((one) => one.percentage.value)) === 100;
  const digit = 10 ** -percentage.decimals;
  const gap = (value: number) => Math.abs((part.value / value) * 100 - percentage.value);
  if (bent && values.some((value) => gap(value) < digit)) return [];
  const whole = wholes.filter(sure).toSorted((a, b) => gap(a.value) - gap(b.value))[0];
  const from = part.passage === passage ? Math.min(part.at, percentage.at) : percentage.at;
  const here = { passage, at: from, end: percentage.end };
  const told = (value: number) => ({
    message: `占比写的是${written(percentage)}%，与所列的${String(part.value)}、${String(value)}不符`,
    expected: `${String(part.value)}÷${String(value)}为${rateWritten(part.value, value, percentage.decimals)}%`,
  });
  if (whole) return [disagreement(rule.id, [here], whole, told(whole.value))];
  if (siblings.length < 3 || agree < 2) return [];
  const quote = quoteAround(passage.text, here.at, here.end);
  return [{ rule: rule.id, place: passage.place, quote, ...told(sum) }];
}

/** The last digit cut off instead of rounded. */
function isCut({ value, decimals }: Percentage, part: number, whole: number): boolean {
  const scale = 10 ** decimals;
  return Math.floor((part / whole) * 100 * scale) === Math.round(value * scale);
}

const TOTAL =
  /检查|抽查|抽检|普查|复查|监测|核查|共|总|合计|应|全区|全市|全县|参加|纳入|列入|发现|现有|排查|发放|收到|受理|交办|通报|诉求|的$/u;

const rule: Rule = { id: 'portions', name: '占比与所列数字', check };
export { rule as portions };
