/** A day that the ledger pins is named first, with what it leaves out; a paper with nothing in it is refused. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledger, scratch } from '../../documents/run.ts';

const shili = ['--content', 'tests/fixtures/shili'];

describe('写定的统计截止日', () => {
  test.each([['status'], ['export', '--format', 'csv', '--campaign', '2025-special']])(
    '%s 先说是哪一天，晚于这一天的有多少',
    (...args) => {
      const { err } = ledger(...args, ...shili);
      expect(err).toMatch(
        /^统计截止日：2026年6月15日（site\.yaml 写定的 asOf，不是今天；要别的日子用 --as-of）。台账里没有晚于这一天的记录。\n/u,
      );
    },
  );

  test('另写统计截止日的，不提写定的', () => {
    expect(ledger('status', ...shili, '--as-of', '2026-01-05', '--json').err).toBe('');
  });
});

describe('没有内容的公文', () => {
  const before = ['--as-of', '2019-01-01'];

  test.each([
    ['export', 'a.xlsx'],
    ['report', 'a.docx'],
    ['brief', 'a.docx'],
    ['package', 'a'],
  ])('%s 不生成，说明怎么办；写 --empty 才生成', (command, name) => {
    const out = join(scratch(), name);
    const run = ledger(command, ...before, '--out', out);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('截至2019年1月1日');
    expect(run.err).toContain('加 --empty');
    expect(existsSync(out)).toBe(false);
    // A report of a day before its own source contradicts itself, asked for or not.
    const asked = command === 'export' || command === 'brief';
    expect(ledger(command, ...before, '--out', out, '--empty').code).toBe(asked ? 0 : 1);
    expect(existsSync(out)).toBe(asked);
  });

  test('数据（JSON）可以是空的；没有记录的统计期没有小结', () => {
    expect(JSON.parse(ledger('export', ...before, '--format', 'json').out)).toMatchObject({
      rows: [],
    });
    const { code, err } = ledger('summary', '2018-q4', ...before, '--text');
    expect(code).toBe(2);
    expect(err).toContain('没有检查、账号和问题的记录');
  });
});
