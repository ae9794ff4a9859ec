/**
 * 明细自身: what contradicts itself in the rows that a ledger sends up. Each row says in which figures it is counted; what
 * follows from its state, its last day, its platform and its problems is counted here once more, so that neither 逾期 nor a
 * rate is taken from what the child says of it.
 */
import type { FigureCounts, RowsFile, RollupSums } from '../../schema/rollup.ts';
import { own as held } from '../../text/own.ts';
import { states } from '../../text/terms.ts';
import { SETTLED, type State, UNFINISHED, WITH_UNIT } from '../issue/transition.ts';
import { countOf, groupFigures, NO_INDICATOR, ofKey, type PlatformCounts } from './counts.ts';

type IssueRow = RowsFile['issues'][number];

/** What programs before 0.2 call a state. */
const FORMERLY: readonly (readonly [string, State])[] = [['待验收', 'submitted']];
const stateCalled = new Map<string, State>([
  ...FORMERLY,
  ...(Object.keys(states) as State[]).map((id) => [states[id], id] as const),
]);
const stateOf = ({ state }: IssueRow): State | undefined => stateCalled.get(state);

/** What a row whose last day is over may be counted as. */
const AFTER_THE_DAY = ['overdue', 'in-grace', 'deferred'];
/** The shares of the valid issues, and the figure that each is the share of. */
const SHARES = {
  'closed-rate': 'closed',
  'sustained-rate': 'sustained',
  'unfinished-rate': 'unfinished',
  'overdue-rate': 'overdue',
} as const;
const IN_TIME = 'in-time-rate';
/** Up to this format a ledger counts what was 长期坚持 and was withdrawn then in 按期率. */
const VOID_IN_TIME = '1.3';

/** The figures that a state decides alone. */
function decidedBy(state: State): ReadonlySet<string> {
  const ids = ['total', state, ...(state === 'void' ? [] : ['valid'])];
  if (UNFINISHED.has(state)) ids.push('unfinished');
  const shares = Object.entries(SHARES).flatMap(([rate, of]) => [
    ...(ids.includes(of) ? [rate] : []),
    ...(state === 'void' ? [] : [ofKey(rate)]),
  ]);
  return new Set([...ids, ...shares]);
}

const decided = new Map((Object.keys(states) as State[]).map((id) => [id, decidedBy(id)]));
const DECIDED = new Set([...decided.values()].flatMap((ids) => [...ids]));

/** Chinese sentences without their full stop. `nameOf` gives the name of a figure. */
export function rowContradictions(
  sums: RollupSums,
  { issues, asOf }: RowsFile,
  nameOf: (id: string) => string,
): string[] {
  const { figures, own = figures, withheld } = sums;
  return [
    ...byState(issues, own, withheld, nameOf),
    ...byDay(issues, withheld, asOf),
    ...rates(issues, sums, nameOf),
    ...groups(sums, issues),
  ];
}

const wrong = (count: number, why: string): string[] =>
  count === 0 ? [] : [`合计与明细不符：有 ${String(count)} 个问题${why}`];

/** A row is counted in what its state says, in each figure that this ledger knows. */
function byState(
  issues: readonly IssueRow[],
  own: FigureCounts,
  withheld: FigureCounts,
  nameOf: (id: string) => string,
): string[] {
  const known = [...DECIDED].filter(
    (id) => held(own, id) !== undefined && countOf(withheld, id) === 0,
  );
  const first = known.find((id) => issues.some((one) => isMisplaced(one, id)));
  if (first === undefined) return [];
  const count = issues.filter((one) => isMisplaced(one, first)).length;
  return wrong(count, `的状态与所计的“${nameOf(first)}”不符`);
}

function isMisplaced(one: IssueRow, id: string): boolean {
  const state = stateOf(one);
  // A newer program may know a state that this one does not.
  return state !== undefined && one.figures.includes(id) !== decided.get(state)?.has(id);
}

