/** 访问情况: what the visits to a website in some days add up to. Input to a check of W2 and W3, never a verdict. */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Probe, Visit } from '../../schema/probe.ts';
import { addDays, type Day } from '../../day/calendar.ts';

export interface Availability {
  readonly account: string;
  /** Visits that were made: opened or failed. */
  readonly visits: number;
  readonly failed: number;
  /** The latest day that was read from the home page; undefined where none could be read. */
  readonly newestOn: Day | undefined;
  /** The item that it was read from. */
  readonly newestItem: string | undefined;
}

/** The websites of a check, visited in the week up to its day: the time over which W2 is watched. */
export function availabilityFor(
  { probes }: Ledger,
  { checkedOn, accounts }: Inspection,
): Availability[] {
  const looked = new Set(accounts.map(({ account }) => account));
  return availabilityOf(probes, addDays(checkedOn, -6), checkedOn).filter(({ account }) =>
    looked.has(account),
  );
}

/** The websites that were visited from `from` to `until` (days in China), in the order of their ids. */
export function availabilityOf(
  probes: readonly Entry<Probe>[],
  from: Day,
  until: Day,
): Availability[] {
  const made = probes
    .filter(({ visitedAt }) => dayOfVisit(visitedAt) >= from && dayOfVisit(visitedAt) <= until)
    .flatMap(({ visits }) => visits)
    .filter(({ outcome }) => outcome === 'opened' || outcome === 'failed');
  const accounts = new Set(made.map(({ account }) => account));
  return [...accounts].toSorted().map((account) => {
    const visits = made.filter((one) => one.account === account);
    const newest = newestOf(visits);
    return {
      account,
      visits: visits.length,
      failed: visits.filter(({ outcome }) => outcome === 'failed').length,
      newestOn: newest?.newestOn,
      newestItem: newest?.newestItem,
    };
  });
}

function newestOf(visits: readonly Visit[]): Visit | undefined {
  const days = visits.flatMap(({ newestOn }) => newestOn ?? []).toSorted();
  return visits.findLast(({ newestOn }) => newestOn === days.at(-1));
}

/** The day in China; instants are written in its time. */
function dayOfVisit(visitedAt: string): Day {
  return visitedAt.slice(0, 10);
}
