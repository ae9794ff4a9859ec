/** 按报表计: what was counted of a returned paper → a snapshot beside those of ledgers, with the number of its letter. */
import { childStanding, dayOfSnapshot } from '../domain/rollup/child.ts';
import { countsAdded } from '../domain/rollup/counts.ts';
import type { Day } from '../day/calendar.ts';
import type { Child } from '../schema/child.ts';
import type { Audience } from '../schema/field.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { ROLLUP_VERSION, type RollupSummary } from '../schema/rollup.ts';
import { type GatheredChild, snapshotFolders } from './gather.ts';
import { staleIn } from './judge.ts';

/** A returned paper as it was counted. */
export interface ChildPaper {
  readonly figures: RollupSummary['figures'];
  readonly platforms: RollupSummary['platforms'];
  /** The day of which it speaks. */
  readonly asOf: Day;
  /** 文号 */
  readonly number: string;
  readonly sha256: string;
}

/** The levels at which a child is counted from papers. */
export function paperLevels(child: Child): Audience[] {
  return (['public', 'internal'] as const).filter((level) => {
    const place = child[level];
    return place !== undefined && 'paper' in place;
  });
}

/** A snapshot of the paper at one level, or why there is none. */
export function takePaper(
  ledger: Ledger,
  child: Entry<Child>,
  level: Audience,
  paper: ChildPaper,
  today: Day,
): GatheredChild {
  const kept = ledger.snapshots[level].get(child.id) ?? [];
  const before = childStanding(child, kept, today);
  const { figures, platforms, asOf, number, sha256 } = paper;
  const { total = 0, unfinished = 0, closed = 0 } = figures;
  const summary: RollupSummary = {
    version: ROLLUP_VERSION,
    name: child.name,
    authority: child.name,
    code: child.code,
    level,
    asOf,
    commit: '',
    fiction: ledger.site.fiction,
    figures,
    withheld: {},
    countedOnly: 0,
    platforms,
    problems: total === 0 ? [] : [{ name: '未归类（按报表计）', total, unfinished, closed }],
    children: [],
    shared: 0,
  };
  const parts = countsAdded(platforms.map((one) => ({ total: one.total })))['total'] ?? 0;
  const isTaken = kept.some((one) => dayOfSnapshot(one) === today && one.outcome === 'good');
  const last = kept.findLast((one) => one.outcome === 'good');
  const doubt =
    staleIn(summary, { before, today }) ??
    (parts === total
      ? undefined
      : `分平台的合计 ${String(parts)} 与问题总数 ${String(total)} 不符`) ??
    (last?.outcome === 'good' && last.sha256 === sha256
      ? '这份报表收过了'
      : isTaken
        ? '今天已经收过一份，明天再收'
        : undefined);
  if (doubt !== undefined)
    return { child, level, right: false, sentence: `${doubt}，没有收`, added: undefined };
  return {
    child,
    level,
    right: true,
    sentence: `收到报表 ${number}，截至 ${asOf}，${String(total)} 个问题，未完成 ${String(unfinished)} 个`,
    added: {
      path: `${snapshotFolders[level]}/${child.id}/${today}.yaml`,
      record: { outcome: 'good', sha256, signed: false, paper: number, summary },
    },
  };
}
