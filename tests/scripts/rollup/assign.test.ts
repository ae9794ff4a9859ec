/** `ledger assign`: 交给一个下级的，存成一个文件；核销先写进自己的台账。(示例区，虚构) */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ledger, scratch } from '../../documents/run.ts';
import { laidIn } from '../../ledger/small-folder.ts';
import type { Changes } from '../../ledger/small.ts';

const finding = `number: 示办函〔2026〕5号
assignedOn: 2026-03-10
origin: city
account: 微信公众号：甲街道发布
problems: [stale]
finding: 两周未更新
measures: 及时更新
deadline: 4月底前
`;
const check = `kind: self-check
name: 2026年自查
number: 示办函〔2026〕6号
assignedOn: 2026-03-10
origin: city
items: [更新情况]
replyBy: 2026-04-10
`;
const CHILD: Changes = {
  'children/q1.yaml': 'name: 甲区（虚构）\nsince: 2026-01-01\nlateAfter: 10\n',
};
const FINDINGS: Changes = {
  ...CHILD,
  'assignments/q1/q1-01.yaml': finding,
  'assignments/q1/q1-02.yaml': `${finding}confirmed: { on: 2026-05-01, number: 示销〔2026〕1号 }\n`,
};
const CHECKS: Changes = { ...CHILD, 'assigned-checks/q1/q1-zc.yaml': check };

let out: string;
beforeEach(() => {
  out = join(scratch(), '交办单.json');
});
function run(changes: Changes, ...args: string[]) {
  const content = laidIn(changes);
  const ran = ledger('assign', 'q1', '--content', content, '--as-of', '2026-06-15', ...args);
  const path = join(content, 'assignments/q1/q1-01.yaml');
  return { ...ran, record: () => readFileSync(path, 'utf8') };
}
interface Sent {
  readonly child: { readonly name: string };
  readonly list: string;
  readonly checks?: { readonly list: string };
}
const sent = () => JSON.parse(readFileSync(out, 'utf8')) as Sent;
const idsIn = (list = '[]') => (JSON.parse(list) as { id: string }[]).map(({ id }) => id);

test.each<[string, Changes, string, string[], string[]]>([
  ['只有问题的', FINDINGS, '2 个', ['q1-01', 'q1-02'], []],
  ['只有检查、自查的', CHECKS, '检查、自查 1 项', [], ['q1-zc']],
  ['都有的', { ...FINDINGS, ...CHECKS }, '2 个，检查、自查 1 项', ['q1-01', 'q1-02'], ['q1-zc']],
])('存成一个文件，%s说各有几个', (_, changes, counts, findings, checks) => {
  const told = run(changes, '--out', out);
  expect([told.code, told.out]).toEqual([0, `已写出 ${out}，${counts}，随函送去。\n`]);
  const file = sent();
  expect([file.child.name, idsIn(file.list), idsIn(file.checks?.list)]).toEqual([
    '甲区（虚构）',
    findings,
    checks,
  ]);
});

test('没有给它交办过的，说先登记', () => {
  const { code, err } = run(CHILD, '--out', out);
  expect([code, err]).toEqual([2, expect.stringContaining('没有给 q1 交办过')]);
  expect(existsSync(out)).toBe(false);
});

test('核销：写进交办的记录，交办单里也是核销过的', () => {
  const said = ['--document', '示销〔2026〕2号', '--on', '2026-06-12'];
  const { code, record } = run(FINDINGS, '--write', '--confirm', 'q1-01', ...said, '--out', out);
  expect([code, record()]).toEqual([
    0,
    expect.stringMatching(/confirmed: .*2026-06-12, number: 示销〔2026〕2号/u),
  ]);
  const confirmed = (JSON.parse(sent().list) as { id: string; confirmed?: object }[]).find(
    ({ id }) => id === 'q1-01',
  )?.confirmed;
  expect(confirmed).toEqual({ on: '2026-06-12', number: '示销〔2026〕2号' });
});

test.each([
  [
    '少了日期',
    ['--confirm', 'q1-01', '--document', '示销〔2026〕2号'],
    '要和 --document、--on 一起用',
  ],
  ['少了文号', ['--confirm', 'q1-01', '--on', '2026-06-12'], '要和 --document、--on 一起用'],
  [
    '核销过的',
    ['--confirm', 'q1-02', '--document', '示销〔2026〕2号', '--on', '2026-06-12'],
    'q1-02 核销过了',
  ],
  [
    '没有交办过的编号',
    ['--confirm', 'q1-09', '--document', '示销〔2026〕2号', '--on', '2026-06-12'],
    'q1-09',
  ],
  ['没有提过就再提', ['--again'], '--again 要和 --propose 一起用'],
])('%s：不核销，什么也不写', (_, args, said) => {
  const { code, err, record } = run(FINDINGS, '--write', ...args, '--out', out);
  expect([code, err, record()]).toEqual([2, expect.stringContaining(said), finding]);
  expect(existsSync(out)).toBe(false);
});
