/** 一页的台账: what reports on some issues are judged by, and nothing that no rule asks for. */
import { expect, test } from 'vitest';
import { accountOn } from '../../../src/domain/ledger-on.ts';
import { findingSlice, openingFinding } from '../../../src/form/slice/office-slice.ts';
import { checkLedger } from '../../../src/ledger/check.ts';
import {
  ledgerOfSlice,
  openingSlice,
  pickedRecords,
  reporterOf,
  sliceOf,
  sliceWith,
  withoutPlace,
} from '../../../src/form/slice/slice.ts';
import { type Changes, contentOf, small, submitted } from '../../ledger/small.ts';

const ISSUE = small['issues/zx/zx-01.yaml'] ?? '';
const CHANGES: Changes = {
  'units/jia.yaml': `${small['units/jia.yaml'] ?? ''}contacts: [{ name: 张三, phone: '0912-1234567' }]\n`,
  'units/yi.yaml': `name: 示例区乙街道办事处\nkind: street\naliases: [乙街道]\n`,
  'units/bing.yaml':
    'name: 示例区丙街道办事处\nkind: street\nended: { on: 2026-05-01, how: merged, successors: [yi] }\n',
  'accounts/ban/ban-weibo.yaml': 'kind: new-media\nunit: ban\nname: 示例区发布\nplatform: weibo\n',
  'issues/zx/zx-01.yaml': `${ISSUE}note: 内部的话\n`,
  'issues/zx/zx-02.yaml': ISSUE.replace('row: 1', 'row: 2')
    .replace('account: jia-wechat', 'unit: bing')
    .replace('[stale]', '[rules]'),
  'registry/jia-wechat/20260105-090000-aaa.yaml':
    'account: jia-wechat\naction: entered\nreportedOn: 2026-01-05\nstate: normal\n',
  'updates/zx/zx-01/20260320-100000-abc.yaml': submitted,
  'evidence/zx-01/a.png': new Uint8Array([1]),
  'evidence/zx-02/b.png': new Uint8Array([1]),
};
const { ledger, faults } = checkLedger(contentOf(CHANGES));
function of(issues: string[], others = false) {
  if (ledger === undefined) throw new Error(faults.map(({ message }) => message).join());
  return sliceOf(ledger, issues, others);
}
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();

test('一个问题要的：它的账号、专项、单位、报送、名册和佐证', () => {
  const slice = of(['zx-01']);
  expect(ids(slice.issues)).toEqual(['zx-01']);
  expect(ids(slice.accounts)).toEqual(['jia-wechat']);
  expect(ids(slice.campaigns)).toEqual(['zx']);
  expect(ids(slice.units)).toEqual(['ban', 'jia']);
  expect([slice.updates.length, slice.registry.length]).toEqual([1, 1]);
  expect(slice.evidence.map(([file]) => file)).toEqual(['zx-01/a.png']);
});

test('没有人要的不带：电话、内部备注、别的平台和问题、问题的别的说法', () => {
  const slice = of(['zx-01']);
  const text = JSON.stringify(slice);
  expect(text).not.toContain('0912-1234567');
  expect(text).not.toContain('内部的话');
  expect(slice.vocabulary.platforms.map(({ id }) => id)).toEqual(['wechat']);
  expect(slice.vocabulary.problems).toEqual([
    expect.objectContaining({ id: 'stale', aliases: [], phrases: [] }),
  ]);
  expect([slice.vocabulary.columns, slice.vocabulary.indicators.editions]).toEqual([[], []]);
});

test('单位撤并了的，承接的单位也在；没有账号的问题没有平台', () => {
  const slice = of(['zx-02']);
  expect(ids(slice.units)).toEqual(['ban', 'bing', 'yi']);
  expect(slice.accounts).toEqual([]);
  expect(slice.vocabulary.platforms).toEqual([]);
});

test('要移交的，别的单位也在，只带判断要的', () => {
  const slice = of(['zx-01'], true);
  expect(ids(slice.units)).toEqual(['ban', 'bing', 'jia', 'yi']);
  const unit = (id: string) => slice.units.find((one) => one.id === id);
  expect(unit('yi')).toMatchObject({ name: '示例区乙街道办事处', aliases: [] });
  expect(unit('yi')).not.toHaveProperty('ended');
  expect(unit('bing')).toMatchObject({ ended: { on: '2026-05-01' } });
  expect(unit('jia')?.aliases).toEqual(['甲街道']);
});

test('没有的问题，什么也没有；没有牵头办公室的也行', () => {
  const slice = of(['zx-99']);
  expect([slice.issues, slice.accounts, slice.updates]).toEqual([[], [], []]);
  const bare = sliceOf({ ...ledger!, site: { ...ledger!.site, office: undefined } }, []);
  expect(bare.units).toEqual([]);
  expect(bare.site).not.toHaveProperty('office');
});

test('页面先有的：这个单位和佐证的名字；取来的盖过它，名录合在一起', () => {
  const slice = of(['zx-01']);
  const opening = openingSlice(slice, 'jia');
  expect(ids(opening.units)).toEqual(['jia']);
  expect([opening.issues, opening.accounts, opening.vocabulary.problems]).toEqual([[], [], []]);
  expect(opening.evidence).toEqual(slice.evidence);
  const whole = sliceWith(opening, { issues: slice.issues, units: slice.units });
  expect([ids(whole.issues), ids(whole.units), whole.directory]).toEqual([
    ['zx-01'],
    ['ban', 'jia'],
    undefined,
  ]);
  expect(sliceWith(opening, { directory: { issues: [] } }).directory).toEqual({
    accounts: [],
    issues: [],
  });
});

test('从它重做的台账，判断照旧：谁报这个问题', () => {
  const again = ledgerOfSlice(of(['zx-01', 'zx-02']));
  expect(reporterOf(again, 'zx-01', '2026-06-15')).toBe('jia');
  expect(reporterOf(again, 'zx-02', '2026-06-15')).toBe('bing');
  expect(reporterOf(again, 'zx-99', '2026-06-15')).toBeUndefined();
  expect([...again.updates.keys(), ...again.registry.keys()]).toEqual(['zx-01', 'jia-wechat']);
});

test('按编号挑、去掉来处', () => {
  expect(
    pickedRecords(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      ['b', 'c'],
    ),
  ).toEqual([2]);
  expect(withoutPlace({ id: 'a', source: { url: 'x' }, readings: [] })).toEqual({ id: 'a' });
});

test('新列问题的页，没有填什么以前就知道账号现在归谁', () => {
  const given = checkLedger(
    contentOf({
      ...CHANGES,
      'registry/jia-wechat/20260501-090000-bbb.yaml':
        'account: jia-wechat\naction: transferred\nreportedOn: 2026-05-01\nto: ban\n',
    }),
  ).ledger;
  if (given === undefined) throw new Error('the ledger does not read');
  const opening = openingFinding(findingSlice(given, ['zx']));
  expect(opening.registry.map(({ action }) => action)).toEqual(['transferred']);
  // What is said of a kind's term is true from the beginning.
  expect(opening.vocabulary.problems.map(({ id, within }) => [id, within])).toEqual(
    given.vocabulary.problems.map(({ id, within }) => [id, within]),
  );
  const known = ledgerOfSlice(opening);
  expect(accountOn(known, 'jia-wechat', '2026-04-30')?.unit).toBe('jia');
  expect(accountOn(known, 'jia-wechat', '2026-05-01')?.unit).toBe('ban');
});
