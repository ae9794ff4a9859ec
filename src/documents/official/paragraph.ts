/** 段落: the parts of an official document in their places (GB/T 9704-2012, 7.3). Lengths in twips. */
import { AlignmentType, type IParagraphOptions, Paragraph, ShadingType, Tab, TextRun } from 'docx';
import { type FontName, fonts, fontSizes } from './font.ts';
import { titleLines } from './title.ts';

/** One character of 3号, and the indent of two at the beginning of a paragraph. */
const CHARACTER = fontSizes.three * 10;
const TWO_CHARACTERS = { firstLine: CHARACTER * 2, firstLineChars: 200 } as const;

/** What the office still has to write stands out until it is written. */
const TO_FILL = /(〔待填[^〕]*〕)/u;

/** Runs of one font; 〔待填〕 marks are shaded. */
export function runs(
  text: string,
  name: FontName = 'body',
  size: number = fontSizes.three,
): TextRun[] {
  return text.split(TO_FILL).flatMap((piece) => {
    if (piece === '') return [];
    const shading = TO_FILL.test(piece)
      ? { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF2A8' }
      : undefined;
    const children = piece.split(/(\t)/u).map((part) => (part === '\t' ? new Tab() : part));
    return [new TextRun({ children, font: fonts[name], size, shading })];
  });
}

function plain(text: string, name: FontName, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: runs(text, name) });
}

/** 标题: 2号 小标宋, centred, broken where the sense allows; a page on its side holds 28 characters in a line. */
export function title(text: string, page: 'upright' | 'wide' = 'upright'): Paragraph[] {
  return titleLines(text, page === 'wide' ? 28 : 20).map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 700, lineRule: 'exact' },
        children: runs(line, 'title', fontSizes.two),
      }),
  );
}

/** 主送机关: flush left, a full-width colon behind it. */
export function recipient(name: string): Paragraph {
  return plain(`${name}：`, 'body');
}

/** 一、 in 黑体. */
export function heading(text: string): Paragraph {
  return plain(text, 'hei', { indent: TWO_CHARACTERS, keepNext: true });
}

/** （一） in 楷体; what follows the heading's full stop is text. */
export function subheading(text: string): Paragraph {
  const stop = text.indexOf('。');
  const [head, rest] = stop < 0 ? [text, ''] : [text.slice(0, stop + 1), text.slice(stop + 1)];
  return new Paragraph({
    indent: TWO_CHARACTERS,
    children: [...runs(head, 'kai'), ...runs(rest, 'body')],
  });
}

/** 正文: two characters in. */
export function body(text: string): Paragraph {
  return new Paragraph({
    indent: TWO_CHARACTERS,
    alignment: AlignmentType.BOTH,
    children: runs(text),
  });
}

export function blank(): Paragraph {
  return new Paragraph({ children: runs(' ') });
}

/** 附件说明: an empty line below the text, two characters in; several are numbered and stand below each other. */
export function annexNote(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return [];
  const [first = ''] = names;
  const hanging = (lead: string, text: string, left: number, hang: number) =>
    plain(lead + text, 'body', {
      indent: { left: CHARACTER * left, hanging: CHARACTER * hang },
    });
  if (names.length === 1) return [blank(), hanging('附件：', first, 5, 3)];
  return [
    blank(),
    hanging('附件：', `1.${first}`, 6, 4),
    ...names.slice(1).map((name, index) => hanging('', `${String(index + 2)}.${name}`, 6, 1)),
  ];
}

/** 成文日期 four characters from the right, the office's name centred over it, with room for its seal (7.3.5.1). */
export function signature(office: string, date: string): Paragraph[] {
  const dateWidth = widthOf(date);
  const right = Math.max(0, 4 + (dateWidth - widthOf(office)) / 2);
  const line = (text: string, characters: number) =>
    plain(text, 'body', {
      alignment: AlignmentType.RIGHT,
      keepLines: true,
      indent: { right: Math.round(CHARACTER * characters) },
    });
  return [blank(), blank(), line(office, right), line(date, 4)];
}

/** Width in characters: digits and Latin letters are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u007e]/u.test(char) ? 0.5 : 1), 0);
}

/** 附件: in 黑体, flush left, at the head of its own page; `number` where there are several. */
export function annexMark(number?: number): Paragraph {
  return plain(number === undefined ? '附件' : `附件${String(number)}`, 'hei');
}
