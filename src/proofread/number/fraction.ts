/** 分子分母: the two numbers that a rate is made of, the one that says its word (合格, 整改) and the whole that it is part of. */
import { entityOf, countsOther } from '../meaning.ts';
import type { Percentage } from './quantity.ts';
import { LONG, RANKS } from './rate-words.ts';
import { isAlike, mayBeAlike, type SaidNumber, type Statement } from '../statement.ts';

export interface Fraction {
  readonly part: SaidNumber;
  readonly whole: SaidNumber;
  /** The part counts what the rate leaves out. */
  readonly rest: boolean;
}

export function exactNumbers({ numbers }: Statement): SaidNumber[] {
  return numbers.filter(({ rough, compared }) => !rough && !compared);
}

/** The number that says the word of the rate, or denies it, and the whole that it is a part of. */
export function fractionOf(
  statement: Statement,
  percentage: Percentage,
  { stem, whose }: { stem: string; whose: string },
  before: readonly Statement[],
  after: readonly Statement[],
): Fraction | undefined {
  const entity = whose === '' ? undefined : entityOf({ label: whose, noun: '' });
  // 直接答复率 is of what was 直接答复; the rate of somebody unknown is left alone.
  const named = exactNumbers(statement).some(({ label, noun }) =>
    `${label}|${noun}`.includes(whose + stem),
  );
  if (whose !== '' && entity === undefined && !named) return undefined;
  const isOf = (one: SaidNumber): boolean => {
    if (whose === '' || (entity === undefined && named)) return true;
    const ranks = whose.match(RANKS) ?? [];
    if (ranks.some((rank) => !(one.label + one.noun).includes(rank))) return false;
    return (one.label + one.noun).includes(whose) || entityOf(one) === entity;
  };
  const lastHere = before.findLast(({ passage }) => passage === statement.passage);
  const rows = [
    pieceBefore(statement, percentage),
    // Up to the next semicolon: what follows may be another time or another thing.
    exactNumbers(statement).filter(
      (one) =>
        one.at > percentage.at &&
        one.at < percentage.end + 40 &&
        !statement.passage.read.slice(percentage.end, one.at).includes('；'),
    ),
    lastHere ? exactNumbers(lastHere) : [],
    // 另对…作了审核 begins to tell of something else.
    ...after.filter(({ text }) => !/^(?:另|此外)/u.test(text)).map(exactNumbers),
  ];
  const lead = passageText(statement, percentage);
  for (const [index, all] of rows.entries()) {
    // 全年4家次不合格 is of no single check before it.
    const row = index >= 3 ? all.filter(({ noun }) => !noun.startsWith('次')) : all;
    // 兰州、天水等8市管理水平持续向好，合格率达到100%: the rate of somebody else than those before.
    if (index >= 2 && /[、“]|其中/u.test(lead)) return undefined;
    // What fails may be told right behind the rate: 合格率95.0%。4家存在问题。
    if (index >= 3 && stem !== '合格') return undefined;
    if (index === 2 && (lead.length > 24 || /\d/u.test(lead))) continue;
    const said = row.filter((one) => isOf(one) && says(one, stem));
    const denied = row.filter((one) => isOf(one) && denies(one, stem, percentage));
    // 不合格6个，存在突出问题4个: the plain word comes first.
    const plain = denied.filter((one) => isDenied(one, stem));
    const [parts, rest] =
      said.length > 0 ? [said, false] : [plain.length > 0 ? plain : denied, true];
    const part = index === 0 ? parts.at(-1) : parts[0];
    if (!part) continue;
    // 合格率98%。甲、乙不合格分别为2个、1个: of each its own.
    if (index > 0 && /分别/u.test(part.label)) return undefined;
    // Further on only what says of everything that it failed: 全省有26个网站被判定为不合格.
    if (index > 3 && !(plain.includes(part) && ALL.test(part.label))) return undefined;
    if (parts.length > 1 && index !== 0) return undefined;
    const whole = wholeOf(part, statement, percentage, before, isOf);
    return whole && { part, whole, rest };
  }
  return undefined;
}

/** The numbers before the rate, those of its own piece where they are enough: 网站全部合格；303个中有10个存在问题，合格率96.7%. */
function pieceBefore(statement: Statement, percentage: Percentage): SaidNumber[] {
  const before = exactNumbers(statement).filter((one) => one.at < percentage.at);
  const lead = statement.passage.read.slice(0, percentage.at);
  const piece = before.filter((one) => one.at > lead.lastIndexOf('；'));
  return piece.length > 0 ? piece : before;
}

/** 抽查政务新媒体356家，有突出问题的57个: sites and accounts, counted in two ways. */
function isSaidOfOthers(whole: SaidNumber, part: SaidNumber): boolean {
  const of = entityOf(whole);
  const isOfFaulty =
    part.noun === '' &&
    /^(?:有|存在)?(?:突出|严重)?问题的(?:共?有|为)?$|^不合格的?$/u.test(part.label);
  return (of === 'site' || of === 'account') && isOfFaulty && entityOf(part) === undefined;
}

const ALL = /全[省市县区州国]|共/u;

/** The words of the sentence before the rate. */
function passageText({ passage, at }: Statement, percentage: Percentage): string {
  return passage.read.slice(at, percentage.at);
}

