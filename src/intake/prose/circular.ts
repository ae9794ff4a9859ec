/**
 * 通报文字: what a circular in prose says of accounts. Sentence by sentence, under the headings that govern it, every
 * account that is named gets the problem of its own clause, else that of the words that lead up to the list, else that of
 * the sentence before, else that of the heading — or is kept aside with the reason why nothing is said of it.
 */
import type { Known } from '../record/known.ts';
import type { Line } from '../../paper/sheet.ts';
import type { NamedMention, UnreadSentence } from './mention/named.ts';
import { platformWords } from './mention/platform-words.ts';
import { isFollowedByDate, passagesOf } from './passage.ts';
import { platformOfAll } from './platform-of-all.ts';
import { Reader } from './reading/reader.ts';
import { weighed } from './reading/support.ts';
import { shaped } from './said/shape.ts';
import { isRetelling, isRules, isTitle } from './title.ts';

/** All accounts that the lines name, in their order, and the sentences in which one may have been overlooked. */
export function namedInCircular(
  lines: readonly Line[],
  known: Known,
): { named: NamedMention[]; unread: UnreadSentence[] } {
  const passages = passagesOf(lines);
  const reader = new Reader(known, platformOfAll(passages, platformWords(known)));
  for (const [at, passage] of passages.entries())
    if (isTitle(passage)) reader.begin(passage);
    else if (!isFollowedByDate(passages[at + 1])) reader.read(passage);
  const read = shaped(reader, known, isRules(passages));
  return weighed(read, { isRetelling: isRetelling(passages) }, known);
}
