/**
 * 某日的台账: units and accounts as they were on a day — whose an account was, what a unit was called — so that the
 * figures of a past day count as they were. Everything that counts or names goes through here once, at its mouth; the
 * records themselves never change their ids and are never moved.
 *
 * What is dated `on` a day (移交, 撤并) holds from the beginning of that day.
 */
import type { Account } from '../schema/account.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Unit } from '../schema/unit.ts';
import type { Day } from '../day/calendar.ts';

/** Where accounts, units and the steps of the register are found; a ledger of a day will do as well. */
export type Hosts = Pick<Ledger, 'accounts' | 'registry' | 'recorded'>;

/** What a unit was called on a day. */
export function nameOn({ name, formerNames = [] }: Unit, day: Day): string {
  const then = formerNames.filter(({ until }) => day <= until);
  return then.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0]?.name ?? name;
}

/** False before a unit was set up and from the day of its end on. */
export function isLive({ establishedOn, ended }: Unit, day: Day): boolean {
  return (establishedOn ?? '') <= day && (ended === undefined || day < ended.on);
}

/** An account as it was on a day: `unit` is the one that it belonged to. Undefined where it has no record. */
export function accountOn(ledger: Hosts, id: string, day: Day): Entry<Account> | undefined {
  const account = ledger.recorded?.accounts.get(id) ?? ledger.accounts.get(id);
  if (account === undefined) return undefined;
  let { unit } = account;
  for (const step of ledger.registry.get(id) ?? [])
    if (step.action === 'transferred' && step.reportedOn <= day) unit = step.to;
  return unit === account.unit ? account : { ...account, unit };
}

/** The ledger with its units and accounts as they were on `day`; of whatever day `ledger` itself is. */
export function ledgerOn(ledger: Ledger, day: Day): Ledger {
  const { units, accounts } = ledger.recorded ?? ledger;
  const renamed = [...units.values()].flatMap((unit): Entry<Unit>[] => {
    const name = nameOn(unit, day);
    return name === unit.name ? [] : [{ ...unit, name }];
  });
  const moved = [...ledger.registry.keys()].flatMap((id): Entry<Account>[] => {
    const then = accountOn(ledger, id, day);
    return then === undefined || then === accounts.get(id) ? [] : [then];
  });
  if (renamed.length === 0 && moved.length === 0) {
    if (ledger.recorded === undefined) return ledger;
    return { ...ledger, units, accounts };
  }
  return {
    ...ledger,
    units: replaced(units, renamed),
    accounts: replaced(accounts, moved),
    recorded: { units, accounts },
  };
}

/** The units that ended into `id`, in the order of their ends. */
export function predecessorsOf({ units }: Pick<Ledger, 'units'>, id: string): Entry<Unit>[] {
  return [...units.values()]
    .flatMap((unit) => (unit.ended?.successors.includes(id) ? [{ unit, on: unit.ended.on }] : []))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ unit }) => unit);
}

/** The same map, in the same order, with other records for some of its ids. */
function replaced<T extends { id: string }>(
  records: ReadonlyMap<string, T>,
  others: readonly T[],
): Map<string, T> {
  const all = new Map(records);
  for (const other of others) all.set(other.id, other);
  return all;
}
