import { readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { faultLine } from '../../../src/ledger/fault.ts';
import {
  committedContent,
  migrate,
  type MigrationResult,
  recordedOnce,
} from '../../../src/ledger/migrations/migrate.ts';
import type { Migration } from '../../../src/ledger/migrations/migration.ts';
import { migrations } from '../../../src/ledger/migrations/index.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { rights } from '../../../src/review/people/rights.ts';
import { addKey, renameKey } from '../../../src/ledger/yaml/splice.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { contentOf, small, type Changes } from '../small.ts';

const now = `schemaVersion: ${String(SCHEMA_VERSION)}`;

/** A format that nobody ever used, to try the steps with: units had a title, campaigns no office. */
const steps: readonly Migration[] = [
  {
    to: SCHEMA_VERSION - 1,
    title: '单位的 title 改名为 name',
    change: (texts) =>
      new Map(
        [...texts]
          .filter(([path]) => path.startsWith('units/'))
          .map(([path, text]) => [path, renameKey(text, ['title'], 'name')]),
      ),
  },
  {
    to: SCHEMA_VERSION,
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
  'site.yaml': small['site.yaml']!.replace(
    now,
    `schemaVersion: ${String(SCHEMA_VERSION - 2)} # 旧`,
  ),
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
  const files = readdirSync(new URL('../../../src/ledger/migrations/', import.meta.url)).filter(
    (name) => /^\d/u.test(name),
  );
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map(({ to }) => to));
});

test('几步依次升级，注释和次序不变，多余的文件删去，升级后检查没有错误', () => {
  const result = run();
  expect(result).toMatchObject({
    kind: 'migrated',
    from: SCHEMA_VERSION - 2,
    to: SCHEMA_VERSION,
    steps,
  });
  if (result.kind !== 'migrated') return;
  expect(Object.fromEntries(result.files)).toEqual({
    'settings.yaml': undefined,
    'site.yaml': small['site.yaml']!.replace(now, `${now} # 旧`),
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
    `site.yaml:1:16 schema-version 台账的格式版本是 99，本程序的是 ${String(SCHEMA_VERSION)} → 台账比程序新：请升级程序`,
  ]);
});

test('中间缺一步的版本不能升级', () => {
  expect(refusal(run({ 'site.yaml': 'schemaVersion: -5\n' }))).toEqual([
    `site.yaml:1:16 schema-version 台账的格式版本是 -5，本程序的是 ${String(SCHEMA_VERSION)} → 这个版本没有升级办法：核对 schemaVersion，或先用旧程序升级`,
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
    `site.yaml migration 升级到第 ${String(SCHEMA_VERSION - 1)} 版（单位的 title 改名为 name）时停下：title 没有写，或写了两次 → 先用旧程序检查台账，改正后再升级`,
  ]);
  expect(refusal(run({ 'units/jia.yaml': 'title: [\n' }))).toEqual([
    `site.yaml migration 升级到第 ${String(SCHEMA_VERSION - 1)} 版（单位的 title 改名为 name）时停下：有文件读不出来 → 先用旧程序检查台账，改正后再升级`,
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

test('报送、登记、催办、自查、通报只记一次：哪一步升级改它们就是程序的错，不悄悄改', () => {
  const bad: Migration = {
    to: SCHEMA_VERSION - 1,
    title: '改报送',
    change: () => new Map([['updates/zx-01/20260301-090000-abc.yaml', '']]),
  };
  expect(() => migrate(contentOf(old), { migrations: [bad, steps[1]!] })).toThrow(
    'which is on record once',
  );
  for (const kind of recordedOnce)
    expect({ kind, ...rights[kind], added: [] }).toEqual({
      kind,
      added: [],
      edited: [],
      removed: [],
    });
});

test('旧提交在内存里升级：几步连着走，不是台账的文件去掉，一部分文件也行', () => {
  const read = committedContent(contentOf({ ...old, 'README.md': '# 说明\n' }), {
    migrations: steps,
  });
  expect(readLedger(read)).toMatchObject({ faults: [] });
  expect(read.texts.has('README.md')).toBe(false);
  const { texts } = contentOf(old);
  const part = new Map([...texts].filter(([path]) => /^(?:site|units)/u.test(path)));
  const one = committedContent(
    { texts: part, evidence: new Map() },
    { migrations: [steps[0]!, { ...steps[1]!, change: () => new Map() }] },
  );
  expect(new TextDecoder().decode(one.texts.get('units/jia.yaml'))).toBe(
    `# 甲街道\n${small['units/jia.yaml']!}`,
  );
});

test('升不上去的旧提交照原样交给读取，由它说错在哪里', () => {
  const same = (changes: Changes, settings = { migrations: steps }) => {
    const content = contentOf({ ...old, ...changes });
    expect(committedContent(content, settings).texts).toEqual(content.texts);
  };
  same({ 'units/jia.yaml': 'label: 甲\n' });
  same({ 'units/jia.yaml': 'title: [\n' });
  same({ 'site.yaml': undefined });
  same({ 'site.yaml': 'schemaVersion: 99\n' });
});
