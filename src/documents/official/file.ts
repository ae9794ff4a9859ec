/** 公文文件: sections to the bytes of a .docx that are the same for the same text, with nothing of who made it. */
import {
  Document,
  type FileChild,
  type ISectionPropertiesOptions,
  Packer,
  SectionType,
} from 'docx';
import type { Day } from '../../day/calendar.ts';
import { officePackage } from '../office-package.ts';
import { fonts, fontSizes } from './font.ts';
import { grid, landscape, pageHeads, pageNumberFooters, portrait } from './page.ts';

export interface OfficialSection {
  /** `wide`: a page lying on its side, for tables. */
  readonly page: 'upright' | 'wide';
  readonly children: readonly FileChild[];
}

export interface OfficialFile {
  /** For the file's properties; public. */
  readonly title: string;
  /** The issuing office, for the file's properties. */
  readonly office: string;
  readonly on: Day;
  /** Said at the head of every page of a fictional ledger. */
  readonly fiction?: string | undefined;
  readonly sections: readonly OfficialSection[];
}

const LETTERS = { font: fonts.body, size: fontSizes.three } as const;

/**
 * The style of all text: lines of exactly the grid's pitch and letters a quarter of a point closer, which gives 22
 * lines of 28 characters in every program. Only Word fits characters of 16 pt into the grid itself; others give each
 * two cells of it, so paragraphs do not hang on the grid.
 */
const NORMAL = {
  id: 'Normal',
  name: 'Normal',
  quickFormat: true,
  run: { ...LETTERS, characterSpacing: -5 },
  paragraph: {
    widowControl: false,
    spacing: { line: grid.linePitch, lineRule: 'exact' },
  },
} as const;

/** The bytes of a .docx. */
export async function officialFile(file: OfficialFile): Promise<Uint8Array> {
  const document = new Document({
    title: file.title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { ...LETTERS, language: { eastAsia: 'zh-CN' } } },
      },
      paragraphStyles: [NORMAL],
    },
    sections: file.sections.map(({ page, children }) => ({
      properties: propertiesOf(page),
      footers: pageNumberFooters,
      ...(file.fiction === undefined ? {} : { headers: pageHeads(file.fiction) }),
      children: [...children],
    })),
  });
  return officePackage(await Packer.toBuffer(document), file, {
    'word/styles.xml': offTheGrid,
  });
}

/** The library has no word for paragraphs that do not hang on the grid. */
function offTheGrid(styles: string): string {
  const found = /(w:styleId="Normal"(?:(?!<\/w:style>).)*?)(<w:spacing w:line=)/su;
  if (!found.test(styles)) throw new Error('the style of all text has no line spacing');
  return styles.replace(found, '$1<w:snapToGrid w:val="0"/>$2');
}

function propertiesOf(page: OfficialSection['page']): ISectionPropertiesOptions {
  return { ...(page === 'wide' ? landscape : portrait), type: SectionType.NEXT_PAGE };
}
