import { expect, test } from 'vitest';
import type { StepCase } from '../../src/review/proposal/case.ts';
import { stepFaults } from '../../src/review/step.ts';
import { checkSmall, report, small, submitted } from '../ledger/small.ts';

const path = 'updates/zx-01/20260321-090000-bbb.yaml';
const before = {
  'campaigns/zx.yaml': `${small['campaigns/zx.yaml'] ?? ''}approval:
  from: 2026-03-22
  approvers: [{ post: 主任 }]
`,
  'updates/zx-01/20260320-090000-aaa.yaml': submitted,
};

/** The faults of a decision that comes in on `today`. */
function rulesOn(today: string, decision: string): string[] {
  const file = {
    changes: [{ fileKind: 'update', kind: 'added', path }],
    people: [],
    today,
    merging: false,
    base: checkSmall(before).ledger,
    merged: checkSmall({ ...before, [path]: decision }).ledger,
  } as unknown as StepCase;
  return stepFaults(file, [])
    .filter(({ severity }) => severity === 'fault')
    .map(({ rule }) => rule);
}

test('新交来的决定按交来那天要不要审签：日期写到起用以前，躲不过审签', () => {
  const accepted = report('accepted', '2026-03-21');
  expect(rulesOn('2026-03-21', accepted)).toEqual([]);
  expect(rulesOn('2026-03-25', accepted)).toEqual(['approval-backdated']);
  const closed = report('voided', '2026-03-21', 'reason: 关停\nground: closed\n');
  expect(rulesOn('2026-03-25', closed)).toEqual(['approval-backdated']);
  expect(rulesOn('2026-03-25', report('progress', '2026-03-21', 'note: 在改\n'))).toEqual([]);
});
