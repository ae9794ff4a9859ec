/** 日历上的一天, before it is written in the form of calendars. */
import type { Day } from '../../day/calendar.ts';

export interface DueEvent {
  readonly uid: string;
  readonly on: Day;
  readonly summary: string;
  readonly description: string;
  readonly url: string | undefined;
  /** Grows when the day was moved. */
  readonly sequence: number;
  /** The day of the last change that the ledger knows; not the clock, so that the same ledger gives the same file. */
  readonly stamp: Day;
}
