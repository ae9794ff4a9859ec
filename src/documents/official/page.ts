/**
 * 版面: the page of GB/T 9704-2012, in twips (1 mm is 56.7). Section 5: paper A4, top 37 mm, left 28 mm, text block
 * 156 × 225 mm, 22 lines of 28 characters in 3号.
 */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { fonts, fontSizes } from './font.ts';

/** A4, portrait. */
export const paperSize = { width: 11906, height: 16838 } as const;

/** 天头 37 mm, 订口 28 mm, and what the text block of 156 × 225 mm leaves: 35 mm and 26 mm. */
export const margins = { top: 2098, left: 1587, bottom: 1984, right: 1474 } as const;

/** 22 lines fill 225 mm; 28 characters of 16 pt fill 156 mm only when each is 0.207 pt (848/4096) narrower. */
export const grid = { linePitch: 579, charSpace: -848 } as const;

/** The page number stands 7 mm below the text block (7.5). */
const footer = 850;

/** The width of the text block on a page lying on its side: 297 − 35 − 37 mm. */
export const wideTextWidth = paperSize.height - margins.bottom - margins.top;

/** A page of text. */
export const portrait: ISectionPropertiesOptions = {
  page: {
    size: { ...paperSize, orientation: PageOrientation.PORTRAIT },
    margin: { ...margins, header: 850, footer, gutter: 0 },
  },
  grid: { type: DocumentGridType.LINES_AND_CHARS, ...grid },
};

/** A page of a wide table: the same page turned, its head at the binding edge (7.4 note on tables lying down). */
export const landscape: ISectionPropertiesOptions = {
  page: {
    size: { ...paperSize, orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: margins.left,
      right: margins.top,
      bottom: margins.right,
      left: margins.bottom,
      header: 850,
      footer: 567,
      gutter: 0,
    },
  },
};

/** “— 1 —” in 4号 宋体: odd pages right, even pages left, one character from the edge (7.5). */
export const pageNumberFooters = {
  default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
  even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
};

/** A line at the head of every page, for what no reader may miss. */
export function pageHeads(text: string) {
  const line = () =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text, font: fonts.hei, size: fontSizes.five })],
        }),
      ],
    });
  return { default: line(), even: line() };
}

function pageNumber(alignment: 'right' | 'left'): Paragraph {
  const indent =
    alignment === AlignmentType.RIGHT
      ? { right: fontSizes.four * 10 }
      : { left: fontSizes.four * 10 };
  return new Paragraph({
    alignment,
    indent,
    spacing: { line: 360, lineRule: 'exact' },
    children: [
      new TextRun({
        font: fonts.song,
        size: fontSizes.four,
        snapToGrid: false,
        children: ['— ', PageNumber.CURRENT, ' —'],
      }),
    ],
  });
}
