/** 轮次: one run of an issue from its listing or reopening to its settlement; a reopening starts the next one. */
import type { ReopenGround, VoidGround } from '../../../schema/update.ts';
import type { Day } from '../../../day/calendar.ts';
import type { Settlement } from '../transition.ts';

/** 延期 or 暂缓: a last day moved by a reviewer; the day before stays on record. */
export interface Extension {
  /** Id of the update. */
  readonly id: string;
  /** 暂缓: for a reason outside the unit it cannot be finished yet; until `to` it is counted apart. */
  readonly deferred: boolean;
  readonly reportedOn: Day;
  readonly askedOn: Day;
  /** Undefined where a deferral gave a last day to what had none. */
  readonly from: Day | undefined;
  readonly to: Day;
  /** 逾期后批准: days from the last day to the approval, where it was asked for too late; else 0. */
  readonly lateDays: number;
}

/** 公示: the days on which anybody may object, both included, and the day on which it was reported. */
interface Publicity {
  readonly from: Day;
  readonly until: Day;
  readonly reportedOn: Day;
}

export interface Round {
  /** From 1. */
  readonly number: number;
  /** The day of listing, of reopening, or of the recheck that found the improvement gone. */
  readonly startedOn: Day;
  /** Why there is another round; undefined in the first. `lapsed`: 复查未保持. */
  readonly ground: ReopenGround | 'lapsed' | undefined;
  /** The last day by the source or the reopening; undefined where there is none. */
  readonly originalDueOn: Day | undefined;
  /** The last day in force, after extensions. */
  readonly dueOn: Day | undefined;
  /** False where the last day was counted over days whose working calendar is not published yet. */
  readonly dueOnCertain: boolean;
  readonly extensions: readonly Extension[];
  /** The next recheck day, where the deadline goes on or a recheck set one. */
  readonly reviewOn: Day | undefined;
  /** The unit's last submission of this round, and the day on which it says it was finished. */
  readonly submittedOn: Day | undefined;
  readonly completedOn: Day | undefined;
  /** How often it was returned. */
  readonly returns: number;
  readonly acceptedOn: Day | undefined;
  /** Where the acceptance leads, and the recheck day that it set for 长期坚持. */
  readonly goal: Settlement | undefined;
  readonly goalRecheckOn: Day | undefined;
  readonly publicity: Publicity | undefined;
  /** The day on which the confirmation from above was reported. */
  readonly confirmedOn: Day | undefined;
  /** 销号日. */
  readonly closedOn: Day | undefined;
  /** The day on which 长期坚持 began. */
  readonly sustainedOn: Day | undefined;
  readonly voidedOn: Day | undefined;
  readonly voidGround: VoidGround | undefined;
}

/** Days late before last days were moved too late; they stay, whatever comes after. */
export function lateDaysOf({ extensions }: Pick<Round, 'extensions'>): number {
  return extensions.reduce((sum, { lateDays }) => sum + lateDays, 0);
}

/** The day until which it is put off, or undefined where the last day in force is none of a deferral. */
export function deferredUntil({ extensions }: Pick<Round, 'extensions'>): Day | undefined {
  const last = extensions.at(-1);
  return last?.deferred === true ? last.to : undefined;
}

const NOT_ACCEPTED = {
  acceptedOn: undefined,
  goal: undefined,
  goalRecheckOn: undefined,
  publicity: undefined,
  confirmedOn: undefined,
} as const;

/** A round as it begins. */
export function newRound(
  start: Pick<
    Round,
    'number' | 'startedOn' | 'ground' | 'originalDueOn' | 'dueOnCertain' | 'reviewOn'
  >,
): Round {
  return {
    ...start,
    ...NOT_ACCEPTED,
    dueOn: start.originalDueOn,
    extensions: [],
    submittedOn: undefined,
    completedOn: undefined,
    returns: 0,
    closedOn: undefined,
    sustainedOn: undefined,
    voidedOn: undefined,
    voidGround: undefined,
  };
}

/** The round after a return: what the acceptance brought is gone. */
export function returnedRound(round: Round): Round {
  return { ...round, ...NOT_ACCEPTED, returns: round.returns + 1 };
}
