/** 小结: what a quarter or half-year summary may say, from the checks, the register and the issues of the period. */
import { addDays, type Day, inWords } from '../../day/calendar.ts';
import { type Flow, flowKinds, flows } from '../../domain/figures/flows.ts';
import { reminderFigures, REMINDERS } from '../../domain/figures/reminder-figures.ts';
import { inspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import type { Period } from '../../day/period.ts';
import { periodCounts } from '../../domain/inspection/period-figures.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { rateSentence } from '../../views/inspection/rate-sentence.ts';
import { dayFact, copiedFact, type Value, type TemplateValues } from '../template/value.ts';

/** The values of summary.md. */
export function summaryValues(ledger: Ledger, period: Period, today: Day): TemplateValues {
  const counts = periodCounts(ledger, period);
  const { before, after } = counts;
  const counted = (name: string, rows: readonly string[], from: string): [string, Value] => [
    name,
    { text: String(rows.length), rows, from },
  ];
  return new Map<string, Value>([
    ['主管机关', copiedFact(ledger.site.authority, '站点设置的主管机关')],
    ['期间', copiedFact(period.name, '统计期')],
    ['期初日', dayFact(period.from, '统计期的第一天')],
    ['期末日', dayFact(period.until, '统计期的最后一天')],
    ['统计日期', dayFact(today, '统计截止日')],
    counted(
      '检查次数',
      counts.checks.map(({ id }) => id),
      '检查日在期内的检查',
    ),
    ['检查明细', checkLines(ledger, counts.checks)],
    ['有登记', copiedFact(before.length + after.length > 0 ? '有' : '', '有备案登记的账号')],
    counted('期初在册', before, '期初前一天在册而没有注销的'),
    counted('新入册', counts.entered, '期末在册而期初不在册的'),
    counted('注销', counts.gone, '期初在册而期末已注销的'),
    counted('期末在册', after, '期末在册而没有注销的'),
    counted('期初未完成', counts.flows.before, '期初前一天未完成的问题'),
    ...flowKinds.map((flow) =>
      counted(
        FLOW_NAMES[flow] ?? flows[flow].name,
        counts.flows[flow].map(({ issue }) => issue),
        `期内${flows[flow].definition}`,
      ),
    ),
    ...reminderFigures(ledger, addDays(period.from, -1), period.until).map(
      ([name, value]): [string, Value] => [
        name.replace(REMINDERS, '催办'),
        copiedFact(String(value), '期内登记发出的'),
      ],
    ),
    counted('总数', counts.total, '期末的问题总数'),
    counted('已销号', counts.allClosed, '期末已销号的问题'),
    counted('长期坚持', counts.allSustained, '期末长期坚持的问题'),
    counted('未完成', counts.unfinished, '期末未完成的问题'),
    counted('逾期', counts.overdue, '期末逾期的问题'),
    counted('撤销', counts.withdrawn, '期末撤销的问题'),
  ]);
}

/** 撤销 alone means all that was ever withdrawn. */
const FLOW_NAMES: Partial<Record<Flow, string>> = { withdrawn: '期内撤销' };

/** One paragraph a check. */
function checkLines(ledger: Ledger, checks: ReturnType<typeof periodCounts>['checks']): Value {
  return {
    text: '',
    rows: checks.map(({ id }) => id),
    from: '期内的检查逐次',
    lines: checks.map((check) => {
      const figures = inspectionFigures(ledger, check);
      const { checked, passed, failed } = figures;
      // Whom the office above looked at stands for nobody else.
      const isAbove = check.scope.kind === 'above';
      const rate = isAbove ? '' : `，${rateSentence(figures)}`;
      return `${check.name}（${inWords(check.checkedOn)}）${isAbove ? '上级' : ''}检查${String(checked)}个，合格${String(passed)}个、不合格${String(failed)}个${rate}。`;
    }),
  };
}
