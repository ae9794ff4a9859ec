/** 凑不出的比率: 检查134家网站，合格率94.3%: no number of 134 is 94.3 %. */
import { quoteAround, type Contradiction } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { entityOf } from '../meaning.ts';
import { exactSum, type Percentage, percentageWords } from '../number/quantity.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const CHECK = /检查|纳入|抽查|抽检|监测|普查|巡查/u;
/** Said of some of them, of another time, or of a share of them. */
const OTHER =
  /其中|上[季月年]|去年|同期|比例为?(?!100)\d|抽查率(?!100)|覆盖率(?!100)|累计|分别|平均|以上|左右|近|约|超/u;
const RATE = /(?<words>[^，。；：\d]*)(?<!不)合格率(?:为|是|达到?|：)?$/u;
/** Whose rate it is, and of what time. */
const SCOPE =
  /(?:全|我|本)[国省市县区州旗]|[省市县区州]级|[市县区州省]直|部门|门户|乡镇|镇街|街道|全年|年度|(?:前|(?<!前)第?)[一二三四两]个?季度|[本各]季度|[上下]半年|\d{1,2}月|\d{4}年/gu;
/** What may stand before 合格率 and says nothing more than that it is of those. */
const NOTHING_MORE =
  /人工|随机|监督|抽查|抽检|检查|监测|普查|巡查|总体|整体|综合|平均|本次|此次|其|的|总|政府|政务|新媒体|网站|账号|微信|公众号|结果|显示|经/gu;

/** 市政府办抽查我县网站8家，全市合格率94.3%; 抽查网站10家，三季度合格率92.4%: of others, or of another time. */
function isOfOthers(before: string, whole: SaidNumber, rate: Percentage): boolean {
  const clause = /[^，。；：]*$/u.exec(before)?.[0] ?? '';
  if (rate.at - clause.length <= whole.at) return false;
  const scopesIn = (words: string): string[] =>
    [...words.matchAll(SCOPE)].map(([one]) => one.replace(/^第|个/gu, ''));
  const known = scopesIn(before.slice(0, before.length - clause.length));
  const own = clause.replace(/(?<!不)合格率(?:为|是|达到?|：)?$/u, '');
  return (
    scopesIn(own).some((one) => !known.includes(one)) ||
    own.replace(SCOPE, '').replace(NOTHING_MORE, '') !== ''
  );
}

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) =>
    statement.percentages.flatMap((rate) => {
      const whole = checkedAt(statement, rate);
      return whole === undefined || isPossible(rate, whole.value)
        ? []
        : [unlike(statement, rate, whole)];
    }),
  );
}

/** What was looked at, where the sentence says one number of what the rate is of. */
function checkedAt({ passage, at, numbers }: Statement, rate: Percentage): SaidNumber | undefined {
  const before = passage.read.slice(at, rate.at);
  const words = RATE.exec(before)?.groups?.['words'];
  if (
    words === undefined ||
    OTHER.test(before) ||
    /^(?:以上|左右)/u.test(passage.read.slice(rate.end)) ||
    !CHECK.test(before)
  )
    return undefined;
  const of = entityOf({ label: words, noun: '' });
  const exact = numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
  const alike = exact.filter((one) => entityOf(one) === of);
  const [whole, another] = of === undefined ? exact : alike;
  // 合格36家 says the rate by itself, right or wrong.
  // 33家，包括门户网站5家、部门网站28家: the others make it up.
  const others = (of === undefined ? exact : alike).slice(1);
  const isMadeUp = exactSum(others.map(({ value }) => value)) === whole?.value;
  if (whole === undefined || whole.at > rate.at) return undefined;
  if (another !== undefined && !isMadeUp) return undefined;
  const clause = `${/[^。；]*$/u.exec(passage.read.slice(at, whole.at))?.[0] ?? ''}${passage.read.slice(whole.end, rate.at)}`;
  if (isOfOthers(before, whole, rate)) return undefined;
  const isOfKind = ['site', 'account'].includes(entityOf(whole) ?? '');
  return CHECK.test(clause) && isOfKind && whole.stance === undefined ? whole : undefined;
}

/** Whether some number of `whole` gives the rate, rounded up, down or to the nearest. */
function isPossible({ value, decimals }: Percentage, whole: number): boolean {
  const step = 10 ** -decimals;
  const near = Math.round((value / 100) * whole);
  return [near - 1, near, near + 1].some(
    (count) => count <= whole && Math.abs((count / whole) * 100 - value) < step - 1e-9,
  );
}

function unlike({ passage }: Statement, rate: Percentage, whole: SaidNumber): Contradiction {
  const near = Math.round((rate.value / 100) * whole.value);
  const [low, high] = [near - 1, near + 1].map((count) => Math.min(count, whole.value));
  const around = [low ?? near, near, high ?? near].map(
    (count) =>
      `${String(count)}÷${String(whole.value)}为${((count / whole.value) * 100).toFixed(rate.decimals)}%`,
  );
  return {
    rule: possibleRule.id,
    place: passage.place,
    quote: quoteAround(passage.text, whole.at, rate.end),
    message: `${String(whole.value)}${whole.unit}里无论多少合格，都得不出${percentageWords(rate)}%`,
    expected: [...new Set(around)].join('，'),
  };
}

export const possibleRule: ProofRule = { id: 'possible', name: '凑不出的合格率', check };
