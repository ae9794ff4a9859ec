/** 谁验收: the office that accepts what units report, and inside the reviewers who serve. */
import type { Edition } from '../edition.ts';
import { type MemberView, memberViews } from './member-view.ts';

/** The reviewers who serve on the day; empty on the public site. */
export function reviewerViews(edition: Edition): readonly MemberView[] {
  if (edition.audience === 'public') return [];
  return memberViews(edition, edition.ledger.site.reviewers).filter(({ serves }) => serves);
}

/** 由某某办公室审核验收（审核员甲、乙）。 */
export function acceptanceInWords(edition: Edition): string {
  const names = reviewerViews(edition).map(({ account, name }) => name ?? account);
  const who = names.length === 0 ? '' : `（审核员${names.join('、')}）`;
  return `由${edition.ledger.site.authority}审核验收${who}。`;
}
