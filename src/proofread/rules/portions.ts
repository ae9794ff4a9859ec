/** 占比: 11个，占P% that does not follow from the totals beside it. */
import { disagreement, type Contradiction, quoteAround } from '../contradiction.ts';
import { countsOther, sharedWords } from '../meaning.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isRate, type Percentage, rateWritten, exactSum, percentageWords } from '../quantity.ts';
import { contextOf, named, type Share, sharesIn } from '../share.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const { before, numbers } = contextOf(statements, index);
    const own = [...sharesIn(statement), ...named(statement, before)];
    return own.flatMap((one) => wrong(statement, one, own, numbers));
  });
}

function wrong(
  { passage, numbers }: Statement,
  { part, percentage, base }: Share,
  shares: readonly Share[],
  around: readonly SaidNumber[],
): Contradiction[] {
  const siblings = shares.filter((one) => isAlike(one.part, part));
  const isSibling = (one: SaidNumber) =>
    siblings.some((other) => other.part === one) &&
    !passage.read.slice(one.end, part.at).includes('其中');
  const isPlan = /计划|任务|目标/u.test(base);
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
    siblings.filter((other) => isRate(other.percentage, other.part.value, one.value)).length >= 1;
  const values = [...wholes.map(({ value }) => value), sum];
  const isShare = (value: number) =>
    isRate(percentage, part.value, value) || isCut(percentage, part.value, value);
  if (values.some(isShare)) return [];
  // The largest share is often bent by its last digit, so that all of them make 100%.
  const bent = exactSum(siblings.map((one) => one.percentage.value)) === 100;
  const digit = 10 ** -percentage.decimals;
  const gap = (value: number) => Math.abs((part.value / value) * 100 - percentage.value);
  if (bent && values.some((value) => gap(value) < digit)) return [];
  // 133个续建项目完成投资454亿元，占年度计划的75%: of a plan of their own.
  if (isPlan && isOfSome(part)) return [];
  const whole = wholes.filter(sure).toSorted((a, b) => gap(a.value) - gap(b.value))[0];
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

/** Whether a number is what the text calls the base of a share: 占收到申请总数 and 收到申请6200件. */
function isBase(base: string, { label, noun }: SaidNumber): boolean {
  const name = base.replace(/总数|总量|总额|比重|全部|整个|其中|的|同期|全[市区县省州]|总/gu, '');
  return name.length < 2 || /总数|总量/u.test(base) || sharedWords(name, label + noun) > 0;
}

/** Said of some of what was counted: behind 其中, or behind a number of its own. */
function isOfSome({ passage, at }: SaidNumber): boolean {
  const sentence = /[^。\n]*$/u.exec(passage.read.slice(0, at))?.[0] ?? '';
  const clause = /[^，；]*$/u.exec(sentence)?.[0] ?? '';
  return (
    sentence.includes('其中') ||
    /\d(?!\d*[-—月年])/u.test(clause.replace(/\d+[-—~～至]\d+月|\d+月/gu, ''))
  );
}

/** The last digit cut off instead of rounded. */
function isCut({ value, decimals }: Percentage, part: number, whole: number): boolean {
  const scale = 10 ** decimals;
  return Math.floor((part / whole) * 100 * scale) === Math.round(value * scale);
}

const TOTAL =
  /检查|抽查|抽检|普查|复查|监测|核查|共|总|合计|应|全区|全市|全县|参加|纳入|列入|发现|现有|排查|发放|收到|受理|交办|通报|诉求|的$/u;

export const portionsRule: ProofRule = { id: 'portions', name: '占比与所列数字', check };
