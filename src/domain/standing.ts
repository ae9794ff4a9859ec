/** 台账现状: every issue replayed once to one day, from which all figures, pages and documents come. */
import type { Account } from '../schema/account.ts';
import type { Campaign } from '../schema/campaign.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Unit } from '../schema/unit.ts';
import type { Basis } from './basis.ts';
import type { Day } from './calendar.ts';
import { inTime, type Lateness, latenessOf } from './lateness.ts';
import { type History, replay } from './replay.ts';

/** An issue as it stands; `unit` and `platform` are ids (`website` for a website, `''` where the account is missing). */
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

/** The part of the ledger that is looked at; both undefined: all of it. */
export interface Scope {
  readonly unit?: string | undefined;
  readonly campaign?: string | undefined;
}

export interface Standing {
  readonly basis: Basis;
  readonly scope: Scope;
  readonly ledger: Ledger;
  /** In the order of campaign, row and id. */
  readonly issues: readonly IssueStanding[];
  readonly units: readonly Entry<Unit>[];
  readonly accounts: readonly Entry<Account>[];
  readonly campaigns: readonly Entry<Campaign>[];
}

export interface StandingOptions {
  /** The commit whose content the ledger is; without it the basis is by day. */
  readonly commit?: string | undefined;
  /** The day of receipt by update id, from Git. */
  readonly receivedOn?: ReadonlyMap<string, Day> | undefined;
}

const BY_DEFAULT: Pick<Campaign, 'closing'> = {
  closing: { policy: 'verification', publicityDays: 0 },
};

/** Replays the whole ledger to `today`, that day included. Issues that were listed later are left out. */
export function standing(ledger: Ledger, today: Day, options: StandingOptions = {}): Standing {
  const { timing } = ledger.vocabulary;
  const issues: IssueStanding[] = [];
  for (const issue of ledger.issues.values()) {
    if (issue.listedOn > today) continue;
    const history = replay(issue, ledger.updates.get(issue.id) ?? [], {
      campaign: ledger.campaigns.get(issue.campaign) ?? BY_DEFAULT,
      timing,
      today,
      ...options,
    });
    const account = ledger.accounts.get(issue.account);
    issues.push({
      id: issue.id,
      issue,
      account,
      unit: account?.unit ?? '',
      platform: account === undefined ? '' : platformOf(account),
      history,
      lateness: latenessOf(issue, history, timing),
      inTime: inTime(history.round, timing),
    });
  }
  const basis: Basis =
    options.commit === undefined
      ? { by: 'day', on: today }
      : { by: 'commit', commit: options.commit, on: today };
  return {
    basis,
    scope: {},
    ledger,
    issues,
    units: [...ledger.units.values()],
    accounts: [...ledger.accounts.values()],
    campaigns: [...ledger.campaigns.values()],
  };
}

/** The platform of an account; a website counts as a platform of its own. */
export function platformOf(account: Account): string {
  return account.kind === 'website' ? 'website' : account.platform;
}

/**
 * The part of a standing that belongs to a unit, a campaign or both. A campaign's units and accounts are those of its
 * issues; a unit's are its own.
 */
export function within(whole: Standing, scope: Scope): Standing {
  const issues = whole.issues.filter(
    ({ unit, issue }) =>
      (scope.unit === undefined || unit === scope.unit) &&
      (scope.campaign === undefined || issue.campaign === scope.campaign),
  );
  const ofIssues = {
    units: new Set(issues.map(({ unit }) => unit)),
    accounts: new Set(issues.map(({ issue }) => issue.account)),
    campaigns: new Set(issues.map(({ issue }) => issue.campaign)),
  };
  return {
    ...whole,
    scope: { ...whole.scope, ...scope },
    issues,
    units: whole.units.filter(({ id }) =>
      scope.campaign === undefined ? id === scope.unit : ofIssues.units.has(id),
    ),
    accounts: whole.accounts.filter(({ id, unit }) =>
      scope.campaign === undefined ? unit === scope.unit : ofIssues.accounts.has(id),
    ),
    campaigns: whole.campaigns.filter(({ id }) =>
      scope.campaign === undefined ? ofIssues.campaigns.has(id) : id === scope.campaign,
    ),
  };
}

/** The same standing with only these issues, for the parts of a breakdown. */
export function withIssues(whole: Standing, issues: readonly IssueStanding[]): Standing {
  return { ...whole, issues };
}
