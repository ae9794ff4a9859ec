/** 一个名单: the names of one list of a sentence, each with what the sentence, or what governs it, says of it. */
import type { Known } from '../record/known.ts';
import {
  type Governing,
  governingProblem,
  type GoverningStatement,
  pointedBack,
} from './governing.ts';
import type { Group } from './mention/group.ts';
import type { NamedMention } from './mention/named.ts';
import type { PlatformWords } from './mention/platform-words.ts';
import { isAskedPart } from './outline.ts';
import type { Passage } from './passage.ts';
import { namedFrom } from './said/each.ts';
import type { TextStretch } from './said/edges.ts';
import { type ListVerdict, verdictOn } from './said/verdict.ts';

/** What stands round a list. */
export interface ListContext {
  headings: readonly Governing[];
  /** Those of the sentence before, offices as well. */
  before: readonly NamedMention[];
  statement: GoverningStatement | undefined;
  known: Known;
}

/** `next`: the list behind it in the same sentence. */
export function namedOf(
  {
    passage,
    sentence,
    group,
    next,
  }: { passage: Passage; sentence: TextStretch; group: Group; next: Group | undefined },
  { headings, before, statement, known }: ListContext,
  words: PlatformWords,
): NamedMention[] {
  const lead = passage.plain.slice(group.lead.from, group.lead.to);
  const above = (isAlone: boolean): string | undefined =>
    pointedBack(lead, before, () =>
      governingProblem(headings, isAlone ? statement : undefined, known),
    );
  const verdict: ListVerdict = isAskedPart(headings)
    ? { findings: [], why: 'nothing', guesses: [] }
    : asAsked(
        passage.plain.slice(sentence.from, sentence.to),
        verdictOn(passage, group, next?.lead.from ?? sentence.to, above, known, words),
      );
  return namedFrom({ passage, sentence, group, verdict }, known);
}

/** …停更了，是不是不管了？: who asks reports nothing. */
function asAsked(sentence: string, verdict: ListVerdict): ListVerdict {
  if (!/？[”）]?$/u.test(sentence) || verdict.findings.length === 0) return verdict;
  return { findings: [], why: 'unclear', guesses: [...verdict.findings, ...verdict.guesses] };
}
