/** 第 3 版: the frozen ledger of version 2, read and counted after the step. */
import { expect, test } from 'vitest';
import { checkLedger, isSound } from '../../../src/ledger/check.ts';
import { committedContent, formatVersion } from '../../../src/ledger/migrations/migrate.ts';
import { migrations } from '../../../src/ledger/migrations/index.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { countedOn, v2Content, v2Figures } from '../frozen.ts';

test('冻结的台账还是第 2 版；不升级，程序不读，并说怎样升级', () => {
  expect(formatVersion(v2Content)).toBe(2);
  const { ledger, faults } = readLedger(v2Content);
  expect(ledger).toBeUndefined();
  expect(faults.map(({ remedy }) => remedy)).toContain(
    `应为 ${String(SCHEMA_VERSION)}；旧台账请先运行 npx ledger migrate`,
  );
});

test('第 3 版这一步只改 site.yaml 里的版本号；升级后检查没有错误，通报重算都一致', () => {
  const before = v2Content.texts;
  const after = committedContent(v2Content, { target: 3 }).texts;
  expect(migrations.find(({ to }) => to === 3)?.change(new Map())).toEqual(new Map());
  const texts = (of: typeof before) =>
    Object.fromEntries([...of].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  expect(texts(after)).toEqual({
    ...texts(before),
    'site.yaml': texts(before)['site.yaml']!.replace('Version: 2', 'Version: 3'),
  });
  expect(isSound(checkLedger(committedContent(v2Content)))).toBe(true);
});

test.each(Object.keys(v2Figures))('%s 的指标和分组，与旧程序算的一个不差', (day) => {
  const { ledger } = readLedger(committedContent(v2Content));
  if (ledger === undefined) throw new Error('unreadable');
  const { figures, parts } = countedOn(ledger, day);
  expect(figures).toMatchObject(v2Figures[day]!.figures);
  expect(parts).toMatchObject(v2Figures[day]!.parts);
});
