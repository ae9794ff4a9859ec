/** 填写处: what stands in the fields of an act, and putting it there. */
import { inWords, isDay } from '../../../day/calendar.ts';
import { own } from '../../../text/own.ts';
import type { FormField } from '../../field.ts';
import { partsIn } from '../device/dom.ts';

/** Text by the path of its field, or several where several may be chosen. */
export type TypedIn = Record<string, string | string[]>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function inputsAt(within: ParentNode, path: string): Control[] {
  return partsIn<Control>(
    within,
    `[data-field="${path}"] :is(input, textarea, select):not([type=file])`,
  );
}

export function fillIn(input: Control, value: string | string[] | undefined): void {
  if (value === undefined) return;
  if (input instanceof HTMLInputElement && ['radio', 'checkbox'].includes(input.type))
    input.checked = [value].flat().includes(input.value);
  else input.value = [value].flat().join('\n');
}

/** What is typed now; of fields that are not shown, what was `known` of them. */
export function typedValues(
  room: ParentNode,
  fields: readonly FormField[],
  known: Readonly<TypedIn>,
): TypedIn {
  const values = { ...known };
  for (const { path, kind } of fields) {
    // These have controls of their own (pieces.ts, known.ts).
    if (kind === 'evidence' || kind === 'known' || kind === 'knowns') continue;
    const found = inputsAt(room, path);
    const chosen = found.flatMap((one) =>
      one instanceof HTMLInputElement && one.checked ? [one.value] : [],
    );
    const [first] = found;
    if (kind === 'choices') values[path] = chosen;
    else if (kind === 'yes-no') values[path] = chosen[0] ?? '';
    else if (first !== undefined) values[path] = first.value;
  }
  return values;
}

/** What is typed, with the labels of the page. */
export function inLines(
  fields: readonly FormField[],
  values: Readonly<TypedIn>,
): [label: string, words: string][] {
  return fields.flatMap(({ path, label, kind, options }) => {
    // What was chosen by its name says it itself (known-fields.ts).
    if (kind === 'known' || kind === 'knowns') return [];
    const words = [own(values, path) ?? []]
      .flat()
      .filter((one) => one.trim() !== '')
      .map((one) => options?.find(({ value }) => value === one)?.label ?? one)
      .map((one) => (kind === 'day' && isDay(one) ? inWords(one) : one))
      .map((one) =>
        kind === 'yes-no' && options === undefined ? (one === 'true' ? '是' : '否') : one,
      )
      .join('、');
    return words === '' ? [] : [[label, words]];
  });
}

/** The label of a field by its name in the file, also of those that the program fills in. */
export function fieldNames(fields: readonly FormField[]): ReadonlyMap<string, string> {
  return new Map([
    ...fields.map(({ path, label }) => [path, label] as const),
    ['evidence', '佐证材料'],
    ['onBehalfOf', '代录单位'],
    ['receivedBy', '收件人'],
    ['channel', '收件渠道'],
  ]);
}
