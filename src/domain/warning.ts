/**
 * 预警: what runs out soon — the limit by which an account must be updated, the day by which a step of the register must
 * be done, a filing or a certification, a recheck. Derived from the ledger and the day, never stored.
 */
import type { Account } from '../schema/account.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { addDays, type Day, daysBetween } from '../day/calendar.ts';
import { thresholdsOn } from './inspection/freshness.ts';
import { observedPosts } from './inspection/observed.ts';
import { register } from './register.ts';
import { inForceOn, ruleInForceOn, valueOn } from './setting.ts';
import type { IssueStanding, Standing } from './issue/standing.ts';

export const warningKinds = {
  update: '更新期限',
  step: '备案和注销办理期限',
  filing: '备案有效期',
  certification: '认证有效期',
  review: '复查日',
} as const;
export type WarningKind = keyof typeof warningKinds;

/** Where the latest post of an account is known from. */
export const postSources = { register: '登记', check: '检查所见', platform: '监测平台' } as const;

/** The latest post of an account that the ledger knows of. */
export interface KnownPost {
  readonly on: Day;
  readonly from: keyof typeof postSources;
}

/** What an update limit is reckoned from: the post, and the shortest interval asked with the document that asks it. */
export interface UpdateBasis {
  readonly post: KnownPost;
  readonly everyDays: number;
  readonly source: string;
}

/** Something with a last day that is no deadline of an issue. */
export interface Limit {
  readonly kind: WarningKind;
  readonly unit: string;
  /** Undefined for the recheck of an issue that is a unit's own. */
  readonly account: string | undefined;
  /** The issue to be rechecked; undefined for what concerns the account itself. */
  readonly issue: string | undefined;
  readonly on: Day;
  /** Days left: 0 on the day itself, negative after it. */
  readonly days: number;
  /** Of an update limit alone. */
  readonly basis?: UpdateBasis;
}

/** Every limit that the ledger knows on the day of `standing`, the earliest first. */
export function limitsOf({ ledger, issues, basis }: Standing): Limit[] {
  const today = basis.on;
  const posts = latestPosts(ledger, today);
  const limits = [
    ...[...ledger.accounts.values()].flatMap((account) =>
      accountLimits(ledger, account, posts.get(account.id), today),
    ),
    ...issues.flatMap(recheckLimit),
  ];
  return limits.toSorted((a, b) => a.days - b.days || order(a, b));
}

function order(a: Limit, b: Limit): number {
  const key = ({ account, issue, kind }: Limit): string => `${String(account ?? issue)} ${kind}`;
  return key(a) < key(b) ? -1 : 1;
}

/**
 * The limits that are near or past: updates and rechecks within 临期天数, what the register owes and what expires within
 * 到期预警天数.
 */
export function warningsOf(standing: Standing): Limit[] {
  const { ledger, basis } = standing;
  const { reminding, timing } = ledger.vocabulary;
  const soon = valueOn(timing.dueSoonDays, basis.on);
  const early = ruleInForceOn(reminding, basis.on)?.expiryDays ?? soon;
  return limitsOf(standing).filter(
    ({ kind, days }) => days <= (kind === 'update' || kind === 'review' ? soon : early),
  );
}

/**
 * The units of which something changed in their warnings between two standings: something new, moved, or past its day
 * since. Without an earlier standing, all that have any.
 */
export function unitsWarnedAnew(now: Standing, then: Standing | undefined): Set<string> {
  const key = ({ kind, account, issue, on, days }: Limit): string =>
    [kind, account, issue, on, days < 0].join(' ');
  const known = new Set(then === undefined ? [] : warningsOf(then).map(key));
  return new Set(
    warningsOf(now)
      .filter((one) => !known.has(key(one)))
      .map(({ unit }) => unit),
  );
}

function accountLimits(
  ledger: Ledger,
  account: Entry<Account>,
  post: KnownPost | undefined,
  today: Day,
): Limit[] {
  const { state, dueOn, filing } = register(
    ledger.registry.get(account.id) ?? [],
    today,
    ledger.vocabulary.registering,
  );
  if (state === 'deregistered') return [];
  const limit = (kind: WarningKind, on: Day | undefined, basis?: UpdateBasis): Limit[] =>
    on === undefined
      ? []
      : [
          {
            kind,
            unit: account.unit,
            account: account.id,
            issue: undefined,
            on,
            days: daysBetween(today, on),
            ...(basis && { basis }),
          },
        ];
  // Nobody updates what has been abandoned; up to the deregistration everything else must be.
  const asked = state === 'abandoned' ? undefined : shortest(ledger, account.kind, today);
  const basis = post && asked && { post, ...asked };
  return [
    ...limit('update', basis && addDays(basis.post.on, basis.everyDays), basis),
    ...limit('step', dueOn),
    ...limit('filing', filing?.until),
    ...limit('certification', account.kind === 'new-media' ? account.certifiedUntil : undefined),
  ];
}

/** The latest post of each account that the register, a check or a monitoring platform knows of on `today`. */
export function latestPosts(
  { accounts, inspections, probes }: Ledger,
  today: Day,
): Map<string, KnownPost> {
  const posts = new Map<string, KnownPost>();
  const note = (account: string, on: Day | undefined, from: KnownPost['from']): void => {
    if (on === undefined || on > today) return;
    const known = posts.get(account);
    if (known === undefined || known.on < on) posts.set(account, { on, from });
  };
  for (const { id, lastPostOn } of accounts.values()) note(id, lastPostOn, 'register');
  for (const check of inspections.values())
    for (const { account, lastPostOn } of check.accounts) note(account, lastPostOn, 'check');
  for (const { account, on } of observedPosts(probes, today)) note(account, on, 'platform');
  return posts;
}

/** The shortest interval between updates that a threshold in force asks of this kind of account. */
function shortest(
  { vocabulary: { indicators } }: Ledger,
  kind: Account['kind'],
  today: Day,
): Pick<UpdateBasis, 'everyDays' | 'source'> | undefined {
  return (inForceOn(indicators.editions, today)?.veto[kind] ?? [])
    .flatMap(({ id }) => thresholdsOn(indicators.thresholds, id, today))
    .flatMap(({ every, source }) =>
      'everyDays' in every ? [{ everyDays: every.everyDays, source }] : [],
    )
    .toSorted((a, b) => a.everyDays - b.everyDays)[0];
}

function recheckLimit({ id, issue, unit, lateness }: IssueStanding): Limit[] {
  if (lateness.kind !== 'review') return [];
  const { reviewOn: recheckOn, days } = lateness;
  return [{ kind: 'review', unit, account: issue.account, issue: id, on: recheckOn, days }];
}

/** 剩3天, 今日到期, 已过5天. */
export function limitInWords({ days }: Pick<Limit, 'days'>): string {
  if (days === 0) return '今日到期';
  return days > 0 ? `剩${String(days)}天` : `已过${String(-days)}天`;
}
