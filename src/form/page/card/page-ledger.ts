/** 页上的台账: what a page knows of the ledger before anything is filled in, and all that judges once it has been fetched. */
import type { Ledger } from '../../../schema/ledger.ts';
import type { PageData } from '../../page-data/page-data.ts';
import { ledgerOfSlice, type SliceRest, sliceWith } from '../../slice/slice.ts';
import type { Work } from '../../work.ts';

export class PageLedger {
  readonly #data: PageData;
  readonly #work: Work;
  #known: Ledger;

  constructor(data: PageData, work: Work) {
    this.#data = data;
    this.#work = work;
    this.#known = ledgerOfSlice(data.slice);
  }

  get known(): Ledger {
    return this.#known;
  }

  /** How many reports of a subject the ledger has. */
  countOf(subject: string): number {
    const own = this.#data.subjects.find(({ id }) => id === subject);
    return own?.reports ?? this.#work.count(this.#known, subject);
  }

  /** All that judges, where the page has it in a file of its own at `address`. Rejects where it does not come. */
  async fetch(address: string | undefined): Promise<void> {
    if (address === undefined) return;
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok) throw new TypeError(`${address}: ${String(response.status)}`);
    const rest = (await response.json()) as SliceRest;
    this.#known = ledgerOfSlice(sliceWith(this.#data.slice, rest));
  }
}
