import { expect, test } from 'vitest';
import {
  burdenNotes,
  burdens,
  burdenSum,
  itemCells,
  pictureOnly,
  quarterId,
  quartersUpTo,
  sheetCells,
} from '../../src/domain/burden.ts';
import { periodOf } from '../../src/day/period.ts';
import {
  unitSheetColumns,
  signatures,
} from '../../src/intake/sheet-back/out/unit-sheet-columns.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { readLedger } from '../../src/ledger/read.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import type { Reminder } from '../../src/schema/reminder.ts';
import type { SelfCheck } from '../../src/schema/self-check.ts';
import { issueOf, ledgerOf, updatesOf } from './sample.ts';

const q1 = periodOf('2024-q1')!;
const one = issueOf({ id: 'demo-01', account: 'a1' });
const two = issueOf({ id: 'demo-02', account: 'a2', row: 2, problems: ['no-interaction'] });
const three = issueOf({ id: 'demo-03', account: 'b1', row: 3, problems: ['no-interaction'] });
const base = ledgerOf(
  [one, two, three],
  [
    ...updatesOf(
      one,
      { action: 'started', reportedOn: '2024-03-05' },
      { action: 'submitted', reportedOn: '2024-03-20' },
      { action: 'accepted', reportedOn: '2024-03-21' },
    ),
    ...updatesOf(
      two,
      { action: 'submitted', reportedOn: '2024-03-20' },
      { action: 'accepted', reportedOn: '2024-03-22' },
    ),
  ],
);
const owes = (kinds: ('link' | 'number' | 'file' | 'stored')[]) => [
  { kinds, dated: false, ask: '请附材料' },
];
const ledger = {
  ...base,
  vocabulary: {
    ...base.vocabulary,
    problems: base.vocabulary.problems.map((problem) => ({
      ...problem,
      owes: owes(problem.id === 'no-interaction' ? ['file', 'stored'] : ['link', 'file']),
    })),
  },
  selfChecks: [
    {
      unit: 'unit-a',
      answeredOn: '2024-02-01',
      answers: [{ item: '一' }, { item: '二' }],
    } as unknown as Entry<SelfCheck>,
  ],
  reminders: [{ unit: 'unit-b', sentOn: '2024-03-10' } as Entry<Reminder>],
};

test('一个季度：报送、交表、自查、催办和格数，由人数出来', () => {
  expect(burdens(ledger, q1)).toEqual([
    {
      unit: 'unit-a',
      reports: 3,
      sheets: 2,
      selfChecks: 1,
      cells: 3 * 6 + 2 * 3 + 2 * 2,
      given: 3 * 8 + 2 * 2,
      reminders: 0,
      screenshots: 1,
    },
    {
      unit: 'unit-b',
      reports: 0,
      sheets: 0,
      selfChecks: 0,
      cells: 0,
      given: 0,
      reminders: 1,
      screenshots: 1,
    },
  ]);
  expect(burdenSum(burdens(ledger, q1))).toMatchObject({ reports: 3, screenshots: 2 });
});

test('以前销号的、没有要求的单位不在内', () => {
  expect(burdens(ledger, periodOf('2024-q2')!).map(({ unit }) => unit)).toEqual(['unit-b']);
  expect(burdens(base, periodOf('2024-q2')!)).toEqual([]);
});

test('只认截图的问题类别说得出名字；程序自带的没有', () => {
  expect(pictureOnly(ledger).map(({ id }) => id)).toEqual(['no-interaction']);
  const { ledger: shipped } = readLedger(readFolder('content'));
  expect(pictureOnly(shipped!)).toEqual([]);
});

test('格数与报送单的栏数一致', () => {
  expect(unitSheetColumns.filter(({ isOpen }) => isOpen)).toHaveLength(sheetCells.open);
  expect(unitSheetColumns.filter(({ isOpen }) => !isOpen)).toHaveLength(sheetCells.given);
  expect(Object.keys(signatures)).toHaveLength(sheetCells.head);
  expect(itemCells).toEqual({ open: 2, given: 2 });
  expect(burdenNotes.every((note) => note.endsWith('。'))).toBe(true);
});

test('季度从第一次列入起，到统计截止日所在的季度止', () => {
  expect(quarterId('2024-05-01')).toBe('2024-q2');
  expect(quartersUpTo(ledger, '2025-02-01', 8).map(({ id }) => id)).toEqual([
    '2024-q1',
    '2024-q2',
    '2024-q3',
    '2024-q4',
    '2025-q1',
  ]);
  expect(quartersUpTo(ledger, '2025-02-01', 2).map(({ id }) => id)).toEqual(['2024-q4', '2025-q1']);
  expect(quartersUpTo(ledgerOf([]), '2024-05-01', 8).map(({ id }) => id)).toEqual(['2024-q2']);
});
