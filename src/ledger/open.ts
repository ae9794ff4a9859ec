/** Opens a ledger for the site, which is rendered only from one without faults. */
import { join } from 'node:path';
import type { Ledger } from '../schema/ledger.ts';
import { checkLedger } from './check.ts';
import { readFolder } from './content.ts';
import { type Fault, faultLine } from './fault.ts';
import type { ReadRecord } from './record.ts';

/** The faults of a ledger in the shape that the overlay of the development server shows: `loc` names file and line. */
export class LedgerFault extends Error {
  readonly loc: { file: string; line: number; column: number };
  constructor(folder: string, faults: readonly [Fault, ...Fault[]]) {
    super(faults.map(faultLine).join('\n'));
    this.name = '台账有错';
    const [{ file, line, col }] = faults;
    this.loc = { file: join(folder, file), line, column: col };
  }
}

/** The place in the process where a ledger waits for the site, whose modules are bundled apart from the commands'. */
const HANDED = Symbol.for('rectification-ledger.handed');
interface Handing {
  [HANDED]?: { folder: string; ledger: Ledger } | undefined;
}

/** Hands a ledger that was read and checked to the site, so that a large one is not read twice. */
export function passLedgerOn(folder: string, ledger: Ledger): void {
  (globalThis as Handing)[HANDED] = { folder, ledger };
}

/** Forgets it when the site is rendered, so that the next one is rendered from the files as they are then. */
export function takeBack(): void {
  (globalThis as Handing)[HANDED] = undefined;
}

/** Reads and checks the ledger in `folder`, unless it was handed over; `read` as in `readLedger`. Throws LedgerFault with every fault. */
export function openLedger(folder: string, read?: ReadRecord): Ledger {
  const handed = (globalThis as Handing)[HANDED];
  if (handed?.folder === folder) return handed.ledger;
  const { ledger, faults } = checkLedger(readFolder(folder), undefined, read);
  const [first, ...others] = faults.filter(({ severity }) => severity === 'fault');
  if (first !== undefined) throw new LedgerFault(folder, [first, ...others]);
  if (ledger === undefined) throw new Error(`no ledger could be read in ${folder}`);
  return ledger;
}
