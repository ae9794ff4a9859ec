/** Opens a ledger for the site, which is drawn only from one without faults. */
import { join } from 'node:path';
import type { Ledger } from '../schema/ledger.ts';
import { checkLedger } from './check.ts';
import { readFolder } from './content.ts';
import { type Fault, faultLine } from './fault.ts';

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

/** Reads and checks the ledger in `folder`. Throws LedgerFault with every fault. */
export function openLedger(folder: string): Ledger {
  const { ledger, faults } = checkLedger(readFolder(folder));
  const [first, ...others] = faults.filter(({ severity }) => severity === 'fault');
  if (first !== undefined) throw new LedgerFault(folder, [first, ...others]);
  if (ledger === undefined) throw new Error(`no ledger could be read in ${folder}`);
  return ledger;
}
