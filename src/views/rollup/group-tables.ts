/** 按平台、按问题类别、按检查指标: the groups of this ledger and of the children that count, added up by their names. */
import { breakdown, type Dimension } from '../../domain/figures/breakdown.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import type { ChildStanding } from '../../domain/rollup/child.ts';
import {
  addedGroups,
  countOf,
  groupFigures,
  NO_INDICATOR,
  ON_PAPER,
  type PlatformCounts,
} from '../../domain/rollup/counts.ts';
import { type IssueStanding, type Standing, withIssues } from '../../domain/issue/standing.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { RollupSums } from '../../schema/rollup.ts';
import { type CellTable, numeral, words } from '../cell-table.ts';
import type { Face } from '../face.ts';

const dimensions = {
  platforms: { title: '按平台', dimension: 'platform', unit: '类' },
  problems: { title: '按问题类别', dimension: 'problem', unit: '类' },
} as const;
type Group = keyof typeof dimensions | 'indicators';

/** The groups of this ledger alone. */
export function groupsOf({ standing }: Face, dimension: Dimension): PlatformCounts[] {
  return breakdown(standing, dimension).parts.map(({ name, standing: part }) =>
    countsOf(name, part),
  );
}

function countsOf(name: string, part: Standing): PlatformCounts {
  const size = (id: string): number => rowsOf(figureOf(part, id)).length;
  return { name, total: size('total'), unfinished: size('unfinished'), closed: size('closed') };
}

/** M2 内容不更新（2019 版）: the rule that an issue says it was judged by, in its edition; undefined where it says none. */
export function indicatorName(
  { vocabulary }: Ledger,
  { issue: { indicator } }: Pick<IssueStanding, 'issue'>,
): string | undefined {
  if (indicator === undefined) return undefined;
  const edition = vocabulary.indicators.editions.find(({ id }) => id === indicator.edition);
  const all = edition === undefined ? [] : Object.values(edition.veto).flat();
  const name = all.find(({ id }) => id === indicator.id)?.name ?? '';
  return `${[indicator.id, name].join(' ').trim()}（${indicator.edition} 版）`;
}

/** In the order of the rules; what states none behind them. */
function indicatorsOf({ standing, ledger }: Face): PlatformCounts[] {
  const named = Map.groupBy(standing.issues, (one) => indicatorName(ledger, one) ?? '');
  const order = (name: string): string => (name === '' ? '\uffff' : name);
  return [...named]
    .toSorted(([a], [b]) => (order(a) < order(b) ? -1 : 1))
    .map(([name, issues]) => countsOf(name || NO_INDICATOR, withIssues(standing, issues)));
}

/** A ledger that is older than these groups has all its issues in one. */
function indicatorsIn({ indicators, figures }: RollupSums): PlatformCounts[] {
  if (indicators !== undefined) return indicators;
  const [total, unfinished, closed] = groupFigures.map((id) => countOf(figures, id)) as [
    number,
    number,
    number,
  ];
  return total === 0 ? [] : [{ name: NOT_SAID, total, unfinished, closed }];
}
const NOT_SAID = '没有按指标报的';

/**
 * A child's name of a rule by this ledger's own: M2 内容不更新（y2019 版） is M2 of the edition that is called 2019 here. The
 * edition is the one of that id, else the only one of that year; a rule that is not in it keeps its name.
 */
export function ownIndicatorName({ vocabulary }: Pick<Ledger, 'vocabulary'>, name: string): string {
  const { code, label } = STATED.exec(name)?.groups ?? {};
  if (code === undefined || label === undefined) return name;
  const { editions } = vocabulary.indicators;
  const ofYear = editions.filter(
    ({ id }) => yearIn(id) !== undefined && yearIn(id) === yearIn(label),
  );
  const edition =
    editions.find(({ id }) => id === label) ?? (ofYear.length === 1 ? ofYear[0] : undefined);
  const own =
    edition &&
    Object.values(edition.veto)
      .flat()
      .find(({ id }) => id === code);
  return own === undefined || edition === undefined
    ? name
    : `${[own.id, own.name].join(' ').trim()}（${edition.id} 版）`;
}
const STATED = /^(?<code>[A-Z]\d+)(?: [^（）]*)?（(?<label>[^（）]+) 版）$/u;

function yearIn(id: string): string | undefined {
  return /(?<!\d)20\d\d(?!\d)/u.exec(id)?.[0];
}

/** The groups of the ledger with those of its children that count. */
export function wholeGroups(
  face: Face,
  children: readonly ChildStanding[],
  by: Group,
): PlatformCounts[] {
  return addedGroups([
    by === 'indicators' ? indicatorsOf(face) : groupsOf(face, dimensions[by].dimension),
    ...children.flatMap(({ counted, last }) =>
      counted && last
        ? [
            by === 'indicators'
              ? indicatorsIn(last.summary).map((group) => ({
                  ...group,
                  name: ownIndicatorName(face.ledger, group.name),
                }))
              : last.summary[by],
          ]
        : [],
    ),
  ]);
}

const tables: readonly { by: Group; title: string; unit: string }[] = [
  { by: 'platforms', ...dimensions.platforms },
  { by: 'problems', ...dimensions.problems },
  { by: 'indicators', title: '按检查指标', unit: '项' },
];
const UNNAMED: readonly string[] = [NO_INDICATOR, NOT_SAID, ON_PAPER];

export function groupTables(face: Face, children: readonly ChildStanding[]): CellTable[] {
  return tables.map(({ by, title, unit }) => {
    const groups = wholeGroups(face, children, by);
    // Where no issue names a rule there is nothing to be read.
    const shown =
      by === 'indicators' && groups.every(({ name }) => UNNAMED.includes(name)) ? [] : groups;
    return {
      id: by,
      title,
      unit,
      columns: [
        { title: title.slice(1) },
        ...['问题', '未完成', '已销号'].map((column) => ({ title: column, number: true })),
      ],
      rows: shown.map(({ name, total, unfinished, closed }) => [
        words(name),
        numeral(total),
        numeral(unfinished),
        numeral(closed),
      ]),
    };
  });
}
