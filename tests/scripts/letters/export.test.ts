/** `ledger export`: 问题清单、工作台账，四种格式，选定的范围，写到哪里。(示例区，虚构) */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger, scratch } from '../../documents/run.ts';
import { laidIn } from '../../ledger/small-folder.ts';
import { type Changes, small, swap } from '../../ledger/small.ts';

const MORE: Changes = {
  'units/yi.yaml': 'name: 示例区乙镇人民政府\nkind: town\n',
  'issues/zx/zx-02.yaml': (small['issues/zx/zx-01.yaml'] ?? '')
    .replace('row: 1', 'row: 2')
    .replace('account: jia-wechat\nlisted: 微信公众号：甲街道发布', 'unit: yi\nlisted: 乙镇网站')
    .replace('3月底, kind: fixed, dueOn: 2026-03-31', '年底, kind: fixed, dueOn: 2026-12-31'),
};
function run(changes: Changes, ...args: string[]) {
  const content = laidIn({ ...MORE, ...changes });
  return ledger('export', '--content', content, '--as-of', '2026-06-15', ...args);
}
const shown = (...args: string[]) =>
  run({}, '--format', 'csv', ...args)
    .out.trim()
    .split(/\r?\n/u);
const out = (name: string) => join(scratch(), name);

test('csv、json 不写到哪里就显示；问题清单是来源的栏，工作台账有状态', () => {
  const list = shown();
  expect(list).toHaveLength(3);
  expect(list[0]).not.toContain('剩余天数');
  const working = shown('--form', 'ledger');
  expect([working.length, working[0]]).toEqual([3, expect.stringContaining('剩余天数')]);
  const data = run({}, '--format', 'json');
  expect([data.code, JSON.stringify(JSON.parse(data.out))]).toEqual([
    0,
    expect.stringContaining('更新不及时'),
  ]);
});

test('只要一个单位的、只要逾期的', () => {
  expect(shown('--unit', 'yi').slice(1)).toEqual([expect.stringContaining('乙镇网站')]);
  expect(shown('--overdue').slice(1)).toEqual([expect.stringContaining('甲街道发布')]);
  expect(shown('--form', 'ledger', '--unit', 'yi').slice(1)).toHaveLength(1);
});

test('写成文件：说写在哪里、几个问题', () => {
  for (const format of ['xlsx', 'docx', 'csv']) {
    const path = out(`a.${format}`);
    const told = run({}, '--format', format, '--out', path);
    expect(told).toMatchObject({ code: 0, out: `已写出 ${path}，2 个问题。\n` });
    expect(readFileSync(path).subarray(0, 2).toString() === 'PK').toBe(format !== 'csv');
  }
});

test('一个问题也没有的不写空文件，--empty 才写；给程序的空的也给', () => {
  const args = ['--unit', 'ban', '--format', 'csv'];
  const refused = run({}, ...args);
  expect([refused.code, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('所选范围里没有一个问题');
  expect(run({}, ...args, '--empty').code).toBe(0);
  expect(run({}, '--unit', 'ban', '--format', 'json').code).toBe(0);
});

test('公开版：不点名逾期的，说还有几个没有列', () => {
  const level = (late: boolean) =>
    swap(
      'campaigns/zx.yaml',
      'office: ban',
      `office: ban\npublication: { level: list, overdueNames: ${String(late)} }`,
    );
  const args = ['--audience', 'public', '--overdue', '--format', 'json'];
  const hidden = run(level(false), ...args);
  expect([hidden.code, hidden.err]).toEqual([0, '另有 1 个逾期问题按公开规定不列名。\n']);
  expect(run(level(true), ...args)).toMatchObject({ code: 0, err: '' });
});
