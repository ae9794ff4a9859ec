/**
 * 移交方案: what a change of units asks for — who ends, which accounts and open problems pass to whom, who stays in
 * office — or everything that is not settled yet. Nothing is written here.
 */
import { addDays, type Day } from '../../day/calendar.ts';
import { ownerOn } from '../../domain/issue/owner.ts';
import { replay } from '../../domain/issue/replay.ts';
import { closingOf } from '../../domain/issue/round/closing.ts';
import { accountOn } from '../../domain/ledger-on.ts';
import { membersOn } from '../../domain/membership.ts';
import { register } from '../../domain/register.ts';
import type { Account } from '../../schema/account.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Member } from '../../schema/site.ts';
import type { UnitEnd } from '../../schema/unit.ts';

/** What is asked for; `on` is the day from which it holds. */
export interface HandOverOrder {
  readonly from: string;
  readonly to: readonly string[];
  readonly on: Day;
  readonly how: UnitEnd;
  /** Account, issue or clerk → the unit that takes it over; where one unit takes all, none is needed. */
  readonly assigned: ReadonlyMap<string, string>;
}

/** Something that passes to a unit. */
export interface Moved<T> {
  readonly what: T;
  readonly to: string;
}

export interface HandOverPlan {
  readonly accounts: readonly Moved<Entry<Account>>[];
  /** Only those that are the unit's own: the others follow their accounts. */
  readonly issues: readonly Moved<Entry<Issue>>[];
  /** Clerks that go on, from the day on. */
  readonly members: readonly Moved<Member>[];
  /** Open problems that follow the accounts. */
  readonly following: readonly string[];
  /** Accounts and issues of which nobody said to whom they go. */
  readonly unassigned: readonly { readonly id: string; readonly name: string }[];
  /** Clerks of which nobody said it; they may also leave. */
  readonly leaving: readonly Member[];
  /** Ids that were assigned and are none of what is handed over. */
  readonly strange: readonly string[];
}

/** The plan of the end of a unit. */
export function handOverPlan(ledger: Ledger, order: HandOverOrder): HandOverPlan {
  const { from, to, on, assigned } = order;
  const [only] = to;
  const receiverOf = (id: string): string | undefined =>
    assigned.get(id) ?? (to.length === 1 ? only : undefined);
  const open = openIssues(ledger, from, on);
  const named = new Set(open.flatMap(({ account }) => account ?? []));
  const accounts = accountsOf(ledger, from, on).filter(
    ({ id }) =>
      named.has(id) || register(ledger.registry.get(id) ?? [], on).state !== 'deregistered',
  );
  const issues = open.filter(({ account }) => account === undefined);
  const serving = membersOn(ledger.units.get(from)?.members ?? [], addDays(on, -1));
  const ids = new Set([...accounts, ...issues].map(({ id }) => id));
  const clerks = new Set(serving.map(({ account }) => account));
  return {
    accounts: moved(accounts, ({ id }) => receiverOf(id)),
    issues: moved(issues, ({ id }) => receiverOf(id)),
    members: moved(serving, ({ account }) => receiverOf(account)),
    following: open.filter(({ account }) => account !== undefined).map(({ id }) => id),
    unassigned: [
      ...accounts.map(({ id, name }) => ({ id, name })),
      ...issues.map(({ id, finding }) => ({ id, name: finding })),
    ].filter(({ id }) => receiverOf(id) === undefined),
    leaving: serving.filter(({ account }) => receiverOf(account) === undefined),
    strange: [...assigned.keys()].filter(
      (id) => !ids.has(id) && !clerks.has(id) && !isGone(ledger, id, order),
    ),
  };
}

/** True for an issue that was the unit's until the day: handed over already, in a step before this one. */
function isGone(ledger: Ledger, id: string, { from, on }: HandOverOrder): boolean {
  const issue = ledger.issues.get(id);
  return issue !== undefined && ownerOn(ledger, issue, addDays(on, -1)) === from;
}

function moved<T>(all: readonly T[], receiverOf: (one: T) => string | undefined): Moved<T>[] {
  return all.flatMap((what) => {
    const to = receiverOf(what);
    return to === undefined ? [] : [{ what, to }];
  });
}

function accountsOf(ledger: Ledger, unit: string, on: Day): Entry<Account>[] {
  return [...ledger.accounts.values()].filter(({ id }) => accountOn(ledger, id, on)?.unit === unit);
}

/** The unit's problems that are not settled on the day, its accounts' and its own. */
function openIssues(ledger: Ledger, unit: string, on: Day): Entry<Issue>[] {
  const { timing } = ledger.vocabulary;
  return [...ledger.issues.values()].filter((issue) => {
    if (issue.listedOn > on || ownerOn(ledger, issue, on) !== unit) return false;
    const campaign = closingOf(ledger, issue);
    const updates = ledger.updates.get(issue.id) ?? [];
    const { state } = replay(issue, updates, { campaign, timing, today: on });
    return state !== 'closed' && state !== 'void';
  });
}
