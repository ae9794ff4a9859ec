import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { boundedGit, type Bounds } from '../../src/gather/bounded.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bounded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const within = (own: Partial<Bounds>): Bounds => ({
  until: performance.now() + 30_000,
  output: 1_000_000,
  folder,
  size: 1_000_000,
  ...own,
});
const words = (output: Uint8Array) => new TextDecoder().decode(output).trim();

test('在限度以内的，交回它说的和它怎样结束', async () => {
  const ran = await boundedGit(['--version'], folder, within({}));
  expect(ran).toMatchObject({ outcome: 'ended', status: 0 });
  expect('output' in ran && words(ran.output)).toMatch(/^git version /u);
  const failed = await boundedGit(['rev-parse', 'HEAD'], folder, within({}));
  expect(failed).toMatchObject({ outcome: 'ended', status: 128 });
});

test('到时不停的，连它启动的一起结束', async () => {
  const began = performance.now();
  const ran = await boundedGit(
    ['-c', 'alias.sleep=!sleep 60', 'sleep'],
    folder,
    within({ until: began + 200 }),
  );
  expect(ran).toEqual({ outcome: 'late' });
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('说得太多的停下', async () => {
  const ran = await boundedGit(['help', '-a'], folder, within({ output: 10 }));
  expect(ran).toEqual({ outcome: 'loud' });
});

test('两次看之间写得太多的也算', async () => {
  writeFileSync(path.join(folder, 'large'), new Uint8Array(2000));
  const ran = await boundedGit(['--version'], folder, within({ size: 1000 }));
  expect(ran).toEqual({ outcome: 'large' });
});

test('不听外面说的仓库，也不问人', async () => {
  process.env['GIT_DIR'] = '/nowhere/else.git';
  try {
    const ran = await boundedGit(
      ['-c', 'alias.say=!echo $GIT_DIR-$GIT_TERMINAL_PROMPT', 'say'],
      folder,
      within({}),
    );
    expect('output' in ran && words(ran.output)).toBe('-0');
  } finally {
    delete process.env['GIT_DIR'];
  }
});
