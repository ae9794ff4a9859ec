/**
 * 各年列入: of what each year listed, how much is closed, goes on or is unfinished by now, and which kinds it was most of.
 * On the public site how many of a year are late is told only where every campaign names late units, since a year may
 * have few.
 */
import { breakdown, type BreakdownPart, dimensions } from '../../domain/figures/breakdown.ts';
import { percent } from '../../domain/figures/figure-value.ts';
import { figureOf, figures, rowsOf } from '../../domain/figures/figures.ts';
import { problemAddress } from '../address.ts';
import { numeral, words } from '../cell-table.ts';
import { type Face, mayCompareUnits } from '../face.ts';
import { byTotal, partViews } from '../figure/part-view.ts';
import type { TrendSection } from './trend-chart.ts';

/** As many kinds of problem are named of a year. */
const FOREMOST = 3;

const COUNTED = {
  total: '列入',
  closed: '已销号',
  sustained: '长期坚持',
  unfinished: '未完成',
  overdue: '其中逾期',
  void: '撤销',
} as const;
type CountId = keyof typeof COUNTED;
const countIds = Object.keys(COUNTED) as CountId[];
type Counted = Readonly<Record<CountId, number>>;

/** What a year listed, counted by how it stands now. */
interface YearListed {
  /** Of four figures. */
  readonly year: string;
  /** 2026年 */
  readonly name: string;
  readonly counts: Counted;
  /** 销号率, as its figure has it. */
  readonly rate: string;
  /** “更新不及时”25个、“未备案”12个: the kinds with the most, the most first; of equals as many as fit. */
  readonly kinds: string;
  /** The same, as a cell of the table has it: 更新不及时25、未备案12. */
  readonly inTable: string;
  /** All of it as a sentence. */
  readonly words: string;
}

/** Nothing where nothing is listed. The latest year comes first: it is the one that is asked for. */
export function yearSection(face: Face): TrendSection[] {
  const years = listedYears(face);
  const shown = countIds.filter((id) => id !== 'overdue' || mayCompareUnits(face));
  const [latest] = years;
  if (latest === undefined) return [];
  return [
    {
      finding: latest.words,
      note: `${dimensions.listedYear.definition}各栏按统计截止日的状态计；${definitionOf('closed-rate')}“每月进出”里的销号按销号的月份计，含以前年份列入的，和这里不同。问题类别：${dimensions.problem.definition}`,
      chart: undefined,
      table: {
        id: 'years',
        title: '各年列入',
        unit: '年',
        columns: [
          { title: '列入年份' },
          ...[...shown.map((id) => COUNTED[id]), '销号率'].map((title) => ({
            title,
            number: true,
          })),
          { title: '最多的类别（项次）' },
        ],
        rows: years.map(({ name, counts, rate, inTable }) => [
          words(name),
          ...shown.map((id) => numeral(counts[id])),
          words(rate),
          words(inTable),
        ]),
      },
    },
  ];
}

/** The years in which anything was listed, the latest first. */
export function listedYears(face: Face): YearListed[] {
  return breakdown(face.standing, 'listedYear')
    .parts.map((part) => yearListed(face, part))
    .toReversed();
}

function yearListed(face: Face, { key, name, standing }: BreakdownPart): YearListed {
  const counts = Object.fromEntries(
    countIds.map((id) => [id, rowsOf(figureOf(standing, id)).length]),
  ) as Counted;
  const share = figureOf(standing, 'closed-rate');
  const kinds = partViews(standing, 'problem', problemAddress).toSorted(byTotal).slice(0, FOREMOST);
  const said = {
    name,
    counts,
    rate: share.kind === 'rate' ? percent(share.numerator, share.denominator) : '',
    kinds: kinds.map((kind) => `“${kind.name}”${String(kind.total)}个`).join('、'),
  };
  const inTable = kinds.map((kind) => `${kind.name}${String(kind.total)}`).join('、');
  return { year: key, ...said, inTable, words: yearInWords(said, mayCompareUnits(face)) };
}

/**
 * 2026年列入119个，已销号29个，转长期坚持10个，未完成78个（其中逾期18个），撤销2个，销号率24.8%；以“更新不及时”25个、…为多。 What was
 * withdrawn is not said where nothing was.
 */
function yearInWords(
  { name, counts, rate, kinds }: Pick<YearListed, 'name' | 'counts' | 'rate' | 'kinds'>,
  withLate: boolean,
): string {
  const { total, closed, sustained, unfinished, overdue } = counts;
  const withdrawn = counts.void === 0 ? '' : `，撤销${String(counts.void)}个`;
  const late = withLate ? `（其中逾期${String(overdue)}个）` : '';
  const most = kinds === '' ? '' : `；最多的是${kinds}`;
  return `${name}列入${String(total)}个，已销号${String(closed)}个，转长期坚持${String(sustained)}个，未完成${String(unfinished)}个${late}${withdrawn}，销号率${rate}${most}。`;
}

function definitionOf(id: string): string {
  const figure = figures.find((one) => one.id === id);
  return figure === undefined ? '' : `${figure.name} = ${figure.definition}`;
}
