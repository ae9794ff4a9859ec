/** 管到后文的话: the headings and sentences under which names stand, and the problem that they say of them. */
import type { Known } from '../record/known.ts';
import { statementIn, type TextStretch } from './finding.ts';
import type { NamedMention } from './mention/named.ts';
import type { Heading } from './outline.ts';
import type { Passage } from './passage.ts';

/** Words that may govern names which follow them. */
export interface GoverningStatement {
  passage: Passage;
  stretch: TextStretch;
}

export type Governing = Heading & {
  statement?: GoverningStatement;
  /** The accounts that are the heading; `isOnce` where only the line behind is about them, `isHere` only the paragraph. */
  subjects?: NamedMention[];
  isOnce?: boolean;
  isHere?: boolean;
};

/** The problem of the sentence before, where the list goes on from it, or of the nearest heading that names one. */
export function governingProblem(
  headings: readonly Governing[],
  before: GoverningStatement | undefined,
  known: Known,
): string | undefined {
  const statements = [
    ...(before ? [before] : []),
    ...headings.flatMap(({ statement }) => statement ?? []).reverse(),
  ];
  for (const { passage, stretch } of statements) {
    const found = statementIn(passage.plain, stretch, known);
    if (found !== undefined) return passage.text.slice(found.from, found.to).trim();
  }
  return undefined;
}
