/**
 * 同类问题再次列入: of an issue, that issues of the same kinds had been settled at the unit before it was listed, and which
 * was the latest; inside only, since it says of a unit what no list says.
 */
import { inWords } from '../../day/calendar.ts';
import { settledBefore } from '../../domain/figures/recurrence.ts';
import { isValid } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { Ref } from '../address.ts';
import type { Face } from '../face.ts';
import { campaignRef, issueRef } from '../names.ts';
import { shortName } from '../unit/short-name.ts';

export interface SameBefore {
  /** 同类问题再次列入：列入以前，本单位已销号或转长期坚持的同类的2个，最近的是 */
  readonly words: string;
  readonly latest: Ref;
  /** （2026年3月21日） */
  readonly on: string;
}

export function sameBefore(face: Face, one: IssueStanding): SameBefore | undefined {
  if (face.audience === 'public' || !isValid(one)) return undefined;
  const settled = settledBefore(face.standing, one);
  const [latest] = settled;
  if (latest === undefined) return undefined;
  const latestRef = issueRef(face.ledger, latest.one.id);
  const { name } = campaignRef(face.ledger, latest.one.issue.campaign);
  return {
    words: `同类问题再次列入：列入以前，本单位已销号或转长期坚持的同类的${String(settled.length)}个，最近的是`,
    // A row is of its campaign's list.
    latest: { ...latestRef, name: `${shortName(face.ledger, name)}${latestRef.name}` },
    on: `（${inWords(latest.on)}）`,
  };
}
