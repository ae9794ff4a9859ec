/** 日历: last days and recheck days as all-day events for phones and mail programs. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, type Day, daysBetween } from '../../day/calendar.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding, Standing } from '../../domain/issue/standing.ts';
import { type Limit, limitsOf, warningKinds } from '../../domain/warning.ts';
import { isWorkday, lastWorkdayOnOrBefore } from '../../day/workday.ts';
import { dayView } from '../../views/day-view.ts';
import type { Face } from '../../views/face.ts';
import { issueRow } from '../../views/issue/issue-row.ts';
import { accountAddress, issueAddress } from '../../views/address.ts';
import { accountRef, unitRef } from '../../views/names.ts';
import { siteView } from '../../views/site-view.ts';
import { areaEvents } from './area-events.ts';
import type { DueEvent } from './due-event.ts';

/** The calendar of a unit, or of all with what lies below. */
export function calendarFile(face: Face, unit?: string): string {
  const { name, authority } = siteView(face);
  const title = unit === undefined ? name : (face.ledger.units.get(unit)?.name ?? unit);
  const calendar = ical({
    name: `${oneLine(title)}整改日历`,
    prodId: { company: oneLine(authority), product: '整改台账', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const issues = unit === undefined ? face.standing.issues : (face.byUnit.get(unit) ?? []);
  const events = [
    ...issues.flatMap((one) => eventsOf(face, one)),
    ...limitEvents(face, unit),
    ...(unit === undefined ? areaEvents(face) : []),
  ];
  for (const event of events) {
    calendar.createEvent({
      id: oneLine(event.uid),
      start: at(event.on),
      end: at(addDays(event.on, 1)),
      allDay: true,
      summary: event.summary,
      description: event.description,
      url: URL.parse(event.url ?? '')?.href ?? null,
      sequence: event.sequence,
      stamp: at(event.stamp),
    });
  }
  return calendar.toString();
}

/** The library escapes what is told of an event, and neither names nor ids: a line of their own would be a property. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** The library writes days in UTC where no time zone is given. */
function at(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function eventsOf(face: Face, one: IssueStanding): DueEvent[] {
  const { history, lateness } = one;
  const { round } = history;
  const row = issueRow(face, one);
  const { address } = siteView(face);
  const common = {
    url: address === undefined ? undefined : address + issueAddress(one.id),
    sequence: round.extensions.length,
    stamp: history.timeline.findLast(({ refusal }) => refusal === undefined)?.on ?? row.listedOn,
  };
  const who = [row.unit.name, row.subject].join(' ').trim();
  const uid = (what: string) => `${one.id}-${String(round.number)}-${what}@ledger`;
  const facts = [`存在问题：${row.finding}`, `整改时限：${row.deadlineText}`];
  if (isUnfinished(one) && round.dueOn !== undefined) {
    const description = [...facts, ...offNote(face, round.dueOn)].join('\n');
    const summary = `整改截止：${who}`;
    return [{ ...common, uid: uid('due'), on: round.dueOn, summary, description }];
  }
  if (lateness.kind === 'review') {
    const summary = `复查：${who}`;
    const description = facts.join('\n');
    return [{ ...common, uid: uid('review'), on: lateness.reviewOn, summary, description }];
  }
  return [];
}

interface Limits {
  readonly all: readonly Limit[];
  readonly byUnit: ReadonlyMap<string, readonly Limit[]>;
}
const known = new WeakMap<Standing, Limits>();

/** What runs out on accounts from the day on; found once for the calendars of all units. */
function limitsIn(standing: Standing): Limits {
  const found = known.get(standing);
  if (found !== undefined) return found;
  const all = limitsOf(standing).filter((one) => one.kind !== 'review' && one.days >= 0);
  const limits = { all, byUnit: Map.groupBy(all, ({ unit }) => unit) };
  known.set(standing, limits);
  return limits;
}

/**
 * What runs out on accounts, from today on; on the internal site only. A day that moves (an update, a new certificate)
 * moves its event: the id says what runs out, the sequence grows with the day.
 */
function limitEvents(face: Face, unit: string | undefined): DueEvent[] {
  const { audience, ledger, standing, today } = face;
  if (audience === 'public') return [];
  const { address } = siteView(face);
  const { all, byUnit } = limitsIn(standing);
  return (unit === undefined ? all : (byUnit.get(unit) ?? [])).flatMap(
    ({ kind, account, unit: owner, on }: Limit) => {
      if (account === undefined) return [];
      const names = `${unitRef(ledger, owner).name} ${accountRef(ledger, account).name}`;
      return [
        {
          uid: `${account}-${kind}@ledger`,
          on,
          summary: `${warningKinds[kind]}：${names}`,
          description: `${warningKinds[kind]}到这一天为止。`,
          url: address === undefined ? undefined : address + accountAddress(account),
          sequence: daysBetween('2000-01-01', on),
          stamp: today,
        },
      ];
    },
  );
}

/** A last day that is a day off stands; whoever reads it on a phone should know. */
function offNote({ today }: Face, day: Day): string[] {
  if (isWorkday(day).workday) return [];
  const before = dayView(lastWorkdayOnOrBefore(day).day, today);
  return [`这一天不上班，截止日不变；此前最后一个工作日是${before.short}（${before.weekday}）。`];
}
