/** 容器: the steps of the Containerfile in docs/serving.md, with the very archive that it names, from its entry. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEnv, checkout, newPlace, runIn, unpackBundle } from '../git/machine.ts';

const root = newPlace('ledger-container');

beforeAll(() => {
  unpackBundle(root);
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
  const started = join(root, entry.slice(to.length));
  expect(runIn(started, args, { cwd: root, env: bareEnv(root) })).toEqual({
    code: 0,
    out: expect.stringContaining('整改台账') as string,
  });
});
