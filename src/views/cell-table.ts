/** 通用表: a table of words, numbers and links, as the pages of the regular supervision render it. */
import type { Light } from '../domain/issue/deadline/lateness.ts';
import type { Ref } from './address.ts';

export interface ShownCell {
  readonly text: string;
  readonly href?: string | undefined;
  /** Shown before the words as shape and colour. */
  readonly light?: Light;
  /** What else can be opened from here, after the words. */
  readonly links?: readonly ShownLink[];
}

export interface ShownLink extends Ref {
  /** The beginning of the SHA-256 of the file, folded behind the link. */
  readonly sum?: string;
}

export interface CellTable {
  /** Of its section on the page. */
  readonly id: string;
  readonly title: string;
  /** What the rows are counted in: 个, 家; shown behind the title with their number. */
  readonly unit: string;
  readonly columns: readonly { readonly title: string; readonly number?: boolean }[];
  /** The first cell names the row. Never empty: a table without rows is not shown. */
  readonly rows: readonly (readonly ShownCell[])[];
  /** What the rows come to, where they need not be read one by one: the table is folded behind it. */
  readonly sum?: string;
  /** The table is folded on a screen behind its title; on paper it is whole. */
  readonly isFolded?: boolean;
}

export interface PaperLine {
  readonly text: string;
  /** The part that it plays: 主送, 一、…, 正文, 附件, 署名和日期. */
  readonly role: 'recipient' | 'heading' | 'body' | 'annex' | 'sign';
  /** Of an annex: what stands before the first of them, and an empty place before the others. */
  readonly label?: string;
}

/** A page of tables. */
export interface TablePage {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** What a list of such pages says of it beside its title: 2026年3月16日印发，示政办函〔2026〕26号. */
  readonly more?: string;
  /** Sentences before the tables. */
  readonly intro: readonly string[];
  /** An official text as it was published, line by line. */
  readonly paper?: readonly PaperLine[];
  readonly tables: readonly CellTable[];
}

export const words = (text: string): ShownCell => ({ text });
export const numeral = (value: number): ShownCell => ({ text: String(value) });
export const linked = ({ name, href }: Ref): ShownCell => ({ text: name, href });

/** The tables that have rows. */
export function withRows(tables: readonly CellTable[]): CellTable[] {
  return tables.filter(({ rows }) => rows.length > 0);
}
