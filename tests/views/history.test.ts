/** What an account's page and an issue's page tell of checks, the register and reviews; when a record was changed. */
import { describe, expect, test } from 'vitest';
import { judgedRows } from '../../src/domain/inspection/inspection.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { accountView } from '../../src/views/unit/account-view.ts';
import { faceOf, type RecordChange } from '../../src/views/face.ts';
import { issueView } from '../../src/views/issue/issue-view.ts';
import { siteView } from '../../src/views/site-view.ts';

const shili = openLedger('tests/fixtures/shili');
const day = '2026-06-15';
const inside = faceOf(shili, day, 'internal');
const outside = faceOf(shili, day, 'public');
const checks = [...shili.inspections.values()].map((check) => ({
  check,
  rows: judgedRows(shili, check),
}));

describe('账号页', () => {
  test('先说问题：有未完成的、有逾期的先看到，登记状态在后，不叫“状态”', () => {
    let open = 0;
    for (const account of shili.accounts.values()) {
      const view = accountView(inside, account);
      const issues = inside.byAccount.get(account.id) ?? [];
      if (issues.length === 0) expect(view.standing).toBe('');
      else expect(view.standing).toMatch(/^问题共\d+个：未完成\d+个/u);
      const late = issues.filter(({ lateness }) => lateness.kind === 'overdue').length;
      expect(view.standing.includes(`逾期${String(late)}个`)).toBe(late > 0);
      expect(view.facts.map(({ name }) => name)).not.toContain('状态');
      const turns = view.issues.map(({ state }) =>
        ['open', 'rectifying', 'returned', 'submitted', 'sustained', 'closed', 'void'].indexOf(
          state,
        ),
      );
      const over = turns.map((turn) => turn > 3);
      expect(over).toEqual(over.toSorted());
      if (late > 0) open += 1;
    }
    expect(open).toBeGreaterThan(0);
  });

  test('过了更新期限、备案到期的在内部站说，公开站不说', () => {
    const said = [...shili.accounts.values()].flatMap((one) => accountView(inside, one).limits);
    expect(said.join('')).toMatch(
      /更新期限\d{4}年\d{1,2}月\d{1,2}日已过：最近更新[^。]+，要求间隔不超过14天/u,
    );
    for (const one of shili.accounts.values()) expect(accountView(outside, one).limits).toEqual([]);
  });

  test('登记与没有销号的问题不一样的，两样都在、另按问题计，写明哪天起', () => {
    let said = 0;
    for (const account of shili.accounts.values()) {
      const { beside, facts } = accountView(inside, account);
      const number = facts.some(({ name }) => name === '备案编号');
      const state = facts.find(({ name }) => name === '登记状态')?.value ?? '';
      const open = (inside.byAccount.get(account.id) ?? []).filter(
        ({ history: { state: at } }) => !['closed', 'sustained', 'void'].includes(at),
      );
      const isOpen = (problem: string) =>
        open.some(({ issue }) => issue.problems.includes(problem));
      const filed = number && !/^(?:未备案|备案中)/u.test(state);
      expect(
        beside.some((one) =>
          /^备案登记自.+日起有备案编号.*；“未备案”问题还没有销号，另按问题计。$/u.test(one),
        ),
      ).toBe(filed && isOpen('not-filed'));
      const posted = open.some(
        ({ issue }) =>
          issue.problems.includes('stopped-not-deregistered') &&
          (account.lastPostOn ?? '') > (issue.foundOn ?? issue.listedOn),
      );
      expect(beside.some((one) => one.includes('“停用未注销”问题还没有销号'))).toBe(posted);
      if (open.length === 0) expect(beside).toEqual([]);
      said += beside.length;
    }
    expect(said).toBeGreaterThan(10);
    const outsideSaid = [...shili.accounts.values()].flatMap(
      (one) => accountView(outside, one).beside,
    );
    expect(outsideSaid.join('')).not.toContain('请核对');
  });

  test('每次检查都在；不合格的，接着的回头看站在旁边', () => {
    let again = 0;
    const kinds = new Set<string>();
    for (const account of shili.accounts.values()) {
      const table = accountView(inside, account).history.find(({ id }) => id === 'checks');
      const own = checks.flatMap(({ rows }) =>
        rows.filter(({ row }) => row.account === account.id),
      );
      expect(table?.rows.length ?? 0).toBe(own.length);
      for (const [at, row] of own.entries()) {
        const beside = table?.rows[at]?.[5]?.text;
        if (row.result !== 'failed' || own[at + 1]?.row.lookBack !== true) continue;
        again += 1;
        const failing = (of: (typeof own)[number] | undefined) =>
          of?.verdicts
            .filter(({ result }) => result === 'failed')
            .map(({ indicator }) => indicator);
        const now = failing(own[at + 1]) ?? [];
        const isSame = failing(row)?.some((id) => now.includes(id)) === true;
        kinds.add(beside ?? '');
        expect(beside).toBe(
          now.length === 0 ? '已整改到位' : isSame ? '仍未整改到位' : '仍不合格（新问题）',
        );
      }
    }
    expect(again).toBeGreaterThan(20);
    expect(kinds.size).toBe(3);
  });

  test('备案登记一步不少；公开站没有这些', () => {
    for (const account of shili.accounts.values()) {
      const steps = accountView(inside, account).history.find(({ id }) => id === 'steps');
      expect(steps?.rows.length ?? 0).toBe(shili.registry.get(account.id)?.length ?? 0);
      expect(accountView(outside, account).history).toEqual([]);
    }
  });
});

