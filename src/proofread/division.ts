/**
 * 总分: a whole and its parts, and every way in which the parts can be read (nested parts, a second cut through the same
 * whole), so that only what no reading explains is a contradiction.
 */
import { exactSum } from './number/quantity.ts';
import { withoutBrackets } from './scope.ts';
import { isAlike, mayBeAlike, type SaidNumber, type Statement } from './statement.ts';

export interface Division {
  readonly whole: SaidNumber;
  readonly parts: readonly SaidNumber[];
  /**
   * How the text joins them: 其中 and the like; 按平台分 of a whole named before; a bracket right behind the whole; states that divide it (已整改, 未整改);
   * 共 behind the parts; or nothing but standing side by side.
   */
  readonly by: 'of which' | 'cut' | 'bracket' | 'states' | 'total' | 'beside';
  /** The words between the first part and the end of the last, with what follows up to the end of the clause. */
  readonly words: string;
  /** 分别为 and a colon: nothing is left out. */
  readonly exact: boolean;
  /** Other numbers that the parts may belong to as well. */
  readonly others: readonly SaidNumber[];
  /** The parts are the same column of row after row: all of them make the whole, or none do. */
  readonly isColumn?: boolean;
}

/** What stands around a sentence. */
export interface DivisionSurroundings {
  /** The sentences that lead to it, nearest last. */
  readonly before: readonly Statement[];
  readonly next?: Statement | undefined;
  /** Numbers that are parts of a whole already: they are wholes only of what is called like them. */
  readonly parts?: ReadonlySet<SaidNumber>;
}

/** The sum of the parts. */
export function sumOfParts(parts: readonly SaidNumber[]): number {
  return exactSum(parts.map(({ value }) => value));
}

/** The ways to read parts: all of them, the first of each piece, the first piece, without what only tells their state. */
export function partReadings(parts: readonly SaidNumber[]): SaidNumber[][] {
  const [first] = parts;
  if (!first) return [];
  const text = first.passage.read;
  const pieces = split(parts, (gap) => gap.includes('；'), text);
  const rows = split(parts, (gap) => /[，；。]/u.test(gap), text);
  const neutral = parts.filter(({ stance }) => stance === undefined || stance.about === 'any');
  const readings = [
    [...parts],
    unnested(parts),
    withoutOwners(parts),
    ...(pieces.length > 1 ? [pieces.flatMap((piece) => piece.slice(0, 1)), pieces[0] ?? []] : []),
    ...(rows.length > 1 ? [rows.flatMap((row) => row.slice(0, 1)), rows[0] ?? []] : []),
    ...(first.stance === undefined && neutral.length < parts.length ? [neutral] : []),
  ];
  return readings.filter((one) => one.length >= 2);
}

/** 16个镇（街道）53个: how many have them is none of them. */
function withoutOwners(parts: readonly SaidNumber[]): SaidNumber[] {
  return parts.filter((one, index) => {
    const next = parts[index + 1];
    const gap = next === undefined ? '' : one.passage.read.slice(one.end, next.at);
    return next === undefined || !/^\p{Script=Han}[^，。；：、\d]{0,13}$/u.test(gap);
  });
}

/** Without what makes up the number before it: 13件，已办结8件，未办结5件. */
export function unnested(parts: readonly SaidNumber[]): SaidNumber[] {
  const kept: SaidNumber[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    kept.push(part);
    // 698件，344件已转办，已办结328件，354件已指引: what leads its clause belongs to the number before.
    const led = parts.slice(index + 1).filter(({ label }) => label === '');
    if (led.length >= 2 && part.label !== '' && sumOfParts(led) === part.value) return kept;
    for (let count = 2; index + count < parts.length; count += 1) {
      const inside = parts.slice(index + 1, index + 1 + count);
      const signs = inside.map(({ stance }) => stance?.sign);
      if (sumOfParts(inside) !== part.value || signs.includes(undefined) || !signs.includes('yes'))
        continue;
      index += count;
      break;
    }
  }
  return kept;
}

function split(
  parts: readonly SaidNumber[],
  isEdge: (gap: string) => boolean,
  text: string,
): SaidNumber[][] {
  const pieces: SaidNumber[][] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const piece = pieces.at(-1);
    if (piece && before && !isEdge(withoutBrackets(text.slice(before.end, part.at))))
      piece.push(part);
    else pieces.push([part]);
  });
  return pieces;
}

/** Whether some reading of the parts makes one of the wholes: all, the first few, or one cut behind the other. */
export function isExplained({ whole, parts, others, by, exact, isColumn }: Division): boolean {
  const wholes = [whole, ...others];
  if (isColumn === true) return isSum(whole, sumOfParts(parts), parts.length);
  if (unnested(parts).length < 2) return true;
  // 在线运行网站27个，……1个网站: the whole is told once more.
  if (
    (by === 'cut' || by === 'beside') &&
    parts.some(({ value, stance, label }) => value === whole.value && (!stance || label === ''))
  )
    return true;
  // 有效来信286件，咨询类180件、投诉类106件: the first is what the others make up.
  const [lead, ...inside] = parts;
  if (
    lead &&
    inside.length >= 2 &&
    !goesOn(lead, inside[0], exact) &&
    sumOfParts(inside) === lead.value
  )
    return true;
  const sums = partReadings(parts).flatMap((reading) =>
    reading.flatMap((one, index) =>
      goesOn(one, reading[index + 1], exact || by === 'cut' || isUniform(reading))
        ? []
        : [{ count: index + 1, sum: sumOfParts(reading.slice(0, index + 1)) }],
    ),
  );
  if (sums.some(({ count, sum }) => count >= 2 && wholes.some((one) => isSum(one, sum, count))))
    return true;
  return by === 'total' ? canMake(whole.value, parts) : inCuts(whole.value, parts);
}

