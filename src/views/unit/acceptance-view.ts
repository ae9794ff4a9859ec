/** 谁验收: the office that accepts what units report, and inside the reviewers who serve. */
import { isFromAbove } from '../../domain/issue/round/closing.ts';
import { type Issue, origins } from '../../schema/issue.ts';
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

/** The same of an issue; of what a level above assigned, that it alone decides whether it is closed (谁交办谁销号). */
export function acceptanceOf(face: Face, issue: Pick<Issue, 'origin'>): string {
  const own = acceptanceInWords(face);
  if (!isFromAbove(issue)) return own;
  return `${own}${origins[issue.origin]}的，验收以后还要由交办的上级核销，才算办结。`;
}

/** Who decides and what the office does, of what waits for the level above; empty elsewhere. */
export function decidedAbove(face: Face, issue: Pick<Issue, 'origin'>): string {
  const { authority } = face.ledger.site;
  return `${authority}已经验收。这是${origins[issue.origin]}的问题，能否核销由交办的上级决定，${authority}不能代为核销；收到上级的文件并登记文号以后才算办结。`;
}
