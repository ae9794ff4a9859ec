/** 一句话: the names of a sentence, each with what the sentence says of it. */
import { isQuotedTopic, isTableTitle, markAmid, saysFault } from '../heading.ts';
import { type Above, type Group, groupsIn } from '../mention/group.ts';
import { isUnclear, type NamedMention } from '../mention/named.ts';
import { isOfAccounts } from '../mention/office/offices.ts';
import type { PlatformWords } from '../mention/platform-words.ts';
import { type ListContext, namedOf } from '../named-of.ts';
import { type OutlinePiece, WITHIN } from '../outline.ts';
import { toldIn } from '../said/beside.ts';

/** What was read in a sentence. `isDoubtful`: something is said of an office, and nobody knows what. */
export interface ReadSentence {
  groups: Group[];
  named: NamedMention[];
  isDoubtful: boolean;
}

/** Reads the sentence at `index` of a piece against what stands above and around it. */
export function readSentence(
  piece: OutlinePiece,
  index: number,
  above: Above,
  around: ListContext,
  words: PlatformWords,
): ReadSentence {
  const { passage, level, sentences } = piece;
  const [from, to] = sentences[index] ?? [0, 0];
  const sentence = { from, to };
  const isTopic = level === WITHIN && index === 0 && isQuotedTopic(passage.plain.slice(from, to));
  const groups = isTopic ? [] : groupsIn(passage.plain, sentence, above, words);
  const told = toldIn(passage.plain, to, groups, around.known, (group, next) =>
    namedOf({ passage, sentence, group, next }, around, words),
  );
  let isDoubtful = false;
  const named = groups.flatMap((group, at) => {
    const own = told[at]?.named ?? [];
    if (isTableTitle(passage.plain) && !isOfAccounts(group)) return [];
    isDoubtful ||= !isOfAccounts(group) && own.some(isUnclear);
    // Of an office nothing is said by naming it.
    return isOfAccounts(group) ? own : own.filter(({ findings }) => findings.length > 0);
  });
  if (index > 0 && saysFault(piece)) for (const one of named) one.isUnderFault = true;
  markAmid(named, groups, passage.plain, above.topics);
  return { groups, named, isDoubtful };
}
