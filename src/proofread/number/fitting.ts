/** 合得上: whether parts are of another whole than the nearest, or are made up by what follows them. */
import { numeralValue } from '../../text/numeral.ts';
import { type Division, isOneRow, partReadings, sumOfParts } from '../division.ts';
import { isComplete } from '../meaning.ts';
import { isAlike, mayBeAlike, type SaidNumber, type Statement } from '../statement.ts';

/** Where the nearest whole is much too small, an earlier one that some reading of the parts comes near. */
export function fitted(division: Division): Division {
  const { whole, parts, others, by } = division;
  const least = Math.max(...parts.map(({ value }) => value));
  const isSmall = whole.value < least || sumOfParts(parts) >= whole.value * 1.6;
  if (by !== 'of which' || parts.length < 2 || !isSmall) return division;
  const [best] = others
    .flatMap((other) => partReadings(parts).map((reading) => ({ other, reading })))
    .filter(({ other, reading }) => {
      const share = sumOfParts(reading) / other.value;
      return share > 0.8 && share < 1.25 && reading.every(({ value }) => value <= other.value);
    })
    .toSorted((a, b) => gapOf(a.other, a.reading) - gapOf(b.other, b.reading));
  if (!best) return division;
  return { ...division, whole: best.other, parts: best.reading, others: [whole, ...others] };
}

/** 已整改28个，尚有4个未整改，1个经核实不属实: what follows in the sentence makes up what is missing. */
export function isMadeUp({ whole, parts, by }: Division, { numbers }: Statement): boolean {
  const last = parts.at(-1);
  if (last === undefined || by === 'total') return false;
  const behind = numbers.filter(
    (one) => one.at > last.at && one.scope === last.scope && isAlike(one, last) && !one.compared,
  );
  let sum = sumOfParts(parts);
  return behind.some(({ value }) => {
    sum += value;
    return Math.abs(sum - whole.value) < 1e-6;
  });
}

function gapOf(whole: SaidNumber, parts: readonly SaidNumber[]): number {
  return Math.abs(sumOfParts(parts) - whole.value);
}

/** 分三批, and two of them are told. */
export function leavesBatch({ parts }: Division, { text }: Statement): boolean {
  const { count = '', kind } =
    /分(?<count>[两二三四五六七八九])(?<kind>[批轮期])/u.exec(text)?.groups ?? {};
  const told = parts.filter(({ label }) => kind !== undefined && label.includes(kind)).length;
  return told > 0 && told < (numeralValue(count) ?? told);
}

/** 网站12家、账号86个、栏目240个，共计338个点位: what has another measure word stands in the row before them. */
export function isMadeWithOther({ whole, parts }: Division, { numbers }: Statement): boolean {
  const [first] = parts;
  const before = numbers.filter((one) => one.at < (first?.at ?? 0) && mayBeAlike(one, whole));
  return before.some((_, index) => {
    const row = [...before.slice(index), ...parts];
    const gaps = row.slice(1).map((one, at) => whole.passage.read.slice(row[at]?.end ?? 0, one.at));
    return (
      sumOfParts(row) === whole.value &&
      gaps.every((gap) => /、/u.test(gap) && !/[，。；]/u.test(gap))
    );
  });
}

/** A clause without a number behind the last part that says of somebody what was not done. */
export function isNamedBehind({ passage, end }: Statement, parts: readonly SaidNumber[]): boolean {
  const behind = passage.read.slice(Math.max(...parts.map((one) => one.end)), end);
  return /[，；、][^，；。\d]{2,40}(?:至今|仍|尚)?未[^，；。\d]{1,12}(?=[。；，]|$)/u.test(behind);
}

/** Whether the parts that were left out only tell how those that are kept stand. */
export function isStated(all: readonly SaidNumber[], kept: readonly SaidNumber[]): boolean {
  return all.every((one) => kept.includes(one) || one.stance !== undefined);
}

/** 已整改 beside 未备案, or beside 网站: two cuts through the same whole. */
export function areOfTwoCuts(parts: readonly SaidNumber[]): boolean {
  if (isOneRow(parts) || isComplete(parts) || parts.every(({ label }) => label === ''))
    return false;
  // 计划开工140项，实际已开工118项.
  const isPlan = ({ label }: SaidNumber) => /计划|拟/u.test(label);
  if (
    parts.some(isPlan) &&
    !parts.every(isPlan) &&
    parts.some(({ label }) => /实际|已/u.test(label))
  )
    return true;
  const settled = parts.filter(({ stance }) => stance?.sign !== 'under way');
  const abouts = new Set(settled.map(({ stance }) => stance?.about).filter((one) => one !== 'any'));
  // 未备案6个、不更新5个 are kinds of problems.
  return abouts.size > 1 && parts.some(({ stance }) => stance?.sign === 'yes');
}