describe('记录改动', () => {
  const change = (on: string, file: string): RecordChange => ({ on, commit: 'c'.repeat(40), file });
  const [issue] = shili.issues.values();
  const records = {
    changes: new Map([
      [issue!.path, change('2026-01-01', `content/${issue!.path}`)],
      [`updates/${issue!.id}/x.yaml`, change('2026-05-01', 'content/updates/x.yaml')],
      ...(shili.updates.get(issue!.id) ?? []).map(
        ({ path }) => [path, change('2026-02-02', `content/${path}`)] as const,
      ),
    ]),
    receipts: new Map(),
    waitingSince: [],
  };

  test('页面写自己的记录最近哪天改动；别的页写整个台账的', () => {
    const ledger = {
      ...shili,
      site: {
        ...shili.site,
        forge: { kind: 'github' as const, repository: 'shili/taizhang', branch: 'main' },
      },
    };
    const { changed } = siteView(faceOf(ledger, day, 'internal', records));
    expect(changed?.whole).toMatchObject({ on: { iso: '2026-05-01' } });
    expect(changed?.byAddress.get(`/issues/${issue!.id}.html`)).toMatchObject({
      on: { iso: '2026-02-02' },
      href: `https://github.com/shili/taizhang/blob/main/content/${issue!.path}`,
    });
    const account = [...shili.accounts.keys()][0]!;
    expect(changed!.byAddress.get(`/accounts/${account}.html`)).toBeUndefined();
  });

  test('公开站、不在 Git 里的没有', () => {
    expect(siteView(faceOf(shili, day, 'public', records)).changed).toBeUndefined();
    expect(siteView(inside).changed).toBeUndefined();
    const none = { ...records, changes: new Map<string, RecordChange>() };
    expect(siteView(faceOf(shili, day, 'internal', none)).changed).toBeUndefined();
  });
});

test('佐证文件在内部站写校验值；公开站、网址和编号没有', () => {
  const hash = 'a'.repeat(64);
  const hashes = (audience: 'internal' | 'public') => {
    const face = faceOf(shili, day, audience, undefined, () => hash);
    return [...face.issues.values()]
      .flatMap((one) => issueView(face, one).story)
      .flatMap(({ evidence }) => evidence);
  };
  const shown = hashes('internal');
  expect(shown.filter(({ kind }) => kind === '文件').length).toBeGreaterThan(0);
  for (const { kind, sha256 } of shown)
    expect([kind, sha256 !== undefined]).toEqual([kind, kind === '文件' || kind === '另存文件']);
  expect(hashes('public').every(({ sha256 }) => sha256 === undefined)).toBe(true);
});
