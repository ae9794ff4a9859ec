/** 晚于统计截止日的记录: what a ledger holds that a count up to a day leaves out, so that nobody takes it for nothing. */
import type { Ledger } from '../schema/ledger.ts';
import { type Day, inWords } from '../day/calendar.ts';

export interface Later {
  /** 问题, 报送 …, in the order of the ledger's folders; none with 0. */
  readonly kinds: readonly { readonly name: string; readonly count: number }[];
  /** The last of their days; undefined where there are none. */
  readonly last: Day | undefined;
}

/** The records of days after `day`. */
export function recordsAfter(ledger: Ledger, day: Day): Later {
  const days: readonly (readonly [name: string, on: readonly Day[]])[] = [
    ['问题', [...ledger.issues.values()].map(({ listedOn }) => listedOn)],
    ['报送', [...ledger.updates.values()].flat().map(({ reportedOn }) => reportedOn)],
    ['检查', [...ledger.inspections.values()].map(({ checkedOn }) => checkedOn)],
    ['备案登记', [...ledger.registry.values()].flat().map(({ reportedOn }) => reportedOn)],
    ['通报', [...ledger.bulletins.values()].map(({ publishedOn }) => publishedOn)],
    ['自查', ledger.selfChecks.map(({ answeredOn }) => answeredOn)],
    ['催办', ledger.reminders.map(({ sentOn }) => sentOn)],
  ];
  const later = days.map(([name, on]) => ({ name, on: on.filter((one) => one > day) }));
  return {
    kinds: later.flatMap(({ name, on }) => (on.length === 0 ? [] : [{ name, count: on.length }])),
    last: later
      .flatMap(({ on }) => on)
      .toSorted()
      .at(-1),
  };
}

/** 台账里有3条记录晚于这一天，没有计入：问题1、报送2；最晚的是2026年7月1日。 */
export function laterInWords({ kinds, last }: Later): string {
  if (last === undefined) return '台账里没有晚于这一天的记录。';
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  const names = kinds.map(({ name, count }) => `${name}${String(count)}`).join('、');
  return `台账里有${String(all)}条记录晚于这一天，没有计入：${names}；最晚的是${inWords(last)}。`;
}
