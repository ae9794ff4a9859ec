import { expect, test } from 'vitest';
import { failedIn, judgedRows } from '../../../src/domain/inspection/inspection.ts';
import { inspectionFigures } from '../../../src/domain/inspection/inspection-figures.ts';
import {
  lastDayOf,
  openings,
  isListedAs,
  problemOf,
} from '../../../src/domain/inspection/openings.ts';
import { termInWords } from '../../../src/domain/inspection/problem-term.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { Entry } from '../../../src/schema/ledger.ts';

const shili = openLedger('tests/fixtures/shili');
const last = [...shili.inspections.values()].at(-1)!;
const check = (accounts: Inspection['accounts'], more: Partial<Inspection> = {}) =>
  ({ ...last, ...more, accounts }) as Entry<Inspection>;
const account = last.accounts[0]!.account;

test('立即整改、天、工作日、月：截止日和写法都按问题类别的规则', () => {
  const problem = shili.vocabulary.problems[0]!;
  const rules = [
    undefined,
    { days: 15 },
    { workdays: 5 },
    { months: 1 },
  ] as (typeof problem.within)[];
  const written = rules.map((within) => {
    const one = { ...problem, within };
    return [lastDayOf(one, '2026-01-31'), termInWords(one)];
  });
  expect(written).toEqual([
    [undefined, '立即整改'],
    ['2026-02-15', '15天内'],
    ['2026-02-06', '5个工作日内'],
    ['2026-02-28', '1个月内'],
  ]);
});

test('名册里没有的账号不判，也不开列', () => {
  const stranger = check([{ account: 'nobody', lookBack: false, results: [] }]);
  expect(judgedRows(shili, stranger)).toMatchObject([
    { account: undefined, verdicts: [], result: 'unchecked' },
  ]);
  expect(openings(shili, stranger, '2026-06-15')).toMatchObject({ findings: [], unmapped: [] });
});

test('名册里没有的账号检查不出数，平台和单位都空着', () => {
  const veto = judgedRows(shili, check([{ account, lookBack: false, results: [] }]))[0]!.verdicts;
  expect(veto.length).toBeGreaterThan(0);
  const unknownEdition = check([{ account, lookBack: false, results: [] }], {
    edition: 'no-such-edition',
  });
  expect(judgedRows(shili, unknownEdition)[0]).toMatchObject({ verdicts: [], result: 'unchecked' });
  expect(inspectionFigures(shili, unknownEdition)).toMatchObject({ checked: 0, byPlatform: [] });
});

test('写了不适用的按不适用，写了合格而久未更新的按不合格并标出矛盾', () => {
  const ids = judgedRows(
    shili,
    check([{ account, lookBack: false, results: [] }]),
  )[0]!.verdicts.map(({ indicator }) => indicator);
  const all = (result: 'passed' | 'na') => ids.map((indicator) => ({ indicator, result }));
  const na = judgedRows(shili, check([{ account, lookBack: false, results: all('na') }]))[0]!;
  expect(na.verdicts.every(({ result }) => result === 'na')).toBe(true);
  expect(na.result).toBe('passed');
  const fresh = check([{ account, lookBack: false, results: all('passed') }]);
  expect(judgedRows(shili, fresh)[0]!.result).toBe('passed');
  expect(failedIn(shili, fresh)).toEqual([]);
  const stale = check([
    { account, lookBack: false, lastPostOn: '2020-01-01', results: all('passed') },
  ]);
  const wrong = judgedRows(shili, stale)[0]!;
  expect(wrong.result).toBe('failed');
  expect(wrong.verdicts.filter(({ contradicted }) => contradicted).length).toBeGreaterThan(0);
});

/** A check of one account with one result for every indicator of it. */
function allOf(id: string, result: 'passed' | 'failed'): Entry<Inspection> {
  const [row] = judgedRows(shili, check([{ account: id, lookBack: false, results: [] }]));
  const results = row!.verdicts.map(({ indicator }) => ({ indicator, result }));
  return check([{ account: id, lookBack: false, results }]);
}

