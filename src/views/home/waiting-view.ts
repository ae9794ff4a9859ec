/**
 * 等谁办: what waits for whom, for what and for how long, and whose it is — the unit's own, late first, then what waits
 * for others, each issue in the row of its next step; on the internal site only.
 */
import { awaitedSteps } from '../../text/terms.ts';
import { daysBetween } from '../../day/calendar.ts';
import { isOverdue } from '../../domain/figures/lateness.ts';
import { owners, steps } from '../../domain/issue/next-step.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { waitingSince } from '../../domain/issue/deadline/waiting.ts';
import { figureAddress, issueAddress, turnAddress } from '../address.ts';
import type { Face } from '../face.ts';
import { awaitingByStep, stepsApart, turns } from '../due/turn-view.ts';
import { lateInShort } from '../unit/late-aside.ts';
import { shortName } from '../unit/short-name.ts';

export interface WaitingRow {
  /** 责任单位, 审核员, 上级; 公示期 while time alone must pass. */
  readonly who: string;
  /** 验收或退回, 登记公示 … */
  readonly what: string;
  readonly count: number;
  /** 都在待上级核销7个之内: of what failed since it was accepted, where the tile above counts it; else empty. */
  readonly counted: string;
  readonly longest: number;
  /** The page that lists them. */
  readonly list: string;
  /** The units whose they are, the one with the longest first: the first few, each with its longest issue; none of what is in
   * time with its unit, whom nobody waits for. */
  readonly units: readonly WaitingUnit[];
  /** How many units have waited as long as the last that is named, where not all of them are named; else 0. */
  readonly tied: number;
  /** How many units there are in all. */
  readonly unitCount: number;
}

export interface WaitingUnit {
  /** The name without what all units of the ledger begin with. */
  readonly name: string;
  readonly days: number;
  /** 6月11日移交来；检查已到位，待申请验收: what is to be read with the days; mostly empty. */
  readonly note: string;
  /** The page of its issue that has waited for longest. */
  readonly href: string;
}

const ORDER = [
  'overdue',
  'report',
  'verify',
  'recall',
  'publicise',
  'publicity',
  'confirm',
  'review',
] as const;
type Step = (typeof ORDER)[number];

/** Where each is listed. */
const LISTS: Record<Step, string> = {
  overdue: figureAddress('overdue'),
  report: turnAddress('report'),
  verify: figureAddress('to-verify'),
  recall: turnAddress('recall'),
  publicise: figureAddress('held-unpublicised'),
  publicity: figureAddress('held-publicity'),
  confirm: figureAddress('held-above'),
  review: turnAddress('recheck'),
};

/** Who is waited for, as the next step of each issue says. */
const WHO: Record<Step, string> = {
  overdue: owners.unit,
  report: owners.unit,
  verify: owners.reviewer,
  recall: owners.reviewer,
  publicise: owners.reviewer,
  publicity: '公示期',
  confirm: owners.above,
  review: owners.reviewer,
};

/** What is waited for. */
const WHAT: Record<Step, string> = {
  overdue: '整改后申请验收（已逾期）',
  report: '整改后申请验收（未逾期）',
  verify: steps.verify,
  recall: '核实又不合格的，退回',
  publicise: steps.publicise,
  publicity: '尚未期满',
  confirm: steps.confirm,
  review: steps.review,
};

/** How many units are named in a row. */
const NAMED = 3;

/** One row a step that is waited for, in the order of an issue's way. */
export function waitingRows(face: Face): WaitingRow[] {
  const { audience, ledger, standing, today } = face;
  if (audience === 'public') return [];
  const recalled = new Set(standing.issues.filter((one) => turns.recall.has(one, face)));
  const apart = stepsApart(face);
  const days = ({ history, lateness }: IssueStanding): number => {
    if (lateness.kind === 'review') return -lateness.days;
    if (lateness.kind === 'overdue') return lateness.days;
    return daysBetween(waitingSince(history) ?? today, today);
  };
  return ORDER.flatMap((step): WaitingRow[] => {
    const issues = standing.issues
      .filter((one) => (recalled.has(one) ? step === 'recall' : isAt(one, step)))
      .toSorted((a, b) => days(b) - days(a));
    const [first] = issues;
    if (first === undefined) return [];
    const units = [...Map.groupBy(issues, ({ unit }) => unit)].flatMap(([unit, [longest]]) => {
      const name = ledger.units.get(unit)?.name ?? longest?.issue.listedHost ?? '';
      return longest === undefined
        ? []
        : [
            {
              name: shortName(ledger, name),
              days: days(longest),
              note: lateInShort(face, longest),
              href: issueAddress(longest.id),
            },
          ];
    });
    return [
      {
        who: WHO[step],
        what: WHAT[step],
        count: issues.length,
        counted: step === 'recall' ? countedInWords(face) : '',
        longest: days(first),
        list: apart.has(step) ? turnAddress(step) : LISTS[step],
        units: step === 'report' ? [] : units.slice(0, NAMED),
        tied: step === 'report' ? 0 : tiedWithLast(units),
        unitCount: units.length,
      },
    ];
  });
}

/** 计入待上级核销7个: what is to be sent back is still counted where it stood when it failed. */
function countedInWords(face: Face): string {
  const parts = awaitingByStep(face).filter(({ failed }) => failed > 0);
  return parts
    .map(({ step, count, failed }) => {
      const these = parts.length > 1 ? `${String(failed)}个` : '';
      return `${these}计入${awaitedSteps[step]}${String(count)}个`;
    })
    .join('，');
}

/** Three are named, and a fourth that has waited as long is not: those of that length, with the named ones. */
function tiedWithLast(units: readonly WaitingUnit[]): number {
  const last = units[NAMED - 1];
  if (last === undefined || units[NAMED]?.days !== last.days) return 0;
  return units.filter(({ days }) => days === last.days).length;
}

function isAt(one: IssueStanding, step: Step): boolean {
  if (step === 'overdue') return isOverdue(one);
  if (step === 'report') return turns.report.has(one);
  return one.history.next.step === step;
}
