/** 趋势: the course of the ledger by month, how long closings took, what each check found, and kinds of problem. */
import { type Day, inWords, monthOf } from '../../day/calendar.ts';
import { inspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { changeInWords, intervalInWords, rateInWords } from '../../domain/inspection/rate.ts';
import { flowKinds, flowMonths, flowRule, flows } from '../../domain/figures/flows.ts';
import { paceMonths, TREND_MONTHS, trendPoints } from '../../domain/figures/trend.ts';
import { inspectionAddress, problemAddress } from '../address.ts';
import { linked, numeral, words } from '../cell-table.ts';
import { monthInWords } from '../day-view.ts';
import type { Edition } from '../edition.ts';
import { byTotal, partViews } from '../figure/part-view.ts';
import type { TrendSection } from './trend-chart.ts';
import { stacks, stageCells, stageColumns } from './trend-stages.ts';

const followed = [
  { id: 'unfinished', name: '未完成' },
  { id: 'overdue', name: '逾期' },
  { id: 'closed', name: '已销号' },
  { id: 'sustained', name: '长期坚持' },
] as const;

/** By month; undefined where not even one month has ended. */
export function courseSection({ ledger, today }: Edition): TrendSection | undefined {
  const points = trendPoints(ledger, today);
  if (points.length < 2) return undefined;
  return {
    note: '每个月末按当天以前的报送重新推算；最后一行是统计截止日。逾期是未完成的一部分；撤销的计入问题总数，不在后四栏里。',
    chart: {
      kind: 'lines',
      columns: points.map(({ on }) => shortMonth(on)),
      lines: followed.map(({ id, name }) => ({ name, values: points.map((point) => point[id]) })),
    },
    table: {
      id: 'course',
      title: '月末状况',
      unit: '个日期',
      columns: [
        { title: '日期' },
        { title: '问题总数', number: true },
        ...followed.map(({ name }) => ({ title: name, number: true })),
      ],
      rows: points.map((point) => [
        words(inWords(point.on)),
        numeral(point.total),
        ...followed.map(({ id }) => numeral(point[id])),
      ]),
    },
  };
}

/** Into 未完成 and out of it, by month; the latest, as many as the course shows. */
export function flowSection({ standing }: Edition): TrendSection[] {
  const months = flowMonths(standing).slice(-TREND_MONTHS);
  if (months.length < 2) return [];
  return [
    {
      note: `${flowRule}，这里的期是月。按轮次计：一个问题先后销号两次的计两次，各月相加等于季度、半年。`,
      chart: undefined,
      table: {
        id: 'flows',
        title: '每月进出',
        unit: '个月',
        columns: [
          { title: '月份' },
          ...['月初未完成', ...flowKinds.map((flow) => flows[flow].name), '月末未完成'].map(
            (title) => ({ title, number: true }),
          ),
        ],
        rows: months.map((month) => [
          words(monthInWords(month.month)),
          numeral(month.before),
          ...flowKinds.map((flow) => numeral(month[flow])),
          numeral(month.after),
        ]),
      },
    },
  ];
}

/** By month of settlement. */
export function paceSection({ standing }: Edition): TrendSection[] {
  const months = paceMonths(standing);
  if (months.length === 0) return [];
  const days = (median: number | undefined): string => String(median ?? 0);
  return [
    {
      note: '按办结的月份：从列入（或重启）到销号、转长期坚持各用了多少天，取中位数。',
      chart: {
        kind: 'columns',
        columns: months.map(({ month, median }) => ({
          name: shortMonth(`${month}-01`),
          value: median ?? 0,
          words: days(median),
        })),
      },
      table: {
        id: 'pace',
        title: '办结用时',
        unit: '个月',
        columns: [
          { title: '月份' },
          { title: '销号（件）', number: true },
          { title: '转长期坚持（件）', number: true },
          { title: '用时中位数（天）', number: true },
          { title: '最长（天）', number: true },
        ],
        rows: months.map(({ month, closed, sustained, median, longest }) => [
          words(monthInWords(month)),
          numeral(closed),
          numeral(sustained),
          words(days(median)),
          numeral(longest),
        ]),
      },
    },
  ];
}

/** Check by check; none on the public site, which has no checks. */
export function checkSection({ ledger, today }: Edition): TrendSection[] {
  const checks = [...ledger.inspections.values()]
    .filter(({ checkedOn }) => checkedOn <= today)
    .map((check) => ({ check, figures: inspectionFigures(ledger, check) }))
    .filter(({ figures }) => figures.checked > 0);
  if (checks.length === 0) return [];
  return [
    {
      note: '每次检查的合格率：全部检查的按全部算；抽查的（斜纹）只按随机抽取的算，竖线是由此推算全部应查的所在范围（威尔逊区间，95%）；回头看的另列，不混在一起。带＊的与前一次口径不同，不可比。',
      chart: {
        kind: 'columns',
        columns: checks.map(({ check, figures: { rate, interval, change } }) => ({
          name: `${shortMonth(check.checkedOn)}${change !== undefined && 'why' in change ? '＊' : ''}`,
          value: (rate ?? 0) / 10,
          words: rateInWords(rate).replace('%', ''),
          ...(interval === undefined
            ? {}
            : { range: [interval.low / 10, interval.high / 10] as const }),
        })),
      },
      table: {
        id: 'checks',
        title: '检查合格率',
        unit: '次',
        columns: [
          { title: '检查' },
          { title: '检查日' },
          { title: '范围' },
          ...['检查', '合格', '不合格', '再看', '仍不合格', '抽取', '合格率'].map((title) => ({
            title,
            number: true,
          })),
          { title: '推算全部应查的' },
          { title: '与前一次相比' },
        ],
        rows: checks.map(({ check, figures }) => [
          linked({ id: check.id, name: check.name, href: inspectionAddress(check.id) }),
          words(inWords(check.checkedOn)),
          words(figures.sampled ? '抽查' : '全部检查'),
          numeral(figures.checked),
          numeral(figures.passed),
          numeral(figures.failed),
          numeral(figures.again),
          numeral(figures.still),
          words(figures.sampled ? String(figures.drawn.checked) : ''),
          words(rateInWords(figures.rate)),
          words(intervalInWords(figures.interval)),
          words(changeInWords(figures.change)),
        ]),
      },
    },
  ];
}

/** By kind, the most frequent first. */
export function problemSection({ standing }: Edition): TrendSection[] {
  const parts = partViews(standing, 'problem', problemAddress).toSorted(byTotal);
  if (parts.length === 0) return [];
  return [
    {
      note: '按统计截止日的状况；一个问题归入几类就在几类里各算一次。',
      chart: stacks(parts),
      table: {
        id: 'problems',
        title: '按问题类别',
        unit: '类',
        columns: [{ title: '问题类别' }, ...stageColumns],
        rows: parts.map((part) => [
          linked({ id: part.key, name: part.name, href: part.href }),
          ...stageCells(part),
        ]),
      },
    },
  ];
}

/** 26年6月: the picture leaves out those that have no room. */
function shortMonth(day: Day): string {
  return `${day.slice(2, 4)}年${String(monthOf(day))}月`;
}
