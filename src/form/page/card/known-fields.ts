/** 按名称选的各格: those of one act, together. */
import { own } from '../../../text/own.ts';
import type { Choice, FormField } from '../../field.ts';
import type { TypedIn } from './controls.ts';
import { partIn } from '../device/dom.ts';
import { NameChooser } from './known.ts';

export class KnownFields {
  readonly #fields: readonly (readonly [FormField, NameChooser])[];

  constructor(
    room: HTMLElement,
    fields: readonly FormField[],
    choices: ReadonlyMap<string, readonly Choice[]>,
    { values, changed }: { values: Readonly<TypedIn>; changed: () => void },
  ) {
    this.#fields = fields.flatMap((field) => {
      const { path, kind } = field;
      if (kind !== 'known' && kind !== 'knowns') return [];
      const holder = partIn(room, `[data-field="${path}"]`);
      const known = new NameChooser(holder, choices.get(path) ?? [], kind === 'knowns', changed);
      known.set([own(values, path) ?? []].flat());
      return [[field, known] as const];
    });
  }

  /** What is chosen, by the path of the field. */
  get values(): TypedIn {
    return Object.fromEntries(
      this.#fields.map(([{ path, kind }, { values }]) => [
        path,
        kind === 'knowns' ? values : (values[0] ?? ''),
      ]),
    );
  }

  /** What is chosen, with the labels of the page. */
  get lines(): (readonly [label: string, words: string])[] {
    return this.#fields.flatMap(([{ label }, { words }]) =>
      words === '' ? [] : [[label, words] as const],
    );
  }
}
