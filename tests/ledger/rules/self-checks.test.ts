import { expect, test } from 'vitest';
import { type Changes, linesOf, small } from '../small.ts';

const file = 'self-checks/zx/jia-20260228-090000-aaa.yaml';
const campaign = {
  'campaigns/zx.yaml': `${small['campaigns/zx.yaml'] ?? ''}checklist: { items: [账号是否备案, 内容是否更新] }\n`,
};
const sheet = (answers: string) =>
  `campaign: zx\nunit: jia\nansweredOn: 2026-02-28\nanswers:\n${answers}`;
const both =
  '  - { item: 账号是否备案, answer: no }\n  - { item: 内容是否更新, answer: yes, note: 一个断更 }\n';

test('逐项作答、答“有”写明情况，没有错误', () => {
  expect(linesOf({ ...campaign, [file]: sheet(both) })).toEqual([]);
});

const cases: [what: string, changes: Changes, line: string][] = [
  [
    '答“有”没有写情况',
    { ...campaign, [file]: sheet(both.replace(', note: 一个断更', '')) },
    `${file}:6:29 self-checks 答“有”而没有写情况 → 补上 note，写明是什么问题`,
  ],
  [
    '漏答',
    { ...campaign, [file]: sheet('  - { item: 账号是否备案, answer: no }\n') },
    `${file}:5:3 self-checks（提醒） 没有答：内容是否更新 → 请单位补报；清单是后来加的，可以不理`,
  ],
  [
    '答了两次',
    { ...campaign, [file]: sheet(`${both}  - { item: 账号是否备案, answer: no }\n`) },
    `${file}:7:13 self-checks “账号是否备案”答了两次 → 只留一条`,
  ],
  [
    '答了清单以外的',
    { ...campaign, [file]: sheet(`${both}  - { item: 别的, answer: no }\n`) },
    `${file}:7:13 self-checks（提醒） “别的”不在专项的自查清单里 → 核对写法；清单后来改过的，可以不理`,
  ],
  [
    '单位不存在',
    {
      ...campaign,
      'self-checks/zx/yi-20260228-090000-aaa.yaml': sheet(both).replace('unit: jia', 'unit: yi'),
    },
    'self-checks/zx/yi-20260228-090000-aaa.yaml:2:7 self-checks 单位 yi 不存在 → 先登记单位，再引用',
  ],
  [
    '文件名不是单位加时间',
    { ...campaign, 'self-checks/zx/first.yaml': sheet(both) },
    'self-checks/zx/first.yaml self-checks 自查的文件名“first”不对 → 改为 单位-日期-时刻-三位随机字符.yaml，如 jia-20200525-091500-k3f.yaml',
  ],
  [
    '文件夹不是专项',
    { ...campaign, 'self-checks/zy/jia-20260228-090000-aaa.yaml': sheet(both) },
    'self-checks/zy/jia-20260228-090000-aaa.yaml:1:11 self-checks campaign 写的是 zx，文件却在 self-checks/zy/ 下 → 把 campaign 改为 zy，或移动文件',
  ],
];

test.each(cases)('%s时说明在哪里、怎么改', (_, changes, line) => {
  expect(linesOf(changes)).toEqual([line]);
});
