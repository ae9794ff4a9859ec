/** 督办函: each overdue problem with what it owes, in the words in which the review asks for it. */
import { expect, test } from 'vitest';
import { overdueRows, overdueSheet, urgeValues } from '../../../src/documents/letter/urge.ts';
import { owedLines } from '../../../src/domain/issue/round/owed.ts';
import { cellText } from '../../../src/documents/sheet/sheet.ts';
import { face } from '../face.ts';

const shili = face('shili');

test('逾期的每一条，附表和正文里都写着它自己要交的佐证', () => {
  let told = 0;
  for (const unit of shili.ledger.units.values()) {
    const rows = overdueRows(shili, unit.id);
    const sheet = overdueSheet(shili, unit, rows);
    const lines = urgeValues(shili, unit, rows, 5).get('逾期明细')?.lines ?? [];
    expect(sheet.columns.at(-1)?.title).toBe('销号需提交的佐证');
    for (const [index, { id }] of rows.entries()) {
      const one = shili.issues.get(id);
      const owed = one ? owedLines(one.issue, shili.ledger.vocabulary.problems, one.history) : [];
      const said = owed.length === 0 ? '' : `${owed.join('；')}。`;
      expect(cellText(sheet.rows[index]?.at(-1))).toBe(said);
      if (said !== '') expect(lines[index]).toContain(`销号需提交：${said}`);
      told += owed.length;
    }
  }
  expect(told).toBeGreaterThan(3);
});
