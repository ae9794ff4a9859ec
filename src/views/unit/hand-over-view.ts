/**
 * 移交: an issue follows its account, so a step of the account's register is a step of the issue's story too; and who took
 * it over when its last day had passed is told from when on it is theirs. No figure depends on what is said here.
 */
import { inWords } from '../../day/calendar.ts';
import { handedLate } from '../../domain/issue/deadline/handed-late.ts';
import { type HandOver, handOversOf } from '../../domain/issue/owner.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { registrations } from '../../text/terms.ts';
import { dayView, shownDay } from '../day-view.ts';
import { type Face, mayCallLate } from '../face.ts';
import { givenFact } from '../fact.ts';
import { unitRef } from '../names.ts';
import { shortName } from './short-name.ts';
import type { StoryEntry } from '../issue/story-view.ts';

/**
 * The story with what happened to the account, each before what came on the same day: it holds from the day's beginning.
 * Those of one day keep their order; what is a unit's own tells its steps itself.
 */
export function withHandOvers(
  face: Face,
  { issue, history }: IssueStanding,
  story: readonly StoryEntry[],
): StoryEntry[] {
  const all = [...story];
  const overs = issue.account === undefined ? [] : handOversOf(face.ledger, issue, history);
  // From the last to the first, so that the places in `story` hold in `all` too.
  for (const over of overs.toReversed()) {
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
  const { ledger } = face;
  const taken = takenOver(face, one);
  if (taken === undefined) return '';
  const { over, before, isOverdue, since, isHandedIn } = taken;
  const late = `${isOverdue ? '已逾期' : '已过截止日'}${String(before)}天`;
  const held = since === 0 ? '' : `，接手${String(since)}天${isHandedIn ? '后申请验收' : ''}`;
  const name = (id: string): string => unitRef(ledger, id).name;
  return `${inWords(over.on)}由${name(over.from)}移交${name(over.to)}，移交当天${late}${held}。`;
}

/** 6月11日由甲单位移交来: the same in short, for a row that says how many days late it is. */
export function takenOverInShort(face: Face, one: IssueStanding): string {
  const over = takenOver(face, one)?.over;
  if (over === undefined) return '';
  const from = shortName(face.ledger, unitRef(face.ledger, over.from).name);
  return `${shownDay(face, over.on).short}由${from}移交来`;
}

/** The last hand-over of what was late already on its day, with its two spans. */
function takenOver(
  face: Face,
  one: IssueStanding,
): (NonNullable<ReturnType<typeof handedLate>> & { readonly over: HandOver }) | undefined {
  const { ledger, today } = face;
  const { issue, history, lateness } = one;
  if (!mayCallLate(face, issue.campaign)) return undefined;
  const over = handOversOf(ledger, issue, history).at(-1);
  if (over === undefined) return undefined;
  const standing = { lateness, round: history.round, today };
  const parted = handedLate(standing, over.on, ledger.vocabulary.timing);
  return parted && { ...parted, over };
}
