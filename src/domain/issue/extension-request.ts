/** 申请延期: how a sheet writes a unit's request for more time into the note of its report; `request.ts` reads it. */
import { type Day, inWords } from '../../day/calendar.ts';

/** 申请延期至2026年6月15日：等平台审核 */
export function extensionRequest(to: Day, reason: string): string {
  return `申请延期至${inWords(to)}：${reason}`;
}
