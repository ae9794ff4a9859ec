/** 某日的台账: names and owners as they were on a day. (示例区，虚构) */
import { expect, test } from 'vitest';
import { inspectionFigures } from '../../src/domain/inspection/inspection-figures.ts';
import { selfCheckStanding } from '../../src/domain/inspection/self-check.ts';
import { figureOf, rowsOf } from '../../src/domain/figures/figures.ts';
import { handOversOf, ownerOn, standsUnder } from '../../src/domain/issue/owner.ts';
import { standing, standingWithin } from '../../src/domain/issue/standing.ts';
import { accountOn, isLive, ledgerOn, nameOn, predecessorsOf } from '../../src/domain/ledger-on.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import type { Registration } from '../../src/schema/registration.ts';
import type { Unit } from '../../src/schema/unit.ts';
import { campaignOf, issueOf, ledgerOf, updatesOf } from './sample.ts';

function moved(account: string, to: string, reportedOn: string): Entry<Registration> {
  const id = `${account}/${reportedOn.replaceAll('-', '')}-090000`;
  return { account, action: 'transferred', to, reportedOn, id, path: `registry/${id}.yaml` };
}

const plain = ledgerOf([]);
const unit = (id: string, said: Partial<Unit> = {}): Entry<Unit> => ({
  ...plain.units.get('unit-a')!,
  id,
  ...said,
});

/** Unit b was called 旧名 until the end of March and ended into a on 1 May; account b1 went over with it. */
function changed(said: Partial<Ledger> = {}): Ledger {
  const units = new Map(plain.units);
  units.set(
    'unit-b',
    unit('unit-b', {
      name: '新名',
      formerNames: [
        { name: '老名', until: '2023-12-31' },
        { name: '旧名', until: '2024-03-31' },
      ],
      ended: { on: '2024-05-01', how: 'merged', successors: ['unit-a'] },
    }),
  );
  return {
    ...plain,
    units,
    registry: new Map([
      [
        'b1',
        [
          { ...moved('b1', 'x', '2024-01-01'), action: 'applied' },
          moved('b1', 'unit-a', '2024-05-01'),
        ],
      ],
      ['gone', [moved('gone', 'unit-a', '2024-05-01')]],
    ]),
    ...said,
  };
}

test('单位叫什么，看是哪一天；更名前的最后一天还是旧名', () => {
  const b = changed().units.get('unit-b')!;
  expect(
    ['2023-12-31', '2024-01-01', '2024-03-31', '2024-04-01'].map((day) => nameOn(b, day)),
  ).toEqual(['老名', '旧名', '旧名', '新名']);
  expect(nameOn({ ...b, formerNames: b.formerNames!.toReversed() }, '2023-01-01')).toBe('老名');
});

test('撤并日起不再是单位，设立日以前还不是', () => {
  const one = unit('c', { establishedOn: '2024-02-01' });
  expect(['2024-01-31', '2024-02-01'].map((day) => isLive(one, day))).toEqual([false, true]);
  const b = changed().units.get('unit-b')!;
  expect(['2024-04-30', '2024-05-01'].map((day) => isLive(b, day))).toEqual([true, false]);
  expect(predecessorsOf(changed(), 'unit-a').map(({ id }) => id)).toEqual(['unit-b']);
  const twice = changed();
  const first = unit('c', { ended: { on: '2024-01-01', how: 'merged', successors: ['unit-a'] } });
  const units = new Map([...twice.units, ['c', first]]);
  expect(predecessorsOf({ units }, 'unit-a').map(({ id }) => id)).toEqual(['c', 'unit-b']);
  expect(
    predecessorsOf({ units: new Map([...units].toReversed()) }, 'unit-a').map(({ id }) => id),
  ).toEqual(['c', 'unit-b']);
});

test('账号移交之日起归接收单位，以前的日子归原单位；没有登记的账号不知道', () => {
  const ledger = changed();
  expect(accountOn(ledger, 'b1', '2024-04-30')).toBe(ledger.accounts.get('b1'));
  expect(accountOn(ledger, 'b1', '2024-05-01')).toMatchObject({ id: 'b1', unit: 'unit-a' });
  expect(accountOn(ledger, 'gone', '2024-05-01')).toBeUndefined();
});

