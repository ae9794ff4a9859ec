/** `ledger conclude`: 结项以前先看还有什么没有办结；列明的继续整改，没有列明的不结。(示例区，虚构) */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger } from '../../documents/run.ts';
import { laidIn } from '../../ledger/small-folder.ts';
import { type Changes, report, submitted } from '../../ledger/small.ts';

const SETTLED: Changes = {
  'updates/zx/zx-01/20260320-090000-abc.yaml': submitted,
  'updates/zx/zx-01/20260321-090000-abc.yaml': report('accepted', '2026-03-21'),
};
function run(changes: Changes, ...args: string[]) {
  const content = laidIn(changes);
  const told = ledger('conclude', 'zx', '--content', content, '--as-of', '2026-06-15', ...args);
  return { ...told, text: readFileSync(join(content, 'campaigns/zx.yaml'), 'utf8') };
}
const ON = ['--write', '--on', '2026-06-10'];

test('不写日期的只列：多少件，没有办结的逐个，怎样结项', () => {
  const { code, out, text } = run({});
  expect([code, text.includes('concluded')]).toEqual([0, false]);
  expect(out.split('\n')).toEqual([
    '示例专项：截至2026年6月15日，问题 1 件，已销号 0 件、长期坚持 0 件、撤销 0 件、未完成 1 件。',
    '  zx-01 待整改：更新不及时',
    '结项：npx ledger conclude zx --on 日期 --document 文号 --remaining all（或逐个写明）',
    '',
  ]);
  expect(run(SETTLED).out).toMatch(/已销号 1 件.*\n结项：.* --document 文号\n$/u);
  expect(JSON.parse(run({}, '--json').out)).toEqual({
    ...{ campaign: 'zx', on: '2026-06-15', open: ['zx-01'] },
  });
});

test('没有办结也没有列明的，不结', () => {
  const { code, err, text } = run({}, ...ON);
  expect([code, text.includes('concluded')]).toEqual([1, false]);
  expect(err).toContain('还有 1 个没有办结，也没有列明 → 先办结，或加 --remaining zx-01');
});

test.each([['all'], ['zx-01']])('列明继续整改的（--remaining %s）：写进专项', (remaining) => {
  const said = ['--document', '示例结〔2026〕1号', '--note', '转入日常'];
  const { code, out, text } = run({}, ...ON, '--remaining', remaining, ...said);
  expect([code, out]).toEqual([0, expect.stringContaining('结项日期2026年6月10日，继续整改 1 个')]);
  expect(text).toContain(
    "concluded: { 'on': 2026-06-10, document: 示例结〔2026〕1号, note: 转入日常, remaining: [zx-01] }",
  );
});

test('都办结的：不写文号、说明、继续整改的，就没有这几栏', () => {
  const { code, out, text } = run(SETTLED, ...ON, '--json');
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { campaign: 'zx', concluded: { on: '2026-06-10' }, branch: null },
  ]);
  expect(text).toContain("concluded: { 'on': 2026-06-10 }");
});

test('结过项的不再结', () => {
  const { text } = run(SETTLED, ...ON);
  const again = run({ ...SETTLED, 'campaigns/zx.yaml': text }, ...ON);
  expect([again.code, again.err]).toEqual([
    2,
    expect.stringContaining('示例专项已于2026年6月10日结项'),
  ]);
});
