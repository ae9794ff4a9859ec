/** 各命令共有的: days, the folder, help in Chinese, and what is refused. (示例区，虚构) */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  asOfDay,
  chineseHelp,
  DataFaults,
  newCommand,
  newProgram,
  openContent,
  parseDay,
  refuseEmpty,
  soundLedger,
  todayInChina,
  WrongUse,
} from '../../scripts/command.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { checkSmall, small } from '../ledger/small.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ledger-command-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});
function lay(files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}
function refusal(asking: () => unknown): string {
  try {
    asking();
  } catch (error) {
    if (error instanceof WrongUse) return `用法 ${error.message} → ${error.remedy}`;
    if (error instanceof DataFaults) return `台账 ${error.message}`;
    throw error;
  }
  return '';
}

test.each(['2026-02-29', '2026-2-8', '2026年2月8日', '20260208', '0001-01-01', ''])(
  '“%s”不是日期',
  (text) => {
    expect(refusal(() => parseDay(text))).toBe(`用法 “${text}”不是日期 → 写成 2020-05-31 这样`);
  },
);

test('是日期的照用', () => {
  expect(parseDay('2024-02-29')).toBe('2024-02-29');
});

/** What `run` writes to the error output. */
function told(run: () => unknown): string {
  let said = '';
  const heard = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    run();
  } finally {
    heard.mockRestore();
  }
  return said;
}
const pinned = (asOf?: string): Ledger => {
  const { ledger } = checkSmall();
  if (ledger === undefined) throw new Error('no ledger');
  const { asOf: _, ...site } = ledger.site;
  return { ...ledger, site: asOf === undefined ? site : { ...site, asOf } };
};

test('哪一天：说了的，其次台账写定的，都没有是今天', () => {
  const content = '';
  told(() => {
    expect(asOfDay({ content, asOf: '2026-01-02' }, pinned('2026-06-15'))).toBe('2026-01-02');
    expect(asOfDay({ content }, pinned('2026-06-15'))).toBe('2026-06-15');
    expect(asOfDay({ content }, pinned())).toBe(todayInChina());
  });
});

test('用写定的日子时说一声，只说一次；说了日子的不说', () => {
  const ledger = pinned('2026-06-15');
  expect(told(() => asOfDay({ content: '', asOf: '2026-01-02' }, ledger))).toBe('');
  const twice = told(() => {
    asOfDay({ content: '' }, ledger);
    asOfDay({ content: '' }, ledger);
  });
  expect(twice.match(/统计截止日：2026年6月15日/gu)).toHaveLength(1);
  expect(told(() => asOfDay({ content: '' }, pinned()))).toBe('');
});

test('空的公文不做，除非要', () => {
  expect(refusal(() => refuseEmpty(true, '没有问题', '2026-06-15'))).toMatch(
    /^用法 截至2026年6月15日，没有问题，没有生成 → .*--empty$/u,
  );
  expect(refusal(() => refuseEmpty(true, '没有问题', '2026-06-15', true))).toBe('');
  expect(refusal(() => refuseEmpty(false, '没有问题', '2026-06-15'))).toBe('');
});

test('找不到文件夹、不是文件夹、不是台账', () => {
  expect(refusal(() => openContent(join(dir, 'no')))).toContain('用法 找不到台账文件夹');
  lay({ 'a.txt': '甲' });
  expect(refusal(() => openContent(join(dir, 'a.txt')))).toContain('找不到台账文件夹');
  expect(refusal(() => openContent(dir))).toContain('不是台账：里面没有 site.yaml');
  lay({ 'vocabulary/platforms.yaml': 'platforms: []\n' });
  expect(refusal(() => openContent(dir))).toBe('');
});

test('有错的台账：一处一行，末了说几处；没有错的打开', () => {
  const content = lay({ ...small });
  expect(told(() => soundLedger({ content }).units.get('jia'))).toContain('统计截止日');
  lay({ 'issues/zx/zx-01.yaml': (small['issues/zx/zx-01.yaml'] ?? '').replace('[stale]', '[no]') });
  const said = refusal(() => soundLedger({ content }));
  expect(said).toMatch(/^台账 .*zx-01\.yaml/u);
  expect(said).toMatch(/台账有 \d+ 处错误，请先改正。$/u);
});

test('帮助是中文的：选项不写会怎样、可选哪几样', () => {
  const program = newProgram();
  const command = newCommand('check', '检查')
    .option('--kind <类别>', '哪一类')
    .option('--write', '写入', false);
  command.options.at(-2)?.choices(['甲', '乙']);
  chineseHelp(command);
  program.addCommand(command);
  const help = command.helpInformation();
  expect(help).toContain('用法：');
  expect(help).toContain('npx ledger check');
  expect(help).toContain('哪一类（可选：甲、乙）');
  expect(help).toMatch(/台账所在文件夹（不写则为 (?:\.|content)）/u);
  expect(help).toMatch(/--write +写入\n/u);
  expect(help).not.toMatch(/Usage|Options|default/u);
});
