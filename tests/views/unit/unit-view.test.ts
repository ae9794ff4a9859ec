/** 单位页: the counts beside its accounts are of its own problems. (示例区，虚构) */
import { expect, test } from 'vitest';
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