test('任何一天的台账可以换成另一天的，来回不走样；没有变化的还是原来那一份', () => {
  const ledger = changed();
  const late = ledgerOn(ledger, '2024-06-01');
  expect(late.accounts.get('b1')?.unit).toBe('unit-a');
  const early = ledgerOn(late, '2024-02-01');
  expect(early.accounts.get('b1')?.unit).toBe('unit-b');
  expect(early.units.get('unit-b')?.name).toBe('旧名');
  const again = ledgerOn(early, '2024-04-15');
  expect([again.accounts, again.units]).toEqual([ledger.accounts, ledger.units]);
  expect([...late.units.keys()]).toEqual([...ledger.units.keys()]);
  expect(ledgerOn(plain, '2024-06-01')).toBe(plain);
});

test('没办结的随账号走；移交前办结的留在原单位，重启的归重启那天的单位', () => {
  const open = issueOf({ id: 'demo-01', account: 'b1' });
  const closed = issueOf({ id: 'demo-02', row: 2, account: 'b1' });
  const again = issueOf({ id: 'demo-03', row: 3, account: 'b1' });
  const withdrawn = issueOf({ id: 'demo-04', row: 4, account: 'b1' });
  const done = [
    { action: 'submitted', reportedOn: '2024-03-10' },
    { action: 'accepted', reportedOn: '2024-03-11' },
  ] as const;
  const reopened = {
    action: 'reopened',
    reportedOn: '2024-05-20',
    reason: '反弹',
    ground: 'inspection',
    round: 2,
  } as const;
  const updates = [
    ...updatesOf(closed, ...done),
    ...updatesOf(again, ...done, reopened),
    ...updatesOf(withdrawn, { action: 'voided', reportedOn: '2024-03-11', reason: '列错' }),
  ];
  const ledger = changed({
    issues: new Map([open, closed, again, withdrawn].map((one) => [one.id, one])),
    updates: Map.groupBy(updates, ({ issue }) => issue),
  });
  const owners = (day: string) => standing(ledger, day).issues.map((one) => one.unit);
  expect(owners('2024-04-30')).toEqual(['unit-b', 'unit-b', 'unit-b', 'unit-b']);
  expect(owners('2024-05-19')).toEqual(['unit-a', 'unit-b', 'unit-b', 'unit-b']);
  expect(owners('2024-05-20')).toEqual(['unit-a', 'unit-b', 'unit-a', 'unit-b']);
  const now = standing(ledger, '2024-06-01');
  expect(now.units.map(({ id }) => id)).toEqual(['unit-a', 'unit-c']);
  // The figures of the unit that has ended stay, and so does it among the units of a campaign that has its problems.
  const old = standingWithin(now, { unit: 'unit-b' });
  expect(rowsOf(figureOf(old, 'closed'))).toEqual(['demo-02']);
  expect(standingWithin(now, { campaign: 'demo' }).units.map(({ id }) => id)).toEqual([
    'unit-a',
    'unit-b',
  ]);
  expect(standingWithin(now, { unit: 'unit-a' }).accounts.map(({ id }) => id)).toEqual([
    'a1',
    'a2',
    'b1',
  ]);
});

test('不涉及账号的问题，登记移交才换单位', () => {
  const { account: _account, listed: _listed, ...bare } = issueOf();
  const issue = { ...bare, unit: 'unit-b' };
  const updates = updatesOf(
    issue,
    { action: 'started', reportedOn: '2024-04-01' },
    { action: 'transferred', reportedOn: '2024-05-01', to: 'unit-c' },
  );
  const ledger = changed({
    issues: new Map([[issue.id, issue]]),
    updates: new Map([[issue.id, updates]]),
  });
  expect(['2024-04-30', '2024-05-01'].map((day) => ownerOn(ledger, issue, day))).toEqual([
    'unit-b',
    'unit-c',
  ]);
  const [then] = standing(ledger, '2024-04-30').issues;
  expect(standsUnder(ledger, issue, then!.history)).toBe('unit-b');
  expect(standing(ledger, '2024-05-01').issues[0]).toMatchObject({
    unit: 'unit-c',
    history: { state: 'rectifying', faults: [] },
  });
});

