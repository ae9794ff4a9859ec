import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesDoc } from '../../scripts/docs/rules.ts';
import { rules } from '../../src/ledger/rules/index.ts';

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const names = (folder: string, ending: string) =>
  readdirSync(new URL(`../../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();

test('每条规则一个文件、一个测试，名字相同', () => {
  const ids = rules.map(({ id }) => id).toSorted();
  expect(names('src/ledger/rules', '.ts').filter((name) => name !== 'index')).toEqual(ids);
  expect(names('tests/ledger/rules', '.test.ts')).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('读文件时用到的规则名，文档里都有', () => {
  const used = [
    'yaml/yaml',
    'yaml/slip',
    'yaml/structure',
    'message',
    'read',
    'yaml/encoding',
  ].flatMap((name) =>
    [
      ...source(`src/ledger/${name}.ts`).matchAll(
        /(?:fault|wholeFile)\(\s*(?:path,\s*)?'([a-z-]+)'|rule: '([a-z-]+)'/gu,
      ),
    ].map((match) => match[1] ?? match[2] ?? ''),
  );
  expect(used.length).toBeGreaterThan(15);
  const text = rulesDoc();
  for (const rule of used) expect(text).toContain(`| \`${rule}\` |`);
});
