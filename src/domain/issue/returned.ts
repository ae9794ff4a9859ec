/** 退回: what a unit must know of an issue that lies with it again, in one place for every message that says so. */
import { type Day, inWords } from '../../day/calendar.ts';
import type { Ledger } from '../../schema/ledger.ts';

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