/** 逾期 counted from the last day of each row, where the rows name it. */
function byDay(issues: readonly IssueRow[], withheld: FigureCounts, asOf: string): string[] {
  const isLate = ({ figures }: IssueRow): boolean => figures.includes('overdue');
  const handedIn = issues.filter((one) => {
    const state = stateOf(one);
    return isLate(one) && state !== undefined && !WITH_UNIT.has(state);
  });
  const early = issues.filter((one) => isLate(one) && one.dueOn !== undefined && one.dueOn >= asOf);
  const silent = issues.filter((one) => {
    const state = stateOf(one);
    return (
      one.dueOn !== undefined &&
      one.dueOn < asOf &&
      state !== undefined &&
      // Nothing was handed in that still stands: only these can be late.
      WITH_UNIT.has(state) &&
      !AFTER_THE_DAY.some((id) => one.figures.includes(id))
    );
  });
  const hidden = AFTER_THE_DAY.reduce((sum, id) => sum + countOf(withheld, id), 0);
  return [
    ...wrong(handedIn.length, '已经申请验收或办结，还计为逾期'),
    ...wrong(early.length, '还没有过截止日，计为逾期'),
    ...wrong(Math.max(0, silent.length - hidden), '过了截止日，没有计为逾期、宽限或暂缓'),
  ];
}

/** A rate is its figure over the valid issues; 按期率 is of what was settled. */
function rates(
  issues: readonly IssueRow[],
  { version, figures, own = figures, withheld }: RollupSums,
  nameOf: (id: string) => string,
): string[] {
  const isOld = orderOf(version) <= orderOf(VOID_IN_TIME);
  const shares = Object.entries(SHARES).filter(
    ([rate, of]) =>
      held(own, rate) !== undefined &&
      (countOf(own, rate) !== countOf(own, of) ||
        countOf(own, ofKey(rate)) !== countOf(own, 'valid')),
  );
  const inTime = issues.filter((one) => {
    const state = stateOf(one);
    const [isIn, isOf] = [one.figures.includes(IN_TIME), one.figures.includes(ofKey(IN_TIME))];
    const isHidden = countOf(withheld, IN_TIME) + countOf(withheld, ofKey(IN_TIME)) > 0;
    const isOwn = state === undefined || SETTLED.has(state) || (isOld && state === 'void');
    return (!isHidden && isIn && !isOf) || (isOf && !isOwn);
  });
  return [
    ...shares.map(([rate]) => `合计与明细不符：${nameOf(rate)}不是它的问题数除以有效问题`),
    ...wrong(inTime.length, '没有办结或没有截止日，还计入按期率'),
  ];
}

/** A format as a number, so that 1.10 comes after 1.3. */
function orderOf(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
}

/** The groups counted from the rows; of a ledger with children they hold theirs as well. */
function groups(
  { platforms, problems, indicators, children }: RollupSums,
  issues: readonly IssueRow[],
): string[] {
  const isWhole = children.every(({ counted }) => !counted);
  const isMatched = (
    said: readonly PlatformCounts[],
    counted: readonly PlatformCounts[],
  ): boolean => {
    const by = new Map(said.map((one) => [one.name, one]));
    return counted.every((one) => {
      const group = by.get(one.name);
      return groupFigures.every((id) =>
        isWhole ? (group?.[id] ?? 0) === one[id] : (group?.[id] ?? 0) >= one[id],
      );
    });
  };
  return [
    ...(isMatched(
      platforms,
      grouped(issues, ({ platform }) => [platform]),
    )
      ? []
      : ['合计与明细不符：按平台的数不是明细里的数']),
    ...(isMatched(
      problems,
      grouped(issues, ({ problems: names }) => names),
    )
      ? []
      : ['合计与明细不符：按问题类别的数不是明细里的数']),
    ...(indicators === undefined ||
    isMatched(
      indicators,
      grouped(issues, ({ indicator }) => [indicator ?? NO_INDICATOR]),
    )
      ? []
      : ['合计与明细不符：按检查指标的数不是明细里的数']),
  ];
}

function grouped(
  issues: readonly IssueRow[],
  namesOf: (one: IssueRow) => readonly string[],
): PlatformCounts[] {
  const pairs = issues.flatMap((one) => [...new Set(namesOf(one))].map((name) => ({ name, one })));
  return [...Map.groupBy(pairs, ({ name }) => name)].map(([name, list]) => {
    const size = (id: string): number => list.filter(({ one }) => one.figures.includes(id)).length;
    return { name, total: list.length, unfinished: size('unfinished'), closed: size('closed') };
  });
}
