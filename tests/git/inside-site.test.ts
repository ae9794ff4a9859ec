/** What the internal site knows from Git: who reported, who received, what still waits. The public one knows none of it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Depot, gitEnv } from './depot.ts';
import { step, submitted, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');

let root: string;
const shown = (file: string) =>
  readFileSync(join(root, file), 'utf8')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-inside-')));
  const depot = new Depot(join(root, 'ledger.git'));
  const on = (as: string, day: string) => ({ as, at: `${day}T10:00:00+08:00` });
  const first = depot.commit(undefined, worldFiles(), on('keeper', '2024-05-02'));
  const entries = updateFile(submitted('plain-01', { reportedOn: '2024-06-01' }));
  const head = depot.commit(first, entries, on('clerk-jia', '2024-06-01'));
  const merge = { ...on('rev-1', '2024-06-03'), merge: head };
  depot.branch('main', depot.commit(first, entries, merge));
  const other = updateFile(step('started', 'plain-02', { reportedOn: '2024-06-02' }));
  depot.branch('report/plain-02', depot.commit(first, other, on('clerk-yi', '2024-06-05')));
  execFileSync('git', ['clone', '--quiet', depot.dir, join(root, 'clone')], { env: gitEnv(root) });
  for (const audience of ['internal', 'public'])
    execFileSync(process.execPath, [
      program,
      'build',
      ...(audience === 'internal' ? ['--internal'] : []),
      ...['--content', join(root, 'clone/content'), '--out', join(root, audience)],
      ...['--as-of', '2024-06-10'],
    ]);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('内部站的问题页写明谁提交、谁收件、哪一天', () => {
  const page = shown('internal/issues/plain-01.html');
  expect(page).toContain('提交 clerk-jia，2024年6月1日');
  expect(page).toContain('收件 rev-1，2024年6月3日');
});

test('内部站首页写明待审报送几份、最久几天', () => {
  expect(shown('internal/index.html')).toContain('待审报送1份，最久5天。');
});

test('公开站没有待审的数，也没有谁提交、谁收件', () => {
  const pages = readdirSync(join(root, 'public'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(5);
  for (const file of pages)
    expect(shown(join('public', file))).not.toMatch(/clerk-jia|rev-1|待审报送/u);
});
