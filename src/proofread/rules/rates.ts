/** 比率: 合格率为P% that does not follow from the numbers beside it, or before it. */
import { disagreement, type Finding } from '../finding.ts';
import { countsOther, entityOf } from '../meaning.ts';
import type { Paper } from '../paper.ts';
import { isRate, type Percentage, rateWritten, sumOf, written } from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { isAlike, mayBeAlike, type Said, type Statement, statementsOf } from '../statement.ts';

/** How many sentences around a rate may hold its numbers. */
const BEFORE = 6;

function check(paper: Paper): Finding[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const before = statements
      .slice(Math.max(0, index - BEFORE), index)
      .filter(
        ({ passage }) =>
          passage === statement.passage ||
          (passage.place.kind === 'paragraph' && statement.passage.place.kind === 'paragraph'),
      );
    const next = statements[index + 1];
    const after = next?.passage === statement.passage ? [next] : [];
    return [
      ...statement.percentages.flatMap((one) => namedRate(statement, one, before, after)),
      ...opposites(statement, before),
    ];
  });
}

const NAMED =
  /([\u4e00-\u9fff]{2,14})(?:率|比例|比)(?:分别|均)?(?:为|是|达到|达|仅为|仅|只有|：)?(不足|不到|低于|超过|高于|超|近|约)? ?$/u;
/** Whose rate it is, where it is everybody's. */
const PLAIN =
  /^.*(?:监督抽检|抽检|抽查|检查|普查|监测|总体|整体|综合|平均|本次|此次|总|全市|全区|全县|全省|全州|其|的)/u;

interface Fraction {
  readonly part: Said;
  readonly whole: Said;
  /** The part counts what the rate leaves out. */
  readonly rest: boolean;
}

function namedRate(
  statement: Statement,
  percentage: Percentage,
  before: readonly Statement[],
  after: readonly Statement[],
): Finding[] {
  const { passage, at } = statement;
  const name = NAMED.exec(passage.read.slice(Math.max(at, percentage.at - 30), percentage.at));
  const behind = passage.read.slice(percentage.end);
  if (!name || /^(?:以上|以下|左右|以内|的?目标|多)/u.test(behind)) return [];
  const [, words = '', bound = ''] = name;
  if (/^(?:近|约)$/u.test(bound) || /比|较|同比|环比|目标|要求|增长|提高|下降|力争|确保/u.test(words)) return [];
  const about = aboutOf(words);
  if (about === undefined) return [];
  const fraction = fractionOf(statement, percentage, about, before, after);
  if (!fraction) return [];
  const { part, whole, rest } = fraction;
  if ([part, whole].some(isHedged)) return [];
  const near = [...before, statement, ...after].flatMap(exact);
  if (bound === '' && isExplained(percentage, fraction, near)) return [];
  const count = rest ? sumOf([whole.value, -part.value]) : part.value;
  if (count < 0) return [];
  const right = rateWritten(count, whole.value, percentage.decimals);
  if (isWithin(bound, percentage, (count / whole.value) * 100)) return [];
  const how = rest ? `（${String(whole.value)}－${String(part.value)}＝${String(count)}）` : '';
  const here = { passage, at: percentage.at, end: percentage.end };
  return [
    disagreement(rates_.id, part.passage === passage ? [here, part] : [here], whole, {
      message: `比率写的是${bound}${written(percentage)}%，与所列的${String(whole.value)}、${String(part.value)}${how}不符`,
      expected: `${String(count)}÷${String(whole.value)}为${right}%`,
    }),
  ];
}

/** 321146件（不含上年旧存28802件）: the rate may be of more than that. */
function isHedged({ passage, end }: Said): boolean {
  return /^[^，。；（]{0,12}（[^）]*(?:不含|(?<!含)旧存|(?<!含)结转)/u.test(passage.read.slice(end, end + 40));
}

/** What the rate is a rate of: the last two characters, and whose it is, where it is not everybody's. */
function aboutOf(words: string): { stem: string; whose: string } | undefined {
  const known =
    /(?:不合格|不满意|不达标|整改完成|有效回收|按期回复|按期办结|按时办结|按时结案|抽查|检查)$/u.exec(words)?.[0];
  const stem = known ?? words.slice(-2);
  const whose = words.slice(0, words.length - stem.length).replace(PLAIN, '');
  return { stem, whose };
}