/** A long row of names and numbers and nothing else, which does not end before its end. */
function isUniform(parts: readonly SaidNumber[]): boolean {
  return (
    parts.length >= 5 && parts.every(({ noun, stance }) => noun === '' && stance === undefined)
  );
}

/** A kind of account and nothing else. */
const OF_PLATFORM =
  /^(?:其中)?(?:微信|(?:新浪|腾讯)?微博|微信(?:公众|订阅|服务|视频)号|抖音|快手|(?:今日)?头条|小红书|视频号|小程序)(?:短视频)?号?(?:账号|帐号)?$/u;

/** 甲2件、乙1件: nothing but 、 between them, so that the row does not end here; in a `strict` list nor does it at 甲2件，乙1件. */
function goesOn(one: SaidNumber, next: SaidNumber | undefined, strict: boolean): boolean {
  if (!next) return false;
  const gap = withoutBrackets(one.passage.read.slice(one.end, next.at));
  const bare = [one, next].every(({ noun, stance }) => noun === '' && stance === undefined);
  if (strict && bare && gap === `，${next.label}`) return true;
  // 微信账号22个，微博账号1个: one kind behind the other.
  const isOfPlatforms = [one, next].every(({ label }) => OF_PLATFORM.test(label));
  if (isOfPlatforms && bare && gap === `，${next.label}`) return true;
  return /[、和及]/u.test(gap) && !/[，；。：]|其中|含|另|还/u.test(gap);
}

/** Numbers with decimals and those in 万 are rounded each for itself. */
function isSum({ value, unit }: SaidNumber, sum: number, count: number): boolean {
  const decimals = Math.max(...[value, sum].map((one) => String(one).split('.')[1]?.length ?? 0));
  const slack = decimals > 0 || /^[万亿]/u.test(unit) ? ((count + 1) / 2) * 10 ** -decimals : 0;
  return Math.abs(value - sum) <= slack + 1e-9;
}

/** Of more numbers than these only the last are tried out: every one doubles the work. */
const MOST_PARTS = 12;

/** Whether some two or more of the numbers make `value`: 44个部门开设97个，12个县开设535个，合计632个 leaves some out. */
function canMake(value: number, parts: readonly SaidNumber[]): boolean {
  let sums: { sum: number; count: number }[] = [{ sum: 0, count: 0 }];
  for (const part of parts.slice(-MOST_PARTS)) {
    sums = [
      ...sums,
      ...sums.map(({ sum, count }) => ({ sum: exactSum([sum, part.value]), count: count + 1 })),
    ];
  }
  return sums.some(({ sum, count }) => count >= 2 && sum === value);
}

/** Two cuts one behind the other: each makes the whole. */
function inCuts(value: number, parts: readonly SaidNumber[]): boolean {
  let sum = 0;
  let cuts = 0;
  for (const part of parts) {
    sum = exactSum([sum, part.value]);
    if (sum > value) return false;
    if (sum === value) [sum, cuts] = [0, cuts + 1];
  }
  return cuts > 0 && sum === 0;
}

/** Whether numbers of other measure words among the parts may be parts as well: 小学51所、教学点9个. */
export function hasOtherMeasures({ whole, parts }: Division, all: readonly SaidNumber[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return false;
  return all.some(
    (one) =>
      one.scope === first.scope &&
      one.at > first.at &&
      one.at < last.end + 24 &&
      !isAlike(one, whole) &&
      mayBeAlike(one, whole) &&
      !/[。；]/u.test(
        withoutBrackets(first.passage.read.slice(last.end, Math.max(one.at, last.end))),
      ),
  );
}

/** The shares that the parts are said to be make everything: 占79.9%, 占20.1%. */
export function isWholeOf(parts: readonly SaidNumber[]): boolean {
  const shares = parts.flatMap(({ share }) => share ?? []);
  const slack = shares.reduce((most, { decimals }) => most + 0.5 * 10 ** -decimals, 0);
  const sum = shares.reduce((all, { value }) => all + value, 0);
  return shares.length === parts.length && Math.abs(sum - 100) <= slack + 1e-9;
}

/** 乡镇报送583条、部门报送562条: two that are named alike are likely to be all. */
export function areParallel(parts: readonly SaidNumber[]): boolean {
  const [first] = parts;
  if (!first) return false;
  const [label, noun] = [first.label.slice(-1), first.noun];
  return parts.every(
    (one) => (noun !== '' && one.noun === noun) || (label !== '' && one.label.endsWith(label)),
  );
}

/** 优秀8家、良好20家、合格10家: nothing but 、 between them. */
export function isOneRow(parts: readonly SaidNumber[]): boolean {
  return parts.every((part, index) => {
    const next = parts[index + 1];
    return next === undefined || !/[，；。]/u.test(part.passage.read.slice(part.end, next.at));
  });
}
