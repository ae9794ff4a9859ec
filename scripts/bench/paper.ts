/**
 * `npm run bench:paper -- [folder …] [--verbose]`: how well papers are read, against the keys beside them; without a
 * folder the composed ones that are kept here, which must all be right. What a folder holds says what is measured: NN.yaml beside NN.txt are
 * circulars, NN.expected.yaml stand beside lists, other texts are for proofreading.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/open.ts';
import { PROGRAM } from '../program.ts';
import { ratesInWords } from './paper/list-words.ts';
import { listRates } from './paper/lists.ts';
import { benchProofread } from './paper/proofread.ts';
import { benchProse } from './paper/prose.ts';

/** Papers of other people are not kept here. */
const KEPT = ['circulars/whole', 'proofread'].map((name) => join(PROGRAM, 'tests/fixtures', name));

const given = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const verbose = process.argv.includes('--verbose');
for (const folder of given.length > 0 ? given : KEPT) {
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
