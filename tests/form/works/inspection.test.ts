/** 检查结果的草稿: what a device still keeps never undoes what was put on record since. */
import { expect, test } from 'vitest';
import {
  inspectionRecord,
  filledOf,
  type FilledRow,
  markedSent,
  notOnRecord,
} from '../../../src/form/works/inspection.ts';
import type { Inspection, InspectionRow } from '../../../src/schema/inspection.ts';
import type { Entry } from '../../../src/schema/ledger.ts';

const empty: InspectionRow = { account: 'a1', lookBack: false, results: [] };
const check = (row: InspectionRow): Entry<Inspection> => ({
  id: 'q2',
  path: 'inspections/q2.yaml',
  name: '第二季度检查',
  checkedOn: '2024-06-05',
  edition: '2019',
  campaign: 'plain',
  population: 1,
  scope: { kind: 'all' },
  accounts: [row],
});
/** The row as the record has it once the draft is merged. */
const merged = (row: InspectionRow, draft: FilledRow): InspectionRow => {
  const { value } = inspectionRecord(check(row), new Map([['a1', draft]]), 'x');
  return (value as unknown as Inspection).accounts[0]!;
};
const kept = (draft: FilledRow) =>
  JSON.parse(JSON.stringify({ a1: draft })) as Record<string, FilledRow>;
/** A draft of what is on record, with what somebody filled in. */
function filledIn(row: InspectionRow): FilledRow {
  const draft = filledOf(row);
  draft.results['M3'] = { result: 'failed', finding: '留言没有人回复 ' };
  draft.results['M2'] = { result: '', finding: '' };
  draft.numbers['posts'] = '';
  return draft;
}

test('送出又合并了的，不再留着：填过又清空的格、多余的空格也不算没有送出', () => {
  const draft = filledIn(empty);
  expect(notOnRecord(check(empty), kept(draft))).toEqual({
    rows: new Map([['a1', draft]]),
    overtaken: [],
  });
  const arrived = merged(empty, draft);
  expect(notOnRecord(check(arrived), kept(draft))).toEqual({ rows: new Map(), overtaken: [] });
});

test('后来有人更正、加了截图的，旧草稿不盖掉它，说出是哪个账号', () => {
  const draft = filledIn(empty);
  markedSent(check(empty), new Map([['a1', draft]]));
  const arrived = merged(empty, draft);
  const corrected = { ...arrived, results: [{ indicator: 'M3', result: 'passed' as const }] };
  const dropped = { rows: new Map(), overtaken: ['a1'] };
  expect(notOnRecord(check(corrected), kept(draft))).toEqual(dropped);
  const pictured = { ...arrived, pictures: [{ file: 'a1-截图.png' }] };
  expect(notOnRecord(check(pictured), kept({ ...draft, note: '再看一次' }))).toEqual(dropped);
  // Of which the draft would change nothing.
  expect(notOnRecord(check(pictured), kept(draft))).toEqual({ rows: new Map(), overtaken: [] });
});

test('自己送出、合并以后接着填的，照样留着，截图不再送一遍', () => {
  const draft = { ...filledIn(empty), pictures: [{ file: 'a1.png', bytes: new Uint8Array([1]) }] };
  markedSent(check(empty), new Map([['a1', draft]]));
  const arrived = merged(empty, draft);
  const { rows, overtaken } = notOnRecord(check(arrived), { a1: { ...draft, note: '再看一次' } });
  expect([overtaken, rows.get('a1')?.note, rows.get('a1')?.pictures]).toEqual([
    [],
    '再看一次',
    [{ file: 'a1.png' }],
  ]);
});

test('以前的草稿不知道截图：台账里的截图照样在', () => {
  const row = { ...empty, pictures: [{ file: 'a1-1.png' }, { file: 'a1-2.png' }] };
  const { began: _began, pictures: _pictures, ...old } = filledIn(row);
  expect(merged(row, old).pictures).toEqual(row.pictures);
  expect(merged(row, { ...old, pictures: [{ file: 'a1-3.png' }] }).pictures).toEqual([
    ...row.pictures,
    { file: 'a1-3.png' },
  ]);
});
