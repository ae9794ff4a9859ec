/**
 * 监测情况: what the lists of a monitoring platform say on a day. Of each source (a list exported week after week) the
 * latest holds; what stands in it again is the same finding, seen since the first of the lists that had it without a
 * break. Input to checks and warnings, never a verdict.
 */
import type { Entry } from '../../schema/ledger.ts';
import type { Probe, Visit } from '../../schema/probe.ts';
import type { Day } from '../../day/calendar.ts';

/** Something that a platform found and that its latest list still has. */
export interface ObservedFinding {
  readonly account: string;
  readonly words: string;
  readonly address: string | undefined;
  readonly source: string;
  /** The day of the first list of the unbroken run that has it. */
  readonly since: Day;
  /** The day of the latest list. */
  readonly on: Day;
  /** How many lists of the run have it. */
  readonly times: number;
}

/** The findings that are open on `today`, by account and then as listed. */
export function observedFindings(probes: readonly Entry<Probe>[], today: Day): ObservedFinding[] {
  const lists = probes.flatMap(({ source, visitedAt, visits }) =>
    source === undefined || dayOf(visitedAt) > today
      ? []
      : [{ source, on: dayOf(visitedAt), visits }],
  );
  const open = [...Map.groupBy(lists, ({ source }) => source)].flatMap(([source, rounds]) =>
    openOf(source, rounds),
  );
  return open.toSorted((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0));
}

/** `rounds` are in the order of their days. */
function openOf(
  source: string,
  rounds: readonly { on: Day; visits: readonly Visit[] }[],
): ObservedFinding[] {
  let open = new Map<string, ObservedFinding>();
  for (const { on, visits } of rounds) {
    const next = new Map<string, ObservedFinding>();
    for (const { account, findings = [] } of visits)
      for (const { words, address } of findings) {
        const key = `${account} ${words} ${address ?? ''}`;
        const before = open.get(key);
        const since = before?.since ?? on;
        const times = (before?.times ?? 0) + 1;
        next.set(key, { account, words, address, source, since, on, times });
      }
    open = next;
  }
  return [...open.values()];
}

/** The latest post of each account that a platform knew of, as far as its lists of `today` and before say. */
export function observedPosts(
  probes: readonly Entry<Probe>[],
  today: Day,
): { account: string; on: Day }[] {
  return probes
    .filter(({ visitedAt }) => dayOf(visitedAt) <= today)
    .flatMap(({ visits }) => visits)
    .flatMap(({ account, outcome, newestOn }) =>
      outcome === 'observed' && newestOn !== undefined ? [{ account, on: newestOn }] : [],
    );
}

/** The day in China; instants are written in its time. */
function dayOf(visitedAt: string): Day {
  return visitedAt.slice(0, 10);
}
