/** The guides for clerks, reviewers and maintainers: every command in them exists, with every option they write. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const guides = [
  ...['guides/clerk.md', 'guides/reviewer.md', 'guides/maintainer.md', 'guides/upper.md'],
  ...['guides/office.md', 'forges.md'],
];
const texts = guides.map((name) => readFileSync(join(root, 'docs', name), 'utf8'));

/** `update`, `new unit` → the options that the guides write behind it. */
const written = new Map<string, Set<string>>();
for (const [, command = '', more = ''] of texts
  .join('\n')
  .matchAll(/(?:npx |\.\/)ledger ((?:new )?[a-z-]+)([^\n`|]*)/gu)) {
  const options = written.get(command) ?? new Set<string>();
  for (const [option] of more.replace(/#.*/u, '').matchAll(/--[a-z-]+/gu)) options.add(option);
  written.set(command, options);
}
// The table of decisions writes what stands behind --action.
for (const row of (texts[1] ?? '').split('\n').filter((line) => line.startsWith('| ')))
  for (const [option] of row.matchAll(/--[a-z-]+/gu)) written.get('update')?.add(option);

test.each([...written])('npx ledger %s 和它的选项都有', (command, options) => {
  const program = join(root, 'scripts/ledger.ts');
  const help = spawnSync(process.execPath, [program, ...command.split(' '), '--help'], {
    encoding: 'utf8',
  });
  expect([command, help.status]).toEqual([command, 0]);
  for (const option of options) expect(help.stdout).toMatch(new RegExp(`^ +${option}\\b`, 'mu'));
});

test('普通单位照指南做，不用写一行 YAML', () => {
  const pages = ['inspections.md', 'registry.md', 'self-check.md', 'sending.md'].map((name) =>
    readFileSync(join(root, 'docs', name), 'utf8'),
  );
  for (const text of [...texts, ...pages]) expect(text).not.toMatch(/^ *```ya?ml/mu);
});

test('指南不叫人改文件里的栏：说命令', () => {
  const keys = /`[a-z][A-Za-z]*: [^`\n]*`|`[a-z]+[A-Z][A-Za-z]*`|改 `[a-z]+`/gu;
  // Of the platforms' settings their page tells word by word.
  for (const text of texts.slice(0, -1)) expect(text.match(keys) ?? []).toEqual([]);
});

test('指南写到的 npm 命令都有', () => {
  const names = [...texts.join('\n').matchAll(/npm run ([a-z:]+)/gu)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(scripts).toHaveProperty([name]);
});

test('指南里的图都在，不是一张白纸', () => {
  const images = texts.flatMap((text) => [...text.matchAll(/\]\(\.\.\/(images\/[\w.-]+)\)/gu)]);
  expect(images.length).toBeGreaterThan(0);
  for (const [, path = ''] of images)
    // White alone is packed into 5 KB.
    expect(readFileSync(join(root, 'docs', path)).length, path).toBeGreaterThan(20_000);
});
