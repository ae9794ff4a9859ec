/** 没有列过的类别: known to the ledger and answered by the search, though nothing of them is listed. */
import type { Face } from '../face.ts';

interface UnlistedProblem {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** W1 站点无法访问: the check indicators that it is of. */
  readonly indicators: readonly string[];
}

/** The kinds of the vocabulary of which nothing is listed. */
export function unlistedProblems({ ledger, standing }: Face): readonly UnlistedProblem[] {
  const listed = new Set(standing.issues.flatMap(({ issue }) => issue.problems));
  const { problems, indicators } = ledger.vocabulary;
  const named = new Map(
    indicators.editions.flatMap(({ veto }) =>
      [...veto.website, ...veto['new-media']].map(({ id, name }) => [id, `${id} ${name}`] as const),
    ),
  );
  return problems
    .filter(({ id }) => !listed.has(id))
    .map(({ id, name, aliases, indicators: own }) => ({
      key: id,
      name,
      aliases,
      indicators: own.flatMap((one) => named.get(one) ?? []),
    }));
}
