/**
 * 留用: a site that was rendered only where the ledger changed is, byte for byte, the one rendered anew. 200 changes at random,
 * in ten chains of twenty, five chains a process; and most of the site is kept where one thing changed.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Chain, kindsOfChange, type Single } from './kept-chains.ts';

const script = path.join(import.meta.dirname, 'kept-chains.ts');
const run = promisify(execFile);

/** What a clerk does on any day, an account's new name, which many pages say, and an issue of which nobody spoke yet. */
const ALONE = [
  ['note', 'measures'],
  ['account', 'issue added'],
];

test(
  '只画变了的网页，和全部重画逐字节一样；只变一处的，多半留用',
  { timeout: 900_000 },
  async () => {
    const parts = await Promise.all(
      ['19', '20'].map(async (seed, at) => {
        const alone = ALONE[at] ?? [];
        const { stdout } = await run(process.execPath, [script, seed, '5', ...alone]);
        return JSON.parse(stdout) as { kinds: string[]; singles: Single[]; chains: Chain[] };
      }),
    );
    const kinds = new Set(parts.flatMap((part) => part.kinds));
    expect([...kinds].toSorted()).toEqual(Object.keys(kindsOfChange).toSorted());
    const chains = parts.flatMap((part) => part.chains);
    expect(chains).toHaveLength(10);
    for (const { moved, different } of chains) {
      expect(different).toEqual([]);
      expect(moved).toBeGreaterThan(20);
    }
    const singles = parts.flatMap((part) => part.singles);
    expect(singles.map(({ kind }) => kind)).toEqual(ALONE.flat());
    for (const { kind, kept, files } of singles)
      expect([kind, kept > files / 2, kept, files]).toEqual([kind, true, kept, files]);
  },
);
