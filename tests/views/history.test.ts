/** What an account's page and an issue's page tell of checks, the register and reviews; when a record was changed. */
import { describe, expect, test } from 'vitest';
import { judgedRows } from '../../src/domain/inspection/inspection.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { accountView } from '../../src/views/unit/account-view.ts';
import { faceOf, type RecordChange } from '../../src/views/face.ts';
import { issueView } from '../../src/views/issue/issue-view.ts';
import { inspectionsOf } from '../../src/views/inspection/look-view.ts';
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
    expect(said.join('')).toMatch(/更新期限\d{4}年\d{1,2}月\d{1,2}日已过。/u);
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
        expect(beside).toBe(own[at + 1]?.result === 'failed' ? '仍未整改到位' : '已整改到位');
      }
    }
    expect(again).toBeGreaterThan(20);
  });

  test('备案登记一步不少；公开站没有这些', () => {
    for (const account of shili.accounts.values()) {
      const steps = accountView(inside, account).history.find(({ id }) => id === 'steps');
      expect(steps?.rows.length ?? 0).toBe(shili.registry.get(account.id)?.length ?? 0);
      expect(accountView(outside, account).history).toEqual([]);
    }
  });
});

describe('问题页', () => {
  test('回头看仍不合格而整改没有完成的，问题页看得到', () => {
    const open = [...inside.issues.values()].filter((one) => {
      const rows = issueView(inside, one).looks?.rows ?? [];
      return rows.some((row) => row[3]?.text === '仍未整改到位' && row[5]?.text === '尚未办结');
    });
    expect(open.length).toBeGreaterThan(0);
    for (const one of outside.issues.values())
      expect(issueView(outside, one).looks).toBeUndefined();
  });

  test('此项合格而账号当次不合格的，问题页的一句话和表都写明，和账号页、检查页说的一样', () => {
    const view = issueView(inside, inside.issues.get('2025-special-18')!);
    const because = '该账号当次不合格：内容不更新';
    expect(view.looked).toContain(`2026年6月5日再次检查，此项已整改到位（${because}）`);
    expect(view.looks?.columns.map(({ title }) => title)).toEqual([
      '检查',
      '检查日',
      '性质',
      '此项结果',
      '情况',
      '问题当时',
    ]);
    const row = view.looks?.rows.at(-1)?.map(({ text }) => text);
    expect(row?.slice(3)).toEqual(['合格', because, '尚未办结']);
    let seen = 0;
    for (const one of inside.issues.values())
      for (const [check, , , result, why] of issueView(inside, one).looks?.rows ?? []) {
        if (result === undefined || !['合格', '已整改到位'].includes(result.text)) continue;
        const judged = inspectionsOf(inside, one.issue.account!).find(
          (other) => other.check.name === check?.text,
        );
        expect(why?.text.startsWith('该账号当次不合格：')).toBe(judged?.row.result === 'failed');
        seen += 1;
      }
    expect(seen).toBeGreaterThan(20);
  });

  test('没有完成的，最上面就说最近一次回头看怎样、接着该谁办；和下面的表不相矛盾', () => {
    let [held, failing, waiting] = [0, 0, 0];
    for (const one of inside.issues.values()) {
      const { looked, looks, row } = issueView(inside, one);
      expect(issueView(outside, one).looked).toBe('');
      const last = looks?.rows.findLast(([, , kind]) => kind?.text !== '首次检查');
      const over = ['closed', 'sustained', 'void'].includes(row.state);
      if (last === undefined || over) expect(looked).toBe('');
      if (looked === '') continue;
      const passed = /^(?:已整改到位|合格)$/u.test(last?.[3]?.text ?? '');
      const beside = /^该账号当次不合格：.+$/u.exec(last?.[4]?.text ?? '')?.[0];
      const said = `${last?.[1]?.text ?? ''}${last?.[2]?.text ?? ''}${beside === undefined ? '' : '，此项'}${passed ? '已' : '仍未'}整改到位${beside === undefined ? '' : `（${beside}）`}`;
      expect(looked.startsWith(said)).toBe(true);
      if (row.next.owner !== 'unit') {
        waiting += 1;
        expect(looked).toMatch(/(?:待审核|已验收.*)。$/u);
      } else if (passed) {
        held += 1;
        expect(looked).toMatch(
          /，尚未(?:再次)?申请验收(?:，仍按逾期计)?；请责任单位(?:再次)?申请验收。$/u,
        );
        expect(looked.includes('仍按逾期计')).toBe(one.lateness.kind === 'overdue');
      } else {
        failing += 1;
        expect(looked).toMatch(/，请责任单位继续整改，整改后申请验收。$/u);
      }
    }
    expect([held, failing, waiting].every((count) => count > 0)).toBe(true);
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