function exact({ numbers }: Statement): Said[] {
  return numbers.filter(({ rough, compared }) => !rough && !compared);
}

/** A part from the sentence of the part and any whole before: then the rate is right, whatever they are called. */
function isExplained(
  percentage: Percentage,
  fraction: Fraction,
  numbers: readonly Said[],
): boolean {
  const from = numbers.indexOf(fraction.part);
  const { passage, at } = fraction.part;
  const start = Math.max(...['。', '\n'].map((mark) => passage.read.lastIndexOf(mark, at)));
  const parts = numbers.filter(
    (one, index) => index >= from || (one.passage === passage && one.at > start),
  );
  return parts.some((part) =>
    numbers.some((whole) => {
      if (part === whole || part.value > whole.value || !mayBeAlike(part, whole)) return false;
      if (countsOther(whole, part) || countsOther(fraction.part, part)) return false;
      const rest = sumOf([whole.value, -part.value]);
      if ([part.value, rest].some((count) => isRate(percentage, count, whole.value))) return true;
      // 合格27个，不合格3个: the whole is not written.
      const both = part.stance !== undefined && part.stance.about === whole.stance?.about;
      return both && isRate(percentage, part.value, sumOf([part.value, whole.value]));
    }),
  );
}

function isWithin(bound: string, { value }: Percentage, right: number): boolean {
  if (/不足|不到|低于/u.test(bound)) return right < value;
  if (/超|高于/u.test(bound)) return right >= value;
  return false;
}

/** The number that says the word of the rate, or denies it, and the whole that it is a part of. */
function fractionOf(
  statement: Statement,
  percentage: Percentage,
  { stem, whose }: { stem: string; whose: string },
  before: readonly Statement[],
  after: readonly Statement[],
): Fraction | undefined {
  const entity = whose === '' ? undefined : entityOf({ label: whose, noun: '' });
  // 直接答复率 is of what was 直接答复; the rate of somebody unknown is left alone.
  const named = exact(statement).some(({ label }) => label.includes(whose + stem));
  if (whose !== '' && entity === undefined && !named) return undefined;
  const isOf = (one: Said): boolean => {
    if (whose === '' || (entity === undefined && named)) return true;
    return (one.label + one.noun).includes(whose) || entityOf(one) === entity;
  };
  const lastHere = before.findLast(({ passage }) => passage === statement.passage);
  const rows = [
    exact(statement).filter((one) => one.at < percentage.at),
    exact(statement).filter((one) => one.at > percentage.at && one.at < percentage.end + 40),
    lastHere ? exact(lastHere) : [],
    ...after.map(exact),
  ];
  const lead = passageText(statement, percentage);
  for (const [index, row] of rows.entries()) {
    // 兰州、天水等8市管理水平持续向好，合格率达到100%: the rate of somebody else than those before.
    if (index >= 2 && /[、“]|其中/u.test(lead)) return undefined;
    // What fails may be told right behind the rate: 合格率95.0%。4家存在问题。
    if (index === 3 && stem !== '合格') return undefined;
    if (index === 2 && (lead.length > 24 || /\d/u.test(lead))) continue;
    const said = row.filter((one) => isOf(one) && says(one, stem));
    const denied = row.filter((one) => isOf(one) && denies(one, stem, percentage));
    const [parts, rest] = said.length > 0 ? [said, false] : [denied, true];
    const part = index === 0 ? parts.at(-1) : parts[0];
    if (!part) continue;
    if (parts.length > 1 && index !== 0) return undefined;
    const whole = wholeOf(part, statement, percentage, before, isOf);
    return whole && { part, whole, rest };
  }
  return undefined;
}

/** The words of the sentence before the rate. */
function passageText({ passage, at }: Statement, percentage: Percentage): string {
  return passage.read.slice(at, percentage.at);
}

