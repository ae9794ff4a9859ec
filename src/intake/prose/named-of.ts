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
  const said = passage.plain.slice(sentence.from, sentence.to);
  const isAskedOfAll = isAskedPart(headings);
  const verdict: ListVerdict =
    isAskedOfAll && !FOUND_SINCE.test(said)
      ? { findings: [], why: 'nothing', guesses: [] }
      : asAsked(
          said,
          verdictOn(passage, group, next?.lead.from ?? sentence.to, above, known, words),
          isAskedOfAll,
        );
  return namedFrom({ passage, sentence, group, verdict }, known);
}

/** 近期又查出“甲”快手号未备案，请一并处理: found since, and told where everybody is asked for something. */
const FOUND_SINCE =
  /(?:还|又|另|近期|日前|近日|新)(?:[^，；。“”]{0,12})?(?:查出|发现|查到|监测到|检测到)(?!(?:的)?问题|风险|隐患|苗头)/u;

/** …停更了，是不是不管了？: who asks reports nothing. */
function asAsked(sentence: string, verdict: ListVerdict, isAsked = false): ListVerdict {
  const isQuestion = isAsked || /？[”）]?$/u.test(sentence);
  if (!isQuestion || verdict.findings.length === 0) return verdict;
  return { findings: [], why: 'unclear', guesses: [...verdict.findings, ...verdict.guesses] };
}
