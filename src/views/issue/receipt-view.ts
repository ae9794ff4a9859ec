/** 收件: what Git knows of a report, as people inside the offices see it. */
import type { Day } from '../../day/calendar.ts';
import { holdsOn } from '../../day/period.ts';
import { dayView } from '../day-view.ts';
import type { Face, ReceiptNames } from '../face.ts';
import type { Fact } from '../fact.ts';

/**
 * 提交 and 收件, each with its day; one line where one hand did both without a merge. `accepts`: receiving it was the
 * acceptance (合并即销号), so whoever did is named as such.
 */
export function receiptFacts(receipt: ReceiptNames, today: Day, accepts = false): Fact[] {
  const { author, authoredOn, merger, on, merged } = receipt;
  const signed = (name: string, day: Day): string => `${name}，${dayView(day, today).words}`;
  return merged || author !== merger
    ? [
        { name: '提交', value: signed(author, authoredOn) },
        { name: accepts ? '收件即验收' : '收件', value: signed(merger, on) },
      ]
    : [{ name: accepts ? '录入即验收' : '录入', value: signed(author, on) }];
}

/** Who accepted a report by receiving it, where no receipt is on record: whoever could have, on that day. */
export function unknownAcceptance({ ledger }: Pick<Face, 'ledger'>, on: Day): Fact[] {
  const names = ledger.site.reviewers
    .filter(({ from, until }) => holdsOn({ from, until }, on))
    .map(({ name, account }) => name ?? account);
  const could = names.length === 0 ? '' : `；当天在任的审核员：${names.join('、')}`;
  return [{ name: '收件即验收', value: `没有收件记录，不知道是谁收的${could}` }];
}