test('移交：列入清单以后、办结以前的，同一天的两次按次序；最后一次就是现在的单位', () => {
  const issue = issueOf({ account: 'b1' });
  const step = (to: string, on: string, time: string): Entry<Registration> => ({
    ...moved('b1', to, on),
    id: `b1/${on.replaceAll('-', '')}-${time}`,
  });
  const ledger = changed({
    issues: new Map([[issue.id, issue]]),
    registry: new Map([
      [
        'b1',
        [
          step('unit-c', '2024-02-01', '090000'),
          { ...step('x', '2024-05-01', '080000'), action: 'applied' },
          { ...step('unit-a', '2024-05-01', '090000'), publicNote: '说明', note: '备注' },
          step('unit-b', '2024-05-01', '100000'),
          step('unit-b', '2024-05-02', '090000'),
          step('unit-c', '2024-05-03', '090000'),
        ],
      ],
    ]),
  });
  const on = (day: string) => {
    const { history, unit: under } = standing(ledger, day).issues[0]!;
    const overs = handOversOf(ledger, issue, history);
    if (overs.length > 0) expect(overs.at(-1)?.to).toBe(under);
    return overs;
  };
  const plainOver = { publicNote: undefined, note: undefined };
  expect(on('2024-04-30')).toEqual([]);
  expect(on('2024-05-02')).toEqual([
    { on: '2024-05-01', from: 'unit-c', to: 'unit-a', publicNote: '说明', note: '备注' },
    { on: '2024-05-01', from: 'unit-a', to: 'unit-b', ...plainOver },
  ]);
  expect(on('2024-05-03').map(({ to }) => to)).toEqual(['unit-a', 'unit-b', 'unit-c']);
  const withdrawn = updatesOf(issue, {
    action: 'voided',
    reportedOn: '2024-05-01',
    reason: '列错',
  });
  const settled = { ...ledger, updates: new Map([[issue.id, withdrawn]]) };
  const { history } = standing(settled, '2024-06-01').issues[0]!;
  expect(handOversOf(settled, issue, history).map(({ to }) => to)).toEqual(['unit-a', 'unit-b']);
});

test('不涉及账号的，移交是它自己的一步；账号没有登记的没有移交', () => {
  const { account: _account, listed: _listed, ...bare } = issueOf();
  const issue = { ...bare, unit: 'unit-b' };
  const updates = updatesOf(issue, {
    action: 'transferred',
    reportedOn: '2024-05-01',
    to: 'unit-c',
  });
  const ledger = changed({
    issues: new Map([[issue.id, issue]]),
    updates: new Map([[issue.id, updates]]),
  });
  const { history } = standing(ledger, '2024-05-01').issues[0]!;
  expect(handOversOf(ledger, issue, history)).toMatchObject([{ from: 'unit-b', to: 'unit-c' }]);
  const lost = issueOf({ account: 'nowhere' });
  expect(handOversOf(ledger, lost, history)).toEqual([]);
  const unknown = issueOf({ account: 'gone' });
  expect(handOversOf(ledger, unknown, history)).toMatchObject([{ from: '', to: 'unit-a' }]);
});

test('检查按检查那天的单位计，以后移交不改；自查只等还在的单位', () => {
  const check: Entry<Inspection> = {
    id: 'q1',
    path: 'inspections/q1.yaml',
    name: '检查',
    checkedOn: '2024-04-01',
    edition: '2019',
    scope: { kind: 'all' },
    population: 1,
    accounts: [
      { account: 'b1', lookBack: false, results: [{ indicator: 'M2', result: 'failed' }] },
      { account: 'gone', lookBack: false, results: [] },
    ],
  } as unknown as Entry<Inspection>;
  const vocabulary = {
    ...plain.vocabulary,
    indicators: {
      editions: [
        {
          id: '2019',
          document: '示例',
          from: '2019-04-01',
          veto: { website: [], 'new-media': [{ id: 'M2', name: '不更新', when: ['两周'] }] },
        },
      ],
      thresholds: [],
    },
  } as unknown as Ledger['vocabulary'];
  const ledger = changed({ vocabulary, inspections: new Map([['q1', check]]) });
  for (const one of [ledger, ledgerOn(ledger, '2024-06-01')])
    expect(inspectionFigures(one, check).byUnit.map(({ id, failed }) => [id, failed])).toEqual([
      ['unit-b', 1],
    ]);
  const silent = (day: string) =>
    selfCheckStanding(ledger, campaignOf('demo'), day).silent.map(({ id }) => id);
  expect(silent('2024-04-30')).toEqual(['unit-a', 'unit-b', 'unit-c']);
  expect(silent('2024-05-01')).toEqual(['unit-a', 'unit-c']);
});
