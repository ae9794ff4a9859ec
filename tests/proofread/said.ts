/** A text as statements, the last of which is looked at. */
import { plainPaper } from '../../src/proofread/document/plain.ts';
import type { Division } from '../../src/proofread/division.ts';
import { isExplained } from '../../src/proofread/division.ts';
import { type Statement, statementsOf } from '../../src/proofread/statement.ts';

export function lastOf(text: string): { last: Statement; before: Statement[] } {
  const statements = [...statementsOf(plainPaper(text))];
  const last = statements.pop();
  if (last === undefined) throw new Error(text);
  return { last, before: statements };
}

/** `cut 20=9+11`, with ? where no reading makes the whole. */
export const inFigures = (divisions: readonly Division[]): string[] =>
  divisions.map(
    (one) =>
      `${one.by} ${String(one.whole.value)}${isExplained(one) ? '=' : '?'}${one.parts.map(({ value }) => value).join('+')}`,
  );
