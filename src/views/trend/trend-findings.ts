/** 趋势的话: what each section of 趋势 says, in sentences that a circular could print; every number stands in its table. */
import { type Day, endOfMonth, monthOf, yearOf } from '../../day/calendar.ts';
import type { InspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { rateChangeInWords, intervalInWords, rateInWords } from '../../domain/inspection/rate.ts';
import { type Flow, flowKinds, type FlowMonth, flows } from '../../domain/figures/flows.ts';
import type { PaceMonth, TrendPoint } from '../../domain/figures/trend.ts';
import { changeInWords as countChange, endInWords } from '../change-words.ts';
import { dayView } from '../day-view.ts';
import type { PartView } from '../figure/part-view.ts';

/** 未完成81个，较5月底减少3个；其中逾期18个，较5月底增加4个。 */
export function courseInWords(points: readonly TrendPoint[], today: Day): string {
  const [then, now] = points.slice(-2);
  if (then === undefined || now === undefined) return '';
  const since = endInWords(then.on, today);
  const said = (id: 'unfinished' | 'overdue'): string =>
    `${String(now[id])}个，${countChange(now[id], then[id], since)}`;
  return `未完成${said('unfinished')}；其中逾期${said('overdue')}。`;
}

/** The ways into 未完成, and out of it. */
export const INS = flowKinds.filter((flow) => flows[flow].sign > 0);
export const OUTS = flowKinds.filter((flow) => flows[flow].sign < 0);
export const flowNames = (kinds: readonly Flow[]): string =>
  kinds.map((flow) => flows[flow].name).join('、');
export const sumOf = (month: FlowMonth, kinds: readonly Flow[]): number =>
  kinds.reduce((sum, flow) => sum + month[flow], 0);

/**
 * Of the year of the day: 2026年以来，新列38个、重启5个，销号16个、转长期坚持9个、撤销1个，其中2026年列入的，已销号9个；未完成由年初的31个变为
 * 81个。 The closed ones of earlier years are no part of 新列, so what of the year is closed stands beside it.
 */
export function flowsInWords(
  months: readonly FlowMonth[],
  today: Day,
  closedOfYear: number,
): string {
  const year = months.filter(({ month }) => month.startsWith(today.slice(0, 4)));
  const [first, last] = [year.at(0), year.at(-1)];
  if (first === undefined || last === undefined) return '';
  const said = (kinds: readonly Flow[]): string =>
    kinds
      .map(
        (flow) => `${flows[flow].name}${String(year.reduce((sum, one) => sum + one[flow], 0))}个`,
      )
      .join('、');
  const since = first.month.endsWith('-01')
    ? `年初的${String(first.before)}个`
    : `${String(monthOf(`${first.month}-01`))}月初的${String(first.before)}个`;
  const now =
    first.before === last.after ? `与${since}持平` : `由${since}变为${String(last.after)}个`;
  const own = `其中${String(yearOf(today))}年列入的，已销号${String(closedOfYear)}个`;
  return `${String(yearOf(today))}年以来，${said(INS)}，${said(OUTS)}；${own}；未完成${now}。`;
}

/** 6月销号3个、转长期坚持1个，用时中位数32天，最长145天。 */
export function paceInWords(month: PaceMonth | undefined, today: Day): string {
  if (month === undefined) return '';
  const name = dayView(endOfMonth(`${month.month}-01`), today).short.replace(/\d+日$/u, '');
  const parts = [
    ...(month.closed > 0 ? [`销号${String(month.closed)}个`] : []),
    ...(month.sustained > 0 ? [`转长期坚持${String(month.sustained)}个`] : []),
  ].join('、');
  return `${name}${parts}，用时中位数${String(month.median ?? 0)}天，最长${String(month.longest)}天。`;
}

/** 示例区2026年第一季度检查合格率87.0%（推算全部应查的在76.2%至93.3%之间），与前一次相比持平。 */
export function inspectionInWords(
  last:
    { readonly check: { readonly name: string }; readonly figures: InspectionFigures } | undefined,
): string {
  if (last === undefined) return '';
  const { rate, interval, change } = last.figures;
  const range =
    interval === undefined ? '' : `（推算全部应查的在${intervalInWords(interval)}之间）`;
  const compared = change === undefined ? '' : `，与前一次相比${rateChangeInWords(change)}`;
  return `${last.check.name}合格率${rateInWords(rate)}${range}${compared}。`;
}

/** 未完成的以“更新不及时”最多，25个；12类问题里9类还有未完成的。 */
export function kindsInWords(parts: readonly PartView[]): string {
  const open = parts.filter(({ unfinished }) => unfinished > 0);
  const most = Math.max(...open.map(({ unfinished }) => unfinished));
  const first = open.filter(({ unfinished }) => unfinished === most).map(({ name }) => `“${name}”`);
  if (open.length === 0) return `${String(parts.length)}类问题都没有未完成的。`;
  const among =
    open.length === parts.length
      ? `${String(parts.length)}类问题都还有未完成的`
      : `${String(parts.length)}类问题里${String(open.length)}类还有未完成的`;
  return `未完成的以${first.join('、')}最多，${first.length > 1 ? '各' : ''}${String(most)}个；${among}。`;
}
