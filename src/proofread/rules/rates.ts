/** 比率: 合格率为P% that does not follow from the numbers beside it, or before it. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import {
  exactNumbers,
  type Fraction,
  fractionOf,
  isHedged,
  isOneKind,
} from '../number/fraction.ts';
import { aboutOf, NAMED, PLAIN } from '../number/rate-words.ts';
import type { ReadDocument } from '../document/paper.ts';
import {
  isRate,
  mayBeRate,
  type Percentage,
  rateWritten,
  exactSum,
  percentageWords,
} from '../number/quantity.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';
import { sampleBasesOf, isDirect, isMadeOfOthers } from '../number/rate-bases.ts';
import { isOfRow } from '../number/row-base.ts';
import { ratesInTurn } from './respective.ts';

/** How many sentences around a rate may hold its numbers. */
const BEFORE = 6;
const AFTER = 3;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const before = statements
      .slice(Math.max(0, index - BEFORE), index)
      .filter(
        ({ passage }) =>
          passage === statement.passage ||
          (passage.place.kind === 'paragraph' && statement.passage.place.kind === 'paragraph'),
      );
    const after = statements
      .slice(index + 1, index + 1 + AFTER)
      .filter(({ passage }) => passage === statement.passage);
    // 合格率分别为92.5%和94%: each is of its own.
    const inTurn = ratesInTurn(statement).flat();
    return [
      ...statement.percentages
        .filter((one) => !inTurn.includes(one))
        .flatMap((one) => namedRate(statement, one, before, after)),
      ...opposites(statement, before),
    ];
  });
}

function namedRate(
  statement: Statement,
  percentage: Percentage,
  before: readonly Statement[],
  after: readonly Statement[],
): Contradiction[] {
  const { passage, at } = statement;
  const name = NAMED.exec(passage.read.slice(Math.max(at, percentage.at - 30), percentage.at));
  const behind = passage.read.slice(percentage.end);
  if (!name || /^(?:以上|以下|左右|以内|的?目标|多)/u.test(behind)) return [];
  const [, words = '', bound = ''] = name;
  if (bound !== '' && isOfEach(passage.read.slice(at, percentage.at))) return [];
  if (
    /^(?:近|约)$/u.test(bound) ||
    /比|较|同比|环比|目标|要求|增长|提高|下降|力争|确保/u.test(words)
  )
    return [];
  const about = aboutOf(words);
  if (about === undefined) return [];
  const fraction = fractionOf(statement, percentage, about, before, after);
  if (!fraction) return [];
  const { part, whole, rest } = fraction;
  if ([part, whole].some(isHedged)) return [];
  if (isOfPieceBefore(statement, percentage, part)) return [];
  if (areBothLookedAt(statement, fraction, words)) return [];
  const near = [...before, statement, ...after].flatMap(exactNumbers);
  // Part and whole right before the rate: nothing from elsewhere explains another one.
  const own = isDirect(statement, percentage, fraction) ? exactNumbers(statement) : near;
  if (bound === '' && isMadeOfOthers(percentage, fraction, own)) return [];
  const count = rest ? exactSum([whole.value, -part.value]) : part.value;
  if (count < 0) return [];
  // 按时46个，逾期2个，未发布1个，按时率93.9%: of all that the sentence tells.
  const row = exactNumbers(statement).filter(({ scope }) => scope < 0);
  const all = exactSum(row.map(({ value }) => value));
  if (row.length > 2 && row.some(({ value }) => isRate(percentage, value, all))) return [];
  // 208个达标，6个触及单项否决，合格率97.2%: the two make the whole together.
  if (rest && isRate(percentage, whole.value, exactSum([whole.value, part.value]))) return [];
  if (mayBeRate(percentage, count, whole.value)) return [];
  if (bound === '' && isOfRow(statement, percentage, rest)) return [];
  const drawn = sampleBasesOf(whole, [...before, statement]);
  if (drawn.some((base) => isRate(percentage, rest ? base - part.value : part.value, base)))
    return [];
  // 合格率99.51%。此次检查发现20个账号…: the next sentence may tell of one kind of failure, never of more than all.
  const isKind = rest && percentage.at < part.at && isOneKind(part);
  if (isKind && (count / whole.value) * 100 > percentage.value) return [];
  const right = rateWritten(count, whole.value, percentage.decimals);
  // 47.8% written as 47%: cut off, not wrong.
  if (
    bound === '' &&
    percentage.decimals === 0 &&
    Math.floor((count / whole.value) * 100) === percentage.value
  )
    return [];
  if (isWithin(bound, percentage, (count / whole.value) * 100)) return [];
  const how = rest ? `（${String(whole.value)}－${String(part.value)}＝${String(count)}）` : '';
  const here = { passage, at: percentage.at, end: percentage.end };
  return [
    disagreement(ratesRule.id, part.passage === passage ? [here, part] : [here], whole, {
      message: `比率写的是${bound}${percentageWords(percentage)}%，与所列的${String(whole.value)}、${String(part.value)}${how}不符`,
      expected: `${String(count)}÷${String(whole.value)}为${right}%`,
    }),
  ];
}

