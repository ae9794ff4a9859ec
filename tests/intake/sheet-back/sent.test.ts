/** Sheets that were sent are counted from the copies that the office kept. */
import { copyFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger, scratch } from '../../documents/run.ts';

test('发出的报送单按留存的数：交没交回都算，同一张只算一次，别的季度、看不出日期的说明', () => {
  const folder = join(scratch(), '报送单');
  const other = join(scratch(), '上季');
  const at = ['--content', 'tests/fixtures/shili'];
  const campaign = ['--campaign', '2025-special'];
  const run = (...args: string[]) => ledger(...args, ...at);
  const day = '2026-06-15';
  expect(run('collect', ...campaign, '--form', 'both', '--out', folder, '--as-of', day).code).toBe(
    0,
  );
  expect(run('collect', ...campaign, '--out', other, '--as-of', '2026-03-02').code).toBe(0);
  const kept = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  copyFileSync(join(folder, kept[0]!), join(folder, '再发一次.xlsx'));
  writeFileSync(join(folder, '说明.txt'), '请于月底前交回');
  symlinkSync('/etc/passwd', join(folder, '链接.xlsx'));
  const said = run('burden', '2026-q2', '--as-of', day, '--json', '--sent', folder, other);
  expect(said.code).toBe(0);
  const { sent } = JSON.parse(said.out) as {
    sent: {
      byUnit: Record<string, { sheets: number; rows: number }>;
      outside: number;
      undated: string[];
      unread: { file: string; problem: string }[];
    };
  };
  expect(Object.keys(sent.byUnit)).toHaveLength(kept.length);
  expect(Object.values(sent.byUnit).every(({ sheets, rows }) => sheets === 1 && rows > 0)).toBe(
    true,
  );
  expect(sent.outside).toBe(readdirSync(other).length);
  expect(sent.undated).toHaveLength(kept.length + 1);
  expect(sent.unread).toEqual([
    expect.objectContaining({
      file: '链接.xlsx',
      problem: expect.stringContaining('不是文件') as string,
    }),
  ]);
  const printed = run('burden', '2026-q2', '--as-of', day, '--sent', folder).out;
  expect(printed).toContain(`发出的报送单（留存的，交没交回都算）：${String(kept.length)} 张`);
  expect(printed).toMatch(/^链接\.xlsx：这不是文件.*没有计 → /mu);
  expect(run('burden', '--as-of', day).out).not.toContain('发出（张）');
  expect(run('burden', '--as-of', day, '--sent', '没有').err).toContain('找不到 没有');
});
