/** 各处的问题: each fault at the field where it belongs. */
import { describe, expect, test } from 'vitest';
import { atField, fileFaults, ruleFaults } from '../../src/form/findings.ts';
import { rules } from '../../src/ledger/rules/index.ts';
import { LARGEST_FILE } from '../../src/review/file/limits.ts';
import { type Changes, checkSmall, report, small, submitted } from '../ledger/small.ts';

const path = 'updates/zx-01/20260320-090000-aaa.yaml';

/** What the rules say of new files: `file rule at`. */
function told(files: Changes, before: Changes = {}): string[] {
  const base = checkSmall(before).ledger!;
  const merged = checkSmall({ ...before, ...files }).ledger!;
  return ruleFaults({ base, merged, rules }, new Set(Object.keys(files))).map(
    ({ file, rule, at }) => `${file} ${rule} ${at.join('.')}`.trim(),
  );
}

describe('规则说的', () => {
  test('合规的不说', () => {
    expect(told({ [path]: submitted })).toEqual([]);
  });

  test('没有佐证就验收的指到那一步；缺理由的指到理由', () => {
    const without = { [path]: report('submitted', '2026-03-20') };
    const accepted = { 'updates/zx-01/20260321-090000-bbb.yaml': report('accepted', '2026-03-21') };
    expect(told(accepted, without).some((line) => line.includes(' evidence-owed'))).toBe(true);
    const returned = { 'updates/zx-01/20260321-090000-bbb.yaml': report('returned', '2026-03-21') };
    expect(told(returned, { [path]: submitted }).some((line) => line.endsWith(' reason'))).toBe(
      true,
    );
  });

  test('台账里别处原有的不说，新文件带出来的别处的要说', () => {
    const odd = {
      'issues/zx/zx-02.yaml': (small['issues/zx/zx-01.yaml'] ?? '').replace('[stale]', '[no-such]'),
    };
    expect(told({ [path]: submitted }, odd)).toEqual([]);
    const twin = { 'units/yi.yaml': 'name: 示例区甲街道办事处\nkind: street\n' };
    expect(told(twin).length).toBeGreaterThan(0);
  });

  test('佐证的文件名里有身份证号码', () => {
    const at = 'evidence/zx-01/11010519491231002X.png';
    expect(told({ [at]: 'x' })).toEqual([expect.stringContaining(at)]);
  });
});

test('审核说整个文件的，各归各的栏；不认得的不归', () => {
  const at = (rule: string) =>
    atField({ file: path, line: 0, col: 0, rule, severity: 'fault', message: '', remedy: '' }).at;
  expect(at('future')).toEqual(['reportedOn']);
  expect(at('owed')).toEqual(['evidence']);
  expect(at('no-such')).toEqual([]);
  expect(at('constructor')).toEqual([]);
});

describe('佐证文件', () => {
  const merged = checkSmall().ledger!;
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rulesOf = (files: Record<string, Uint8Array>) =>
    fileFaults(merged, new Map(Object.entries(files))).map(({ rule }) => rule);

  test('图片按文件头收；名字说是图片而不是的不收；空的不收', () => {
    expect(rulesOf({ 'evidence/zx-01/a.png': png })).toEqual([]);
    expect(rulesOf({ 'evidence/zx-01/a.png': new TextEncoder().encode('<html>') })).toHaveLength(1);
    expect(rulesOf({ 'evidence/zx-01/a.png': new Uint8Array() })).toHaveLength(1);
  });

  test('压缩包要叫成文档才收', () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04]);
    expect(rulesOf({ 'evidence/zx-01/a.docx': zip })).toEqual([]);
    expect(rulesOf({ 'evidence/zx-01/a.zip': zip })).toHaveLength(1);
  });

  test('一个太大说一个', () => {
    expect(rulesOf({ 'evidence/zx-01/a.png': new Uint8Array(LARGEST_FILE + 1) })).toEqual([
      'evidence-size',
    ]);
  });

  test('没有文件的不说', () => {
    expect(rulesOf({})).toEqual([]);
  });
});
