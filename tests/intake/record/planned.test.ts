/** 方案的行: the number and id of each row, and what it would change. */
import { expect, test } from 'vitest';
import { Priors } from '../../../src/intake/record/match.ts';
import type { IssueReading } from '../../../src/intake/record/issue-reading.ts';
import { Planner } from '../../../src/intake/record/planned.ts';
import { FROM_MEASURES } from '../../../src/intake/record/row/measures-limit.ts';
import { checkSmall } from '../../ledger/small.ts';

const ledger = checkSmall().ledger!;
const prior = ledger.issues.get('zx-01')!;
const target = { id: 'zx' };

/** A settled row as the small ledger's issue has it, changed. */
function draft(more: Partial<IssueReading> = {}): IssueReading {
  return {
    place: { file: '清单.xlsx', sheet: 'Sheet1', row: 7, cell: '' },
    raw: {},
    row: 1,
    numberText: '1',
    isProposed: false,
    at: '',
    listed: prior.listed ?? '',
    host: prior.listedHost,
    finding: prior.finding,
    measures: prior.measures,
    deadlineText: prior.deadline.text,
    readings: [],
    notes: [],
    questions: [],
    prior: undefined,
    values: {
      owner: { unit: 'jia', account: 'jia-wechat', assisting: [] },
      problems: [...prior.problems],
      deadline: prior.deadline,
      duties: prior.duties,
      origin: prior.origin,
      listedOn: prior.listedOn,
    },
    ...more,
  };
}
const plan = (drafts: readonly IssueReading[], taken = [prior]) =>
  new Planner(ledger, target, new Priors(taken, 'zx')).rows(drafts);

test('新的一行：编号由专项和序号来，两位起', () => {
  const [row] = plan([draft({ row: 5, numberText: '5' })]);
  expect(row).toMatchObject({ status: 'new', issue: 'zx-05', row: 5, differences: [] });
  expect(row?.record).toMatchObject({
    campaign: 'zx',
    account: 'jia-wechat',
    listedHost: '甲街道',
    source: { document: '问题清单（2026年3月1日）', at: '第5行' },
  });
  expect(plan([draft({ row: 120 })])[0]?.issue).toBe('zx-120');
  expect(plan([draft({ row: 120 }), draft({ row: 6 })])[1]?.issue).toBe('zx-006');
});

test('序号用过的、来文里提出的，往后编', () => {
  const [taken] = plan([draft({ row: 1 })]);
  expect(taken).toMatchObject({ row: 2, notes: ['序号 1 台账里已有，记为第2条'] });
  const rows = plan([draft({ row: 4 }), draft({ row: 9, isProposed: true })]);
  expect(rows.map(({ row }) => row)).toEqual([4, 5]);
  expect(rows[1]?.notes).toEqual([]);
});

test('台账里有的：没有变、有变、换了序号', () => {
  expect(plan([draft({ prior })])[0]).toMatchObject({ status: 'unchanged', issue: 'zx-01' });
  const [changed] = plan([draft({ prior, finding: '未备案', row: 8 })]);
  expect(changed).toMatchObject({
    status: 'changed',
    row: 1,
    notes: ['清单里是第8条，台账里是第1条，序号不改'],
  });
  expect(changed?.differences.map(({ field, was, now }) => [field, was, now])).toEqual([
    ['finding', '更新不及时', '未备案'],
  ]);
});

test('还问着的没有记录：没有定专项、没有序号、没有读完', () => {
  const [nowhere] = new Planner(ledger, undefined, new Priors([], 'zx')).rows([draft()]);
  expect(nowhere).toMatchObject({ status: 'unread', issue: undefined });
  expect(plan([draft({ row: undefined })])[0]).toMatchObject({
    status: 'unread',
    issue: undefined,
  });
  const open = draft({ row: 3, values: undefined, found: {} });
  expect(plan([open])[0]).toMatchObject({ status: 'unread', issue: 'zx-03' });
});

test('经确认的读法、取自措施的时限记进记录，不重复；别的读法不记', () => {
  const readings = [
    { field: 'unit', note: '经确认，“甲”是“示例区甲街道办事处”' },
    { field: 'deadline', note: FROM_MEASURES },
    { field: 'deadline', note: '取最后一天' },
  ];
  expect(plan([draft({ row: 5, readings })])[0]?.record?.readings).toEqual(readings.slice(0, 2));
  const before = { ...prior, readings: [readings[1]!] };
  const [again] = plan([draft({ prior: before, readings })], [before]);
  expect(again?.record?.readings).toEqual([readings[1], readings[0]]);
});

test('序号不是自己的数，写明清单的序号和行', () => {
  const at = (numberText: string, row: number) =>
    plan([draft({ row, numberText })])[0]?.record?.source?.at;
  expect(at('5', 5)).toBe('第5行');
  expect(at('A-07', 5)).toBe('序号A-07（第7行）');
  expect(at('甲', 5)).toBe('第5行');
});

test('单位自己的问题记在单位名下，有地点；配合单位有才写', () => {
  const values = { ...draft().values!, owner: { unit: 'jia', place: '三楼', assisting: ['ban'] } };
  const record = plan([draft({ row: 5, values })])[0]?.record;
  expect(record).toMatchObject({ unit: 'jia', place: '三楼', assisting: ['ban'] });
  expect(record).not.toHaveProperty('account');
  expect(record).not.toHaveProperty('listed');
});
