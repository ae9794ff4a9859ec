/** 格式升级: the shape of one numbered step, in migrations/. */

/** Path below content/ → text of a YAML file. */
export type Texts = ReadonlyMap<string, string>;

export interface Migration {
  /** The schemaVersion that it leads to, from the one before; its file is named after it: 0002-….ts. */
  to: number;
  /** One Chinese sentence: what changes and why. */
  title: string;
  /**
   * The files that change, with their new text, or undefined for a file that goes. Texts are changed where they stand
   * (splice.ts), so that comments and order stay. schemaVersion itself is not its business. What is on record once
   * (`recordedOnce`) is never changed. A review hands in part of a ledger: what becomes of a file may depend on it, on
   * site.yaml and on vocabulary/ alone.
   * Throws RangeError on a text that is not what the version before allows.
   */
  change: (texts: Texts) => ReadonlyMap<string, string | undefined>;
}
