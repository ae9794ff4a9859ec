/** 检查经过: what checks saw of an issue, on its page and nowhere else. (示例区) */
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { accountInspections, inspectionsOf } from '../../../src/views/inspection/look-view.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';

const shili = openLedger('tests/fixtures/shili');
const day = '2026-06-15';
const inside = faceOf(shili, day, 'internal');
const outside = faceOf(shili, day, 'public');

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
      const said = `${last?.[1]?.text ?? ''}${last?.[2]?.text ?? ''}${beside === undefined ? '' : '，此项'}${passed ? '已整改到位' : (last?.[3]?.text ?? '')}${beside === undefined ? '' : `（${beside}）`}`;
      expect(looked.startsWith(said)).toBe(true);
      if (row.next.owner !== 'unit') {
        waiting += 1;
        expect(looked).toMatch(/(?:待审核|已验收[^，；]*)(?:；请审核员.+)?。$/u);
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

test('一个账号的各次检查，早的在前，以后的不算；不合格的旁边是接着的回头看', () => {
  let again = 0;
  for (const { id } of shili.accounts.values()) {
    const seen = inspectionsOf(inside, id);
    const days = seen.map(({ check }) => check.checkedOn);
    expect(days).toEqual(days.toSorted());
    expect(days.every((on) => on <= day)).toBe(true);
    const { rows } = accountInspections(inside, id);
    expect(rows).toHaveLength(seen.length);
    for (const [at, { row }] of seen.entries()) {
      const next = seen[at + 1];
      const isAgain = row.result === 'failed' && next?.row.row.lookBack === true;
      expect(rows[at]?.[6]?.text === '' && !isAgain ? '' : rows[at]?.[5]?.text !== '').toBe(
        isAgain ? true : '',
      );
      again += isAgain ? 1 : 0;
    }
  }
  expect(again).toBeGreaterThan(0);
});
