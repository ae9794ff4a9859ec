import { expect, test } from 'vitest';
import { type ChildStanding, childStanding } from '../../../src/domain/rollup/child.ts';
import { countedOnce } from '../../../src/domain/rollup/double.ts';
import type { Child } from '../../../src/schema/child.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import type { RollupSums } from '../../../src/schema/rollup.ts';
import { ROLLUP_VERSION } from '../../../src/schema/rollup.ts';

const summaryOf = (name: string, code?: string, below: string[] = []): RollupSums => ({
  version: ROLLUP_VERSION,
  name,
  authority: name,
  code,
  level: 'public',
  asOf: '2026-06-01',
  commit: '',
  figures: {},
  withheld: {},
  countedOnly: 0,
  platforms: [],
  problems: [],
  children: below.map((one) => ({
    name: one,
    code: one,
    counted: one !== '199',
    figures: { total: 1 },
  })),
  shared: 0,
});
function reached(id: string, summary: RollupSums | undefined, shortName?: string): ChildStanding {
  const child: Entry<Child> = {
    id,
    path: '',
    name: `${id}（虚构）`,
    shortName,
    since: '2026-01-01',
    lateAfter: 35,
  };
  const snapshot = summary && {
    id: `${id}/2026-06-01`,
    path: '',
    outcome: 'good' as const,
    sha256: '',
    signed: false,
    summary,
  };
  return childStanding(child, snapshot ? [snapshot] : [], '2026-06-02');
}
const own = { name: '示例市（虚构）', code: '100' };
const said = (...children: ChildStanding[]) =>
  countedOnce(children, own).map(({ counted, state, double }) => [counted, state, double]);
const good = [true, 'good', undefined];

test('一个台账登记了两次：前一个计，后一个说明与谁相同；代码不同的同名台账是两个', () => {
  expect(
    said(reached('a', summaryOf('甲', '101'), '甲区'), reached('b', summaryOf('甲改名', '101'))),
  ).toEqual([good, [false, 'double', '与甲区是同一个台账']]);
  expect(said(reached('a', summaryOf('甲', '101')), reached('b', summaryOf('甲', '102')))).toEqual([
    good,
    good,
  ]);
  expect(said(reached('a', summaryOf('甲', '101')), reached('b', summaryOf('甲')))).toEqual([
    good,
    [false, 'double', '与a（虚构）是同一个台账'],
  ]);
});

test('已经在另一个下级的合计里的、就是本级的：不再计；那一家不计它的，照计', () => {
  const city = reached('city', summaryOf('市', '300', ['101', '199']));
  expect(said(reached('a', summaryOf('101', '101')), city)).toEqual([
    [false, 'double', '已在city（虚构）的合计里'],
    good,
  ]);
  expect(said(city, reached('a', summaryOf('199', '199')))).toEqual([good, good]);
  expect(said(reached('a', summaryOf('市（虚构）', '100')))).toEqual([
    [false, 'double', '就是本级的台账'],
  ]);
});

test('没有报过的、迟的不会使别的不计；互相写作下级的两家，留一家', () => {
  const late = { ...reached('a', summaryOf('甲', '101')), counted: false };
  expect(said(reached('x', undefined), late, reached('b', summaryOf('甲', '101')))).toEqual([
    [false, 'silent', undefined],
    [false, 'good', undefined],
    good,
  ]);
  const [one, two] = [summaryOf('1', '201', ['202']), summaryOf('2', '202', ['201'])];
  expect(said(reached('a', one), reached('b', two))).toEqual([
    [false, 'double', '已在b（虚构）的合计里'],
    good,
  ]);
});

test('不计的那一家不使别家也不计：本级的、重复的里面有的，照计', () => {
  const district = reached('d', summaryOf('区', '101'));
  expect(said(district, reached('c', summaryOf('市', '100', ['101'])))).toEqual([
    good,
    [false, 'double', '就是本级的台账'],
  ]);
  const [old, fresh] = [summaryOf('市', '300'), summaryOf('市', '300', ['101'])];
  expect(said(district, reached('c1', old), reached('c2', fresh))).toEqual([
    good,
    good,
    [false, 'double', '与c1（虚构）是同一个台账'],
  ]);
});

test('只写名字、没有数的下级，不使那一家不计；把本级算进去的不计', () => {
  const claim = summaryOf('乙', '102', ['101']);
  const empty = { ...claim, children: claim.children.map((one) => ({ ...one, figures: {} })) };
  expect(said(reached('a', summaryOf('甲', '101')), reached('b', empty))).toEqual([good, good]);
  expect(said(reached('b', summaryOf('乙', '102', ['100'])))).toEqual([
    [false, 'double', '把本级算进了它的合计'],
  ]);
});
