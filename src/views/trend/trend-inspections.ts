/** 检查合格率: what each check found, drawn parts with their interval, and which of them may be compared. */
import { inWords } from '../../day/calendar.ts';
import { inspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { ownInspections } from '../../domain/inspection/sample.ts';
import { rateChangeInWords, intervalInWords, rateInWords } from '../../domain/inspection/rate.ts';
import { inspectionAddress } from '../address.ts';
import { linked, numeral, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import type { TrendSection } from './trend-chart.ts';
import { inspectionInWords } from './trend-findings.ts';

/** Check by check; none on the public site, which has no checks. */
export function inspectionSection({ ledger, today }: Face): TrendSection[] {
  const checks = ownInspections(ledger)
    .filter(({ checkedOn }) => checkedOn <= today)
    .map((check) => ({ check, figures: inspectionFigures(ledger, check) }))
    .filter(({ figures }) => figures.checked > 0);
  if (checks.length === 0) return [];
  return [
    {
      finding: inspectionInWords(checks.at(-1)),
      note: '每次检查的合格率：全部检查的按全部算；抽查的（空心）只按随机抽取的算，竖线是由此推算全部应查账号的合格率所在范围，置信度95%；回头看的另列，不混在一起。圆点越大，检查的越多；与前一次口径不同、不可比的，两点之间不连线。',
      chart: {
        kind: 'points',
        most: 100,
        points: checks.map(
          ({ check, figures: { rate, interval, change, checked, drawn, sampled } }) => ({
            on: check.checkedOn,
            value: (rate ?? 0) / 10,
            words: rateInWords(rate),
            size: sampled ? drawn.checked : checked,
            ...(change !== undefined && 'why' in change ? { apart: true } : {}),
            ...(interval === undefined
              ? {}
              : { range: [interval.low / 10, interval.high / 10] as const }),
          }),
        ),
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
          words(rateChangeInWords(figures.change)),
        ]),
      },
    },
  ];
}
