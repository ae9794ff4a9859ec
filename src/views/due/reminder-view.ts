/** 催办记录: when units were last reminded, and plainly when reminding has stopped; on the internal site only. */
import { type Due, dueReminders, levelOrder, reminderReasons } from '../../domain/reminding.ts';
import { reminderLevels } from '../../text/terms.ts';
import { workdaysBetween } from '../../day/workday.ts';
import type { Day } from '../../day/calendar.ts';
import type { Face } from '../face.ts';
import { remindingAddress } from '../address.ts';
import { type DayView, dayView } from '../day-view.ts';
import { ruleInForceOn } from '../../domain/setting.ts';

export interface ReminderView {
  /** The last day on which reminders are on record; undefined where there never were any. */
  readonly last: { readonly on: DayView; readonly units: number } | undefined;
  /** That nobody is reminded any more, as a sentence; undefined while reminders go out or nothing is due. */
  readonly stopped: string | undefined;
  /** What a reminder is due of, and where it is listed; undefined where there is none. */
  readonly due: { readonly count: number; readonly href: string } | undefined;
}

/** What a reminder is due of. A public repository keeps no reminders, and a ledger without a rule owes none. */
export function remindersDue({ audience, ledger, standing, today }: Face): Due[] {
  const rule = ruleInForceOn(ledger.vocabulary.reminding, today);
  if (rule === undefined || audience === 'public' || ledger.site.repository === 'public') return [];
  return dueReminders(standing, rule, ledger.reminders).flatMap((one) => one.due);
}

/** Undefined on the public site. Reminders after the day that the site counts from do not count. */
export function reminderView(face: Face): ReminderView | undefined {
  const { audience, ledger, today } = face;
  if (audience === 'public') return undefined;
  const sent = ledger.reminders.filter(({ sentOn }) => sentOn <= today);
  const on = sent.at(-1)?.sentOn;
  const count = remindersDue(face).length;
  const due = count === 0 ? undefined : { count, href: remindingAddress };
  const stopped = count === 0 ? undefined : stoppedSince(face, on, count);
  if (on === undefined) return { last: undefined, stopped, due };
  const units = new Set(sent.filter(({ sentOn }) => sentOn === on).map(({ unit }) => unit));
  return { last: { on: dayView(on, today), units: units.size }, stopped, due };
}

function stoppedSince({ ledger, today }: Face, last: Day | undefined, due: number) {
  const waiting = `${String(due)}个问题已到催办时间`;
  if (last === undefined) return `${waiting}，均未登记催办。`;
  const rule = ruleInForceOn(ledger.vocabulary.reminding, today);
  const { count } = workdaysBetween(last, today);
  if (rule === undefined || count <= rule.stoppedAfter) return undefined;
  return `催办已经停了：最近一次登记在${dayView(last, today).words}，此后${String(count)}个工作日没有登记，${waiting}。`;
}

/** 逾期18个，临期10个；该提醒20个，该发督办函8个. */
export function remindingInWords(due: readonly Due[]): string {
  const counted = <T extends string>(
    keys: readonly T[],
    of: (one: Due) => T,
    name: (key: T) => string,
  ) =>
    keys
      .flatMap((key) => {
        const count = due.filter((one) => of(one) === key).length;
        return count === 0 ? [] : [`${name(key)}${String(count)}个`];
      })
      .join('，');
  const reasons = Object.keys(reminderReasons) as Due['reason'][];
  const why = counted(
    reasons,
    ({ reason }) => reason,
    (key) => reminderReasons[key],
  );
  const how = counted(
    levelOrder,
    ({ level }) => level,
    (key) => `该${reminderLevels[key]}`,
  );
  return `${why}；${how}；等审核员、等上级的不在内`;
}
