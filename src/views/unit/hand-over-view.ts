/**
 * 移交: an issue follows its account, so a step of the account's register is a step of the issue's story too; and who took
 * it over when its last day had passed is told from when on it is theirs. No figure depends on what is said here.
 */
import { type Day, daysBetween, inWords } from '../../day/calendar.ts';
import { accountOn } from '../../domain/ledger-on.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { valueOn } from '../../domain/setting.ts';
import { registrations } from '../../text/terms.ts';
import { dayView } from '../day-view.ts';
import { type Face, mayCallLate } from '../face.ts';
import { givenFact } from '../fact.ts';
import { unitRef } from '../names.ts';
import type { StoryEntry } from '../issue/story-view.ts';

/** A day from which on an issue is another unit's; both are ids. */
interface HandOver {
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly publicNote: string | undefined;
  readonly note: string | undefined;
}

/** Those of its account since it was listed, oldest first; what was settled before stays with whom it was settled under. */
function accountHandOvers({ ledger, today }: Face, { issue, history }: IssueStanding): HandOver[] {
  if (issue.account === undefined) return [];
  const { state, round } = history;
  const settledOn =
    state === 'closed' ? round.closedOn : state === 'void' ? round.voidedOn : undefined;
  let from = accountOn(ledger, issue.account, issue.listedOn)?.unit ?? '';
  return (ledger.registry.get(issue.account) ?? []).flatMap((step): HandOver[] => {
    const { reportedOn: on, publicNote, note } = step;
    if (step.action !== 'transferred' || step.to === from) return [];
    if (on <= issue.listedOn || on > (settledOn ?? today)) return [];
    const over = { on, from, to: step.to, publicNote, note };
    from = step.to;
    return [over];
  });
}

/**
 * The story with what happened to the account, each before what came on the same day: it holds from the day's beginning.
 * Those of one day keep their order.
 */
export function withHandOvers(
  face: Face,
  one: IssueStanding,
  story: readonly StoryEntry[],
): StoryEntry[] {
  const all = [...story];
  // From the last to the first, so that the places in `story` hold in `all` too.
  for (const over of accountHandOvers(face, one).toReversed()) {
    const next = story.findIndex(({ on }) => on.iso >= over.on);
    const at = next < 0 ? story.length : next;
    const before = story[at - 1];
    if (before !== undefined) all.splice(at, 0, entryOf(face, over, before));
  }
  return all;
}

function entryOf(
  { ledger, today, audience }: Face,
  { on, from, to, publicNote, note }: HandOver,
  { round, after }: StoryEntry,
): StoryEntry {
  return {
    id: undefined,
    on: dayView(on, today),
    what: registrations.transferred,
    round,
    after,
    became: undefined,
    facts: [
      { name: '移出单位', value: unitRef(ledger, from).name },
      { name: '接收单位', value: unitRef(ledger, to).name },
    ],
    publicNote,
    evidence: [],
    inside: audience === 'internal' ? givenFact('内部备注', note) : [],
  };
}

/**
 * 2026年6月11日由甲单位移交乙单位，移交当天已逾期139天，接手4天。 Of what was late already when the unit that answers for it got
 * it; empty elsewhere, and where the site may not call units late. The two spans come to the days late that stand above.
 */
export function takenOverInWords(face: Face, one: IssueStanding): string {
  const { ledger, today } = face;
  const { issue } = one;
  if (!mayCallLate(face, issue.campaign)) return '';
  const span = lateSpan(one, today);
  const over = [...accountHandOvers(face, one), ...ownHandOvers(one)].at(-1);
  if (span === undefined || over === undefined) return '';
  if (over.on <= span.dueOn || over.on > span.until) return '';
  const held = daysBetween(over.on, span.until);
  const before = span.days - held;
  const grace = valueOn(ledger.vocabulary.timing.graceDays, span.dueOn);
  const late = before > grace ? `已逾期${String(before)}天` : `已过截止日${String(before)}天`;
  const since = held === 0 ? '' : `，接手${String(held)}天${span.after}`;
  const name = (id: string): string => unitRef(ledger, id).name;
  return `${inWords(over.on)}由${name(over.from)}移交${name(over.to)}，移交当天${late}${since}。`;
}

/** The days late, and the day to which they are counted: today, or the day on which it was handed in. */
function lateSpan({ lateness, history }: IssueStanding, today: Day) {
  switch (lateness.kind) {
    case 'overdue':
    case 'in-grace':
      return { dueOn: lateness.dueOn, days: lateness.days, until: today, after: '' };
    case 'waiting-late':
    case 'settled-late': {
      const until = history.round.submittedOn;
      if (until === undefined) return undefined;
      return { dueOn: lateness.dueOn, days: lateness.days, until, after: '后申请验收' };
    }
    default:
      return undefined;
  }
}

/** Of what is a unit's own: steps of its own story, oldest first. */
function ownHandOvers({ issue, history }: IssueStanding): HandOver[] {
  let from = issue.unit ?? '';
  return history.timeline.flatMap(({ update, refusal, on }): HandOver[] => {
    if (update?.action !== 'transferred' || refusal !== undefined) return [];
    const over = { on, from, to: update.to, publicNote: update.publicNote, note: update.note };
    from = update.to;
    return [over];
  });
}
