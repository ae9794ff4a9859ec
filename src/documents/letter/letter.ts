/** 行文: the blocks of a filled template and its annexes as an official document. */
import type { FileChild } from 'docx';
import type { Day } from '../../day/calendar.ts';
import { officialFile, type OfficialSection } from '../official/file.ts';
import {
  annexNote,
  body,
  heading,
  recipient,
  signature,
  subheading,
  title,
  blank,
  widthOf,
} from '../official/paragraph.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { sheetChildren } from '../sheet/sheet-word.ts';
import { titleLines } from '../official/title.ts';
import type { Block } from '../template/block.ts';

export interface Letter {
  readonly blocks: readonly Block[];
  /** The annexes, in the order of the 附件 lines of the template. */
  readonly annexes: readonly Sheet[];
  /** For the file's properties. */
  readonly office: string;
  readonly on: Day;
  /** Said at the head of every page of a fictional ledger. */
  readonly fiction: string | undefined;
}

/** The bytes of a .docx. */
export function letterFile({ blocks, annexes, office, on, fiction }: Letter): Promise<Uint8Array> {
  const titleOf = blocks.find(({ kind }) => kind === 'title')?.text ?? '';
  const several = annexes.length > 1;
  const sections: OfficialSection[] = [
    { page: 'upright', children: childrenOf(blocks) },
    ...annexes.map((sheet, index): OfficialSection => ({
      page: 'wide',
      children: sheetChildren(sheet, { number: several ? index + 1 : undefined }),
    })),
  ];
  return officialFile({ title: titleOf, office, on, fiction, sections });
}

function childrenOf(blocks: readonly Block[]): FileChild[] {
  const of = (kind: Block['kind']) => blocks.filter((one) => one.kind === kind);
  const text = blocks.flatMap((block): FileChild[] => {
    switch (block.kind) {
      case 'title':
        return [...title(block.text), blank()];
      case 'recipient':
        return [recipient(block.text)];
      case 'heading':
        return [heading(block.text)];
      case 'subheading':
        return [subheading(block.text)];
      case 'body':
        return [body(block.text)];
      // These stand at the end, whatever their place in the template.
      case 'annex':
      case 'office':
      case 'date':
        return [];
      default:
        return block satisfies never;
    }
  });
  const [office] = of('office');
  const [date] = of('date');
  return [
    ...text,
    ...annexNote(of('annex').map((one) => one.text)),
    ...(office && date ? signature(office.text, date.text) : []),
  ];
}

/** How many lines of 28 characters a text without annexes takes, the signature included: 22 of them make a page. */
export function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { kind, text }) => {
    switch (kind) {
      case 'title':
        return sum + titleLines(text).length * 1.25 + 1;
      case 'recipient':
      case 'heading':
      case 'subheading':
      case 'body':
        return sum + Math.ceil((widthOf(text) + 2) / 28);
      case 'annex':
        return sum + 2;
      case 'office':
        return sum + 3;
      case 'date':
        return sum + 1;
      default:
        return kind satisfies never;
    }
  }, 0);
}

/** The document as plain text, for reading on a screen. */
export function letterText(blocks: readonly Block[]): string {
  const lines = blocks.map((block) =>
    ['body', 'heading', 'subheading'].includes(block.kind) ? `　　${lineOf(block)}` : lineOf(block),
  );
  return `${lines.join('\n')}\n`;
}

/** A block as a line of plain text, its label in front. */
export function lineOf({ kind, text }: Block): string {
  return kind === 'recipient' ? `${text}：` : kind === 'annex' ? `附件：${text}` : text;
}
