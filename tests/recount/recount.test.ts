/** Twelve days, every grouping, every flow of every quarter: the program against a count that shares no code with it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../src/documents/data/data.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { editionOf } from '../../src/views/edition.ts';
import { trendPages } from '../../src/views/trend/trend-view.ts';
import { statusOf } from '../../scripts/query/status.ts';
import { ledger, scratch } from '../documents/run.ts';
import { flowsOf, grouped, recounter, tally, unfinished } from './recount.ts';

const content = 'tests/fixtures/shili';
const count = recounter(content);
const shili = openLedger(content);
const days = [
  '2024-09-09',
  '2024-12-31',
  '2025-03-10',
  '2025-06-30',
  '2025-09-30',
  '2025-11-30',
  '2025-12-31',
  '2026-02-28',
  '2026-03-31',
  '2026-04-30',
  '2026-05-31',
  '2026-06-15',
] as const;

describe.each(days)('%s', (day) => {
  const counted = count(day);
  const said = statusOf(undefined, { content, asOf: day }).data;

  test('各指标：总数、各状态、未完成', () => {
    const figures = new Map(said.figures.map(({ id, value }) => [id, value]));
    const value = (id: string) => {
      const found = figures.get(id);
      return found?.kind === 'count' ? found.value : undefined;
    };
    expect(value('total')).toBe(counted.issues.length);
    for (const state of [
      'open',
      'rectifying',
      'submitted',
      'returned',
      'closed',
      'sustained',
      'void',
    ])
      expect([state, value(state)]).toEqual([state, counted.states[state] ?? 0]);
    expect(value('unfinished')).toBe(unfinished(counted.issues));
  });

  test('各分组：每组是哪些问题', () => {
    for (const dimension of ['unit', 'platform', 'problem', 'deadlineKind', 'state'] as const) {
      const table = said.breakdowns.find((one) => one.dimension === dimension);
      const groups = grouped(counted, dimension);
      expect(new Map(table?.parts.map(({ key, rows }) => [key, rows.toSorted()]))).toEqual(
        new Map([...groups].map(([key, list]) => [key, list.map(({ id }) => id).toSorted()])),
      );
      for (const part of table?.parts ?? [])
        expect(part.figures.unfinished).toBe(unfinished(groups.get(part.key) ?? []));
    }
  });

  test('各专项、各单位单独统计也相同', () => {
    for (const dimension of ['campaign', 'unit'])
      for (const [key, list] of [...grouped(counted, dimension)].slice(0, 5)) {
        const { figures } = statusOf(key, { content, asOf: day }).data;
        const total = figures.find(({ id }) => id === 'total')?.value;
        expect([key, total?.kind === 'count' && total.value]).toEqual([key, list.length]);
      }
  });

  test('数据文件（JSON、CSV）和趋势页', () => {
    const edition = editionOf(shili, day, 'internal');
    const files = dataFiles(edition);
    const rows = JSON.parse(files.get('issues.json') ?? '') as Record<string, unknown>[];
    expect(tally(rows.map(({ stateId }) => String(stateId)))).toEqual(counted.states);
    const book = xlsx.read(files.get('issues.csv') ?? '', { type: 'string' });
    const [sheet] = Object.values(book.Sheets);
    expect(xlsx.utils.sheet_to_json(sheet!)).toHaveLength(counted.issues.length);
    const months = JSON.parse(files.get('flows.json') ?? '') as Record<string, number | string>[];
    let before = 0;
    for (const { month, ...numbers } of months) {
      const [first, last] = [`${String(month)}-00`, `${String(month)}-31`];
      const flow = flowsOf(counted, first, last);
      const after = unfinished(count(last < day ? last : day).issues);
      expect([month, numbers]).toEqual([month, { before, ...flow, after }]);
      before = after;
    }
    const course = trendPages(edition).find(({ id }) => id === 'course');
    const table = course?.sections.find((one) => one.table.id === 'flows')?.table;
    expect((table?.rows ?? []).map((row) => row.slice(1).map(({ text }) => Number(text)))).toEqual(
      table === undefined
        ? []
        : months.map((one) =>
            ['before', 'listed', 'reopened', 'closed', 'sustained', 'withdrawn', 'after'].map(
              (name) => one[name],
            ),
          ),
    );
  });
});

test.each([
  ['2024-q3', '2024-06-30', '2024-09-30'],
  ['2024-q4', '2024-09-30', '2024-12-31'],
  ['2025-q1', '2024-12-31', '2025-03-31'],
  ['2025-q2', '2025-03-31', '2025-06-30'],
  ['2025-q3', '2025-06-30', '2025-09-30'],
  ['2025-q4', '2025-09-30', '2025-12-31'],
  ['2026-q1', '2025-12-31', '2026-03-31'],
  ['2024-h2', '2024-06-30', '2024-12-31'],
  ['2025-h1', '2024-12-31', '2025-06-30'],
  ['2025-h2', '2025-06-30', '2025-12-31'],
])('%s 小结的进出和平衡，Word 里印的也是', async (period, after, until) => {
  const [then, now] = [count(after), count(until)];
  const flow = flowsOf(now, after, until);
  const at = ['--content', content, '--as-of', '2026-06-15'];
  const json = JSON.parse(ledger('summary', period, ...at, '--json').out) as {
    figures: { name: string; value: string }[];
  };
  const said = new Map(json.figures.map(({ name, value }) => [name, Number(value)]));
  expect([
    said.get('问题 期初未完成'),
    said.get('问题 新列'),
    said.get('问题 重启'),
    said.get('问题 销号'),
    said.get('问题 转长期坚持'),
    said.get('问题 期内撤销'),
    said.get('问题 未完成'),
  ]).toEqual([unfinished(then.issues), ...Object.values(flow), unfinished(now.issues)]);
  const { listed, reopened, closed, sustained, withdrawn } = flow;
  expect(unfinished(then.issues) + listed + reopened - closed - sustained - withdrawn).toBe(
    unfinished(now.issues),
  );
  const file = path.join(scratch(), 'a.docx');
  expect(ledger('summary', period, ...at, '--out', file).code).toBe(0);
  const { value: word } = await mammoth.extractRawText({ buffer: readFileSync(file) });
  expect(word.replaceAll(/\s/gu, '')).toContain(
    `期初未完成的问题${String(unfinished(then.issues))}件；本期新列${String(listed)}件、重启${String(reopened)}件，销号${String(closed)}件、转长期坚持${String(sustained)}件、撤销${String(withdrawn)}件；期末未完成${String(unfinished(now.issues))}件。`,
  );
});

test('工作台账（Excel）的状态逐行相同', () => {
  const counted = count('2026-06-15');
  const file = path.join(scratch(), 'a.xlsx');
  const at = ['--content', content, '--as-of', '2026-06-15'];
  expect(ledger('export', '--form', 'ledger', ...at, '--out', file).code).toBe(0);
  const book = xlsx.read(readFileSync(file));
  const [sheet] = Object.values(book.Sheets);
  const rows = xlsx.utils.sheet_to_json<string[]>(sheet!, { header: 1 });
  const head = rows.findIndex((row) => row.includes('状态') && row.includes('编号'));
  const [state, id] = ['状态', '编号'].map((name) => rows[head]?.indexOf(name) ?? -1);
  const names: Record<string, string> = {
    open: '待整改',
    rectifying: '整改中',
    submitted: '待验收',
    returned: '退回',
    closed: '已销号',
    sustained: '长期坚持',
    void: '撤销',
  };
  const said = new Map(rows.slice(head + 1).map((row) => [row[id!], row[state!]]));
  for (const { id: issue, state: now, isHeld } of counted.issues) {
    // What is accepted and waits says for what: 公示, or the level above.
    const words = isHeld
      ? /^已验收，(?:待公示|公示中|等上级核销)/u
      : new RegExp(`^${names[now] ?? ''}$`, 'u');
    expect([issue, said.get(issue)]).toEqual([issue, expect.stringMatching(words)]);
  }
});
