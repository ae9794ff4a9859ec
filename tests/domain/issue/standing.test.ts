import { describe, expect, test } from 'vitest';
import { receivedLater } from '../../../src/domain/issue/receipt.ts';
import {
  platformOf,
  standing,
  standingWithin,
  withIssues,
} from '../../../src/domain/issue/standing.ts';
import { campaignOf, issueOf, ledgerOf, timingOf, updatesOf } from '../sample.ts';

const one = issueOf({ id: 'demo-01', account: 'a1' });
const two = issueOf({ id: 'demo-02', account: 'a2', row: 2 });
const three = issueOf({ id: 'demo-03', account: 'b1', row: 3, listedOn: '2024-04-01' });
const four = issueOf({ id: 'other-01', account: 'b1', campaign: 'other', listedOn: '2024-05-01' });
const five = issueOf({
  id: 'other-02',
  account: 'nobody',
  campaign: 'gone',
  listedOn: '2024-05-02',
});
const submitted = updatesOf(one, { action: 'submitted', reportedOn: '2024-03-10' });
const ledger = ledgerOf([one, two, three, four, five], submitted);

describe('整个台账', () => {
  test('列入日以后的问题才计入，列入当天计入', () => {
    const ids = (today: string) => standing(ledger, today).issues.map(({ id }) => id);
    expect(ids('2024-02-29')).toEqual([]);
    expect(ids('2024-03-31')).toEqual(['demo-01', 'demo-02']);
    expect(ids('2024-04-01')).toEqual(['demo-01', 'demo-02', 'demo-03']);
    expect(ids('2024-06-01')).toHaveLength(5);
  });

  test('每个问题带账号、单位、平台、经过和时限状况', () => {
    const [first, second] = standing(ledger, '2024-03-10').issues;
    expect(first).toMatchObject({
      id: 'demo-01',
      issue: one,
      account: { id: 'a1' },
      unit: 'unit-a',
      platform: 'wechat',
      history: { state: 'submitted' },
      lateness: { kind: 'waiting', dueOn: '2024-03-31' },
      inTime: undefined,
    });
    expect(second).toMatchObject({ platform: 'website', history: { state: 'open' } });
  });

  test('账号没有登记的，单位和平台为空；专项没有登记的，按审核销号', () => {
    const last = standing(ledger, '2024-06-01').issues.at(-1);
    expect(last).toMatchObject({ account: undefined, unit: '', platform: '' });
    const updates = updatesOf(
      five,
      { action: 'submitted', reportedOn: '2024-05-10' },
      { action: 'accepted', reportedOn: '2024-05-11' },
    );
    const gone = ledgerOf([five], updates);
    expect(standing(gone, '2024-05-10').issues[0]?.history.state).toBe('submitted');
    expect(standing(gone, '2024-05-11').issues[0]).toMatchObject({
      history: { state: 'closed' },
      inTime: false,
    });
  });

  test('专项的销号规则用上', () => {
    const campaigns = new Map([
      ['demo', campaignOf('demo', { closing: { policy: 'merge', publicityDays: 0 } })],
    ]);
    const merging = ledgerOf([one], submitted, { campaigns });
    expect(standing(merging, '2024-03-10').issues[0]?.history.state).toBe('closed');
  });

  test('口径：按日，或按提交', () => {
    expect(standing(ledger, '2024-03-10')).toMatchObject({
      basis: { by: 'day', on: '2024-03-10' },
      scope: {},
    });
    const at = standing(ledger, '2024-03-10', { commit: 'abc' });
    expect(at.basis).toEqual({ by: 'commit', commit: 'abc', on: '2024-03-10' });
    expect(at.issues[0]?.history.basis).toEqual(at.basis);
  });

  test('平台：网站单列', () => {
    const { accounts } = ledger;
    expect([...accounts.values()].map(platformOf)).toEqual([
      'wechat',
      'website',
      'weibo',
      'wechat',
    ]);
  });
});

describe('上报数', () => {
  test('只有一个专项已经列表时用它的上报数，有两个就不相加', () => {
    const { reported } = ledger.campaigns.get('demo')!;
    expect(standing(ledger, '2024-04-30').reported).toEqual(reported);
    expect(standing(ledger, '2024-05-01').reported).toEqual({});
    expect(standing(ledger, '2024-03-01').reported).toEqual(reported);
    expect(standing(ledger, '2024-02-29').reported).toEqual({});
  });
});

