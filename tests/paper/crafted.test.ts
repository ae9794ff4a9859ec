/**
 * No file, however it was made, takes more than two seconds of a quiet core and 500 MB; each is read or gets its sentence.
 * The seconds are told by a fixed piece of work in the same process, which takes 0.3 of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { crafted } from './crafted.ts';

const dir = mkdtempSync(join(tmpdir(), 'ledger-crafted-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

test.each(Object.entries(crafted))('%s', (_, { name, bytes, outcome }) => {
  const path = join(dir, name);
  writeFileSync(path, bytes());
  const run = spawnSync(process.execPath, [resolve(import.meta.dirname, 'measure.ts'), path], {
    encoding: 'utf8',
    timeout: 60_000,
    // Starting is not measured.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dir, 'compiled') },
  });
  const measured = JSON.parse(run.stdout || '{}') as {
    outcome?: string;
    cpu: number;
    peer: number;
    peak: number;
  };
  if (outcome === 'read') expect(measured.outcome).toBe('read');
  else expect(measured.outcome).toMatch(outcome);
  expect(measured.cpu / measured.peer).toBeLessThan(2 / 0.3);
  expect(measured.peak).toBeLessThan(500);
});
