/** 容器: the steps of the Containerfile in docs/serving.md, with the very archive that it names, from its entry. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitEnv } from '../git/depot.ts';

const checkout = resolve(import.meta.dirname, '../..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-container-')));
const env = { ...gitEnv(root), PATH: join(root, 'bin') };

beforeAll(() => {
  execFileSync(
    process.execPath,
    ['scripts/ledger.ts', 'bundle', '--for', 'linux-x64', '--part', 'office', '--out', root],
    { cwd: checkout, encoding: 'utf8' },
  );
  const archive = readdirSync(root).find((name) => name.endsWith('-office.tar.gz')) ?? '';
  execFileSync('tar', ['xzf', join(root, archive), '-C', root]);
  mkdirSync(join(root, 'bin'));
  symlinkSync('/usr/bin/git', join(root, 'bin/git'));
}, 300_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('docs/serving.md 的 Containerfile：写法认得，压缩包和入口对得上，从入口能启动', () => {
  const guide = readFileSync(join(checkout, 'docs/serving.md'), 'utf8');
  const text = /^```dockerfile\n(?<text>.*?)^```/msu.exec(guide)?.groups?.['text'] ?? '';
  const steps = text
    .trim()
    .split('\n')
    .map((line) => /^(?<verb>[A-Z]+) (?<rest>.+)$/u.exec(line)?.groups ?? {});
  expect(steps.map(({ verb }) => verb)).toEqual([
    'FROM',
    'RUN',
    'ADD',
    'RUN',
    'ENV',
    'USER',
    'WORKDIR',
    'ENTRYPOINT',
    'CMD',
  ]);
  const step = (name: string) => steps.find(({ verb }) => verb === name)?.['rest'] ?? '';
  const [archive = '', to = ''] = step('ADD').split(' ');
  expect(globSync(archive, { cwd: root })).toHaveLength(1);
  const command = [
    ...(JSON.parse(step('ENTRYPOINT')) as string[]),
    ...(JSON.parse(step('CMD')) as string[]),
  ];
  const [entry = '', ...args] = command;
  expect(entry.startsWith(to)).toBe(true);
  const ran = spawnSync(join(root, entry.slice(to.length)), args, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('整改台账')]);
});
