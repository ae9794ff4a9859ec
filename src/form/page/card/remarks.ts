/** 读法: what the program reads in what was typed, at its field and in the preview. */
import type { Ledger } from '../../../schema/ledger.ts';
import type { FormField } from '../../field.ts';
import { recordOf } from '../../filled.ts';
import type { Remark, Work } from '../../work.ts';
import { partIn, sayAt } from '../device/dom.ts';
import { inLines, type TypedIn } from './controls.ts';

/** What the program reads in what is typed, by the path of the field. */
function remarksOn(
  { ledger, work }: { ledger: Ledger; work: Work },
  fields: readonly FormField[],
  typed: TypedIn,
): ReadonlyMap<string, Remark> | undefined {
  return work.remarks?.(ledger, recordOf(fields, typed));
}

/** What is typed, with the labels of the page, and what the program reads in it. */
export function shownLines(
  around: { ledger: Ledger; work: Work },
  fields: readonly FormField[],
  typed: TypedIn,
): (readonly [label: string, words: string])[] {
  const read = remarksOn(around, fields, typed)?.values() ?? [];
  return [
    ...inLines(fields, typed),
    ...[...read].flatMap(({ label, words }) => (words === '' ? [] : [[label, words] as const])),
  ];
}

/** Says at their fields what the program reads in what was typed. */
export function sayRemarks(
  room: HTMLElement,
  around: { ledger: Ledger; work: Work },
  fields: readonly FormField[],
  typed: TypedIn,
): void {
  for (const [path, { words }] of remarksOn(around, fields, typed) ?? [])
    sayAt(partIn(room, `[data-field="${path}"] [data-remark]`), words === '' ? [] : [words]);
}
