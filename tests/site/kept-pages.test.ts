/**
 * 留用: a site of 150 issues that was rendered only where the ledger changed is, byte for byte, the one rendered anew.
 * 200 changes at random, in two chains of 40 of the internal site and four of 30 of the public one; and most of the
 * site is kept where one thing changed. At 2,000 and 20,000 issues: tests/long/kept-pages.test.ts.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Chain, kindsOfChange, type Single } from './kept-chains.ts';

const script = path.join(import.meta.dirname, 'kept-chains.ts');
const run = promisify(execFile);

/** What a clerk does on any day, an account's new name, which many pages say, and an issue of which nobody spoke yet. */
const PARTS = [
  { seed: '19', chains: '2', changes: '40', audience: 'internal', alone: ['note', 'measures'] },
  { seed: '20', chains: '4', changes: '30', audience: 'public', alone: ['account', 'issue added'] },
];

test(
  '只画变了的网页，和全部重画逐字节一样；只变一处的，多半留用',
  { timeout: 1_800_000 },
  async () => {
    const parts = await Promise.all(
      PARTS.map(async ({ seed, chains, changes, audience, alone }) => {
        const args = [script, seed, chains, changes, '150', audience, ...alone];
        const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 26 });
        return JSON.parse(stdout) as { kinds: string[]; singles: Single[]; chains: Chain[] };
      }),
    );
    const kinds = new Set(parts.flatMap((part) => part.kinds));
    expect([...kinds].toSorted()).toEqual(Object.keys(kindsOfChange).toSorted());
    const chains = parts.flatMap((part) => part.chains);
    expect(chains).toHaveLength(6);
    for (const { moved, different } of chains) {
      expect(different).toEqual([]);
      expect(moved).toBeGreaterThan(20);
    }
    const singles = parts.flatMap((part) => part.singles);
    expect(singles.map(({ kind }) => kind)).toEqual(PARTS.flatMap(({ alone }) => alone));
    for (const { kind, kept, files } of singles)
      expect([kind, kept > files / 2, kept, files]).toEqual([kind, true, kept, files]);
  },
);
