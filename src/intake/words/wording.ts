/**
 * 文字整理: the two ways in which intake looks at words. `tidy` and `mend` keep what the source wrote and take away only
 * the spaces and breaks that setting lines of type left behind (docs/data-notes.md, rule 1); `folded` is for comparing
 * and is never recorded.
 */
import { withoutUnseen } from '../../text/unseen.ts';

const HAN = String.raw`\p{Script=Han}`;
/** Marks that are a whole character wide. */
const FULL = String.raw`\u3000-\u303f\uff01-\uff60\uffe0-\uffe6“”‘’—…·`;

/** Texts that are remembered before the memory is emptied; a list of 20,000 rows has about as many words. */
const REMEMBERED = 50_000;
/** A longer text is seldom seen twice. */
const LONGEST = 200;

/** The same work, done once a text: the cells of a list say the same words over and over. */
function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > LONGEST) return work(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}

/** Without what nobody sees; every kind of space is a plain one, every line break is `\n`; no space at the ends. */
export const tidy = remembered((text) => {
  const lines = text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(/[\r\u2028\u2029\u0085\u000b\f]/gu, '\n');
  return withoutUnseen(lines)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n+/gu, '\n')
    .trim();
});

const SPACE = '[ \\n]+';
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}])${SPACE}(?=[${HAN}])`, 'gu');
const AT_FULL_MARK = new RegExp(`(?<=[${FULL}])${SPACE}|${SPACE}(?=[${FULL}])`, 'gu');
/** A line break between a character and a figure: 7月⏎31日; not before 2. or （2）, which begin an item. */
const BREAK_AT_FIGURE = new RegExp(
  `(?<=[${HAN}])\\n(?=\\d)(?!\\d{1,2}[.．、)）])|(?<=\\d)\\n(?=[${HAN}])`,
  'gu',
);

/** A line break inside brackets or before a half-width mark is never meant. */
const BREAK_AT_MARK = /(?<=[([])\n|\n(?=[,.;:!?)\]%])/gu;

/** As the source wrote it, without the spaces and breaks of line setting. One line. */
export const mendedText = remembered((text) => {
  return tidy(text)
    .replace(BREAK_AT_MARK, '')
    .replace(BREAK_AT_FIGURE, '')
    .replace(BETWEEN_HAN, '')
    .replace(AT_FULL_MARK, '')
    .replaceAll('\n', ' ');
});

/** How wide the lines of a column are set: the longest stretch without a space or break in its cells, in characters. */
export function columnWidth(cells: readonly string[]): number {
  return Math.max(
    0,
    ...cells.flatMap((cell) =>
      tidy(cell)
        .split(/\s+/u)
        .map(({ length }) => length),
    ),
  );
}

/** A line that ends this many characters before the width was broken on purpose. */
const SHORT_BY = 3;
/** Fewer characters than this are never a finding of their own. */
const SHORTEST = 4;

/**
 * The same for 存在问题, but a space between two findings that were put side by side without a mark is kept: it is all
 * that tells them apart. `isFinding` says whether words are a finding by themselves; `width` is that of the column.
 */
export function mendFinding(
  text: string,
  isFinding: (words: string) => boolean,
  width = 0,
): string {
  const pieces = tidy(text).split(BETWEEN_HAN);
  let mended = pieces[0] ?? '';
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) continue;
    const before = mended.split(MARKS).at(-1) ?? '';
    const after = pieces.slice(index).join('').split(MARKS)[0] ?? '';
    const isShort =
      lastLine(pieces[index - 1] ?? '').length <= width - SHORT_BY && after.length >= SHORTEST;
    mended += (isShort || (isFinding(before) && isFinding(after)) ? ' ' : '') + piece;
  }
  return mended
    .replace(BREAK_AT_MARK, '')
    .replace(BREAK_AT_FIGURE, '')
    .replace(AT_FULL_MARK, '')
    .replaceAll('\n', ' ');
}

function lastLine(piece: string): string {
  return piece.split(/\s+/u).at(-1) ?? '';
}

/** What ends a clause. */
const MARKS = /[，,；;。、 ]/u;

/** For comparing: half width, lower case, no spaces, one way of writing each bracket and quote. Never recorded. */
export const folded = remembered((text) => {
  return withoutUnseen(text.normalize('NFKC'))
    .replace(/\s+/gu, '')
    .replace(/[“”„‟"＂「」『』]/gu, '"')
    .replace(/[‘’＇`]/gu, "'")
    .replace(/[〔［【]/gu, '[')
    .replace(/[〕］】]/gu, ']')
    .toLowerCase();
});

/** Folded, and without any mark: for names of columns and units. */
export const bareText = remembered((text) => {
  return folded(text).replace(/[\p{P}\p{S}]/gu, '');
});