/** What comes before a part and is counted like it, in its own sentence, else in those before. */
function wholeOf(
  part: SaidNumber,
  statement: Statement,
  percentage: Percentage,
  before: readonly Statement[],
  isOf: (one: SaidNumber) => boolean,
): SaidNumber | undefined {
  const fits = (one: SaidNumber): boolean =>
    one !== part &&
    (one.scope < 0 || one.scope === part.scope) &&
    // 抽查277个，占全省的30.5%: of what was looked at.
    (one.share === undefined || /抽查|抽检|检查|监测|复查|巡查/u.test(one.label)) &&
    (isAlike(one, part) ||
      (mayBeAlike(one, part) && entityOf(one) !== undefined && entityOf(one) === entityOf(part)) ||
      (mayBeAlike(one, part) && isSaidOfOthers(one, part))) &&
    !countsOther(one, part) &&
    (part.stance === undefined || one.stance?.about !== part.stance.about) &&
    (isOf(one) || entityOf(one) === undefined) &&
    !/(?:个|次)次$/u.test(one.unit);
  const own = exactNumbers(statement).filter(fits);
  const first = part.passage === statement.passage ? part.at : Infinity;
  const lead = own.findLast(({ at, value }) => at < first && value >= part.value);
  if (lead) return lead;
  const behind = own.find((one) => /共|总|合计/u.test(one.label) && one.at < percentage.end + 40);
  if (behind && behind.value >= part.value) return behind;
  for (const one of before.toReversed()) {
    const candidates = exactNumbers(one).filter(fits);
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

function says({ label, noun }: SaidNumber, stem: string): boolean {
  const words = `${label}|${noun}`;
  const short = stem.replace(/^(?:整改|有效)(?=.)/u, '');
  const shape = new RegExp(
    `(?<!不|未|没有|尚未|需|应|待|非)(?:${stem}|${short}|${LONG.get(stem) ?? stem})(?!率|不)`,
    'u',
  );
  return (
    shape.test(words) &&
    !new RegExp(`(?:不|未|没有|尚未|需|应|待|非)(?:予|能|按期|按时)?${short}`, 'u').test(words)
  );
}

/** 不合格 of 合格; 16个超过2周未更新，均判定为不合格. */
function isDenied({ label, noun, passage, end }: SaidNumber, stem: string): boolean {
  const denial = `(?:不|未|没有|尚未|非)(?:予|能|按期|按时)?${stem}`;
  const judged = new RegExp(`^[^。；、]{0,24}，(?:均|全部|都|一律)[^，。；\\d]{0,6}${denial}`, 'u');
  return (
    new RegExp(denial, 'u').test(`${label}|${noun}`) ||
    judged.test(passage.read.slice(end, end + 48)) ||
    (stem === '合格' && isVetoed(passage.read.slice(end, end + 40)))
  );
}

/** 9家连续14天以上未更新被一票否决. */
function isVetoed(behind: string): boolean {
  return /^[^。；，、]{0,24}(?:被|列为|判定?为?|评定?为?)(?:不合格|一票否决|单项否决)/u.test(
    behind,
  );
}

/** 不合格 against 合格率; 存在问题 as well, where the rate does not say that all have passed. */
function denies(one: SaidNumber, stem: string, percentage: Percentage): boolean {
  const words = `${one.label}|${one.noun}`;
  if (stem.startsWith('不')) return false;
  if (isDenied(one, stem)) return true;
  // 逾期4条 of 按期办结率.
  // 2条超过3个工作日办结.
  const isLate = /^超过?\d+个?(?:工作日|小时|天)/u.test(one.passage.read.slice(one.end));
  if (/^按[期时]/u.test(stem))
    return isLate || /(?:逾期|超时|超期|延期)[^|]{0,6}(?=\||$)/u.test(words);
  if (/及时$/u.test(stem)) return /逾期|超时|超期|延期|未及时|未按[时期]/u.test(words);
  if (stem !== '合格' && stem !== '达标') return false;
  const failed = one.stance?.sign === 'no' && one.stance.about === 'pass';
  const isFaulty =
    /(?:不符合要求|更新超期|超期未更新)的?(?:账号|网站|政务新媒体)?(?=\||$)|(?:突出|严重)问题的(?:政府)?(?:网站|政务新媒体|新媒体|账号)?(?:共?有|为)?(?=\|)|\|存在(?:突出|严重)[^|]{0,6}(?:问题|错误)/u.test(
      words,
    );
  const vetoed = /单项否决/u.test(words) && !/指标|问题|情形/u.test(words);
  return (failed || vetoed || isFaulty) && (percentage.value < 100 || /突出/u.test(words));
}

/** 321146件（不含上年旧存28802件）: the rate may be of more than that. */
export function isHedged({ passage, end }: SaidNumber): boolean {
  return /^[^，。；（]{0,12}（[^）]*(?:不含|(?<!含)旧存|(?<!含)结转)/u.test(
    passage.read.slice(end, end + 40),
  );
}

/** 20个账号出现监测点不合格, 发现20个账号超过两周未更新: said of one way to fail, not of all that did. */
export function isOneKind({ label, noun }: SaidNumber): boolean {
  const words = `${label}|${noun}`;
  return (
    /(?:监测点|检测点|指标|栏目|板块|页面|单项|项目|功能)[^，。|]{0,4}不(?:合格|达标)/u.test(
      words,
    ) || !/不(?:合格|达标)|未达标|存在(?:突出|严重|较大)?问题/u.test(words)
  );
}
