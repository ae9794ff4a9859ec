import { expect, test } from 'vitest';
import { type Changes, linesOf, swap } from '../small.ts';

const file = (name: string) => `registry/jia-wechat/${name}.yaml`;
const first = file('20260105-090000-aaa');
const second = file('20260302-090000-bbb');
const step = (action: string, day: string, more = '') =>
  `account: jia-wechat\naction: ${action}\nreportedOn: ${day}\n${more}`;
const entered = { [first]: step('entered', '2026-01-05', 'state: unfiled\n') };

test('合规的登记没有错误', () => {
  expect(
    linesOf({ ...entered, [second]: step('applied', '2026-03-02', 'note: 材料齐全\n') }),
  ).toEqual([]);
});

const cases: [what: string, changes: Changes, line: string][] = [
  [
    '次序不对',
    {
      ...entered,
      [second]: step(
        'notice',
        '2026-03-02',
        'from: 2026-03-02\nuntil: 2026-03-20\nlink: https://mp.example/n\n',
      ),
    },
    `${second}:2:9 registry 不能登记“关停公告”：还没有备案 → 先登记“申请备案”，不再使用的登记“批准关停”`,
  ],
  [
    '没有写理由',
    {
      ...entered,
      [second]: step('applied', '2026-03-02'),
      [file('20260303-090000-ccc')]: step('refused', '2026-03-03'),
    },
    `${file('20260303-090000-ccc')}:2:9 registry “退回备案”没有写理由 → 补上 reason`,
  ],
  [
    '没有写批准文号',
    { ...entered, [second]: step('closing', '2026-03-02') },
    `${second}:2:9 registry “批准关停”没有写批准文号 → 补上 approval`,
  ],
  [
    '公开仓库没有公开说明',
    {
      ...entered,
      ...swap('site.yaml', 'repository: internal', 'repository: public'),
      [second]: step('closing', '2026-03-02'),
    },
    `${second}:2:9 registry “批准关停”没有写公开说明 → 补上 publicNote，用一句可以公开的话说明`,
  ],
  [
    '文件名不对',
    { [file('first')]: step('entered', '2026-01-05', 'state: unfiled\n') },
    `${file('first')} registry 备案登记的文件名“first”不对 → 改为 日期-时刻-三位随机字符.yaml，如 20200525-091500-k3f.yaml`,
  ],
  [
    '账号不存在',
    {
      'registry/jia-weibo/20260105-090000-aaa.yaml':
        'account: jia-weibo\naction: entered\nreportedOn: 2026-01-05\nstate: unfiled\n',
    },
    'registry/jia-weibo/20260105-090000-aaa.yaml:1:10 registry 账号 jia-weibo 不存在 → 先在 accounts/ 登记，再引用',
  ],
  [
    '文件夹不对',
    { 'registry/jia/20260105-090000-aaa.yaml': step('entered', '2026-01-05', 'state: unfiled\n') },
    'registry/jia/20260105-090000-aaa.yaml:1:10 registry account 写的是 jia-wechat，文件却在 registry/jia/ 下 → 把 account 改为 jia，或把文件移到 registry/jia-wechat/ 下',
  ],
];

test.each(cases)('%s时说明在哪里、怎么改', (_, changes, line) => {
  expect(linesOf(changes)).toEqual([line]);
});
