/** 申请延期: how a unit's request for more time stands in the note of its report, written and read in one place. */
import { type Day, dayOf, inWords } from '../../day/calendar.ts';

const REQUEST = /^申请延期至(\d{4})年(\d{1,2})月(\d{1,2})日：/u;

/** 申请延期至2026年6月15日：等平台审核 */
export function extensionRequest(to: Day, reason: string): string {
  return `申请延期至${inWords(to)}：${reason}`;
}

/** The day that a note asks for; undefined where it asks for none. */
export function requestedDay(note: string): Day | undefined {
  const [, year, month, date] = REQUEST.exec(note) ?? [];
  return year === undefined ? undefined : dayOf(Number(year), Number(month), Number(date));
}
