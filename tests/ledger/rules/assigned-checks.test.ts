import { expect, test } from 'vitest';
import { type Changes, linesOf } from '../small.ts';

const indicators = `editions:
  - id: '2019'
    document: 虚构文件
    from: 2019-04-01
    veto:
      website: [{ id: W3, name: 首页不更新, when: [两周没有更新] }]
      new-media: [{ id: M2, name: 内容不更新, when: [两周没有更新] }]
`;
const base: Changes = {
  'vocabulary/indicators.yaml': indicators,
  'children/q101.yaml': 'name: 甲区整改台账（虚构）\nsince: 2026-01-01\n',
};
const head = (kind: string): string =>
  `kind: ${kind}\nname: 检查\nnumber: 示办函〔2026〕1号\nassignedOn: 2026-05-20\norigin: city\n`;
const check = (edition: string, indicator: string): string =>
  `${head('inspection')}checkedOn: 2026-05-18\nedition: '${edition}'\naccounts:\n  - account: 微信公众号：甲发布\n    results: [{ indicator: ${indicator}, result: failed }]\n`;
const file = 'assigned-checks/q101/jc-01.yaml';
const finding = `number: 示办函〔2026〕1号
assignedOn: 2026-05-20
origin: city
account: 微信公众号：甲发布
problems: [stale]
finding: 没有更新
measures: 恢复更新
deadline: 立行立改
`;

test('检查和自查都写对了，没有错误', () => {
  const selfCheck = `${head('self-check')}items: [有没有停更的]\nreplyBy: 2026-06-30\n`;
  const both = { [file]: check('2019', 'M2'), 'assigned-checks/q101/zc-01.yaml': selfCheck };
  expect(linesOf({ ...base, ...both })).toEqual([]);
});

const cases: [what: string, changes: Changes, line: string][] = [
  [
    '没有这个下级',
    { ...base, 'assigned-checks/q102/jc-01.yaml': check('2019', 'M2') },
    '下级 q102 不存在',
  ],
  ['没有这一版指标', { ...base, [file]: check('2018', 'M2') }, '指标版本 2018 不存在'],
  ['这一版没有这个指标', { ...base, [file]: check('2019', 'M9') }, '检查指标 M9 不在 2019 版里'],
  [
    '编号与交办的问题相同',
    { ...base, [file]: check('2019', 'M2'), 'assignments/q101/jc-01.yaml': finding },
    '编号 q101/jc-01 已用于交办的一个问题',
  ],
];

test.each(cases)('%s', (_, changes, line) => {
  const lines = linesOf(changes).filter((one) => one.includes(' assigned-checks '));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(line);
});
