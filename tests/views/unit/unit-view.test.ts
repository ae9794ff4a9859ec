/** 单位页: the counts beside its accounts are of its own problems. (示例区，虚构) */
import { expect, test } from 'vitest';
import { accountView } from '../../../src/views/unit/account-view.ts';
import { unitView } from '../../../src/views/unit/unit-view.ts';
import { face } from '../../documents/face.ts';

test.each(['public', 'internal'] as const)(
  '%s：账号换过主办单位的，写明其中本单位几个，加起来不多于本单位的',
  (audience) => {
    const shown = face('shili', audience);
    for (const unit of shown.ledger.units.values()) {
      const own = shown.byUnit.get(unit.id) ?? [];
      const { accounts } = unitView(shown, unit);
      for (const { id, issues, own: ofUnit = issues } of accounts)
        expect(ofUnit, id).toBe(own.filter(({ issue }) => issue.account === id).length);
      const sum = accounts.reduce((all, { issues, own: ofUnit = issues }) => all + ofUnit, 0);
      expect(sum, unit.name).toBeLessThanOrEqual(own.length);
    }
  },
);

test('账号检查不合格还没有列入清单的，单位页和账号页都说；公开站不说', () => {
  const inside = face('shili');
  const told = [...inside.ledger.units.values()].flatMap((unit) => {
    const [first, ...others] = unitView(inside, unit).unlisted;
    expect(others).toEqual([]);
    return first === undefined ? [] : [[unit.id, first.text, first.accounts.map(({ id }) => id)]];
  });
  const words = '另有1个账号2026年6月5日检查不合格，尚未列入清单：';
  expect(told.map(([, text]) => text)).toEqual(told.map(() => words));
  expect(told).toContainEqual(['shili-shuiwu', words, ['shili-shuiwu-mini-program']]);
  expect(told).toHaveLength(5);
  const account = inside.ledger.accounts.get('shili-shuiwu-mini-program')!;
  expect(accountView(inside, account).limits).toContain('2026年6月5日检查不合格，尚未列入清单。');
  const outside = face('shili', 'public');
  expect(unitView(outside, inside.ledger.units.get('shili-shuiwu')!).unlisted).toEqual([]);
  expect(accountView(outside, account).limits).toEqual([]);
});

test('最近一次检查不合格的账号都在单位页上，每个写明列入的问题或者尚未列入；公开站没有', () => {
  const inside = face('shili');
  const check = inside.ledger.inspections.get('2026-q2-check')!;
  const failed = [...inside.ledger.units.values()].flatMap(
    (unit) => unitView(inside, unit).failures?.rows ?? [],
  );
  const own = failed.filter(([, name]) => name?.text === check.name);
  expect(own).toHaveLength(9);
  for (const row of own) {
    const cell = row.at(-1);
    expect(cell?.text !== '' || (cell.links ?? []).length > 0).toBe(true);
  }
  expect(own.filter((row) => row.at(-1)?.text === '尚未列入清单')).toHaveLength(5);
  const outside = face('shili', 'public');
  for (const unit of outside.ledger.units.values())
    expect(unitView(outside, unit).failures).toBeUndefined();
});
