/** 第 4 版: the frozen ledger of version 3, read and counted after the step. */
import { expect, test } from 'vitest';
import { checkLedger, isSound } from '../../../src/ledger/check.ts';
import { committedContent, formatVersion } from '../../../src/ledger/migrations/migrate.ts';
import { migrations } from '../../../src/ledger/migrations/index.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { countedOn, v3Content, v3Figures } from '../frozen.ts';

test('冻结的台账还是第 3 版；不升级，程序不读，并说怎样升级', () => {
  expect(formatVersion(v3Content)).toBe(3);
  const { ledger, faults } = readLedger(v3Content);
  expect(ledger).toBeUndefined();
  expect(faults.map(({ remedy }) => remedy)).toContain(
    `应为 ${String(SCHEMA_VERSION)}；旧台账请先运行 npx ledger migrate`,
  );
});

test('第 4 版这一步只改 site.yaml 里的版本号；升级后检查没有错误，通报重算都一致', () => {
  const before = v3Content.texts;
  const after = committedContent(v3Content, { target: 4 }).texts;
  expect(migrations.find(({ to }) => to === 4)?.change(new Map())).toEqual(new Map());
  const texts = (of: typeof before) =>
    Object.fromEntries([...of].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  expect(texts(after)).toEqual({
    ...texts(before),
    'site.yaml': texts(before)['site.yaml']!.replace('Version: 3', 'Version: 4'),
  });
  expect(isSound(checkLedger(committedContent(v3Content)))).toBe(true);
});

test.each(Object.keys(v3Figures))('%s 的指标和分组，与旧程序算的一个不差', (day) => {
  const { ledger } = readLedger(committedContent(v3Content));
  if (ledger === undefined) throw new Error('unreadable');
  const { figures, parts } = countedOn(ledger, day);
  expect(figures).toMatchObject(v3Figures[day]!.figures);
  expect(parts).toMatchObject(v3Figures[day]!.parts);
});
