import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { renderingIn } from '../../scripts/site/rendering.ts';
import { newScratch } from '../../scripts/site/rendering/scratch.ts';

const root = mkdtempSync(path.join(tmpdir(), 'drawing-'));
const scratches: string[] = [];

afterAll(() => {
  vi.unstubAllEnvs();
  for (const one of [root, ...scratches]) rmSync(one, { recursive: true, force: true });
});

/** The module that renders and what browsers fetch, in a new place. */
async function taken() {
  const scratch = newScratch();
  scratches.push(scratch);
  const staging = path.join(scratch, 'site');
  const { entry, styles } = await renderingIn(scratch, staging);
  const files = readdirSync(staging, { recursive: true, encoding: 'utf8' }).toSorted();
  return { entry: fileURLToPath(entry), styles, files };
}

test('画法只打包一次；留着的被改过、缺了一块，都重新打包', async () => {
  vi.stubEnv('XDG_CACHE_HOME', root);
  const first = await taken();
  const drawings = path.join(root, 'rectification-ledger/drawings');
  const [kept = ''] = readdirSync(drawings);
  const label = path.join(drawings, kept, 'drawing.json');
  const written = statSync(label).mtimeMs;
  expect(first.files).toContain('favicon.svg');
  expect(first.files.some((file) => file.endsWith('.css'))).toBe(true);

  const second = await taken();
  expect(statSync(label).mtimeMs).toBe(written);
  expect(second.entry).not.toBe(first.entry);
  expect(readFileSync(second.entry)).toEqual(readFileSync(first.entry));
  expect([second.styles, second.files]).toEqual([first.styles, first.files]);

  const entry = path.join(drawings, kept, 'prerender', path.basename(first.entry));
  writeFileSync(entry, `${readFileSync(entry, 'utf8')}\nthrow new Error('别人写的');\n`);
  rmSync(path.join(drawings, kept, 'client/favicon.svg'));
  const third = await taken();
  expect(readFileSync(third.entry, 'utf8')).not.toContain('别人写的');
  expect([third.styles, third.files]).toEqual([first.styles, first.files]);
  expect(existsSync(path.join(drawings, kept, 'client/favicon.svg'))).toBe(true);
});
