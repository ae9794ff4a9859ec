/** 趋势: the course of the ledger by month, how long closings took, and kinds of problem. */
import { inWords } from '../../day/calendar.ts';
import {
  closedOfYear,
  closedOfYearRule,
  flowKinds,
  flowMonths,
  flowRule,
  flows,
} from '../../domain/figures/flows.ts';
import { paceMonths, TREND_MONTHS } from '../../domain/figures/trend.ts';
import { problemAddress } from '../address.ts';
import { linked, numeral, words } from '../cell-table.ts';
import { monthInWords } from '../day-view.ts';
import type { Face } from '../face.ts';
import { byTotal, partViews } from '../figure/part-view.ts';
import { unlistedProblems } from '../kind/unlisted-problems.ts';
import { coursePoints } from './course-points.ts';
import type { TrendSection } from './trend-chart.ts';
import {
  courseInWords,
  flowsInWords,
  INS,
  kindsInWords,
  flowNames,
  OUTS,
  paceInWords,
  sumOf,
} from './trend-findings.ts';
import { stageChart, stageCells, stageColumns } from './trend-stages.ts';
import { figureNames, followedFigures } from '../../text/terms.ts';

const followed = followedFigures.map((id) => ({ id, name: figureNames[id] }));

/** By month; undefined where not even one month has ended. */
export function courseSection(face: Face): TrendSection | undefined {
  const { today } = face;
  const points = coursePoints(face);
  if (points.length < 2) return undefined;
  return {
    finding: courseInWords(points, today),
    note: '每个月末按当天以前的报送重新推算；最后一行是统计截止日。逾期是未完成的一部分；撤销的计入问题总数，不在后四栏里。',
    chart: {
      kind: 'lines',
      days: points.map(({ on }) => on),
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
export function flowSection({ standing, today }: Face): TrendSection[] {
  const months = flowMonths(standing).slice(-TREND_MONTHS);
  if (months.length < 2) return [];
  return [
    {
      finding: flowsInWords(months, today, closedOfYear(standing).length),
      note: `${flowRule}，这里的期是月。按轮次计：一个问题先后销号两次的计两次，各月相加等于季度、半年。${closedOfYearRule}。`,
      chart: {
        kind: 'flows',
        ins: flowNames(INS),
        outs: flowNames(OUTS),
        months: months.map((month) => ({
          month: month.month,
          in: sumOf(month, INS),
          out: sumOf(month, OUTS),
        })),
      },
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
export function paceSection({ standing, today }: Face): TrendSection[] {
  const months = paceMonths(standing);
  if (months.length === 0) return [];
  const days = (median: number | undefined): string => String(median ?? 0);
  return [
    {
      finding: paceInWords(months.at(-1), today),
      note: '按销号、转长期坚持的月份：从列入（或重启）到那时各用了多少天，取中位数；没有的月份空着。圆点越大，个数越多。',
      chart: {
        kind: 'points',
        points: months.map(({ month, median, closed, sustained }) => ({
          on: `${month}-15`,
          value: median ?? 0,
          words: `${days(median)}天`,
          size: closed + sustained,
        })),
      },
      table: {
        id: 'pace',
        title: '办结用时',
        unit: '个月',
        columns: [
          { title: '月份' },
          { title: '销号（个）', number: true },
          { title: '转长期坚持（个）', number: true },
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

/** By kind, the most frequent first. */
export function problemSection(face: Face): TrendSection[] {
  const { standing } = face;
  const unlisted = unlistedProblems(face).length;
  const parts = partViews(standing, 'problem', problemAddress).toSorted(byTotal);
  if (parts.length === 0) return [];
  return [
    {
      finding: kindsInWords(parts),
      note: `按统计截止日的状况；一个问题归入几类就在几类里各算一次。${unlisted === 0 ? '' : `台账认得而没有列过的还有${String(unlisted)}类，各0个，列在“按问题类别”页。`}`,
      chart: stageChart(parts),
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
