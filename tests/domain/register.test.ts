/** 账号名册: where an account stands on a day, and the steps that do not count. */
import { describe, expect, test } from 'vitest';
import { register } from '../../src/domain/register.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import { registration, type Registration } from '../../src/schema/registration.ts';

const rules = [
  { from: '2020-01-01', filingDays: 10, noticeDays: 5, deregisterDays: 10, abandonedDays: 10 },
];

/** 2 March 2026 is a Monday, without holidays around. */
function step(action: string, reportedOn: string, more: object = {}): Entry<Registration> {
  const record = registration.parse({ account: 'a', action, reportedOn, ...more });
  const id = `a/${reportedOn.replaceAll('-', '')}-090000`;
  return { ...record, id, path: `registry/${id}.yaml` };
}
const filed = { state: 'normal', filedOn: '2025-01-06', filingNumber: '示备1号' };
const link = 'https://mp.example/n';

test('没有登记的什么都不知道，也不等什么', () => {
  expect(register([], '2026-03-02', rules)).toEqual({
    state: 'unknown',
    since: undefined,
    filing: undefined,
    notice: undefined,
    dueOn: undefined,
    steps: [],
    faults: [],
  });
});

test('当天的算，以后的不算；状态从变的那天起，不变的不动', () => {
  const steps = [
    step('entered', '2026-03-02', filed),
    step('changed', '2026-03-09', { what: '改名' }),
    step('faulted', '2026-03-16', { reason: '名称不实' }),
  ];
  const at = (day: string) => {
    const { state, since } = register(steps, day, rules);
    return `${state} ${since ?? ''}`;
  };
  expect(at('2026-03-01')).toBe('unknown ');
  expect(at('2026-03-02')).toBe('normal 2026-03-02');
  expect(at('2026-03-15')).toBe('normal 2026-03-02');
  expect(at('2026-03-16')).toBe('abnormal 2026-03-16');
});

describe('下一步的期限', () => {
  test('申请备案后十个工作日；没有规定的不算', () => {
    const steps = [
      step('entered', '2026-03-02', { state: 'unfiled' }),
      step('applied', '2026-03-03'),
    ];
    expect(register(steps, '2026-03-04', rules).dueOn).toBe('2026-03-17');
    expect(register(steps, '2026-03-04').dueOn).toBeUndefined();
  });

  test('早于第一条规定的按第一条', () => {
    const steps = [
      step('entered', '2019-03-04', { state: 'unfiled' }),
      step('applied', '2019-03-04'),
    ];
    expect(register(steps, '2019-03-05', rules).dueOn).toBe('2019-03-18');
  });

  test('公告的从公告止日起算，不是从登记那天', () => {
    const steps = [
      step('entered', '2026-03-02', filed),
      step('closing', '2026-03-02'),
      step('notice', '2026-03-03', { from: '2026-03-03', until: '2026-03-09', link }),
    ];
    expect(register(steps, '2026-03-04', rules)).toMatchObject({
      state: 'notice',
      since: '2026-03-03',
      dueOn: '2026-03-23',
      notice: { from: '2026-03-03', until: '2026-03-09', link },
    });
    const kept = [...steps, step('kept', '2026-03-05')];
    expect(register(kept, '2026-03-06', rules).notice).toBeUndefined();
  });
});

describe('不作数的一步', () => {
  /** The sentence of the last step, which changes nothing. */
  function refused(...steps: Entry<Registration>[]): string | undefined {
    const before = register(steps.slice(0, -1), '2026-12-31', rules);
    const after = register(steps, '2026-12-31', rules);
    expect({ ...after, faults: [] }).toEqual({ ...before, faults: [] });
    return after.faults.at(-1)?.sentence;
  }
  const entered = step('entered', '2026-03-02', filed);
  const closing = step('closing', '2026-03-02');
  const notice = (until: string) =>
    step('notice', '2026-03-03', { from: '2026-03-03', until, link });

  test('次序不对的', () => {
    expect(
      refused(step('filed', '2026-03-02', { filedOn: '2026-03-02', filingNumber: '1' })),
    ).toBeDefined();
    expect(refused(entered, entered)).toBeDefined();
  });

  test('入册写正常却没有备案号的；备案日期在登记之后的', () => {
    expect(refused(step('entered', '2026-03-02', { state: 'normal' }))).toContain('filedOn');
    const late = { ...filed, filedOn: '2026-03-03' };
    expect(refused(step('entered', '2026-03-02', late))).toContain('备案日期晚于登记日期');
  });

  test('公告期差一个工作日的、倒着写的；刚好满的算', () => {
    expect(refused(entered, closing, notice('2026-03-06'))).toContain('公告期只有 4 个工作日');
    expect(refused(entered, closing, notice('2026-03-02'))).toContain('公告止日早于公告起日');
    expect(register([entered, closing, notice('2026-03-09')], '2026-12-31', rules).faults).toEqual(
      [],
    );
  });

  test('公告没有期满就注销的；期满次日的算', () => {
    const steps = [entered, closing, notice('2026-03-09')];
    const done = (on: string) => step('deregistered', on, { receipt: '受1' });
    expect(refused(...steps, done('2026-03-09'))).toContain('2026年3月9日才期满');
    expect(register([...steps, done('2026-03-10')], '2026-03-10', rules).state).toBe(
      'deregistered',
    );
  });
});

test('备案号：变更只改写明的，后来准予的为准', () => {
  const steps = [
    step('entered', '2026-03-02', { ...filed, filedUntil: '2027-01-05' }),
    step('changed', '2026-03-03', { what: '改名', filingNumber: '示备2号' }),
  ];
  expect(register(steps, '2026-03-04', rules).filing).toEqual({
    on: '2025-01-06',
    number: '示备2号',
    until: '2027-01-05',
  });
});
