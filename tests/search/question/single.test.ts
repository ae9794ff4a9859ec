/** 问一样东西: which stands first, pages of that name or what is wrong with them. */
import { expect, test } from 'vitest';
import type { Hit } from '../../../src/search/question/hit.ts';
import type { IssueReader } from '../../../src/search/question/issues.ts';
import {
  type Lexicon,
  lexiconOf,
  type NamedEntry,
  type QuestionPart,
} from '../../../src/search/question/parts.ts';
import { type Asked, single } from '../../../src/search/question/single.ts';
import { askedPhrases } from '../../../src/search/tokens.ts';

type Of = NamedEntry['of'];
const entry = (
  kind: NamedEntry['kind'],
  title: string,
  more: Partial<NamedEntry> = {},
): NamedEntry => ({
  kind,
  title,
  address: `${title}.html`,
  summary: '',
  names: [{ name: title, syllables: [] }],
  known: [],
  codes: [],
  within: [],
  of: undefined,
  count: 0,
  ...more,
});
const problem = (title: string, count: number) =>
  entry('problem', title, { count, of: ['问题', title] as unknown as Of });
const dayEntry = (day: string) =>
  entry('day', `${day}截止`, { count: 1, of: ['截止日', day] as unknown as Of });

/** `written`: text → places of the issues in which it stands; `of`: value of a facet → places. */
interface Known {
  entries?: NamedEntry[];
  written?: Record<string, number[]>;
  of?: Record<string, number[]>;
  near?: [NamedEntry, number][];
  text?: string;
}
async function ask(
  part: QuestionPart,
  { entries = [], written = {}, of = {}, near = [], text = '' }: Known,
) {
  const words = {
    today: '2026-06-15',
    lead: '',
    simplified: '',
    letters: [],
    version: '',
    entries,
  };
  const places = new Map(
    Object.entries(written).map(([said, found]) => [
      `"${askedPhrases(said)[0]?.tokens.join(' ') ?? ''}"`,
      found,
    ]),
  );
  const reader: IssueReader = {
    ask: (query) => Promise.resolve(places.get(query) ?? []),
    having: (_, value) => Promise.resolve(of[value] ?? []),
    words: () => Promise.resolve(words),
    sounds: () => Promise.resolve(() => undefined),
  };
  const lexicon: Lexicon = lexiconOf(words);
  const asked: Asked = {
    text,
    lexicon,
    near: () => Promise.resolve(near.map(([one, score]) => ({ entry: one, score }))),
    reader,
  };
  return (await single(part, asked)).map((hit: Hit) =>
    hit.kind === 'page' ? hit.entry.title : hit.place,
  );
}
const named = (text: string, ...entries: NamedEntry[]): QuestionPart => ({
  kind: 'entries',
  text,
  entries,
});

test('叫这个名字的页在前，它的问题在后', async () => {
  const unit = entry('unit', '甲局', { count: 2, of: ['单位', '甲局'] as unknown as Of });
  expect(await ask(named('甲局', unit), { entries: [unit], of: { 甲局: [4, 2] } })).toEqual([
    '甲局',
    2,
    4,
  ]);
});

test('问题类别只有几件的，先给那几件；多的、在问几件的，先给页', async () => {
  const few = problem('空更', 5);
  const known = { entries: [few], of: { 空更: [1] } };
  expect(await ask(named('空更', few), known)).toEqual([1, '空更']);
  expect(await ask(named('空更', few), { ...known, text: '空更有几个' })).toEqual(['空更', 1]);
  const many = problem('空更', 6);
  expect(await ask(named('空更', many), { ...known, entries: [many] })).toEqual(['空更', 1]);
});

test('今天没有的排在同名而有的后面', async () => {
  const none = entry('figure', '逾期', { count: 0, address: 'a' });
  const some = entry('figure', '逾期', { count: 3, address: 'b', title: '逾期的' });
  expect(await ask(named('逾期', none, some), {})).toEqual(['逾期的', '逾期']);
});

