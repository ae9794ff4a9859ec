/** 提交人和推送人: who they are by what the base says of them. */
import { isSameAccount, postsOf } from '../../domain/membership.ts';
import { readLedger } from '../../ledger/read.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Person, ReviewInput } from '../proposal/case.ts';
import { type Blobs, contentOf, type LedgerSide } from '../proposal/tree.ts';

type Named = Pick<ReviewInput, 'author' | 'actor' | 'today'>;

/** Author and pusher with their posts on the base; one where they are the same. */
export function peopleOf({ author, actor, today }: Named, ledger: Ledger): Person[] {
  const members = { site: ledger.site, units: [...ledger.units.values()] };
  const person = (who: string, account: string) => ({
    who,
    posts: postsOf(account, members, today),
  });
  const same = isSameAccount(author, actor);
  return same ? [person('提交人', author)] : [person('提交人', author), person('推送人', actor)];
}

/** The same where no record is looked at: nobody who is on the list shall read that he is not. */
export function registeredPeople(
  input: Named,
  { tree, index }: LedgerSide,
  blobs: Blobs,
): Person[] {
  const paths = [...index.settings, ...index.units.values()];
  const { ledger } = readLedger(contentOf(tree, blobs, paths));
  return ledger === undefined ? unknownPeople(input) : peopleOf(input, ledger);
}

/** Author and pusher of whom nothing is known. */
export function unknownPeople({ author, actor }: Named): Person[] {
  const none = {
    reviewer: false,
    maintainer: false,
    robot: false,
    units: new Set<string>(),
    others: [],
  };
  return [
    { who: '提交人', posts: { account: author, ...none } },
    { who: '推送人', posts: { account: actor, ...none } },
  ];
}
