/** 公文文件: sections to the bytes of a .docx that are the same for the same text, with nothing of who made it. */
import {
  Document,
  type FileChild,
  type ISectionPropertiesOptions,
  Packer,
  SectionType,
} from 'docx';
import type { Day } from '../../domain/calendar.ts';
import { officePackage } from '../office-package.ts';
import { fonts, sizes } from './font.ts';
import { landscape, pageNumbers, portrait } from './page.ts';

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
  readonly sections: readonly OfficialSection[];
}

/** The bytes of a .docx. */
export async function officialFile(file: OfficialFile): Promise<Uint8Array> {
  const document = new Document({
    title: file.title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fonts.body, size: sizes.three, language: { eastAsia: 'zh-CN' } } },
      },
    },
    sections: file.sections.map(({ page, children }) => ({
      properties: propertiesOf(page),
      footers: pageNumbers,
      children: [...children],
    })),
  });
  return officePackage(await Packer.toBuffer(document), file);
}

function propertiesOf(page: OfficialSection['page']): ISectionPropertiesOptions {
  return { ...(page === 'wide' ? landscape : portrait), type: SectionType.NEXT_PAGE };
}
