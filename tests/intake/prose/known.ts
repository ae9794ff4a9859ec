/** What a reader of circulars knows: the shipped ledger's vocabulary, and the words for platforms. */
import { platformWords } from '../../../src/intake/prose/mention/platform-words.ts';
import { proseTokens } from '../../../src/intake/prose/tokens.ts';
import { plainOf } from '../../../src/intake/prose/passage.ts';
import { Known } from '../../../src/intake/record/known.ts';
import { bare } from '../lists.ts';

export const known = new Known(bare);
export const words = platformWords(known);
export const tokensOf = (text: string) => proseTokens(plainOf(text), words);
