/**
 * 另算: the counts of a ledger by somebody who has never seen this program — YAML files in, numbers out. It shares no code
 * with src/ and is written after docs/transitions.md and docs/figures.md alone; where the two disagree, one is wrong.
 * A sound ledger has no refused step, so none is looked for.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

interface Plain {
  [key: string]: unknown;
}

/** The records of a folder by path below it, dates as text. */
function records(content: string, folder: string): Map<string, Plain> {
  const found = new Map<string, Plain>();
  const walk = (at: string): void => {
    const here = path.join(content, at);
    if (statSync(here, { throwIfNoEntry: false }) === undefined) return;
    for (const name of readdirSync(here).toSorted()) {
      const next = path.posix.join(at, name);
      if (statSync(path.join(content, next)).isDirectory()) walk(next);
      else if (name.endsWith('.yaml'))
        found.set(next, load(readFileSync(path.join(content, next), 'utf8')) as Plain);
    }
  };
  walk(folder);
  return found;
}

const idOf = (file: string): string => path.basename(file, '.yaml');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const latest = (...days: string[]): string => days.toSorted().at(-1) ?? '';

const UNFINISHED = ['open', 'rectifying', 'submitted', 'returned'];
const MOVES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  started: { open: 'rectifying', returned: 'rectifying' },
  progress: { open: 'rectifying', returned: 'rectifying' },
  returned: { submitted: 'returned', held: 'returned' },
};

