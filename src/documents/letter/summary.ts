/** 小结: what a quarter or half-year summary may say, from the checks, the register and the issues of the period. */
import { type Day, inWords } from '../../day/calendar.ts';
import { inspectionFigures, rateInWords } from '../../domain/inspection/inspection-figures.ts';
import type { Period } from '../../day/period.ts';
import { periodCounts } from '../../domain/inspection/period-figures.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { dayFact, fact, type Value, type Values } from '../template/value.ts';

/** The values of summary.md. */
export function summaryValues(ledger: Ledger, period: Period, today: Day): Values {
  const counts = periodCounts(ledger, period);
  const { before, after } = counts;
  const counted = (name: string, rows: readonly string[], from: string): [string, Value] => [
    name,
    { text: String(rows.length), rows, from },
  ];
  return new Map<string, Value>([
    ['主管机关', fact(ledger.site.authority, '站点设置的主管机关')],
    ['期间', fact(period.name, '统计期')],
    ['期初日', dayFact(period.from, '统计期的第一天')],
    ['期末日', dayFact(period.until, '统计期的最后一天')],
    ['统计日期', dayFact(today, '统计截止日')],
    counted(
      '检查次数',
      counts.checks.map(({ id }) => id),
      '检查日在期内的检查',
    ),
    ['检查明细', checkLines(ledger, counts.checks)],
    ['有登记', fact(before.length + after.length > 0 ? '有' : '', '有备案登记的账号')],
    counted('期初在册', before, '期初前一天在册而没有注销的'),
    counted('新入册', counts.entered, '期末在册而期初不在册的'),
    counted('注销', counts.gone, '期初在册而期末已注销的'),
    counted('期末在册', after, '期末在册而没有注销的'),
    counted('新列', counts.listed, '期内列入的问题'),
    counted('销号', counts.closed, '期内销号的问题'),
    counted('转长期坚持', counts.sustained, '期内转入长期坚持的问题'),
    counted('重启', counts.reopened, '期内重启的问题'),
    counted('总数', counts.total, '期末的问题总数'),
    counted('已销号', counts.allClosed, '期末已销号的问题'),
    counted('长期坚持', counts.allSustained, '期末长期坚持的问题'),
    counted('未完成', counts.unfinished, '期末未完成的问题'),
    counted('逾期', counts.overdue, '期末逾期的问题'),
    counted('撤销', counts.withdrawn, '期末撤销的问题'),
  ]);
}

/** One paragraph a check. */
function checkLines(ledger: Ledger, checks: ReturnType<typeof periodCounts>['checks']): Value {
  return {
    text: '',
    rows: checks.map(({ id }) => id),
    from: '期内的检查逐次',
    lines: checks.map((check) => {
      const { checked, passed, failed, rate } = inspectionFigures(ledger, check);
      return `${check.name}（${inWords(check.checkedOn)}）检查${String(checked)}个，合格${String(passed)}个、不合格${String(failed)}个，合格率${rateInWords(rate)}。`;
    }),
  };
}
