/** 全部记录: every file of a ledger once, with its kind; and the texts of a record with their place. */
import { expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { recordsOf, textsOf } from '../../src/ledger/records.ts';
import { layout } from '../../src/schema/layout.ts';
import { checkSmall, submitted } from '../ledger/small.ts';

test('示例区台账的每一份记录，都在它该在的路径上，一份不重', () => {
  const records = [...recordsOf(openLedger('tests/fixtures/shili'))];
  expect(records.filter(({ kind, path }) => !layout[kind].path.test(path))).toEqual([]);
  expect(new Set(records.map(({ path }) => path)).size).toBe(records.length);
  const kinds = new Set(records.map(({ kind }) => kind));
  for (const kind of [
    'unit',
    'update',
    'registration',
    'inspection',
    'bulletin',
    'selfCheck',
    'probe',
    'snapshot',
  ] as const)
    expect(kinds, kind).toContain(kind);
});

test('最小的台账；有移除的佐证才有那一份', () => {
  const paths = (changes: Parameters<typeof checkSmall>[0] = {}) => {
    const { ledger } = checkSmall(changes);
    return ledger === undefined ? [] : [...recordsOf(ledger)].map(({ path }) => path);
  };
  expect(paths().toSorted()).toEqual([
    'accounts/jia/jia-wechat.yaml',
    'campaigns/zx.yaml',
    'issues/zx/zx-01.yaml',
    'site.yaml',
    'units/ban.yaml',
    'units/jia.yaml',
    'vocabulary/indicators.yaml',
    'vocabulary/platforms.yaml',
    'vocabulary/problems.yaml',
    'vocabulary/timing.yaml',
  ]);
  const update = 'updates/zx/zx-01/20260320-100000-abc.yaml';
  const more = paths({
    [update]: submitted,
    'evidence/removed.yaml': `removed:
  - { file: zx-01/a.png, sha256: ${'a'.repeat(64)}, removedOn: 2026-04-01, reason: 有手机号 }
`,
  });
  expect(more).toContain(update);
  expect(more).toContain('evidence/removed.yaml');
});

test('一份记录里的字，连同它在哪里；数、空值没有', () => {
  const record = { a: '甲', b: [{ c: '乙' }, 3, null, ['丙']], d: undefined, e: { f: true } };
  expect(textsOf(record)).toEqual([
    { path: ['a'], text: '甲' },
    { path: ['b', 0, 'c'], text: '乙' },
    { path: ['b', 3, 0], text: '丙' },
  ]);
  expect(textsOf(record, (text) => text === '丙')).toEqual([{ path: ['b', 3, 0], text: '丙' }]);
  expect(textsOf('甲')).toEqual([{ path: [], text: '甲' }]);
});
