/**
 * 草稿: what is filled in stays on this device until it is sent, pictures too, and what was sent is remembered until the
 * page shows it. Where the browser keeps nothing (a private window), the page says so.
 */
import type { FilledRow } from '../../works/inspection.ts';
import type { Piece } from '../evidence/piece.ts';

/** What is filled in for one issue. */
export interface UnsentCard {
  subject: string;
  act: string;
  /** By the path of the field. */
  values: Record<string, string | string[]>;
  pieces: Piece[];
}

/** A report that was sent. */
export interface SentNote {
  /** 6月10日 9:15 */
  when: string;
  number: string;
  address: string | undefined;
  /** Known from the server: it has arrived. */
  received?: boolean;
  /** The issues with the number of reports that the page knew of then. */
  issues: Record<string, number>;
  /** What was reported on each, as 申请验收. */
  acts?: Record<string, string>;
}

export interface Kept {
  cards: UnsentCard[];
  /** Of a check: what is filled in, by account. */
  rows?: Record<string, FilledRow>;
  sent: SentNote[];
}

/** True where somebody typed or chose something: a card that was only opened is no draft. */
export function isSaid({ values, pieces }: UnsentCard): boolean {
  return (
    Object.values(values).some((value) => [value].flat().join('').trim() !== '') ||
    pieces.some((piece) => piece.kind === 'file' || piece.value.trim() !== '')
  );
}

const BASE = 'ledger-report';
const STORE = 'drafts';

/** What a device keeps of one page. */
export class Unsent {
  readonly #key: string;
  #base: Promise<IDBDatabase> | undefined;

  constructor(key: string) {
    this.#key = key;
  }

  /** What is kept; undefined where this browser keeps nothing. */
  async read(): Promise<Kept | undefined> {
    try {
      const kept = await this.#ask<Kept | undefined>('readonly', (store) => store.get(this.#key));
      return kept ?? { cards: [], sent: [] };
    } catch {
      return undefined;
    }
  }

  /** False where it could not be kept: no room, or a browser that keeps nothing. */
  async write(kept: Kept): Promise<boolean> {
    try {
      await this.#ask('readwrite', (store) => store.put(kept, this.#key));
      return true;
    } catch {
      return false;
    }
  }

  async #ask<T>(mode: IDBTransactionMode, make: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    this.#base ??= opened();
    const base = await this.#base;
    return new Promise((settle, fail) => {
      const transaction = base.transaction(STORE, mode);
      const request = make(transaction.objectStore(STORE));
      transaction.oncomplete = (): void => {
        settle(request.result as T);
      };
      transaction.onerror = transaction.onabort = (): void => {
        fail(transaction.error ?? new Error('aborted'));
      };
    });
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((settle, fail) => {
    const request = indexedDB.open(BASE, 1);
    request.onupgradeneeded = (): void => {
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = (): void => {
      settle(request.result);
    };
    request.onerror = (): void => {
      fail(request.error ?? new Error('no base'));
    };
  });
}
