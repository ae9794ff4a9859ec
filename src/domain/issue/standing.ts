/** 台账现状: every issue replayed once to one day, from which all figures, pages and documents come. */
import type { Account } from '../../schema/account.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Unit } from '../../schema/unit.ts';
import type { Basis } from './basis.ts';
import type { Day } from '../../day/calendar.ts';
import { type Look, looksOf } from '../duty-knowledge.ts';
import { isSameAccount } from '../membership.ts';
import { inTime, type Lateness, latenessOf } from './deadline/lateness.ts';
import { isLive, ledgerOn } from '../ledger-on.ts';
import { accountOf, NO_ACCOUNT, officerOf, standsUnder } from './owner.ts';
import { basisOf, type History, replay } from './replay.ts';
import { closingOf } from './round/closing.ts';

/**
 * An issue as it stands; `unit` and `platform` are ids (`website` for a website, `no-account` for what is a unit's own,
 * `''` where the account has no record).
 */
export interface IssueStanding {
  readonly id: string;
  readonly issue: Entry<Issue>;
  readonly account: Entry<Account> | undefined;
  readonly unit: string;
  readonly platform: string;
  readonly history: History;
  readonly lateness: Lateness;
  /** Whether the settled round was handed in on time; undefined where there was no last day or no settlement. */
  readonly inTime: boolean | undefined;
}

/** The part of the ledger that is looked at; all undefined: all of it. */
export interface Scope {
  readonly unit?: string | undefined;
  readonly campaign?: string | undefined;
  /** 经办人: what this reviewer has in hand, by account. */
  readonly officer?: string | undefined;
}

export interface Standing {
  readonly basis: Basis;
  readonly scope: Scope;
  /** The ledger of the day: units and accounts as they were on it. */
  readonly ledger: Ledger;
  /** In the order of campaign, row and id. */
  readonly issues: readonly IssueStanding[];
  /** Those that there were on the day; of a part, also those that have ended and that its issues stand under. */
  readonly units: readonly Entry<Unit>[];
  readonly accounts: readonly Entry<Account>[];
  /** What checks saw of each account. */
  readonly looks: ReadonlyMap<string, readonly Look[]>;
  /** The totals that a source reports of exactly this part of the ledger. */
  readonly reported: Campaign['reported'];
}

export interface StandingOptions {
  /** The commit whose content the ledger is; without it the basis is by day. */
  readonly commit?: string | undefined;
  /** The day of receipt by update id, from Git. */
  readonly receivedOn?: ReadonlyMap<string, Day> | undefined;
}

/** Replays the whole ledger to `today`, that day included. Issues that were listed later are left out. */
export function standing(whole: Ledger, today: Day, options: StandingOptions = {}): Standing {
  const ledger = ledgerOn(whole, today);
  const issues: IssueStanding[] = [];
  for (const issue of ledger.issues.values()) {
    if (issue.listedOn <= today) issues.push(standingOf(issue, ledger, today, options));
  }
  return {
    basis: basisOf(today, options.commit),
    scope: {},
    ledger,
    issues,
    units: [...ledger.units.values()].filter((unit) => isLive(unit, today)),
    accounts: [...ledger.accounts.values()],
    looks: looksOf(ledger.inspections.values()),
    reported: reportedOf([...ledger.campaigns.values()], today),
  };
}

function standingOf(
  issue: Entry<Issue>,
  ledger: Ledger,
  today: Day,
  options: StandingOptions,
): IssueStanding {
  const { timing } = ledger.vocabulary;
  const campaign = closingOf(ledger, issue);
  const updates = ledger.updates.get(issue.id) ?? [];
  const history = replay(issue, updates, { campaign, timing, today, ...options });
  const account = accountOf(ledger, issue);
  return {
    id: issue.id,
    issue,
    account,
    unit: standsUnder(ledger, issue, history) ?? '',
    platform: platformIn(issue, account),
    history,
    lateness: latenessOf(issue, history, timing),
    inTime: inTime(history.round, timing),
  };
}

/** The platform of an issue's account; one that is a unit's own is in a group of its own, so that parts come to the whole. */
function platformIn(issue: Issue, account: Account | undefined): string {
  if (issue.account === undefined) return NO_ACCOUNT;
  return account === undefined ? '' : platformOf(account);
}

/**
 * What the campaigns report, where there is exactly one that had been listed by `today`: the totals of several overlap
 * and are never added up.
 */
function reportedOf(campaigns: readonly Campaign[], today: Day): Campaign['reported'] {
  const [first, ...others] = campaigns.filter(({ list }) => list.listedOn <= today);
  return first === undefined || others.length > 0 ? {} : first.reported;
}

/** The platform of an account; a website counts as a platform of its own. */
export function platformOf(account: Account): string {
  return account.kind === 'website' ? 'website' : account.platform;
}

/**
 * The part of a standing that belongs to a unit, a campaign or both. A campaign's units and accounts are those that its
 * issues name; a unit's are its own.
 */
export function standingWithin(whole: Standing, scope: Scope): Standing {
  const { officer } = scope;
  if (officer !== undefined) {
    const own = whole.issues.filter(({ issue }) => {
      const account = officerOf(whole.ledger, issue);
      return account !== undefined && isSameAccount(account, officer);
    });
    const { officer: _officer, ...rest } = scope;
    return { ...standingWithin(withIssues(whole, own), rest), scope, reported: {} };
  }
  const { unit, campaign } = scope;
  const part = withIssues(
    whole,
    whole.issues.filter(
      (one) =>
        (unit === undefined || one.unit === unit) &&
        (campaign === undefined || one.issue.campaign === campaign),
    ),
  );
  if (campaign !== undefined) {
    const head = unit === undefined ? whole.ledger.campaigns.get(campaign) : undefined;
    const reported = head === undefined ? {} : reportedOf([head], whole.basis.on);
    return { ...part, scope, reported };
  }
  if (unit === undefined) return whole;
  const total = whole.ledger.units.get(unit)?.reported?.accounts;
  return {
    ...part,
    scope,
    units: whole.units.filter(({ id }) => id === unit),
    accounts: whole.accounts.filter((account) => account.unit === unit),
    reported: total === undefined ? {} : { accounts: total },
  };
}

/** The same standing with only these issues, and the units and accounts that they name; no source reports of it. */
export function withIssues(whole: Standing, issues: readonly IssueStanding[]): Standing {
  const { units } = whole.ledger;
  return {
    ...whole,
    issues,
    units: chosen(units, () => [...units.values()], new Set(issues.map(({ unit }) => unit))),
    accounts: chosen(
      whole.accounts,
      () => whole.accounts,
      new Set(issues.flatMap(({ issue }) => issue.account ?? [])),
    ),
    reported: {},
  };
}

/** Records by id, with their place in a list. */
type Places<T> = ReadonlyMap<string, readonly [place: number, record: T]>;

const known = new WeakMap<object, Places<{ readonly id: string }>>();

/** Of the records of `from` those with these ids, in their order. A ledger has many small parts: it is gone through once. */
function chosen<T extends { readonly id: string }>(
  from: object,
  records: () => readonly T[],
  ids: ReadonlySet<string>,
): T[] {
  const places =
    (known.get(from) as Places<T> | undefined) ??
    new Map(records().map((one, at) => [one.id, [at, one] as const]));
  known.set(from, places);
  return [...ids]
    .flatMap((id) => {
      const found = places.get(id);
      return found === undefined ? [] : [found];
    })
    .toSorted(([a], [b]) => a - b)
    .map(([, record]) => record);
}