test('说明页、来源：名字里有这几个字的在前', async () => {
  const page = entry('page', '门户网站');
  const site = entry('account', '甲县门户网站', { count: 1 });
  expect(await ask(named('门户网站', page), { entries: [page, site] })).toEqual([
    '甲县门户网站',
    '门户网站',
  ]);
  const platform = entry('platform', '微信公众号', { count: 1 });
  const bearing = entry('account', '甲微信', { count: 1 });
  // 微信 is the platform's own word: that comes first.
  expect(await ask(named('微信', platform), { entries: [platform, bearing] })).toEqual([
    '微信公众号',
    '甲微信',
  ]);
});

test('页最多十二个', async () => {
  const all = Array.from({ length: 15 }, (_, at) => entry('unit', `甲${String(at)}局`));
  expect(await ask(named('甲', ...all), {})).toHaveLength(12);
});

const onDay = (text: string, day: number): QuestionPart => ({
  kind: 'day',
  text,
  asked: { year: undefined, month: 7, day, length: text.length },
});

test('日子：那天的页在前；问题里写着这几个字的，那些在前', async () => {
  const day = dayEntry('2026-07-31');
  const of = { '2026-07-31': [3] };
  expect(await ask(onDay('7月31日到期', 31), { entries: [day], of })).toEqual([
    '2026-07-31截止',
    3,
  ]);
  expect(
    await ask(onDay('7月31日到期', 31), { entries: [day], of, written: { '7月31日': [5] } }),
  ).toEqual([5, 3, '2026-07-31截止']);
});

test('没有写年份的，离今天近的日子在前', async () => {
  const days = [dayEntry('2024-07-31'), dayEntry('2026-07-31'), dayEntry('2025-07-31')];
  expect(await ask(onDay('7月31日', 31), { entries: days })).toEqual([
    '2026-07-31截止',
    '2025-07-31截止',
    '2024-07-31截止',
  ]);
});

test('没有这一天的，给截止日的总页', async () => {
  const page = entry('page', '截止日', { address: 'deadlines.html' });
  expect(await ask(onDay('7月30日', 30), { entries: [page, dayEntry('2026-07-31')] })).toEqual([
    '截止日',
  ]);
});

test('第几行：那一行的问题', async () => {
  expect(await ask({ kind: 'row', text: '第4行', row: 4 }, { written: {} })).toEqual([]);
});

const words = (text: string): QuestionPart => ({ kind: 'text', text });

test('没有叫这个的：有把握的页、写着的问题、猜的页', async () => {
  const sure = entry('unit', '甲局', { count: 1, of: ['单位', '甲局'] as unknown as Of });
  const guess = entry('unit', '乙局', { count: 1, of: ['单位', '乙局'] as unknown as Of });
  const known = { of: { 甲局: [7], 乙局: [9] }, written: { 甲乙: [2] } };
  expect(
    await ask(words('甲乙'), {
      ...known,
      near: [
        [sure, 90],
        [guess, 60],
      ],
    }),
  ).toEqual(['甲局', 2, 7, '乙局']);
});

test('只有猜的：它的问题也给，页在前；问题类别只有几件的，问题在前', async () => {
  const guess = entry('unit', '乙局', { count: 1, of: ['单位', '乙局'] as unknown as Of });
  expect(await ask(words('衣局'), { of: { 乙局: [9] }, near: [[guess, 60]] })).toEqual(['乙局', 9]);
  const kind = problem('空更', 2);
  expect(await ask(words('控更'), { of: { 空更: [9] }, near: [[kind, 60]] })).toEqual([9, '空更']);
  const many = problem('空更', 9);
  expect(await ask(words('控更'), { of: { 空更: [9] }, near: [[many, 60]] })).toEqual(['空更', 9]);
});

test('写着这几个字的有了，猜的问题就不给；今天没有的猜在后面', async () => {
  const empty = problem('空更', 0);
  const guess = problem('错链', 1);
  const found = await ask(words('更新'), {
    of: { 空更: [8], 错链: [9] },
    written: { 更新: [1] },
    near: [
      [empty, 60],
      [guess, 55],
    ],
  });
  expect(found).toEqual([1, '错链', '空更']);
});
