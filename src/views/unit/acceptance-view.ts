/** 谁验收: the office that accepts what units report, and inside the reviewers who serve. */
import type { Face } from '../face.ts';
import { type MemberView, memberViews } from './member-view.ts';

/** The reviewers who serve on the day; empty on the public site. */
export function reviewerViews(face: Face): readonly MemberView[] {
  if (face.audience === 'public') return [];
  return memberViews(face, face.ledger.site.reviewers).filter(({ serves }) => serves);
}

/** 甲、乙: the names of those who serve; empty on the public site. */
export function reviewerNames(face: Face): string {
  return reviewerViews(face)
    .map(({ account, name }) => name ?? account)
    .join('、');
}

/** 由某某办公室审核验收（审核员甲、乙）。 */
export function acceptanceInWords(face: Face): string {
  const names = reviewerNames(face);
  const who = names === '' ? '' : `（审核员${names}）`;
  return `由${face.ledger.site.authority}审核验收${who}。`;
}
