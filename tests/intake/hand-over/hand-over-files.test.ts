/** 移交的文件: what the end of a unit writes, changed where it stands. (示例区，虚构) */
import { expect, test } from 'vitest';
import {
  accountStep,
  endFiles,
  renamedFile,
} from '../../../src/intake/hand-over/hand-over-files.ts';
import {
  handOverPlan,
  type HandOverOrder,
} from '../../../src/intake/hand-over/planned-hand-over.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { type Changes, checkSmall, contentOf, small, swap } from '../../ledger/small.ts';

const YI = 'name: 示例区乙街道办事处\nkind: street\n';
const member = (account: string, more = '') =>
  `  - { account: ${account}, from: 2026-01-01${more} }\n`;
const JIA = `# 手写的说明\n${small['units/jia.yaml'] ?? ''}members:\n${member('wang')}${member('li', ', until: 2026-03-01')}${member('zhao', ', until: 2026-12-31')}`;
const ORDER: HandOverOrder = {
  from: 'jia',
  to: ['yi'],
  on: '2026-07-01',
  how: 'merged',
  assigned: new Map(),
};

function end(
  changes: Changes = {},
  order: Partial<HandOverOrder> = {},
  document: string | null = '示编办1号',
) {
  const all = { 'units/jia.yaml': JIA, 'units/yi.yaml': YI, ...changes };
  const { ledger, faults } = checkSmall(all);
  if (ledger === undefined) throw new Error(faults.map(({ message }) => message).join());
  const whole = { ...ORDER, ...order };
  return endFiles(ledger, contentOf(all).texts, whole, handOverPlan(ledger, whole), {
    document: document ?? undefined,
    publicNote: '机构改革',
    stamp: (day, last) =>
      `${day.replaceAll('-', '')}-${last === undefined ? '000000' : '000001'}-abc`,
  });
}

test('单位写明哪天起怎样结束、谁承接；手写的留着，在任的到前一天为止', () => {
  const text = end().get('units/jia.yaml') ?? '';
  expect(text).toContain('# 手写的说明');
  expect(text).toMatch(/ended:[\s\S]*'on': 2026-07-01[\s\S]*how: merged[\s\S]*yi/u);
  expect(text).toContain('示编办1号');
  expect(text).toMatch(/account: wang, from: 2026-01-01, until: 2026-06-30/u);
  expect(text).toMatch(/account: li, from: 2026-01-01, until: 2026-03-01/u);
  expect(text).toMatch(/account: zhao, from: 2026-01-01, until: 2026-06-30/u);
});

test('公开的台账不写批文；没有批文的也不写', () => {
  const open = swap('site.yaml', 'repository: internal', 'repository: public');
  expect(end(open).get('units/jia.yaml')).not.toContain('示编办');
  expect(end({}, {}, null).get('units/jia.yaml')).not.toContain('document');
});

test('还在任的填报员到承接单位接着报；已经在那里的不重复', () => {
  const clerks = new Map([['wang', 'yi']]);
  expect(end({}, { assigned: clerks }).get('units/yi.yaml')).toMatch(
    /account: wang, from: 2026-07-01/u,
  );
  const there = end(
    { 'units/yi.yaml': `${YI}members:\n${member('wang')}${member('zhao')}` },
    { assigned: clerks },
  );
  expect(there.has('units/yi.yaml')).toBe(false);
});

test('账号一步一份，接在上一步后面；单位自己的问题也移交', () => {
  const changes = {
    'registry/jia-wechat/20260105-090000-aaa.yaml':
      'account: jia-wechat\naction: entered\nreportedOn: 2026-01-05\nstate: unfiled\n',
    'issues/zx/zx-02.yaml': (small['issues/zx/zx-01.yaml'] ?? '')
      .replace('row: 1', 'row: 2')
      .replace('account: jia-wechat', 'unit: jia'),
  };
  const files = end(changes);
  const paths = [...files.keys()];
  expect(paths).toContain('registry/jia-wechat/20260701-000001-abc.yaml');
  expect(paths.filter((path) => path.startsWith('updates/'))).toEqual([
    expect.stringContaining('zx-02/20260701-000000-abc'),
  ]);
  expect(files.get('registry/jia-wechat/20260701-000001-abc.yaml')).toMatch(
    /action: transferred[\s\S]*to: yi[\s\S]*publicNote: 机构改革/u,
  );
});

test('一步没有话要说的，不写那一栏', () => {
  const { ledger } = checkSmall();
  const [path, text] = accountStep(ledger as Ledger, 'jia-wechat', 'ban', '2026-07-01', {
    publicNote: undefined,
    stamp: () => 's',
  });
  expect([path, text.includes('publicNote')]).toEqual(['registry/jia-wechat/s.yaml', false]);
});

test('没有的单位是程序的错', () => {
  expect(() => end({}, { from: 'no' })).toThrow(RangeError);
  expect(() => end({}, { to: ['no'] })).toThrow(RangeError);
});

test('改名的：旧名字到前一天为止，更早的旧名字留着', () => {
  const { ledger } = checkSmall();
  const unit = ledger?.units.get('jia');
  if (unit === undefined) throw new Error('no unit');
  const [path, text] = renamedFile(contentOf().texts, unit, '示例区甲镇人民政府', '2026-07-01');
  expect(path).toBe('units/jia.yaml');
  expect(text).toContain('name: 示例区甲镇人民政府');
  expect(text).toMatch(/formerNames:[\s\S]*示例区甲街道办事处[\s\S]*2026-06-30/u);
});
