/** Deadlines of every kind as lists write them, with the reading that belongs to the words. */
import type { Deadline, DeadlineKind } from '../../src/schema/deadline.ts';
import { addDays, dateOf, endOfMonth, monthOf, yearOf } from '../../src/day/calendar.ts';
import type { Random } from './random.ts';

/** Every kind; `fixed` is by far the commonest. */
export const deadlineKinds: readonly DeadlineKind[] = [
  ...Array<DeadlineKind>(9).fill('fixed'),
  'fixed-then-ongoing',
  'fixed-then-ongoing',
  'immediate',
  'immediate',
  'immediate-then-ongoing',
  'ongoing',
  'ongoing',
  'relative',
  'relative',
  'recurring',
  'unread',
];

interface Ask {
  kind: DeadlineKind;
  listedOn: string;
  /** Where a date is wanted: the last day. */
  dueOn: string;
  /** Name that very day, not the end of its month. */
  exact: boolean;
  turn: number;
}

/** The deadline of one issue. */
export function deadlineFor(random: Random, ask: Ask): Deadline {
  const { kind, listedOn, dueOn, exact, turn } = ask;
  switch (kind) {
    case 'fixed':
      return fixed(listedOn, dueOn, exact ? turn % 2 : turn % 6);
    case 'fixed-then-ongoing':
      return {
        text: `${fullDay(dueOn)}前更新情况有明显好转，并长期坚持`,
        kind,
        dueOn,
        goal: '更新情况有明显好转',
      };
    case 'immediate':
      return { text: ['立即整改', '即查即改'][turn % 2] ?? '', kind, from: listedOn };
    case 'immediate-then-ongoing':
      return { text: '立行立改，长期坚持', kind, from: listedOn };
    case 'ongoing':
      return { text: '长期整改', kind };
    case 'relative':
      return relative(listedOn, turn);
    case 'recurring':
      return turn % 2 === 0
        ? { text: '每周至少更新一次', kind, every: { times: 1, per: 'week' } }
        : { text: '更新间隔不得超过14天', kind, every: { everyDays: 14 } };
    case 'unread':
      return random.chance(0.5)
        ? {
            text: '边督边改',
            kind,
            candidates: ['立即整改', '长期整改'],
          }
        : monthOnly(dueOn);
    default:
      return kind satisfies never;
  }
}

function fixed(listedOn: string, dueOn: string, form: number): Deadline {
  const sameYear = yearOf(dueOn) === yearOf(listedOn);
  const month = `${sameYear ? '' : `${String(yearOf(dueOn))}年`}${String(monthOf(dueOn))}月`;
  const kind = 'fixed';
  switch (form) {
    case 0:
      return { text: `${fullDay(dueOn)}前`, kind, dueOn };
    case 1:
      return sameYear
        ? { text: `${shortDay(dueOn)}下午下班前`, kind, dueOn, time: '18:00' }
        : { text: `${fullDay(dueOn)}前`, kind, dueOn };
    default:
      return { text: `${month}底`, kind, dueOn: endOfMonth(dueOn) };
  }
}

function relative(from: string, turn: number): Deadline {
  const spans = [
    { text: '15个工作日内', length: { workdays: 15 } },
    { text: '3个月内', length: { months: 3 } },
    { text: '30日内', length: { days: 30 } },
    { text: '48小时内', length: { hours: 48 } },
  ] as const;
  const span = spans[turn % spans.length] ?? spans[0];
  return { text: span.text, kind: 'relative', from, length: span.length };
}

/** “8月前” may or may not mean August as well: somebody has to say which. */
function monthOnly(dueOn: string): Deadline {
  const before = addDays(`${dueOn.slice(0, 7)}-01`, -1);
  return {
    text: `${String(yearOf(dueOn))}年${String(monthOf(dueOn))}月前`,
    kind: 'unread',
    candidates: [fullDay(before), fullDay(endOfMonth(dueOn))],
  };
}

function fullDay(day: string): string {
  return `${String(yearOf(day))}年${shortDay(day)}`;
}

function shortDay(day: string): string {
  return `${String(monthOf(day))}月${String(dateOf(day))}日`;
}
