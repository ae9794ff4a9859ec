/** 构造的佐证: files written by the rules of their formats, not by what the program looks for. */

/**
 * `hostile`: acts on whoever opens it, carries what nobody sees, or is half. `telling`: a good file with a position or a
 * person in a place that is not shown. `innocent`: odd, as programs and phones write, and to be taken.
 */
export type Intent = 'hostile' | 'telling' | 'innocent';

export interface CraftedFile {
  readonly intent: Intent;
  /** The name under which it is handed in. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** What the file is → the file. */
export type CraftedSet = Readonly<Record<string, CraftedFile>>;

export const maker =
  (ending: string) =>
  (intent: Intent, bytes: () => Uint8Array): CraftedFile => ({
    intent,
    name: `a.${ending}`,
    bytes,
  });
