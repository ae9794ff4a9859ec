/** 取来的: the files of a child before anything is believed of them, and how large and slow they may be. */

/** The texts of a child, byte for byte. */
export interface Fetched {
  readonly summary: Uint8Array;
  readonly ledger: Uint8Array;
  readonly signature: Uint8Array | undefined;
}
export type Fetching =
  | { readonly ok: true; readonly files: Fetched }
  /** `why`: a Chinese sentence without its full stop. */
  | { readonly ok: false; readonly why: string };

export interface FetchLimits {
  /** For a child as a whole, in milliseconds. */
  readonly timeout: number;
  /** The largest sums and rows, in bytes. */
  readonly summary: number;
  readonly ledger: number;
  /** The most that a clone may fill: servers that do not filter send every file of the commit. */
  readonly git: number;
}

/** Rows of 200,000 issues are some 60 MB. */
export const fetchLimits: FetchLimits = {
  timeout: 60_000,
  summary: 2 * 1024 * 1024,
  ledger: 64 * 1024 * 1024,
  git: 512 * 1024 * 1024,
};
const SIGNATURE = 16 * 1024;

export const failedFetch = (why: string): Fetching & { ok: false } => ({ ok: false, why });

/** The names of the files where a site or a folder has them, with the most that each may hold. */
export function namedFiles(limits: FetchLimits): readonly (readonly [string, number])[] {
  return [
    ['summary.json', limits.summary],
    ['ledger.json', limits.ledger],
    ['summary.json.sig', SIGNATURE],
  ];
}
