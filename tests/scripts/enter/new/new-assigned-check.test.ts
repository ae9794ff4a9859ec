/** `ledger new assigned-check`、`assigned-self-check`: 交给下级的检查、自查，不合格的逐个成为交办的问题。(示例区，虚构) */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledger, scratch } from '../../../documents/run.ts';
import { laidIn } from '../../../ledger/small-folder.ts';
import { type Changes, small } from '../../../ledger/small.ts';

const CHILD: Changes = {
  'children/q1.yaml': 'name: 甲区（虚构）\nsince: 2026-01-01\nlateAfter: 10\n',
};
const HEAD = [
  ...['--child', 'q1', '--id', 'shi-jc', '--name', '二季度检查', '--origin', 'city'],
  ...['--number', '示办函〔2026〕5号', '--on', '2026-06-10'],
];
const LIST = `账号,指标,结果,存在问题
微信公众号：甲街道发布,M2,不合格,两周没有更新
新浪微博：甲街道微博,M2,合格,
`;
function run(rows: string, args: readonly string[] = HEAD, changes: Changes = {}) {
  const content = laidIn({ ...CHILD, ...changes });
  const from = join(scratch(), '结果.csv');
  writeFileSync(from, rows);
  const told = ledger(
    ...['new', 'assigned-check', '--content', content, '--as-of', '2026-06-15', '--write'],
    ...['--from', from, '--checked-on', '2026-06-01', '--deadline', '7月底前', ...args],
  );
  const read = (path: string) => readFileSync(join(content, path), 'utf8');
  const findings = () => {
    try {
      return readdirSync(join(content, 'assignments/q1'));
    } catch {
      return [];
    }
  };
  return { ...told, read, findings };
}

test('检查照结果登记；不合格的一项一个问题，写明指标、看到的情况、要求', () => {
  const { code, out, read, findings } = run(LIST);
  expect([code, out.split('\n')[0]]).toEqual([0, '二季度检查，交办的问题 1 个']);
  expect(read('assigned-checks/q1/shi-jc.yaml')).toMatch(
    /kind: inspection[\s\S]*checkedOn: 2026-06-01[\s\S]*甲街道微博/u,
  );
  expect(findings()).toEqual(['shi-jc-01.yaml']);
  const finding = read('assignments/q1/shi-jc-01.yaml');
  for (const said of [
    'account: 微信公众号：甲街道发布',
    'problems: [stale]',
    'finding: 不更新：两周没有更新',
    'measures: 对照“不更新”整改',
    'deadline: 7月底前',
  ])
    expect(finding).toContain(said);
  expect(finding).toMatch(/indicator: .*M2.*'2019'/u);
});

test('没有写看到什么的，只写指标的名称；类别有自己的要求的，照它写', () => {
  const problems = (small['vocabulary/problems.yaml'] ?? '').replace(
    'indicators: [M2]',
    'indicators: [M2]\n    measures: 每周更新',
  );
  const { read } = run(LIST.replace('两周没有更新', ''), HEAD, {
    'vocabulary/problems.yaml': problems,
  });
  const finding = read('assignments/q1/shi-jc-01.yaml');
  expect(finding).toMatch(/^finding: 不更新$/mu);
  expect(finding).toContain('measures: 每周更新');
});

const HEAD_ID = HEAD.map((one) => (one === 'shi-jc' ? '第二季度' : one));
const NO_CHILD = HEAD.map((one) => (one === 'q1' ? 'q9' : one));
test.each<[string, string, readonly string[], Changes, string]>([
  ['一栏也不是的表', '名称,电话\n甲,1\n', HEAD, {}, '结果.csv：没有“账号”“结果”两栏的表头'],
  ['没有一行结果', '账号,指标,结果,存在问题\n', HEAD, {}, '里没有检查结果'],
  ['结果不认得', LIST.replace('不合格', '还行'), HEAD, {}, '没有写入：先改正上面的错误。'],
  [
    '指标没有对应的类别',
    LIST,
    HEAD,
    {
      'vocabulary/problems.yaml': (small['vocabulary/problems.yaml'] ?? '').replace(
        '    indicators: [M2]\n',
        '',
      ),
    },
    '指标 M2 没有对应的问题类别',
  ],
  ['编号不能用', LIST, HEAD_ID, {}, '“第二季度”不能作编号'],
  ['没有这个下级', LIST, NO_CHILD, {}, 'q9'],
  [
    '编号用过了',
    LIST,
    HEAD,
    {
      'assigned-checks/q1/shi-jc.yaml':
        'kind: self-check\nname: 自查\nnumber: 示办函〔2026〕1号\nassignedOn: 2026-06-01\norigin: city\nitems: [更新]\nreplyBy: 2026-07-01\n',
    },
    'assigned-checks/q1/shi-jc.yaml 已经有了',
  ],
  [
    '那天还没有指标',
    LIST,
    [...HEAD, '--checked-on', '2018-01-01'],
    {},
    '台账没有那天起用的检查指标',
  ],
  ['找不到文件', LIST, [...HEAD, '--from', '/none.csv'], {}, '找不到 /none.csv'],
])('%s：说明白，什么也不写', (_, rows, args, changes, said) => {
  const { code, out, err, findings } = run(rows, args, changes);
  expect(code).not.toBe(0);
  expect(out + err).toContain(said);
  expect(findings()).toEqual([]);
});

test('自查：照通知里的重点内容，没有交办的问题；给程序的说写了哪些', () => {
  const content = laidIn(CHILD);
  const { code, out } = ledger(
    ...['new', 'assigned-self-check', '--content', content, '--as-of', '2026-06-15', '--write'],
    ...[...HEAD, '--reply-by', '2026-07-10', '--item', '更新情况', '备案情况', '--json'],
  );
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { id: 'shi-jc', files: ['assigned-checks/q1/shi-jc.yaml'], branch: null },
  ]);
  expect(readFileSync(join(content, 'assigned-checks/q1/shi-jc.yaml'), 'utf8')).toMatch(
    /kind: self-check[\s\S]*items: \[更新情况, 备案情况\][\s\S]*replyBy: 2026-07-10/u,
  );
});
