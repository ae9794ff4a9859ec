/** 按报表计: what was counted of a paper that came back → a snapshot beside those of ledgers, with the number of its letter. */
import { type ChildStanding, childStanding } from '../domain/rollup/child.ts';
import { dayOfSnapshot } from '../domain/rollup/trouble.ts';
import { countsAdded, addedGroups, ON_PAPER } from '../domain/rollup/counts.ts';
import type { Day } from '../day/calendar.ts';
import type { Child } from '../schema/child.ts';
import type { Audience } from '../schema/field.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { ROLLUP_VERSION, type RollupSums } from '../schema/rollup.ts';
import type { PaperPart, Snapshot } from '../schema/snapshot.ts';
import { type GatheredChild, snapshotFolders } from './gather.ts';
import { staleIn } from './judge.ts';

/** A paper that came back as it was counted. */
export interface ChildPaper extends Omit<PaperPart, 'campaign'> {
  /** Of a package, which is of one campaign; a list is of everything. */
  readonly campaign: string | undefined;
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
  const last = kept.findLast((one) => one.outcome === 'good');
  const earlier = last?.outcome === 'good' ? last : undefined;
  const parts = partsWith(paper, earlier?.parts ?? []);
  const doubt =
    doubtOf(paper, sumsOf(ledger, child, level, [paper]), { before, last: earlier, today }) ??
    (kept.some((one) => dayOfSnapshot(one) === today && one.outcome === 'good')
      ? '今天已经收过一份，明天再收'
      : undefined);
  if (doubt !== undefined)
    return { child, level, right: false, sentence: `${doubt}，没有收`, added: undefined };
  const { total = 0, unfinished = 0 } = paper.figures;
  const replaced = replacedBy(paper, earlier);
  const others = parts.filter((one) => one.campaign !== paper.campaign);
  const sentences = [
    `收到报表 ${paper.number}，截至 ${paper.asOf}，${String(total)} 个问题，未完成 ${String(unfinished)} 个`,
    ...others.map((one) => `${one.campaign}仍用 ${one.number} 截至 ${one.asOf} 的`),
    ...(replaced === undefined ? [] : [replaced]),
  ];
  return {
    child,
    level,
    right: replaced === undefined,
    sentence: sentences.join('；'),
    added: {
      path: `${snapshotFolders[level]}/${child.id}/${today}.yaml`,
      record: {
        outcome: 'good',
        sha256: paper.sha256,
        signed: false,
        paper: [...new Set([paper, ...others].map(({ number }) => number))].join('、'),
        ...(parts.length === 0 ? {} : { parts }),
        summary: sumsOf(ledger, child, level, parts.length === 0 ? [paper] : parts),
      },
    },
  };
}

/** The packages that the sums are made of now: the latest of each campaign. None for a list, which is of everything. */
function partsWith({ campaign, ...paper }: ChildPaper, before: readonly PaperPart[]): PaperPart[] {
  if (campaign === undefined) return [];
  return [...before.filter((one) => one.campaign !== campaign), { campaign, ...paper }];
}

type Good = Extract<Snapshot, { outcome: 'good' }>;

/** What was counted by campaigns is now counted as a whole, or the other way round: somebody should know. */
function replacedBy({ campaign }: ChildPaper, last: Good | undefined): string | undefined {
  if (last?.paper === undefined || (campaign === undefined) === (last.parts === undefined))
    return undefined;
  return campaign === undefined
    ? `这份清单不分专项，代替了按专项收的 ${last.paper}`
    : `报送包只有${campaign}一个专项，代替了不分专项的 ${last.paper}；别的专项请一并收`;
}

/** Why a paper is not taken: it is held against the one that it would take the place of. */
function doubtOf(
  paper: ChildPaper,
  sums: RollupSums,
  { before, last, today }: { before: ChildStanding; last: Good | undefined; today: Day },
): string | undefined {
  const { figures, platforms } = paper;
  const { total = 0 } = figures;
  const sum = countsAdded(platforms.map((one) => ({ total: one.total })))['total'] ?? 0;
  const same = last?.parts?.find(({ campaign }) => campaign === paper.campaign);
  const isOther = last?.parts !== undefined && paper.campaign !== undefined && same === undefined;
  const then =
    before.last === undefined || isOther
      ? undefined
      : { ...before.last, summary: { ...before.last.summary, ...same } };
  return (
    staleIn(sums, { before: { ...before, last: then }, today }) ??
    (sum === total ? undefined : `分平台的合计 ${String(sum)} 与问题总数 ${String(total)} 不符`) ??
    ((same ?? last)?.sha256 === paper.sha256 ? '这份报表收过了' : undefined)
  );
}

/** The sums of some papers; as old as the oldest of them. */
function sumsOf(
  { site }: Ledger,
  child: Child,
  level: Audience,
  papers: readonly Pick<PaperPart, 'figures' | 'platforms' | 'asOf'>[],
): RollupSums {
  const figures = countsAdded(papers.map((one) => one.figures));
  const { total = 0, unfinished = 0, closed = 0 } = figures;
  const unsorted = total === 0 ? [] : [{ name: ON_PAPER, total, unfinished, closed }];
  const [asOf = ''] = papers.map((one) => one.asOf).toSorted();
  return {
    version: ROLLUP_VERSION,
    name: child.name,
    authority: child.name,
    code: child.code,
    level,
    asOf,
    commit: '',
    fiction: site.fiction,
    figures,
    withheld: {},
    countedOnly: 0,
    platforms: addedGroups(papers.map((one) => one.platforms)),
    problems: unsorted,
    indicators: unsorted,
    children: [],
    shared: 0,
  };
}
