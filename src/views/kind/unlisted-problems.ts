/** 没有列过的类别: known to the ledger and answered by the search, though nothing of them is listed. */
import type { Face } from '../face.ts';
import { type GroupView, rulesOf } from './group-view.ts';

/** Kinds of the vocabulary of which nothing is listed: what they are called otherwise, and which indicators they are of. */
export function unlistedProblems(
  face: Face,
): readonly Pick<GroupView, 'key' | 'name' | 'aliases' | 'rules'>[] {
  const listedKinds = new Set(face.standing.issues.flatMap(({ issue }) => issue.problems));
  return face.ledger.vocabulary.problems
    .filter(({ id }) => !listedKinds.has(id))
    .map(({ id, name, aliases, indicators }) => ({
      key: id,
      name,
      aliases,
      rules: rulesOf(face, indicators),
    }));
}