describe('只看一部分', () => {
  const now = () => standing(ledger, '2024-06-01');

  test('不限范围就是整个台账：登记的单位和账号都在', () => {
    const whole = now();
    expect(whole.units.map(({ id }) => id)).toEqual(['unit-a', 'unit-b', 'unit-c']);
    expect(whole.accounts.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'c1']);
    expect(standingWithin(whole, {})).toBe(whole);
  });

  test('一个单位：它的问题、它登记的全部账号、它自己的上报数', () => {
    const part = standingWithin(now(), { unit: 'unit-a' });
    expect(part.issues.map(({ id }) => id)).toEqual(['demo-01', 'demo-02']);
    expect(part.units.map(({ id }) => id)).toEqual(['unit-a']);
    expect(part.accounts.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(part.reported).toEqual({ accounts: 4 });
    expect(part.scope).toEqual({ unit: 'unit-a' });
  });

  test('没有问题的单位也列出它的账号；没有上报数就没有', () => {
    const part = standingWithin(now(), { unit: 'unit-c' });
    expect([part.issues, part.accounts.map(({ id }) => id), part.reported]).toEqual([
      [],
      ['c1'],
      {},
    ]);
    expect(Object.keys(part.reported)).toEqual([]);
  });

  test('没有登记的单位什么也没有', () => {
    const part = standingWithin(now(), { unit: 'nobody' });
    expect([part.issues, part.units, part.accounts, part.reported]).toEqual([[], [], [], {}]);
  });

  test('一个专项：它的问题、列名的单位和账号、它的上报数', () => {
    const part = standingWithin(now(), { campaign: 'demo' });
    expect(part.issues.map(({ id }) => id)).toEqual(['demo-01', 'demo-02', 'demo-03']);
    expect(part.units.map(({ id }) => id)).toEqual(['unit-a', 'unit-b']);
    expect(part.accounts.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1']);
    expect(part.reported).toEqual({ units: 5, accounts: 9, websites: 1 });
    expect(part.scope).toEqual({ campaign: 'demo' });
  });

  test('专项里的一个单位：没有上报数', () => {
    const part = standingWithin(now(), { campaign: 'demo', unit: 'unit-b' });
    expect(part.issues.map(({ id }) => id)).toEqual(['demo-03']);
    expect(part.reported).toEqual({});
    expect(part.scope).toEqual({ campaign: 'demo', unit: 'unit-b' });
  });

  test('没有登记的专项、还没有列表的专项：没有上报数', () => {
    expect(standingWithin(now(), { campaign: 'gone' }).reported).toEqual({});
    const early = standing(ledger, '2024-02-29');
    expect(standingWithin(early, { campaign: 'demo' }).reported).toEqual({});
  });

  test('只取几个问题：只列它们的单位和账号，没有上报数', () => {
    const whole = now();
    const part = withIssues(whole, whole.issues.slice(2, 4));
    expect(part.units.map(({ id }) => id)).toEqual(['unit-b']);
    expect(part.accounts.map(({ id }) => id)).toEqual(['b1']);
    expect(part.reported).toEqual({});
    expect(part.ledger).toBe(ledger);
  });
});

describe('当天还没有收到的报送', () => {
  const receivedOn = new Map([[submitted[0]!.id, '2024-03-15']]);
  const later = (today: string, options = {}) =>
    receivedLater(standing(ledger, today, { receivedOn, ...options }));

  test('收件前一天算，收件当天不算', () => {
    expect(later('2024-03-14')).toEqual([submitted[0]!.id]);
    expect(later('2024-03-15')).toEqual([]);
    expect(later('2024-03-09')).toEqual([]);
  });

  test('不知道收件日的不算', () => {
    expect(later('2024-03-14', { receivedOn: undefined })).toEqual([]);
  });
});

test('时限规则来自台账的设定', () => {
  const vocabulary = {
    ...ledger.vocabulary,
    timing: timingOf({ graceDays: [{ from: '2020-01-01', value: 5 }] }),
  };
  const lenient = ledgerOf([one], [], { vocabulary });
  expect(standing(lenient, '2024-04-05').issues[0]?.lateness.kind).toBe('in-grace');
});

describe('经办人', () => {
  const campaigns = new Map([
    ['demo', campaignOf('demo', { officer: 'rev-1' })],
    ['other', campaignOf('other')],
  ]);
  const own = issueOf({ id: 'demo-04', account: 'a1', row: 4, officer: 'rev-2' });
  const whole = standing(ledgerOf([one, four, own], [], { campaigns }), '2024-06-01');
  const ids = (scope: Parameters<typeof standingWithin>[1]) =>
    standingWithin(whole, scope).issues.map(({ id }) => id);

  test('问题写了的按问题，没有写的按专项；账户不分大小写；可以再看一个单位或专项', () => {
    expect(ids({ officer: 'REV-1' })).toEqual(['demo-01']);
    expect(ids({ officer: 'rev-2' })).toEqual(['demo-04']);
    expect(ids({ officer: 'rev-2', campaign: 'demo' })).toEqual(['demo-04']);
    expect(ids({ officer: 'rev-2', unit: 'unit-b' })).toEqual([]);
    expect(ids({ officer: 'rev-3' })).toEqual([]);
  });

  test('只是经办的一部分，没有来源报的总数', () => {
    expect(standingWithin(whole, { officer: 'rev-1', campaign: 'demo' })).toMatchObject({
      reported: {},
      scope: { officer: 'rev-1', campaign: 'demo' },
    });
  });
});
