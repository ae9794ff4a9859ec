/**
 * 身份: what an account of the forge may do on a day. Membership is dated, so that a hand-over is a line and not a
 * deletion. Accounts are compared without regard to case, as the forges do.
 */
import type { Entry } from '../schema/ledger.ts';
import type { Member, Site } from '../schema/site.ts';
import type { Unit } from '../schema/unit.ts';
import type { Day } from '../day/calendar.ts';
import { holdsOn } from '../day/period.ts';

export const roles = { clerk: '填报员', reviewer: '审核员', maintainer: '管理员' } as const;
export type Role = keyof typeof roles;

/** What an account may be: a role in the work on problems, or the account of a scheduled job. */
export const posts = { ...roles, robot: '定时任务' } as const;
export type Post = keyof typeof posts;

export interface Posts {
  readonly account: string;
  readonly reviewer: boolean;
  readonly maintainer: boolean;
  /** The account of a scheduled job, which records what was sent and nothing else. */
  readonly robot: boolean;
  /** Ids of the units that it reports for. */
  readonly units: ReadonlySet<string>;
  /** Terms that do not hold on the day: over, or not begun. */
  readonly others: readonly PostTerm[];
}

/** The lists of people in the settings of a ledger. */
export type StaffList = 'reviewers' | 'maintainers' | 'robots';

/** A term of office; `unit` is given for clerks alone. */
export interface PostTerm {
  readonly role: Post;
  readonly unit: string | undefined;
  readonly from: Day;
  readonly until: Day | undefined;
}

/** The posts of `account` on `day`, by the members that the ledger names. */
export function postsOf(
  account: string,
  { site, units }: { site: Pick<Site, StaffList>; units: Iterable<Entry<Unit>> },
  day: Day,
): Posts {
  const terms = [
    ...termsIn(site.reviewers, account, 'reviewer', undefined),
    ...termsIn(site.maintainers, account, 'maintainer', undefined),
    ...termsIn(site.robots, account, 'robot', undefined),
    ...[...units].flatMap(({ id, members }) => termsIn(members, account, 'clerk', id)),
  ];
  const held = terms.filter((term) => holdsOn(term, day));
  return {
    account,
    reviewer: held.some(({ role }) => role === 'reviewer'),
    maintainer: held.some(({ role }) => role === 'maintainer'),
    robot: held.some(({ role }) => role === 'robot'),
    units: new Set(held.flatMap(({ unit }) => unit ?? [])),
    others: terms.filter((term) => !holdsOn(term, day)),
  };
}

/**
 * True for one account written with other cases of A to Z. Nothing else is folded: to a forge the Kelvin sign is no k,
 * and a look-alike is somebody else.
 */
export function isSameAccount(a: string, b: string): boolean {
  const folded = (account: string) =>
    account.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
  return folded(a) === folded(b);
}

/** The members whose term holds on `day`, the last day included. */
export function membersOn(members: readonly Member[], day: Day): Member[] {
  return members.filter((member) => holdsOn(member, day));
}

/** The role in which the holder of `posts` acts for `unit`, or undefined where it has none. */
export function roleFor(posts: Posts, unit: string): Role | undefined {
  if (posts.reviewer) return 'reviewer';
  if (posts.units.has(unit)) return 'clerk';
  return posts.maintainer ? 'maintainer' : undefined;
}

function termsIn(
  members: readonly Member[],
  account: string,
  role: Post,
  unit: string | undefined,
): PostTerm[] {
  return members
    .filter((member) => isSameAccount(member.account, account))
    .map(({ from, until }) => ({ role, unit, from, until }));
}
