/** 先后两数: which of two numbers is the one of the time before, by the words around them. */

/** A number with the words between it and the one before it. */
export interface LedNumber {
  readonly at: number;
  readonly end: number;
  readonly lead: string;
}

/** Another time than the one that is reported on. */
export const PAST =
  /上[一个]*(?:季度|月|年|期|次|半年|周)|去年|前年|上年|同期|此前|年初|(?:整治|清理|整改|整合)前|前一?(?:季度|期|年|次)/u;
const NOW = /本(?:季度|月|年|期|次|周)|今年|当[年月季期]|目前|现|下半年|(?:整治|清理|整改|整合)后/u;
const QUARTERS = '一二三四';

/** Which of two numbers comes first in time; undefined where nothing says so. */
export function earlierOf(
  text: string,
  one: LedNumber,
  two: LedNumber,
): 'first' | 'second' | undefined {
  const between = text.slice(one.end, two.at);
  const near = one.lead.slice(-16);
  if (/[由从自][^，由从自]*$/u.test(near) && /[到至为成]/u.test(between)) return 'first';
  if (/(?:增|升|减|降|涨|扩大|提高|压缩|压减)[加长少低高]?[到至为]/u.test(between)) return 'first';
  const ownClause = /[^，。；：]*$/u.exec(two.lead)?.[0] ?? '';
  // 36个，为上年12个的; 90条，较上季度的30条.
  if (/[比较]/u.test(ownClause) && !/[比较]/u.test(near)) return 'second';
  const [a, b] = [PAST.test(one.lead), PAST.test(two.lead)];
  if (a !== b && !(a && /[比较]/u.test(near) && /^[^，]*[增减提下上]/u.test(between)))
    return a ? 'first' : 'second';
  // 总体94.3%，第一季度为91.8%: what names no time is of this one.
  if (
    /(?:^|，)(?:而|其中)?(?:第?[一二三四]季度|[上下]半年|\d{1,2}月份?|\d{4}年)[^，。；]{0,6}$/u.test(
      two.lead,
    ) &&
    !/季度|半年|月|年|一次|首次/u.test(one.lead)
  )
    return 'second';
  return byPeriods(one.lead, two.lead);
}

/** 上半年 before 下半年, 一季度 before 二季度, 2022年 before 2023年. */
function byPeriods(one: string, two: string): 'first' | 'second' | undefined {
  const [a, b] = [one, two].map((lead) => placeOf(lead));
  const [year, other] = [one, two].map((lead) => /\d{4}(?=年)/u.exec(lead)?.[0]);
  if (year !== undefined && other !== undefined && year !== other)
    return year < other ? 'first' : 'second';
  if (a !== undefined && b !== undefined && a.kind === b.kind && a.value !== b.value)
    return a.value < b.value ? 'first' : 'second';
  if (NOW.test(two) && !NOW.test(one) && a !== undefined) return 'first';
  if (NOW.test(one) && !NOW.test(two) && b !== undefined) return 'second';
  return undefined;
}

function placeOf(lead: string): { kind: string; value: number } | undefined {
  const all = [
    ...lead.matchAll(
      /(?<half>[上下])半年|第?(?<quarter>[一二三四])季度|(?<year>\d{4})年(?!\d)|(?<month>\d{1,2})月份?/gu,
    ),
  ];
  const { half, quarter, year, month } = all.at(-1)?.groups ?? {};
  if (half !== undefined) return { kind: 'half', value: half === '上' ? 0 : 1 };
  if (quarter !== undefined) return { kind: 'quarter', value: QUARTERS.indexOf(quarter) };
  if (month !== undefined) return { kind: 'month', value: Number(month) };
  return year === undefined ? undefined : { kind: 'year', value: Number(year) };
}
