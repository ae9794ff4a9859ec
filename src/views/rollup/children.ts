/** 下级: the children of a face as they stand, each by the snapshots that this face may show. */
import { type ChildStanding, childStanding, isChildOn } from '../../domain/rollup/child.ts';
import { countedOnce } from '../../domain/rollup/double.ts';
import { accountIdentity, type Shared, sharedAmong } from '../../domain/rollup/identity.ts';
import type { Day } from '../../day/calendar.ts';
import type { Child } from '../../schema/child.ts';
import type { Audience } from '../../schema/field.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Face } from '../face.ts';

/** The children on a day (default that of the face), in the official order. */
export function childrenOf(face: Face, day: Day = face.today): ChildStanding[] {
  const { ledger } = face;
  const standings = [...ledger.children.values()]
    .filter((child) => isChildOn(child, day))
    .map((child) =>
      childStanding(child, ledger.snapshots[levelOf(face, child)].get(child.id) ?? [], day),
    );
  return countedOnce(standings, ledger.site);
}

/** Which of a child's sums this face shows: the internal ones where there are such and it may. */
export function levelOf({ audience }: Pick<Face, 'audience'>, child: Child): Audience {
  return audience === 'internal' && child.internal !== undefined ? 'internal' : 'public';
}

/** What a child is called on pages. */
export function childName({ name, shortName }: Entry<Child>): string {
  return shortName ?? name;
}

/** The accounts that this ledger and its counted children, or two of these, both have. */
export function sharedIn(face: Face): Shared[] {
  const { ledger } = face;
  return sharedAmong([
    ['本级', ownAccounts(ledger)],
    ...childrenOf(face)
      .filter(({ counted }) => counted)
      .map(({ child, accounts }) => [childName(child), accounts] as const),
  ]);
}

function ownAccounts(ledger: Ledger): string[] {
  return [...ledger.accounts.values()].flatMap((account) => accountIdentity(ledger, account) ?? []);
}
