import { readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { faultLine } from '../../src/ledger/fault.ts';
import { migrate, type MigrationResult } from '../../src/ledger/migrate.ts';
import type { Migration } from '../../src/ledger/migration.ts';
import { migrations } from '../../src/ledger/migrations/index.ts';
import { addKey, renameKey } from '../../src/ledger/yaml/splice.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';
import { contentOf, small, type Changes } from './small.ts';

/** A format that nobody ever used, to try the steps with: units had a title, campaigns no office. */
const steps: readonly Migration[] = [
  {
    to: 0,
    title: '单位的 title 改名为 name',
    change: (texts) =>
      new Map(
        [...texts]
          .filter(([path]) => path.startsWith('units/'))
          .map(([path, text]) => [path, renameKey(text, ['title'], 'name')]),
      ),
  },
  {
    to: 1,
    title: '专项写明牵头单位，不再用 settings.yaml',
    change: (texts) => {
      const { office } = load(texts.get('settings.yaml') ?? '') as { office: string };
      return new Map<string, string | undefined>([
        ['settings.yaml', undefined],
        ...[...texts]
          .filter(([path]) => path.startsWith('campaigns/'))
          .map(([path, text]) => [path, addKey(text, [], 'office', office)] as const),
      ]);
    },
  },
];

const old: Changes = {
  'site.yaml': small['site.yaml']!.replace('schemaVersion: 1', 'schemaVersion: -1 # 旧'),
  'units/ban.yaml': small['units/ban.yaml']!.replace('name:', 'title:'),
  'units/jia.yaml': `# 甲街道\n${small['units/jia.yaml']!.replace('name:', 'title:')}`,
  'campaigns/zx.yaml': small['campaigns/zx.yaml']!.replace('office: ban\n', ''),
  'settings.yaml': 'office: ban\n',
};
const run = (changes: Changes = {}) =>
  migrate(contentOf({ ...old, ...changes }), { migrations: steps });
const refusal = (result: MigrationResult) =>
  result.kind === 'refused' ? result.faults.map(faultLine) : result.kind;

test('登记的每一步都有自己的文件，编号连续，最后一步到程序的版本', () => {
  expect(migrations.map(({ to }) => to)).toEqual(
    Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 2),
  );
  const files = readdirSync(new URL('../../src/ledger/migrations/', import.meta.url)).filter(
    (name) => /^\d/u.test(name),
  );
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map(({ to }) => to));
});

test('几步依次升级，注释和次序不变，多余的文件删去，升级后检查没有错误', () => {
  const result = run();
  expect(result).toMatchObject({ kind: 'migrated', from: -1, to: 1, steps });
  if (result.kind !== 'migrated') return;
  expect(Object.fromEntries(result.files)).toEqual({
    'settings.yaml': undefined,
    'site.yaml': small['site.yaml']!.replace('schemaVersion: 1', 'schemaVersion: 1 # 旧'),
    'units/ban.yaml': small['units/ban.yaml'],
    'units/jia.yaml': `# 甲街道\n${small['units/jia.yaml']!}`,
    'campaigns/zx.yaml': small['campaigns/zx.yaml'],
  });
});

test('已是现在的版本，什么都不改', () => {
  expect(migrate(contentOf())).toEqual({ kind: 'current', version: SCHEMA_VERSION });
});

test('台账比程序新，请升级程序', () => {
  expect(refusal(migrate(contentOf({ 'site.yaml': 'schemaVersion: 99\n' })))).toEqual([
    'site.yaml:1:16 schema-version 台账的格式版本是 99，本程序的是 1 → 台账比程序新：请升级程序',
  ]);
});

test('中间缺一步的版本不能升级', () => {
  expect(refusal(run({ 'site.yaml': 'schemaVersion: -5\n' }))).toEqual([
    'site.yaml:1:16 schema-version 台账的格式版本是 -5，本程序的是 1 → 这个版本没有升级办法：核对 schemaVersion，或先用旧程序升级',
  ]);
});

test.each<[string, Changes, string]>([
  [
    '没有 site.yaml',
    { 'site.yaml': undefined },
    'site.yaml missing-file 缺少站点设置文件 → 补上 site.yaml，写明 schemaVersion',
  ],
  [
    '没有写版本',
    { 'site.yaml': 'name: 甲\n' },
    'site.yaml:1:1 schema-version 没有写明格式版本 → 补上 schemaVersion，写台账现在的版本，如 1',
  ],
  [
    'site.yaml 读不出来',
    { 'site.yaml': '' },
    'site.yaml:1:1 empty 文件是空的 → 写上内容，或删去这个文件',
  ],
])('%s，不升级', (_, changes, line) => {
  expect(refusal(run(changes))).toEqual([line]);
});

test('升级中有文件不合旧格式，停下，不写任何文件', () => {
  expect(refusal(run({ 'units/jia.yaml': 'label: 甲\n' }))).toEqual([
    'site.yaml migration 升级到第 0 版（单位的 title 改名为 name）时停下：title 没有写，或写了两次 → 先用旧程序检查台账，改正后再升级',
  ]);
  expect(refusal(run({ 'units/jia.yaml': 'title: [\n' }))).toEqual([
    'site.yaml migration 升级到第 0 版（单位的 title 改名为 name）时停下：有文件读不出来 → 先用旧程序检查台账，改正后再升级',
  ]);
});

test('升级后检查有错误，不写任何文件，错误照列', () => {
  expect(
    refusal(
      run({
        'accounts/jia/jia-wechat.yaml': small['accounts/jia/jia-wechat.yaml']!.replace(
          'wechat\n',
          'wechta\n',
        ),
      }),
    ),
  ).toEqual([
    'accounts/jia/jia-wechat.yaml:4:11 references 平台 wechta 不存在 → 是不是想写“wechat”？',
  ]);
});

test('读不出来的文件照原样留着，错误照报', () => {
  const gbk = new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xbc, 0xd7, 0x0a]);
  expect(refusal(run({ 'accounts/jia/jia-x.yaml': gbk }))).toEqual([
    'accounts/jia/jia-x.yaml:1:1 encoding 文件是 GBK 编码（记事本的“ANSI”） → 请用“另存为”，编码选 UTF-8（不带 BOM）、换行选 LF 后重新保存',
  ]);
});
