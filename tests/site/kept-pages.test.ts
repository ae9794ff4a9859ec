/**
 * 留用: a site that was drawn only where the ledger changed is, byte for byte, the one drawn anew. 200 changes at random,
 * in ten chains of twenty, five chains a process.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Chain, kindsOfChange } from './kept-chains.ts';

const script = path.join(import.meta.dirname, 'kept-chains.ts');
const run = promisify(execFile);

test('只画变了的网页，和全部重画逐字节一样', { timeout: 900_000 }, async () => {
  const parts = await Promise.all(
    ['19', '20'].map(async (seed) => {
      const { stdout } = await run(process.execPath, [script, seed, '5']);
      return JSON.parse(stdout) as { kinds: string[]; chains: Chain[] };
    }),
  );
  const kinds = new Set(parts.flatMap((part) => part.kinds));
  expect([...kinds].toSorted()).toEqual(Object.keys(kindsOfChange).toSorted());
  for (const { chains } of parts) {
    expect(chains.flatMap(({ different }) => different)).toEqual([]);
    // What is on every page is drawn anew as a whole; of every other chain a good part stays, on a new day as well.
    for (const { kept, files } of chains.slice(0, -1)) expect(kept).toBeGreaterThan(files / 5);
    for (const { moved } of chains) expect(moved).toBeGreaterThan(20);
  }
});
