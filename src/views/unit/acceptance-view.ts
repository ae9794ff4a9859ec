/** 谁验收: the office that accepts what units report, and inside the reviewers who serve. */
import type { Edition } from '../edition.ts';
import { type MemberView, memberViews } from './member-view.ts';

/** The reviewers who serve on the day; empty on the public site. */
export function reviewerViews(edition: Edition): readonly MemberView[] {
  if (edition.audience === 'public') return [];
  return memberViews(edition, edition.ledger.site.reviewers).filter(({ serves }) => serves);
}

/** 甲、乙: the names of those who serve; empty on the public site. */
export function reviewerNames(edition: Edition): string {
  return reviewerViews(edition)
    .map(({ account, name }) => name ?? account)
    .join('、');
}

/** 由某某办公室审核验收（审核员甲、乙）。 */
export function acceptanceInWords(edition: Edition): string {
  const names = reviewerNames(edition);
  const who = names === '' ? '' : `（审核员${names}）`;
  return `由${edition.ledger.site.authority}审核验收${who}。`;
}
