/**
 * `npm run bench:paper -- folder [--verbose]`: how well papers that nobody here wrote are read, against the keys beside
 * them. What a folder holds says what is measured: NN.yaml beside NN.txt are
 * circulars, NN.expected.yaml stand beside lists, other texts are for proofreading.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/open.ts';
import { PROGRAM } from '../program.ts';
import { listRates, ratesInWords } from './paper/lists.ts';
import { benchProofread } from './paper/proofread.ts';
import { benchProse } from './paper/prose.ts';

const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const verbose = process.argv.includes('--verbose');
if (folders.length === 0) {
  process.stderr.write('npm run bench:paper -- folder [--verbose]\n');
  process.exitCode = 2;
}
for (const folder of folders) {
  const names = new Set(readdirSync(folder));
  const hasKeys = [...names].some(
    (name) => name.endsWith('.txt') && names.has(name.replace(/txt$/u, 'yaml')),
  );
  if ([...names].some((name) => name.endsWith('.expected.yaml')))
    process.stdout.write(
      `${ratesInWords(await listRates(folder, join(PROGRAM, 'content'))).join('\n')}\n`,
    );
  else if (hasKeys) await benchProse(folder, openLedger(join(PROGRAM, 'content')), verbose);
  else benchProofread(folder, verbose);
}
