/** 第 2 版: the frozen ledger of version 1, read and counted after the step. */
import { expect, test } from 'vitest';
import { checkLedger, isSound } from '../../../src/ledger/check.ts';
import type { Content } from '../../../src/ledger/content.ts';
import {
  committedContent,
  migrate,
  formatVersion,
} from '../../../src/ledger/migrations/migrate.ts';
import { migrations } from '../../../src/ledger/migrations/index.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { countedOn, v1Content, v1Figures } from '../frozen.ts';

/** The content with the files that a migration writes. */
function written(files: ReadonlyMap<string, string | undefined>): Content {
  const texts = new Map(v1Content.texts);
  for (const [path, text] of files) {
    if (text === undefined) texts.delete(path);
    else texts.set(path, new TextEncoder().encode(text));
  }
  return { ...v1Content, texts };
}

test('冻结的台账还是第 1 版；不升级，程序不读，并说怎样升级', () => {
  expect(formatVersion(v1Content)).toBe(1);
  const { ledger, faults } = readLedger(v1Content);
  expect(ledger).toBeUndefined();
  expect(faults.map(({ remedy }) => remedy)).toContain(
    `应为 ${String(SCHEMA_VERSION)}；旧台账请先运行 npx ledger migrate`,
  );
});

test('升级到现在的版本，检查没有错误；报送、登记、催办、自查、通报一个字不动', () => {
  const result = migrate(v1Content);
  expect(result).toMatchObject({ kind: 'migrated', from: 1, to: SCHEMA_VERSION });
  if (result.kind !== 'migrated') return;
  const before = checkLedger(written(result.files));
  expect(isSound(before)).toBe(true);
  expect(
    [...result.files.keys()].filter((path) =>
      /^(?:updates|registry|reminders|self-checks|bulletins|evidence)\//u.test(path),
    ),
  ).toEqual([]);
  expect(migrate(written(result.files))).toMatchObject({ kind: 'current' });
});

test('第 2 版这一步只改 site.yaml 里的版本号，其余每个字不变', () => {
  const result = migrate(v1Content, { migrations, target: 2 });
  const files =
    result.kind === 'migrated' ? result.files : committedContent(v1Content, { target: 2 }).texts;
  const site = new TextDecoder().decode(v1Content.texts.get('site.yaml'));
  const step = migrations.find(({ to }) => to === 2);
  expect(step?.change(new Map())).toEqual(new Map());
  if (result.kind === 'migrated')
    expect(files).toEqual(new Map([['site.yaml', site.replace('Version: 1', 'Version: 2')]]));
});

test.each(Object.keys(v1Figures))(
  '%s 的指标和分组，升级后与旧程序算的一个不差；在内存里升级也一样',
  (day) => {
    const result = migrate(v1Content);
    if (result.kind !== 'migrated') throw new Error('not migrated');
    for (const content of [written(result.files), committedContent(v1Content)]) {
      const { ledger } = readLedger(content);
      if (ledger === undefined) throw new Error('unreadable');
      const { figures, parts } = countedOn(ledger, day);
      expect(figures).toMatchObject(v1Figures[day]!.figures);
      expect(parts).toMatchObject(v1Figures[day]!.parts);
    }
  },
);