interface Change {
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

interface Counted {
  readonly id: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Every change of state, `held` shown as `submitted`. */
  readonly changes: readonly Change[];
  readonly state: string;
  /** About no account, and about no column of a website. */
  readonly isElsewhere: boolean;
  /** Accepted, and waiting for publicity or for the level above. */
  readonly isHeld: boolean;
  /** Past its last day and the grace of that day, and the unit's to act; undefined where no day is named in figures. */
  readonly isOverdue: boolean | undefined;
}

/** The state of one issue on a day, and how it got there. */
function lifeOf(
  issue: Plain,
  campaign: Plain,
  updates: readonly [string, Plain][],
  day: string,
  grace: readonly Plain[],
) {
  const deadline = issue['deadline'] as Plain;
  const ongoing = ['ongoing', 'fixed-then-ongoing', 'immediate-then-ongoing', 'recurring'].includes(
    text(deadline['kind']),
  );
  const above = ['city', 'province', 'nation'].includes(text(issue['origin']));
  const changes: Change[] = [{ on: text(issue['listedOn']), from: '', to: 'open' }];
  let state = 'open';
  let accepted = '';
  let goal = '';
  let noticeUntil = '';
  let noticeOn = '';
  let confirmed = '';
  /** The last day of the round: '' where there is none, undefined where it must be reckoned from other words. */
  let last: string | undefined = lastDayIn(deadline);
  const enter = (on: string, to: string): void => {
    const shown = (one: string): string => (one === 'held' ? 'submitted' : one);
    if (shown(to) !== shown(state)) changes.push({ on, from: shown(state), to: shown(to) });
    state = to;
  };
  const ruleOn = (on: string): Plain => {
    const closing = (campaign['closing'] ?? { policy: 'verification' }) as Plain;
    const earlier = ((closing['earlier'] ?? []) as Plain[])
      .filter((one) => on <= text(one['until']))
      .toSorted((a, b) => (text(a['until']) < text(b['until']) ? -1 : 1));
    return earlier[0] ?? closing;
  };
  const publicityOn = (on: string): boolean => Number(ruleOn(on)['publicityDays'] ?? 0) > 0;
  const settle = (on: string): void => {
    if (state !== 'held') return;
    let free = accepted;
    if (publicityOn(accepted)) {
      if (noticeUntil === '') return;
      free = latest(free, nextDay(noticeUntil), noticeOn);
    }
    if (above) {
      if (confirmed === '') return;
      free = latest(free, confirmed);
    }
    if (free <= on) enter(free, goal);
  };
  const accept = (on: string, to: string): void => {
    accepted = on;
    goal = to;
    enter(on, publicityOn(on) || above ? 'held' : to);
  };
  for (const [, update] of updates) {
    const on = text(update['reportedOn']);
    if (on > day) break;
    settle(on);
    const action = text(update['action']);
    const usual = ongoing ? 'sustained' : 'closed';
    const moved = MOVES[action]?.[state];
    if (moved !== undefined) enter(on, moved);
    else if (action === 'submitted')
      if (text(ruleOn(on)['policy']) === 'merge') accept(on, usual);
      else enter(on, 'submitted');
    else if (action === 'accepted') accept(on, usual);
    else if (action === 'sustained') accept(on, 'sustained');
    else if (action === 'publicity') [noticeUntil, noticeOn] = [text(update['until']), on];
    else if (action === 'confirmedAbove') confirmed = on;
    else if (action === 'voided') enter(on, 'void');
    else if (action === 'reopened') enter(on, 'open');
    else if (action === 'reviewed' && update['held'] === false) enter(on, 'rectifying');
    if (action === 'extended') last = text(update['dueOn']);
    else if (action === 'deferred') last = text(update['until']);
    else if (action === 'reopened') last = text(update['dueOn']);
    else if (action === 'reviewed' && update['held'] === false) last = '';
    // A return, and whatever begins a new round, takes back what the acceptance had brought.
    const lapsed = action === 'reviewed' && update['held'] === false;
    if (lapsed || ['returned', 'reopened'].includes(action)) {
      accepted = '';
      noticeUntil = '';
      confirmed = '';
    }
    settle(on);
  }
  settle(day);
  const acts = ['open', 'rectifying', 'returned'].includes(state);
  return {
    changes,
    isHeld: state === 'held',
    state: state === 'held' ? 'submitted' : state,
    isOverdue:
      last === undefined
        ? undefined
        : acts && last !== '' && day > later(last, daysOf(grace, last)),
  };
}

/** The last day that a deadline names as a date or by a number of days. */
function lastDayIn(deadline: Plain): string | undefined {
  switch (text(deadline['kind'])) {
    case 'fixed':
    case 'fixed-then-ongoing':
      return text(deadline['dueOn']);
    case 'relative': {
      const { days } = deadline['length'] as { days?: number };
      return days === undefined ? undefined : later(text(deadline['from']), days);
    }
    default:
      return '';
  }
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The value in force on a day. */
function daysOf(setting: readonly Plain[], day: string): number {
  const inForce = setting
    .filter((one) => text(one['from']) <= day)
    .toSorted((a, b) => (text(a['from']) < text(b['from']) ? -1 : 1));
  return Number(inForce.at(-1)?.['value'] ?? setting[0]?.['value'] ?? 0);
}

export interface Recount {
  readonly issues: readonly Counted[];
  /** Count of all and by state. */
  readonly states: Readonly<Record<string, number>>;
}

/** Reads a ledger once; each call counts a day. */
export function recounter(content: string): (day: string) => Recount {
  const accounts = new Map(
    [...records(content, 'accounts')].map(([file, one]) => [idOf(file), one]),
  );
  const campaigns = new Map(
    [...records(content, 'campaigns')].map(([file, one]) => [idOf(file), one]),
  );
  const updates = Map.groupBy(records(content, 'updates'), ([, one]) => text(one['issue']));
  for (const list of updates.values())
    list.sort(([a, x], [b, y]) => {
      const [one, other] = [`${text(x['reportedOn'])} ${a}`, `${text(y['reportedOn'])} ${b}`];
      return one < other ? -1 : 1;
    });
  const issues = [...records(content, 'issues')];
  const timing = records(content, 'vocabulary').get('vocabulary/timing.yaml') ?? {};
  const grace = (timing['graceDays'] ?? []) as Plain[];
  const steps = Map.groupBy(records(content, 'registry').values(), (one) => text(one['account']));
  /** The unit after every 移交 up to a day; those of an account stand in its register. */
  const ownerOn = (id: string, issue: Plain, on: string): string => {
    const account = text(issue['account']);
    const handed =
      account === '' ? (updates.get(id) ?? []).map(([, one]) => one) : steps.get(account);
    const moved = (handed ?? [])
      .filter((one) => one['action'] === 'transferred' && text(one['reportedOn']) <= on)
      .toSorted((a, b) => (text(a['reportedOn']) < text(b['reportedOn']) ? -1 : 1));
    return (
      text(moved.at(-1)?.['to']) || text(issue['unit']) || text(accounts.get(account)?.['unit'])
    );
  };
  return (day) => {
    const counted = issues.flatMap(([file, issue]): Counted[] => {
      if (text(issue['listedOn']) > day) return [];
      const id = idOf(file);
      const account = accounts.get(text(issue['account']));
      const campaign = campaigns.get(text(issue['campaign'])) ?? {};
      const { changes, isHeld, isOverdue, state } = lifeOf(
        issue,
        campaign,
        updates.get(id) ?? [],
        day,
        grace,
      );
      const platform =
        issue['account'] === undefined
          ? 'no-account'
          : account?.['kind'] === 'website'
            ? 'website'
            : text(account?.['platform']);
      return [
        {
          id,
          state,
          isElsewhere: issue['account'] === undefined && issue['listed'] === undefined,
          isHeld,
          isOverdue,
          changes,
          groups: {
            // What is settled stays under the unit of the day on which it was.
            unit: [
              ownerOn(
                id,
                issue,
                ['closed', 'void'].includes(state) ? (changes.at(-1)?.on ?? day) : day,
              ),
            ],
            platform: [platform],
            problem: issue['problems'] as string[],
            indicator: [ruleOf(issue['indicator'])],
            deadlineKind: [text((issue['deadline'] as Plain)['kind'])],
            state: [state],
            campaign: [text(issue['campaign'])],
          },
        },
      ];
    });
    return { issues: counted, states: tally(counted.map(({ state }) => state)) };
  };
}

/** `2019 M2`; empty where an issue names no rule. */
function ruleOf(indicator: unknown): string {
  if (indicator === undefined) return '';
  const { id, edition } = indicator as { id: string; edition: string };
  return `${edition} ${id}`;
}

/** How often each word stands there. */
export function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** The issues of a part by the groups of a dimension. */
export function grouped({ issues }: Recount, dimension: string): Map<string, Counted[]> {
  const groups = new Map<string, Counted[]>();
  for (const issue of issues)
    for (const key of issue.groups[dimension] ?? [])
      groups.set(key, [...(groups.get(key) ?? []), issue]);
  return groups;
}

export const unfinished = (issues: readonly Counted[]): number =>
  issues.filter(({ state }) => UNFINISHED.includes(state)).length;

/** Into 未完成 and out of it, after one day up to another. */
export function flowsOf({ issues }: Recount, after: string, until: string) {
  const flow = { listed: 0, reopened: 0, closed: 0, sustained: 0, withdrawn: 0 };
  for (const { on, from, to } of issues.flatMap(({ changes }) => changes)) {
    if (on <= after || on > until) continue;
    const [was, is] = [UNFINISHED.includes(from), UNFINISHED.includes(to)];
    if (from === '') flow.listed += 1;
    else if (!was && is) flow.reopened += 1;
    else if (was && to === 'closed') flow.closed += 1;
    else if (was && to === 'sustained') flow.sustained += 1;
    else if (was && to === 'void') flow.withdrawn += 1;
  }
  return flow;
}
