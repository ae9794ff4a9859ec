/** 基数: 206件，上月为180件，环比增加36件: a change against a base that the sentence tells in a clause of its own. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { sharedPairs } from '../meaning.ts';
import { exactSum, rateWritten } from '../number/quantity.ts';
import { type Statement, statementsOf } from '../statement.ts';
import { type ChangeTerm, termsOf } from '../number/terms.ts';
import type { ProofRule } from '../rule.ts';

const LAST_PERIOD = /上个?月|上一?季度|上一?期|上一?次|上周/u;
const LAST_YEAR = /上年|去年|前年|同期/u;

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) => {
    const terms = termsOf(statement);
    const changes = terms.filter(({ sign }) => sign !== 0);
    return changes.length === 0 ? [] : changes.flatMap((one) => wrong(statement, terms, one));
  });
}

function wrong(
  statement: Statement,
  terms: readonly ChangeTerm[],
  change: ChangeTerm,
): Contradiction[] {
  const { passage } = statement;
  const isRate = change.unit === '%';
  const counts = terms.filter(({ sign, unit }) => sign === 0 && /[^%点]$/u.test(unit));
  const units = new Set(counts.map(({ unit }) => unit));
  if (isRate && units.size !== 1) return [];
  const pair = isRate ? counts : counts.filter(({ unit }) => unit === change.unit);
  const bases = pair.filter((one) => isBase(statement, one));
  const [base] = bases;
  const now = pair.find((one) => one !== base);
  if (pair.length !== 2 || bases.length !== 1 || !base || !now) return [];
  const from = Math.min(base.at, now.at, change.at);
  const until = Math.max(base.end, now.end, change.end);
  const words = leadOf(statement, change.at);
  if (until - from > 60 || /[；。]/u.test(passage.read.slice(from, until))) return [];
  const own = leadOf(statement, base.at) + leadOf(statement, now.at);
  if (!isOf(words, leadOf(statement, base.at)) || isRough(passage.read, change)) return [];
  // 信息发布量增长12% is of neither of the two.
  const thing =
    /(?<thing>\p{Script=Han}{2,}?)[量数额]?(?:同比|环比)?(?:增|减|上升|下降|提高|降)/u.exec(words);
  if (isOfOther(thing?.groups?.['thing'], own)) return [];
  const difference = exactSum([now.value, -base.value]);
  if (base.value <= 0) return [];
  const right = isRate
    ? `${difference < 0 ? '下降' : '增长'}${rateWritten(Math.abs(difference), base.value, change.decimals)}%`
    : `${difference < 0 ? '减少' : '增加'}${String(Math.abs(difference))}${change.unit}`;
  const said = change.value * change.sign;
  const gap = isRate
    ? Math.abs((difference / base.value) * 100 - said)
    : Math.abs(difference - said);
  if (isRate ? gap < 10 ** -change.decimals : gap === 0) return [];
  return [
    {
      rule: basesRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, from, until),
      message: `“${passage.text.slice(change.at - 2, change.end)}”与所列的基数不符`,
      expected: `由${String(base.value)}到${String(now.value)}，为${right}`,
    },
  ];
}

/** The words of the clause before a place. */
function leadOf({ passage, at }: Statement, place: number): string {
  return /[^，。；：（）\d]*$/u.exec(passage.read.slice(at, place))?.[0] ?? '';
}

/** Told as the number of another time, not compared with it: 上月为180件, 由上月的180件. */
function isBase(statement: Statement, { at }: ChangeTerm): boolean {
  const lead = leadOf(statement, at);
  return !/[比较]/u.test(lead) && (LAST_PERIOD.test(lead) || LAST_YEAR.test(lead));
}

/** 环比 is against the last period, 同比 against the last year; 增加 alone against either. */
function isOf(change: string, base: string): boolean {
  const isYear = LAST_YEAR.test(base);
  if (/环比/u.test(change) || LAST_PERIOD.test(change)) return !isYear;
  if (/同比/u.test(change) && /前年/u.test(base)) return false;
  if (/同比/u.test(change) || LAST_YEAR.test(change)) return isYear;
  return !/比|较/u.test(change);
}

function isOfOther(thing: string | undefined, own: string): boolean {
  const name = thing?.replace(/^(?:环比|同比|比|较|与|相比|上[季年月期]度?|去年|同期)+/u, '') ?? '';
  return [...name].length >= 3 && sharedPairs(name, own) === 0;
}

function isRough(read: string, { at, end }: ChangeTerm): boolean {
  return (
    /(?:约|近|超|逾)$/u.test(read.slice(at - 3, at)) ||
    /^(?:以上|左右|多|余)/u.test(read.slice(end))
  );
}

export const basesRule: ProofRule = { id: 'bases', name: '增减与所列基数', check };
