/** `npm run bench:paper -- folder [--verbose]`: how well papers that nobody here wrote are read, against the keys beside them. */
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/open.ts';
import { PROGRAM } from '../program.ts';
import { benchProse } from './paper/prose.ts';

const folder = process.argv.slice(2).find((word) => !word.startsWith('--'));
if (folder === undefined) {
  process.stderr.write('npm run bench:paper -- folder [--verbose]\n');
  process.exitCode = 2;
} else {
  const verbose = process.argv.includes('--verbose');
  await benchProse(folder, openLedger(join(PROGRAM, 'content')), verbose);
}
