/** Records as they are read, kind by kind, before they are a ledger. */
import type { Entry } from '../schema/ledger.ts';
import type { LayoutKind, RecordOf } from '../schema/layout.ts';

interface Gathering {
  path: string;
  value: unknown;
}

/** What was read, by kind and id. */
export class Gathered {
  readonly #kinds = new Map<LayoutKind, Map<string, Gathering>>();

  /** Keeps a record that the schema of its kind let through; the path of the one that has its id already, if any. */
  add(kind: LayoutKind, id: string, path: string, value: unknown): string | undefined {
    const ofKind = this.#kinds.get(kind) ?? new Map<string, Gathering>();
    this.#kinds.set(kind, ofKind);
    const earlier = ofKind.get(id);
    if (earlier === undefined) ofKind.set(id, { path, value });
    return earlier?.path;
  }

  /** The record of a kind that has one file, such as site.yaml. */
  one<K extends LayoutKind>(kind: K): RecordOf<K> | undefined {
    return this.#kinds.get(kind)?.get(kind)?.value as RecordOf<K> | undefined;
  }

  /** The records of a kind by id, in the order of their files. */
  many<K extends LayoutKind>(kind: K): Map<string, Entry<RecordOf<K>>> {
    return new Map(
      [...(this.#kinds.get(kind) ?? [])].map(([id, { path, value }]) => [
        id,
        { ...(value as RecordOf<K>), id, path },
      ]),
    );
  }
}
