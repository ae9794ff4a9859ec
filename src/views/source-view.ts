/** 来源 and 读法说明: where a record comes from, and how it was read. */
import { layout, type LayoutKind, type RecordKind } from '../schema/layout.ts';
import type { Source } from '../schema/source.ts';
import { fieldAt, metaOf } from '../schema/walk.ts';

export interface SourceView {
  readonly document: string;
  readonly at: string;
}

/** A disputed reading, with the Chinese name of its field. */
export interface DisputedReading {
  readonly field: string;
  readonly note: string;
}

export function sourceView(source: Source | undefined): SourceView | undefined {
  return source === undefined ? undefined : { document: source.document, at: source.at };
}

/** The readings of a record of `kind`; fields by their Chinese names. */
export function readingViews(
  kind: LayoutKind,
  readings: readonly { field: string; note: string }[] = [],
): DisputedReading[] {
  const { schema }: RecordKind = layout[kind];
  return readings.map(({ field, note }) => {
    const node = fieldAt(schema, field.split('.'));
    const title = (node === undefined ? undefined : metaOf(node))?.title ?? field;
    return { field: title.replace(/（原文）$/u, ''), note };
  });
}
