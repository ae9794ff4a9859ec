/** Papers beside the records: what the check does not see, Git does not take either. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ownFiles } from '../../../scripts/own/own-files.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { paperPatterns } from '../../../src/ledger/ignored.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { scratch } from '../../documents/run.ts';

/** One paper for each shipped pattern: a file at the top, a file in a folder. */
const kept = paperPatterns.map((pattern) =>
  pattern.endsWith('/')
    ? `${pattern.slice(1).replace('*', '2026年')}甲街道/表.png`
    : pattern.slice(1).replace('*', '县整改清单'),
);
const strays = [
  ...['附件/张三身份证.png', '来文/名单.xlsx', 'evidences/a/b.jpg', '截图.png', 'a.rtf'],
  ...['units/名单.xlsx', '旧归档/a.docx', '发出的/a.xlsx', '名单.XLSX', '发出/a.yaml'],
];

test('检查不管的来文、文稿，都在随台账带的 .gitignore 里；别的都指出来', () => {
  const folder = scratch();
  const ignore = ownFiles(
    {
      schemaVersion: SCHEMA_VERSION,
      name: '样例县整改台账',
      authority: '样例县数据局',
      repository: 'internal',
      reviewers: [],
      maintainers: [],
      robots: [],
    },
    'x',
  ).get('.gitignore');
  const files = new Map([
    ['.gitignore', ignore ?? ''],
    ...[...kept, ...strays].map((one) => [one, 'x'] as const),
  ]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' })
      .split('\0')
      .filter(Boolean);
  git('init', '--quiet');
  git('add', '.');
  const [committed, seen] = [
    new Set(git('ls-files', '-z')),
    new Set([...readFolder(folder).texts.keys()]),
  ];
  expect(kept.length).toBeGreaterThan(15);
  expect(kept.filter((path) => committed.has(path) || seen.has(path))).toEqual([]);
  // A record in the wrong place is told of wherever it lies.
  expect(strays.filter((path) => !seen.has(path))).toEqual([]);
  expect([...committed].filter((path) => path !== '.gitignore' && !seen.has(path))).toEqual([]);
});
