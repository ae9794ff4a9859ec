/** 预览: a plan in words. */
import { expect, test } from 'vitest';
import type { ImportPlan } from '../../../src/intake/record/plan.ts';
import type { PlannedRow } from '../../../src/intake/record/planned.ts';
import {
  absentLines,
  headLines,
  planData,
  previewLines,
  questionLines,
  rowLines,
  toldRows,
} from '../../../src/intake/record/preview.ts';
import type { Deadline } from '../../../src/schema/deadline.ts';
import { issueOf } from '../../domain/sample.ts';

const place = { file: '清单.xlsx', sheet: '甲', row: 3, cell: '' };
function row(more: object = {}): PlannedRow {
  return {
    status: 'new',
    row: 2,
    issue: 'zx-02',
    host: '甲街道',
    listed: '公众号：甲',
    finding: '未备案',
    notes: [],
    readings: [],
    differences: [],
    questions: [],
    place,
    raw: {},
    values: { deadline: { kind: 'fixed', text: '5月底', dueOn: '2024-05-31' } },
    ...more,
  } as unknown as PlannedRow;
}
function plan(more: Partial<ImportPlan> = {}): ImportPlan {
  return {
    campaign: 'zx',
    listedOn: '2024-03-01',
    head: {},
    rows: [],
    questions: [],
    notes: [],
    nothingFound: 0,
    leftOut: 0,
    absent: [],
    files: new Map(),
    ...more,
  };
}

test('第一行：读出几条，各有多少，是哪个专项', () => {
  const rows = [row(), row(), row({ status: 'unchanged' })];
  const head = { reportedBy: { value: '示例办' } } as ImportPlan['head'];
  expect(headLines(plan({ rows, head }))).toEqual([
    '读出 3 条：新增 2、不变 1（专项 zx，填表日期 2024年3月1日，报送单位 示例办）',
  ]);
  expect(headLines(plan({ campaign: undefined, listedOn: undefined }))).toEqual(['读出 0 条']);
});

test('没有录入的、提示，都说', () => {
  expect(headLines(plan({ nothingFound: 2, leftOut: 1, notes: ['甲'] })).slice(1)).toEqual([
    '另有 2 行写“未发现”，不是问题，没有录入',
    '按答复没有录入 1 行',
    '提示：甲',
  ]);
});

test('不变又没有话说的行不列；要全部的全列', () => {
  const quiet = row({ status: 'unchanged' });
  const noted = row({ status: 'unchanged', notes: ['序号不改'] });
  const rows = [row(), quiet, noted];
  expect(toldRows(plan({ rows }))).toEqual([rows[0], noted]);
  expect(toldRows(plan({ rows }), true)).toEqual(rows);
});

test.each<[Deadline, string]>([
  [{ kind: 'fixed', text: '', dueOn: '2024-05-31' }, '2024年5月31日'],
  [{ kind: 'fixed-then-ongoing', text: '', dueOn: '2024-05-31' }, '2024年5月31日，之后长期坚持'],
  [{ kind: 'immediate', text: '', from: '2024-03-01' }, '立行立改，自2024年3月1日起'],
  [
    { kind: 'immediate-then-ongoing', text: '', from: '2024-03-01' },
    '立行立改，自2024年3月1日起，之后长期坚持',
  ],
  [{ kind: 'ongoing', text: '' }, '长期坚持，没有截止日'],
  [{ kind: 'relative', text: '', from: '2024-03-01', length: { days: 3 } }, '按期限推算'],
  [{ kind: 'recurring', text: '', every: { times: 1, per: 'month' } }, '按频次'],
  [{ kind: 'unread', text: '', candidates: [] }, '待定'],
])('时限 $kind', (deadline, words) => {
  expect(rowLines(row({ values: { deadline } }))[1]).toBe(`    时限：${words}`);
});

test('一行：是什么、读法、改动、注', () => {
  expect(
    rowLines(
      row({
        readings: [{ field: 'unit', note: '“甲”是“甲街道”。' }],
        notes: ['甲乙'],
        status: 'changed',
        differences: [
          { field: 'finding', title: '存在问题', was: '未备案', now: undefined },
          { field: 'problems', title: '类别', was: ['a', 'b'], now: [] },
          {
            field: 'deadline',
            title: '整改时限',
            was: { kind: 'fixed', text: '5月底', dueOn: '2024-05-31' },
            now: 5,
          },
        ],
      }),
    ),
  ).toEqual([
    '改动 第2条 zx-02：甲街道，公众号：甲，未备案',
    '    存在问题：未备案 → （无）（清单.xlsx · 甲 · 第3行）',
    '    类别：a、b → （无）（清单.xlsx · 甲 · 第3行）',
    '    整改时限：5月底（2024年5月31日） → 5（清单.xlsx · 甲 · 第3行）',
    '    甲乙',
  ]);
  expect(rowLines(row({ readings: [{ field: 'unit', note: '“甲”是“甲街道”。' }] }))[1]).toBe(
    '    “甲”是“甲街道”；时限：2024年5月31日',
  );
  expect(rowLines(row({ row: undefined, issue: undefined, listed: '' }))[0]).toBe(
    '新增 第？条：甲街道，未备案',
  );
});

test('清单里没有的，列前十个', () => {
  const absent = Array.from({ length: 12 }, (_, i) => issueOf({ id: `a-${String(i)}` }));
  expect(absentLines(plan({ absent: absent.slice(0, 1) }))).toEqual([
    '台账里有而清单里没有 1 条，保持不变：a-0',
  ]);
  expect(absentLines(plan({ absent }))[0]).toMatch(/12 条.*a-9等$/u);
  expect(absentLines(plan())).toEqual([]);
});

test('问题：问什么、在哪里、可答什么', () => {
  const question = {
    ask: 'unit' as const,
    text: '甲',
    message: '没有“甲”',
    candidates: [
      { answer: 'jia', label: '甲街道' },
      { answer: '新增', label: '新增' },
    ],
    places: [place],
  };
  expect(questionLines(question)).toEqual([
    '  单位 “甲”：没有“甲”（清单.xlsx · 甲 · 第3行）',
    '      可答：jia（甲街道）；新增',
  ]);
  expect(questionLines({ ...question, text: '', candidates: [], places: [] })).toEqual([
    '  单位 ：没有“甲”',
  ]);
  const lines = previewLines(plan({ rows: [row()], questions: [question] }));
  expect(lines.at(-3)).toBe('要确认 1 处：');
});

test('给别的程序的：一行一项，还问着的用读到的', () => {
  const open = row({ values: undefined, found: { problems: ['stale'] }, status: 'unread' });
  const data = planData(plan({ rows: [row(), open], files: new Map([['issues/a.yaml', '']]) }));
  expect(data.rows.map(({ status, problems }) => [status, problems])).toEqual([
    ['new', undefined],
    ['unread', ['stale']],
  ]);
  expect(data.files).toEqual(['issues/a.yaml']);
});
