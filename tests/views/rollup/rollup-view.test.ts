/** 汇总: what goes up — rows with their figures, sums of exactly those rows, names only where they are allowed. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { childrenOf } from '../../../src/views/rollup/children.ts';
import { rowsOfFace, sumsOfFace } from '../../../src/views/rollup/rollup-view.ts';
import { face } from '../../documents/face.ts';
import { type Changes, checkSmall, small, swap } from '../../ledger/small.ts';

function faceWith(changes: Changes = {}, audience: Audience = 'public', late = false) {
  const { ledger, faults } = checkSmall({
    ...swap(
      'campaigns/zx.yaml',
      'office: ban',
      `office: ban\npublication: { level: list, overdueNames: ${String(late)} }`,
    ),
    ...changes,
  });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return faceOf(ledger, '2026-06-15', audience);
}
const ROWS = { path: 'ledger.json', sha256: 'a'.repeat(64) } as unknown as Parameters<
  typeof sumsOfFace
>[2];
const sums = (...args: Parameters<typeof faceWith>) =>
  sumsOfFace(faceWith(...args), 'c'.repeat(40), ROWS);
const site = (more: string): Changes => ({ 'site.yaml': `${small['site.yaml'] ?? ''}${more}` });

test('一行是一个问题，带着它算在里面的指标；合计就是这些行', () => {
  const { issues, units, accounts } = rowsOfFace(faceWith({}, 'internal'));
  expect(issues).toMatchObject([
    { id: 'zx-01', figures: expect.arrayContaining(['total', 'overdue']) as string[] },
  ]);
  expect(accounts).toMatchObject([
    { name: '甲街道发布', unit: '示例区甲街道办事处', platform: '微信公众号' },
  ]);
  // Both are on the register; only one has a problem.
  expect(units).toEqual([
    { name: '示例区人民政府办公室', figures: ['registered-units'] },
    { name: '示例区甲街道办事处', figures: ['named-units', 'registered-units'] },
  ]);
  // An issue is an account's by what the office above knows that by.
  expect(issues[0]?.account).toBe(accounts[0]?.key);
  expect(accounts[0]?.figures).not.toEqual([]);
  const mixed = accounts.flatMap(({ figures }) => figures);
  expect(mixed.filter((figure) => !/-(?:accounts|websites)$/u.test(figure))).toEqual([]);
  const { figures, own, withheld } = sums({}, 'internal');
  expect([figures['total'], figures['overdue'], own, withheld]).toEqual([1, 1, undefined, {}]);
});

test('不许点名逾期的，行上没有，只说有几个没有列', () => {
  const [issue] = rowsOfFace(faceWith()).issues;
  expect(issue?.figures).toContain('total');
  expect(issue?.figures).not.toContain('overdue');
  expect(sums().withheld).toMatchObject({ overdue: 1 });
  expect(sums({}, 'public', true).withheld).toEqual({});
});

test('名称、地址只在允许上级检索时写', () => {
  expect(rowsOfFace(faceWith()).issues[0]).not.toHaveProperty('title');
  expect(rowsOfFace(faceWith()).accounts[0]).not.toHaveProperty('href');
  const open = faceWith(site('searchAbove: true\n'));
  expect(rowsOfFace(open).issues[0]).toHaveProperty('title');
  expect(rowsOfFace(open).accounts[0]).toHaveProperty('href');
  expect([sums().searchable, sumsOfFace(open, '', ROWS).searchable]).toEqual([undefined, true]);
});

test('只公布统计的专项，不在行里，说有几个', () => {
  const counted = swap(
    'campaigns/zx.yaml',
    'office: ban',
    'office: ban\npublication: { level: statistics }',
  );
  const only = faceWith(counted);
  expect(rowsOfFace(only).issues).toEqual([]);
  expect(sumsOfFace(only, '', ROWS)).toMatchObject({ countedOnly: 1, figures: { total: 0 } });
});

const CHILD: Changes = {
  'children/q1.yaml': 'name: 甲区（虚构）\nsince: 2026-01-01\nlateAfter: 10\n',
};

test('下级没有报过的不计入，写明为什么；本级另有一份', () => {
  const { children, own, figures } = sums(CHILD, 'internal');
  expect(children).toMatchObject([
    { name: '甲区（虚构）', counted: false, why: '没有报过', figures: {} },
  ]);
  expect(own).toMatchObject({ total: 1 });
  expect(figures['total']).toBe(1);
});

test('收到的下级：合计是本级的加上它们的，账号一并交上去查重；好的不写缘由，坏的写', () => {
  const city = face('shili');
  const children = childrenOf(city);
  const counted = children.flatMap(({ counted: is, last }) => (is && last ? [last.summary] : []));
  expect(counted.length).toBeGreaterThan(0);
  const told = sumsOfFace(city, '', ROWS);
  const totals = counted.map(({ figures }) => figures['total'] ?? 0);
  expect(told.figures['total']).toBe(
    totals.reduce((sum, one) => sum + one, told.own?.['total'] ?? 0),
  );
  const { below } = rowsOfFace(city);
  expect(below.length).toBeGreaterThan(0);
  expect(below).toEqual([...new Set(below)].toSorted());
  for (const [at, { state, counted: is }] of children.entries()) {
    const row = told.children[at];
    expect([row?.counted, row?.why === undefined]).toEqual([is, is && state === 'good']);
  }
});
