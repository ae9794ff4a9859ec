import { describe, expect, test } from 'vitest';
import { closureOf, noticeUntil } from '../../src/domain/closure.ts';
import { register } from '../../src/domain/register.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import { registration, type Registration } from '../../src/schema/registration.ts';

const rules = [
  { from: '2020-01-01', filingDays: 10, noticeDays: 5, deregisterDays: 10, abandonedDays: 10 },
];
const step = (action: string, reportedOn: string, own: object = {}): Entry<Registration> => {
  const record = registration.parse({ account: 'a', action, reportedOn, ...own });
  const id = `a/${reportedOn.replaceAll('-', '')}-090000`;
  return { ...record, id, path: `registry/${id}.yaml` };
};
const entered = step('entered', '2026-02-02', { state: 'unfiled' });
const stopped = step('stopped', '2026-02-27');
const closing = step('closing', '2026-03-02', { approval: '示批1号' });
const notice = step('notice', '2026-03-03', {
  from: '2026-03-03',
  until: '2026-03-09',
  link: 'https://mp.example/n',
});
const deregistered = step('deregistered', '2026-03-10');
const filed = step('closureFiled', '2026-03-12');
const at = (today: string, ...steps: Entry<Registration>[]) =>
  closureOf(register(steps, today, rules), today);
const days = (today: string, ...steps: Entry<Registration>[]) =>
  at(today, ...steps).map(({ action, done, from, until }) => [
    action,
    done?.reportedOn,
    from,
    until,
  ]);

describe('关停走到哪一步', () => {
  test('在用的：先批准；停用的有办理期限', () => {
    expect(days('2026-03-01', entered)).toEqual([
      ['closing', undefined, '2026-03-01', undefined],
      ['notice', undefined, '2026-03-01', undefined],
      ['deregistered', undefined, undefined, undefined],
      ['closureFiled', undefined, undefined, undefined],
    ]);
    expect(at('2026-03-01', entered, stopped)[0]?.until).toBe('2026-03-12');
  });

  test('公告期满的次日起可以注销，在规定的工作日内', () => {
    const [first, second, third] = days('2026-03-04', entered, closing, notice);
    expect(first).toEqual(['closing', '2026-03-02', undefined, undefined]);
    expect(second).toEqual(['notice', '2026-03-03', undefined, undefined]);
    expect(third).toEqual(['deregistered', undefined, '2026-03-10', '2026-03-23']);
  });

  test('注销以后备案，备过就都办完了', () => {
    const steps = [entered, closing, notice, deregistered];
    expect(days('2026-03-11', ...steps)[3]).toEqual([
      'closureFiled',
      undefined,
      '2026-03-11',
      undefined,
    ]);
    expect(at('2026-03-12', ...steps, filed).every(({ done }) => done !== undefined)).toBe(true);
  });

  test('撤回关停的从头来', () => {
    const kept = step('kept', '2026-03-05', { reason: '群众仍在用' });
    expect(at('2026-03-06', entered, closing, notice, kept).map(({ done }) => done)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('公告止日：满规定的工作日；没有规定的就在当天', () => {
    expect(noticeUntil('2026-03-03', rules)).toBe('2026-03-09');
    expect(noticeUntil('2026-03-03', [])).toBe('2026-03-03');
  });
});
