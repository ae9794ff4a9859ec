import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { generate } from '../generator/generate.ts';
import { contentOf as generated } from '../generator/memory.ts';
import { contentOf, report, small } from './small.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('读文件夹：路径用正斜杠、按码点排序、文件名归一，系统留下的文件不算', () => {
  put('b/z.yaml', '1');
  put('b/a.yaml', '1');
  put('B/a.yaml', '1');
  put('.git/config', '1');
  put('b/.DS_Store', '1');
  put('b/README.md', '1');
  put('evidence/zx-01/e\u0301.png', '123');
  put('evidence/removed.yaml', 'removed: []\n');
  const { texts, evidence } = readFolder(folder);
  expect([...texts.keys()]).toEqual(['B/a.yaml', 'b/a.yaml', 'b/z.yaml', 'evidence/removed.yaml']);
  expect([...evidence]).toEqual([['zx-01/\u00e9.png', 3]]);
  expect(Buffer.from(texts.get('b/a.yaml')!).toString()).toBe('1');
});

test('文件夹不存在时照实说', () => {
  expect(() => readFolder(join(folder, 'nowhere'))).toThrow('ENOENT');
});

test('报送按报告日期再按文件名排列，问题按专项、序号排列', () => {
  const { ledger } = readLedger(
    contentOf({
      'issues/zx/zx-00.yaml': small['issues/zx/zx-01.yaml']!.replace('row: 1', 'row: 2'),
      'updates/zx-01/20260320-090000-a.yaml': report('started', '2026-03-09'),
      'updates/zx-01/20260310-090000-b.yaml': report('progress', '2026-03-10'),
      'updates/zx-01/20260310-080000-c.yaml': report('progress', '2026-03-10'),
    }),
  );
  expect([...ledger!.issues.keys()]).toEqual(['zx-01', 'zx-00']);
  expect(ledger!.updates.get('zx-01')!.map(({ id }) => id)).toEqual([
    'zx-01/20260320-090000-a',
    'zx-01/20260310-080000-c',
    'zx-01/20260310-090000-b',
  ]);
});

test('单位按写明的次序，没有写的在后，按种类，再按编号', () => {
  const unit = (order?: number, kind = 'department') =>
    `name: 示例${String(order)}局\nkind: ${kind}\n${order === undefined ? '' : `order: ${String(order)}\n`}`;
  const { ledger } = readLedger(
    contentOf({
      'units/a.yaml': unit(),
      'units/b.yaml': unit(20),
      'units/c.yaml': unit(10),
      'units/d.yaml': unit(),
      'units/e.yaml': unit(undefined, 'office'),
      'units/aa.yaml': unit(undefined, 'town'),
    }),
  );
  const own = ['a', 'aa', 'b', 'c', 'd', 'e'];
  const all = [...ledger!.units.keys()].filter((id) => own.includes(id));
  expect(all).toEqual(['c', 'b', 'e', 'a', 'd', 'aa']);
});

test('没有站点设置就没有台账，别的错误仍一并给出', () => {
  const result = checkLedger(
    contentOf({ 'site.yaml': undefined, 'units/jia.yaml': 'kind: street\n' }),
  );
  expect(result.ledger).toBeUndefined();
  expect(isSound(result)).toBe(false);
  expect(result.faults.map(({ file }) => file)).toEqual(['site.yaml', 'units/jia.yaml']);
});

test('只有提醒的台账算没有错误', () => {
  const result = checkLedger(contentOf({ 'evidence/zx-01/a.png': 'x' }));
  expect(result.faults.map(({ severity }) => severity)).toEqual(['warning']);
  expect(isSound(result)).toBe(true);
});

test('读的时候报告进度，最后一次等于总数', () => {
  const seen: [number, number][] = [];
  const content = generated(generate({ seed: 2, issues: 200, asOf: '2026-06-15' }));
  readLedger(content, (done, all) => seen.push([done, all]));
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toEqual([content.texts.size, content.texts.size]);
});

test('文件的先后不影响结果', () => {
  const content = generated(generate({ seed: 3, issues: 25, asOf: '2026-06-15' }));
  const reversed = { ...content, texts: new Map([...content.texts].toReversed()) };
  const plain = ({ ledger }: ReturnType<typeof readLedger>) => [
    ...ledger!.issues.keys(),
    ...[...ledger!.updates.keys()]
      .toSorted()
      .flatMap((id) => ledger!.updates.get(id)!.map((update) => update.id)),
  ];
  expect(plain(readLedger(reversed))).toEqual(plain(readLedger(content)));
});
