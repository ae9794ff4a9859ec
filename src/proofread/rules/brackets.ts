/** 标点配对: brackets and quotation marks that are opened and not closed, or closed and not opened. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, placedTexts } from '../document/paper.ts';
import { own } from '../../text/own.ts';
import type { ProofRule } from '../rule.ts';

const PAIRS: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '[': ']',
};
const CLOSERS = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));

interface Mark {
  readonly char: string;
  readonly at: number;
  readonly passage: PlacedText;
}

/** `1）` and `a）` number a paragraph, `’` between letters is an apostrophe: neither closes anything. */
function isNoMark({ read }: PlacedText, at: number): boolean {
  const char = read.charAt(at);
  if (char === '）')
    return /(?:^|[，。；：、 ])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})$/u.test(
      read.slice(0, at),
    );
  return char === '’' && /[A-Za-z]/u.test(read.charAt(at - 1));
}

/** What is left open and what closes nothing, passage by passage. */
function unmatched(passage: PlacedText): { open: Mark[]; stray: Mark[] } {
  const open: Mark[] = [];
  const stray: Mark[] = [];
  for (let at = 0; at < passage.read.length; at += 1) {
    const char = passage.read.charAt(at);
    if (Object.hasOwn(PAIRS, char)) open.push({ char, at, passage });
    const opener = CLOSERS.get(char);
    if (opener === undefined) continue;
    const last = open.findLastIndex((mark) => mark.char === opener);
    if (last >= 0) open.splice(last, 1);
    else if (!isNoMark(passage, at)) stray.push({ char, at, passage });
  }
  return { open, stray };
}

function check(paper: ReadDocument): Contradiction[] {
  const left = placedTexts(paper).map(unmatched);
  const strays = left.flatMap(({ stray }) => stray);
  const opens = left.flatMap(({ open }) => open);
  // A title or quotation may run over several paragraphs, each of which may open the quotation anew.
  const closed = new Set<Mark>();
  for (const stray of strays) {
    const opener = CLOSERS.get(stray.char);
    const matching = opens.filter(
      (mark) => mark.char === opener && !closed.has(mark) && isNear(mark, stray),
    );
    const last = matching.at(-1);
    if (last === undefined) continue;
    closed.add(stray).add(last);
    if (opener === '“' || opener === '《') matching.forEach((mark) => closed.add(mark));
  }
  return [...opens, ...strays]
    .filter((mark) => !closed.has(mark) && !isReopened(mark, paper))
    .map(({ char, at, passage }) => {
      const opener = CLOSERS.get(char);
      const pair = opener ?? own(PAIRS, char) ?? '';
      return {
        rule: bracketsRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, at, at + 1),
        message:
          opener === undefined ? `“${char}”没有配对的“${pair}”` : `“${char}”前面没有“${pair}”`,
        expected: `“${char}”与“${pair}”成对出现`,
      };
    });
}

/** A quotation of several paragraphs may open each of them and close only the last. */
function isReopened({ char, at, passage }: Mark, { blocks }: ReadDocument): boolean {
  const next = blocks[passage.block + 1];
  return (
    char === '“' &&
    passage.text.slice(0, at).trim() === '' &&
    next?.kind === 'paragraph' &&
    next.text.trim().startsWith('“')
  );
}

/** Within eight blocks before, outside tables; inside a table only in the same cell, which was matched already. */
function isNear(open: Mark, stray: Mark): boolean {
  if (open.passage.place.kind === 'cell' || stray.passage.place.kind === 'cell') return false;
  return open.passage.block < stray.passage.block && stray.passage.block - open.passage.block <= 8;
}

export const bracketsRule: ProofRule = { id: 'brackets', name: '括号、引号、书名号配对', check };
