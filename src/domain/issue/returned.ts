/** 退回: what a unit must know of an issue that lies with it again, in one place for every message that says so. */
import { type Day, inWords } from '../../day/calendar.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { History } from './replay.ts';

/** 2024年6月10日退回：照片看不清 — where the last step until that day is a return; else undefined. Said inside only. */
export function returnedInWords(
  { updates }: Pick<Ledger, 'updates'>,
  issue: string,
  day: Day,
): string | undefined {
  const last = updates.get(issue)?.findLast(({ reportedOn }) => reportedOn <= day);
  return last?.action === 'returned'
    ? `${inWords(last.reportedOn)}退回：${last.reason ?? last.publicNote ?? ''}`
    : undefined;
}

/** A return that stands: the unit has not handed in again. */
export interface Returned {
  readonly on: Day;
  /** The reviewer's, as Chinese text; of a public repository the public note. Empty where neither is on record. */
  readonly reason: string;
  /** When a reviewer moved the last day after it; undefined where it stayed. */
  readonly movedOn: Day | undefined;
}

/** The return that an issue lies with its unit by; undefined where it was not sent back, or a report answered it. */
export function standsReturned({
  state,
  timeline,
}: Pick<History, 'state' | 'timeline'>): Returned | undefined {
  const counted = timeline.flatMap(({ update, refusal }) =>
    update === undefined || refusal !== undefined ? [] : [update],
  );
  const update =
    state === 'returned' ? counted.findLast((one) => one.action === 'returned') : undefined;
  if (update === undefined) return undefined;
  const moved = counted
    .slice(counted.indexOf(update) + 1)
    .findLast(({ action }) => action === 'extended' || action === 'deferred');
  return {
    on: update.reportedOn,
    reason: update.reason ?? update.publicNote ?? '',
    movedOn: moved?.reportedOn,
  };
}

/**
 * By when to hand in again, as a clause without a full stop: a return moves no day by itself, so it is the last day that
 * held before, or the one that a reviewer has set since.
 */
export function dayOnceReturned(
  { movedOn }: Pick<Returned, 'movedOn'>,
  dueOn: Day | undefined,
): string {
  if (dueOn === undefined) return '没有截止日，退回也没有另定，请尽快整改后再申请验收';
  if (movedOn !== undefined)
    return `重新报送的期限是${inWords(dueOn)}（退回后${inWords(movedOn)}批准）`;
  return `退回不改截止日，重新报送的期限仍是${inWords(dueOn)}`;
}
