/** 字: which traditional characters stand for which simplified ones, and how characters sound. Made at build time. */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { lettersOf } from '../match.ts';
import type { SoundTable } from '../words.ts';

/** Every traditional character with its simplified one behind it, of those that `text` has. */
export function traditionalOf(text: string): string {
  const wanted = new Set(text);
  const convert = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x4e_00; code <= 0x9f_ff; code += 1) {
    const character = String.fromCodePoint(code);
    const simple = convert(character);
    if (simple !== character && wanted.has(simple) && !wanted.has(character))
      pairs += character + simple;
  }
  return pairs;
}

/** The syllables of a name without tones, one a unit. */
export function syllablesOf(name: string): string[] {
  return lettersOf(name).length === 0
    ? []
    : pinyin(lettersOf(name).join(''), {
        toneType: 'none',
        type: 'array',
        nonZh: 'consecutive',
        v: true,
      }).map((syllable) => syllable.toLowerCase());
}

/** The characters of GB 2312 by their sound. */
export function soundTable(): SoundTable {
  const decoder = new TextDecoder('gb18030');
  const sounds = new Map<string, string>();
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    const bytes = Array.from({ length: 94 }, (_, at) => [row, 0xa1 + at]).flat();
    for (const character of decoder.decode(new Uint8Array(bytes))) {
      if (!/\p{Script=Han}/u.test(character)) continue;
      const syllable = pinyin(character, { toneType: 'none', v: true });
      sounds.set(syllable, (sounds.get(syllable) ?? '') + character);
    }
  }
  return Object.fromEntries([...sounds].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
