/** `ledger burden`: 一个期间里要单位填了多少、交了几批；留存的发出的报送单另数。(示例区，虚构) */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger, scratch } from '../../documents/run.ts';
import { laidIn } from '../../ledger/small-folder.ts';
import { type Changes, small, submitted } from '../../ledger/small.ts';

const REPORTED: Changes = { 'updates/zx/zx-01/20260520-090000-abc.yaml': submitted };
const BY_UNIT: Changes = {
  'updates/zx/zx-01/20260520-090000-abc.yaml': submitted.replace('2026-03-20', '2026-05-20'),
};
function run(changes: Changes, ...args: string[]) {
  return ledger('burden', '--content', laidIn(changes), '--as-of', '2026-06-15', ...args);
}

test('不写期间的是统计日所在的季度，数到统计日；过去的期间数到它的末尾', () => {
  expect(run({}).out.split('\n')[0]).toBe('2026年第二季度减负情况（截至2026-06-15）');
  expect(run({}, '2026-q1').out.split('\n')[0]).toBe('2026年第一季度减负情况（截至2026-03-31）');
  expect(run({}, '2026-h1').out.split('\n')[0]).toContain('2026年上半年');
  const wrong = run({}, '今年');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('“今年”不是统计期')]);
});

test('一行一个单位，合计是各行相加；给程序的也一样', () => {
  const { out } = run(BY_UNIT);
  const rows = out.split('\n').filter((line) => /^(?:示例区甲街道办事处|合计) /u.test(line));
  expect(rows).toHaveLength(2);
  expect(rows[0]?.replace(/^\S+ +/u, '')).toBe(rows[1]?.replace(/^\S+ +/u, ''));
  const data = JSON.parse(run(BY_UNIT, '--json').out) as {
    period: string;
    units: { unit: string }[];
    sent?: object;
  };
  expect([data.period, data.units.map(({ unit }) => unit), data.sent]).toEqual([
    ...['2026-q2', ['jia'], undefined],
  ]);
  // What was reported in another quarter is not asked for in this one.
  const before = JSON.parse(run(REPORTED, '--json').out) as { sum: object };
  expect(before.sum).not.toEqual((JSON.parse(run(BY_UNIT, '--json').out) as { sum: object }).sum);
});

test('只能用截图的问题类别列出来；没有的说没有', () => {
  expect(run({}).out).toContain('所有问题都可以用截图以外的佐证。');
  const only = (small['vocabulary/problems.yaml'] ?? '').replace('kinds: [link]', 'kinds: [file]');
  expect(run({ 'vocabulary/problems.yaml': only }).out).toContain(
    '佐证限于截图或文件的问题类别：更新不及时',
  );
});

test('留存的报送单：几张、几条、可填几格；不是的、读不出的逐个说', () => {
  const content = laidIn();
  const out = join(scratch(), '发出');
  const made = ledger(
    ...['collect', '--campaign', 'zx', '--out', out, '--content', content],
    ...['--as-of', '2026-06-15'],
  );
  expect(made.code).toBe(0);
  writeFileSync(join(out, '说明.docx'), '不是文档');
  const sent = (...args: string[]) =>
    ledger('burden', ...args, '--content', content, '--as-of', '2026-06-15', '--sent', out);
  expect(sent().out).toMatch(/发出的报送单（留存的，交没交回都算）：1 张、1 条，可填 \d+ 格。/u);
  expect(sent().out).toMatch(/示例区甲街道办事处 +1 +1/u);
  expect(sent('2026-q1').out).toContain('另有 1 张不是这个期间生成的，没有计。');
  expect(JSON.parse(sent('--json').out)).toMatchObject({
    sent: { byUnit: { jia: { sheets: 1 } } },
  });
  const empty = join(scratch(), '空');
  mkdirSync(empty);
  const none = run({}, '--sent', empty).out;
  expect([none.includes('0 张、0 条'), none.includes('不是这个期间')]).toEqual([true, false]);
  const lost = run({}, '--sent', '/none');
  expect([lost.code, lost.err]).toEqual([2, expect.stringContaining('找不到 /none')]);
});
