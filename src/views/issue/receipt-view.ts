/** 收件: what Git knows of a report, as people inside the offices see it. */
import type { Day } from '../../day/calendar.ts';
import { dayView } from '../day-view.ts';
import type { ReceiptNames } from '../face.ts';
import type { Fact } from '../fact.ts';

/** 提交 and 收件, each with its day; one line where one hand did both without a merge. */
export function receiptFacts(receipt: ReceiptNames, today: Day): Fact[] {
  const { author, authoredOn, merger, on, merged } = receipt;
  const signed = (name: string, day: Day): string => `${name}，${dayView(day, today).words}`;
  return merged || author !== merger
    ? [
        { name: '提交', value: signed(author, authoredOn) },
        { name: '收件', value: signed(merger, on) },
      ]
    : [{ name: '录入', value: signed(author, on) }];
}