/** What comes before a part and is counted like it, in its own sentence, else in those before. */
function wholeOf(
  part: Said,
  statement: Statement,
  percentage: Percentage,
  before: readonly Statement[],
  isOf: (one: Said) => boolean,
): Said | undefined {
  const fits = (one: Said): boolean =>
    one !== part &&
    one.scope < 0 &&
    one.share === undefined &&
    (isAlike(one, part) || (mayBeAlike(one, part) && entityOf(one) !== undefined && entityOf(one) === entityOf(part))) &&
    !countsOther(one, part) &&
    (part.stance === undefined || one.stance?.about !== part.stance.about) &&
    (isOf(one) || entityOf(one) === undefined) &&
    !/(?:个|次)次$/u.test(one.unit);
  const own = exact(statement).filter(fits);
  const first = part.passage === statement.passage ? part.at : Infinity;
  const lead = own.findLast(({ at, value }) => at < first && value >= part.value);
  if (lead) return lead;
  const behind = own.find((one) => /共|总|合计/u.test(one.label) && one.at < percentage.end + 40);
  if (behind && behind.value >= part.value) return behind;
  for (const one of before.toReversed()) {
    const candidates = exact(one).filter(fits);
    const same = one.passage === statement.passage;
    // In another paragraph only a whole that names the same things.
    const near = candidates.filter(
      (whole) => same || (entityOf(whole) !== undefined && entityOf(whole) === entityOf(part)),
    );
    const large = near.filter(({ value }) => value >= part.value);
    const last = large.findLast(({ label }) => /共|总/u.test(label)) ?? large.at(-1);
    // 共受理60条，已办结80条。办结率100%.
    const [told] = near.filter(({ label }) => /共/u.test(label));
    const whole = last ?? (one === before.at(-1) && one.numbers.includes(part) ? told : undefined);
    if (whole) return near.length > 1 && !same ? undefined : whole;
  }
  return undefined;
}

/** Rates are named by short words. */
const LONG: ReadonlyMap<string, string> = new Map([
  ['参训', '参加培训'],
  ['参会', '参加会议|到会'],
  ['到会', '实到|到会'],
  ['出勤', '实到|到岗'],
  ['参评', '参加测评|参评'],
  ['办复', '办复|答复'],
  ['答复', '办复|答复'],
  ['优良', '优良|优秀和良好'],
]);

function says({ label, noun }: Said, stem: string): boolean {
  const words = `${label}|${noun}`;
  const short = stem.replace(/^(?:整改|有效)(?=.)/u, '');
  const shape = new RegExp(`(?<!不|未|没有|尚未|需|应|待|非)(?:${stem}|${short}|${LONG.get(stem) ?? stem})(?!率|不)`, 'u');
  return shape.test(words) && !new RegExp(`(?:不|未|没有|尚未|需|应|待|非)(?:予|能|按期|按时)?${short}`, 'u').test(words);
}

/** 不合格 against 合格率; 存在问题 as well, where the rate does not say that all have passed. */
function denies(one: Said, stem: string, percentage: Percentage): boolean {
  const words = `${one.label}|${one.noun}`;
  if (stem.startsWith('不')) return false;
  if (new RegExp(`(?:不|未|没有|尚未|非)(?:予|能|按期|按时)?${stem}`, 'u').test(words)) return true;
  if (stem !== '合格') return false;
  const failed = one.stance?.sign === 'no' && one.stance.about === 'pass';
  return failed && (percentage.value < 100 || /突出/u.test(words));
}

/** 不合格率2.09%，合格率97.91% make everything. */
function opposites(statement: Statement, before: readonly Statement[]): Finding[] {
  const lastHere = before.findLast(({ passage }) => passage === statement.passage);
  const rates = (one: Statement) =>
    one.percentages.flatMap((percentage) => {
      const name = NAMED.exec(one.passage.read.slice(Math.max(one.at, percentage.at - 30), percentage.at));
      return name && name[2] === undefined ? [{ percentage, words: (name[1] ?? '').replace(PLAIN, '') }] : [];
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
    const sum = sumOf([percentage.value, twin.percentage.value]);
    const slack = 10 ** -Math.min(percentage.decimals, twin.percentage.decimals);
    if (Math.abs(sum - 100) <= slack) return [];
    return [
      disagreement(rates_.id, [{ passage: statement.passage, ...span(percentage) }], { passage: statement.passage, ...span(twin.percentage) }, {
        message: `${written(twin.percentage)}%＋${written(percentage)}%＝${String(sum)}%，两率相加不是100%`,
        expected: `${twin.words}率与${words}率相加为100%`,
      }),
    ];
  });
}

function span({ at, end }: Percentage): { at: number; end: number } {
  return { at, end };
}

const rates_: Rule = { id: 'rates', name: '比率与所列数字', check };
export { rates_ as rates };