/** 微信130个，不合格33个；微博20个，合格率100%: each piece has its own numbers. */
function isOfPieceBefore(
  { passage, at, numbers }: Statement,
  percentage: Percentage,
  part: SaidNumber,
): boolean {
  const start = passage.read.slice(at, percentage.at).lastIndexOf('；') + at;
  const hasOwn = numbers.some((one) => one.at > start && one.end <= percentage.at);
  return start >= at && hasOwn && part.passage === passage && part.at >= at && part.at < start;
}

/** 抽查专栏44个，抽查比例100%；抽查账号35个，抽查比例100%: both were looked at, and neither is part of the other. */
function areBothLookedAt({ at }: Statement, { part, whole }: Fraction, words: string): boolean {
  if (!/(?:抽查|检查|抽检|监测|巡查|普查)(?:覆盖)?$/u.test(words)) return false;
  const { read } = part.passage;
  if (whole.passage !== part.passage || Math.min(whole.at, part.at) < at) return false;
  const isLookedAt = (one: SaidNumber): boolean =>
    /(?:抽查|检查|抽检|监测|巡查|普查)[^，；。：]*$/u.test(read.slice(at, one.at));
  const [from, to] = [Math.min(whole.end, part.end), Math.max(whole.at, part.at)];
  return isLookedAt(part) && isLookedAt(whole) && read.slice(from, to).includes('；');
}

/** 有3个市合格率不足90%: the rate of each of them, whose numbers nobody gives. */
function isOfEach(before: string): boolean {
  const clause = /[^，；：]*$/u.exec(before)?.[0] ?? '';
  return /(?:\d|[一二两三四五六七八九十几多])个?(?:省|市|县|区|州|旗|镇|乡|街道|地区|部门|单位)[^\d]*(?:率|比例)[^\d率例]*$/u.test(
    clause,
  );
}

function isWithin(bound: string, { value }: Percentage, right: number): boolean {
  if (/不足|不到|低于/u.test(bound)) return right < value;
  if (/超|高于/u.test(bound)) return right >= value;
  return false;
}

/** 不合格率2.09%，合格率97.91% make everything. */
function opposites(statement: Statement, before: readonly Statement[]): Contradiction[] {
  const lastHere = before.findLast(({ passage }) => passage === statement.passage);
  const rates = (one: Statement) =>
    one.percentages.flatMap((percentage) => {
      const name = NAMED.exec(
        one.passage.read.slice(Math.max(one.at, percentage.at - 30), percentage.at),
      );
      return name && name[2] === undefined
        ? [{ percentage, words: (name[1] ?? '').replace(PLAIN, '') }]
        : [];
    });
  const own = rates(statement);
  return own.flatMap(({ percentage, words }) => {
    const twin = [...(lastHere ? rates(lastHere) : []), ...own].find(
      (one) =>
        one.percentage !== percentage &&
        (one.words === `不${words}` || one.words === `未${words}`) &&
        Math.abs(one.percentage.at - percentage.at) < 40,
    );
    if (!twin) return [];
    const sum = exactSum([percentage.value, twin.percentage.value]);
    const slack = 10 ** -Math.min(percentage.decimals, twin.percentage.decimals);
    if (Math.abs(sum - 100) <= slack) return [];
    return [
      disagreement(
        ratesRule.id,
        [{ passage: statement.passage, ...span(percentage) }],
        { passage: statement.passage, ...span(twin.percentage) },
        {
          message: `${percentageWords(twin.percentage)}%＋${percentageWords(percentage)}%＝${String(sum)}%，两率相加不是100%`,
          expected: `${twin.words}率与${words}率相加为100%`,
        },
      ),
    ];
  });
}

function span({ at, end }: Percentage): { at: number; end: number } {
  return { at, end };
}

export const ratesRule: ProofRule = { id: 'rates', name: '比率与所列数字', check };
