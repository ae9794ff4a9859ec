/** 谁在填: said at once where nobody is signed in, or somebody who may not report for the unit, not only at the sending. */
import { postsOf, roleFor } from '../../../domain/membership.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import { today } from '../device/clock.ts';
import { partIn } from '../device/dom.ts';

interface Standing {
  readonly ledger: Ledger;
  /** False where nothing can be sent from. */
  readonly hasPlace: boolean;
  readonly account: string | undefined;
  /** The unit of the page; undefined on the pages of the office. */
  readonly unit: string | undefined;
}

export function sayStanding(
  root: HTMLElement,
  { ledger, hasPlace, account, unit }: Standing,
): void {
  partIn(root, '[data-unsigned]').hidden = !hasPlace || account !== undefined;
  partIn(root, '[data-stranger]').hidden =
    account === undefined || !isStranger(ledger, account, unit);
}

/** True for somebody whose report on the unit's own issues the review would refuse. */
function isStranger(
  { site, units }: Pick<Ledger, 'site' | 'units'>,
  account: string,
  unit: string | undefined,
): boolean {
  const posts = postsOf(account, { site, units: units.values() }, today());
  return unit === undefined ? !posts.reviewer && !posts.maintainer : !isOf(posts, unit);
}

function isOf(posts: ReturnType<typeof postsOf>, unit: string): boolean {
  const role = roleFor(posts, unit);
  return role === 'clerk' || role === 'reviewer';
}
