import { expect, test } from 'vitest';
import { linesOf, report, small } from '../small.ts';

const yi = 'units/yi.yaml';
const ENDED = `${small['units/jia.yaml']!}ended: { on: 2026-05-01, how: merged, successors: [yi] }\n`;
const step = (to: string, day: string, more = '') =>
  `account: jia-wechat\naction: transferred\nreportedOn: ${day}\nto: ${to}\n${more}`;
const moved = { 'registry/jia-wechat/20260501-090000-aaa.yaml': step('yi', '2026-05-01') };
const merged = { [yi]: 'name: 示例区乙镇\nkind: town\n', 'units/jia.yaml': ENDED, ...moved };

test('合并：账号移交了，没办结的跟着走，什么也不缺', () => {
  expect(linesOf(merged)).toEqual([]);
});

test('承接单位要存在、是别的单位、那天还在；所以绕不成圈', () => {
  const jia = (ended: string) => ({
    ...merged,
    'units/jia.yaml': `${small['units/jia.yaml']!}ended: ${ended}\n`,
  });
  expect(linesOf(jia('{ on: 2026-05-01, how: split, successors: [jia, yii] }'))).toEqual([
    'units/jia.yaml:4:51 hand-over 承接单位写的是它自己 → 写接手的那个单位',
    'units/jia.yaml:4:56 hand-over 承接单位 yii 不存在 → 是不是想写“yi”？',
  ]);
  expect(
    linesOf({
      ...merged,
      [yi]: 'name: 示例区乙镇\nkind: town\nended: { on: 2026-05-01, how: merged, successors: [jia] }\n',
    }),
  ).toEqual([
    'registry/jia-wechat/20260501-090000-aaa.yaml:4:5 hand-over 接收单位示例区乙镇（yi）自2026年5月1日起已经合并 → 写现在的单位：jia；或核对日子',
    'units/jia.yaml:4:52 hand-over 承接单位示例区乙镇（yi）自2026年5月1日起已经合并 → 写现在的单位：jia；或核对日子',
    'units/yi.yaml:3:14 ended-units 示例区乙镇自2026年5月1日起已经合并，还有没办结的问题没有移交：zx-01 → 涉及账号的移交账号，不涉及账号的逐个登记移交；用 npx ledger hand-over 办',
    'units/yi.yaml:3:14 ended-units 示例区乙镇自2026年5月1日起已经合并，还有账号没有移交：jia-wechat → 每个账号登记移交给谁；用 npx ledger hand-over 办',
    'units/yi.yaml:3:52 hand-over 承接单位示例区甲街道办事处（jia）自2026年5月1日起已经合并 → 写现在的单位：yi；或核对日子',
  ]);
  expect(
    linesOf({ ...merged, [yi]: 'name: 示例区乙镇\nkind: town\nestablishedOn: 2026-06-01\n' })[1],
  ).toBe(
    'units/jia.yaml:4:52 hand-over 承接单位示例区乙镇（yi）到2026年6月1日才设立 → 核对单位和日子',
  );
  expect(linesOf(jia('{ on: 2026-05-01, how: merged }'))).toEqual([
    expect.stringContaining('缺少必填栏目“successors”（承接单位）'),
  ]);
});

test('牵头单位不能就这样撤并；更名、设立的日子对得上', () => {
  const ban = `${small['units/ban.yaml']!}ended: { on: 2026-05-01, how: abolished }\n`;
  expect(linesOf({ 'units/ban.yaml': ban })).toEqual([
    'units/ban.yaml:3:8 hand-over 它还是 site.yaml 写的牵头单位（office） → 由管理员先把 site.yaml 的 office 改成现在的牵头单位',
  ]);
  const jia = `${ENDED}establishedOn: 2026-05-01\nformerNames:\n  - { name: 老街道, until: 2026-05-01 }\n  - { name: 旧街道, until: 2026-04-01 }\n`;
  expect(linesOf({ ...merged, 'units/jia.yaml': jia })).toEqual([
    'units/jia.yaml:4:14 hand-over 撤并日2026年5月1日不晚于设立日期2026年5月1日 → 核对 ended.on 和 establishedOn',
    'units/jia.yaml:7:25 hand-over 曾用名用到2026年5月1日，而单位到2026年5月1日已经撤并 → 核对日子；更名在前、撤并在后，用 npx ledger hand-over 办',
    'units/jia.yaml:8:25 hand-over 曾用名用到2026年4月1日，不晚于前一个的2026年5月1日 → 按先后次序写，日子不重复',
  ]);
});

test('账号移交：给不存在的、给自己、在入册以前，都指出', () => {
  const entered = 'account: jia-wechat\naction: entered\nreportedOn: 2026-05-10\nstate: unfiled\n';
  expect(
    linesOf({
      [yi]: 'name: 示例区乙镇\nkind: town\n',
      'registry/jia-wechat/20260501-090000-aaa.yaml': step('jia', '2026-05-01'),
      'registry/jia-wechat/20260510-090000-aaa.yaml': entered,
      'registry/jia-wechat/20260511-090000-aaa.yaml': step('bing', '2026-05-11'),
    }),
  ).toEqual([
    'registry/jia-wechat/20260501-090000-aaa.yaml:3:13 hand-over 移交日2026年5月1日早于入册日2026年5月10日 → 核对日子；入册时就是这个单位的，不用移交',
    'registry/jia-wechat/20260501-090000-aaa.yaml:4:5 hand-over 本来就是 jia 的，不用移交 → 核对 to；重复登记的删去这一份',
    'registry/jia-wechat/20260511-090000-aaa.yaml:4:5 hand-over 接收单位 bing 不存在 → 先在 units/ 登记，再引用',
  ]);
});

test('撤并单位的名称别的单位可以再用，曾用名也可以', () => {
  expect(
    linesOf({ ...merged, [yi]: 'name: 示例区甲街道办事处\naliases: [甲街道]\nkind: street\n' }),
  ).toEqual([]);
  expect(
    linesOf({
      [yi]: 'name: 示例区乙镇\nkind: town\nformerNames: [{ name: 甲街道, until: 2026-01-01 }]\n',
    }),
  ).toEqual([]);
});

test('报送放在专项的文件夹里，也认原来的位置；放错专项的指出', () => {
  expect(
    linesOf({ 'updates/zx/zx-01/20260305-091500-k3f.yaml': report('started', '2026-03-05') }),
  ).toEqual([]);
  expect(
    linesOf({ 'updates/qita/zx-01/20260305-091500-k3f.yaml': report('started', '2026-03-05') }),
  ).toEqual([
    'updates/qita/zx-01/20260305-091500-k3f.yaml file-names 问题 zx-01 属于专项 zx，文件却在 updates/qita/ 下 → 移到 updates/zx/zx-01/20260305-091500-k3f.yaml',
  ]);
  expect(
    linesOf({
      'updates/zx/zx-01/20260305-091500-k3f.yaml': report('started', '2026-03-05'),
      'updates/zx-01/20260305-091500-k3f.yaml': report('started', '2026-03-05'),
    }),
  ).toEqual([expect.stringContaining('编号 zx-01/20260305-091500-k3f 已用于')]);
});