test('同一账号、同一指标以列入最晚的问题为准，撤销的不算', () => {
  const issues = [...shili.issues.values()].filter(({ indicator }) => indicator !== undefined);
  const one = issues[0]!;
  const id = one.account ?? '';
  const copy = (said: object) => ({ ...one, campaign: 'gone', ...said });
  const early = copy({ id: 'early', listedOn: '2019-01-01' });
  const late = copy({ id: 'late', listedOn: '2026-06-14' });
  const voided = copy({ id: 'voided', listedOn: '2026-06-15' });
  const cancel = {
    id: 'voided/20260615-090000',
    path: 'updates/voided/20260615-090000.yaml',
    issue: 'voided',
    action: 'voided',
    reportedOn: '2026-06-15',
    reason: '重复登记',
    evidence: [],
  } as const;
  const ledger = {
    ...shili,
    issues: new Map([early, late, voided].map((issue) => [issue.id, issue])),
    updates: new Map([['voided', [cancel]]]),
  } as unknown as typeof shili;
  const found = openings(ledger, allOf(id, 'failed'), '2026-06-15');
  expect(found.underway.map((issue) => issue.id)).toEqual(['late']);
  const reversed = { ...ledger, issues: new Map([...ledger.issues].toReversed()) };
  const again = openings(reversed, allOf(id, 'failed'), '2026-06-15');
  expect(again.underway.map((issue) => issue.id)).toEqual(['late']);
});

test('新列的问题说明是哪个账号、哪个指标、哪一类', () => {
  const bare = { ...shili, issues: new Map() } as typeof shili;
  const { findings } = openings(bare, allOf(account, 'failed'), '2026-06-15');
  expect(findings.length).toBeGreaterThan(0);
  for (const found of findings) {
    expect(found.account.id).toBe(account);
    expect(found.problem).toBe(problemOf(shili, found.verdict.indicator));
    expect(found.verdict.result).toBe('failed');
  }
});

test('不适用的指标不算合格：长期坚持的不复查，销号的不算保持', () => {
  const on = '2026-06-15';
  for (const id of shili.accounts.keys()) {
    const { accounts, ...rest } = allOf(id, 'passed');
    const na = accounts.map((row) => ({
      ...row,
      results: row.results.map((one) => ({ ...one, result: 'na' as const })),
    }));
    const { rechecked, held, reopened } = openings(shili, { ...rest, accounts: na }, on);
    expect([rechecked, held, reopened]).toEqual([[], [], []]);
  }
});

test('长期坚持的合格就复查，销号的合格就保持；不合格的都重启', () => {
  const on = '2026-06-15';
  const settled = (state: string) => {
    const every = [...shili.accounts.keys()].map((id) => openings(shili, allOf(id, 'failed'), on));
    return every
      .flatMap(({ reopened }) => reopened)
      .find((one) => {
        return one.issue.history.state === state;
      })!.issue;
  };
  const [closed, sustained] = [settled('closed'), settled('sustained')];
  const held = openings(shili, allOf(closed.issue.account ?? '', 'passed'), on).held;
  expect(held.map(({ id }) => id)).toContain(closed.id);
  const reviewed = openings(shili, allOf(sustained.issue.account ?? '', 'passed'), on).rechecked;
  expect(reviewed.map(({ id }) => id)).toContain(sustained.id);
});

test('指标对应的问题类别取第一个，没有的就没有', () => {
  const named = shili.vocabulary.problems.find(({ indicators }) => indicators.length > 0)!;
  expect(problemOf(shili, named.indicators[0]!)?.indicators).toContain(named.indicators[0]);
  expect(problemOf(shili, 'Z99')).toBeUndefined();
});

test('列成这一类的：取的第一个，和有自己的整改措施的；只是相近的不算', () => {
  const kind = (id: string) => shili.vocabulary.problems.find((one) => one.id === id)!;
  expect(isListedAs(shili, 'M2', kind('content-stale'))).toBe(true);
  expect(isListedAs(shili, 'W3', kind('homepage-stale'))).toBe(true);
  expect(isListedAs(shili, 'M2', kind('content-thin'))).toBe(false);
  expect(isListedAs(shili, 'M3', kind('content-stale'))).toBe(false);
  const { measures: _measures, ...bare } = kind('content-stale');
  const plain = { vocabulary: { ...shili.vocabulary, problems: [bare, kind('content-thin')] } };
  expect(isListedAs(plain, 'M2', bare)).toBe(true);
});
