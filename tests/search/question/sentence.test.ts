/** 搜索结果上面的一句话：找到的问题和同名的指标不是一个数时，说明差在哪里。 */
import { expect, test } from 'vitest';
import { markedPieces, sentence } from '../../../src/browser/search-results.ts';
import type { Hit } from '../../../src/search/question/hit.ts';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { searchWords } from '../../../src/search/index/search-files.ts';
import { face } from '../../documents/face.ts';

const shili = face('shili', 'internal');
const { entries } = searchWords(searchEntries(shili, [], []), issueRecords(shili), shili.today);
const late = entries.find(({ kind, title }) => kind === 'figure' && title === '逾期 20个')!;
const issues = (count: number): Hit[] =>
  Array.from({ length: count }, (_, place) => ({ kind: 'issue', place }));

test('逾期：指标有多少个，别的是写到这些字的', () => {
  expect(late.count).toBe(20);
  expect(sentence('逾期', [{ kind: 'page', entry: late }, ...issues(47)])).toBe(
    '“逾期”：页面1个，相关问题47个（指标：逾期 20个；其余是写到这些字的）',
  );
});

test('有多少个逾期问的也是这个指标', () => {
  expect(sentence('有多少个逾期', [{ kind: 'page', entry: late }, ...issues(47)])).toContain(
    '（指标：逾期 20个；其余是写到这些字的）',
  );
});

test('一样多的、问的不是这个指标的，不说', () => {
  expect(sentence('逾期', [{ kind: 'page', entry: late }, ...issues(20)])).toBe(
    '“逾期”：页面1个，相关问题20个',
  );
  expect(sentence('教育局 逾期', [{ kind: 'page', entry: late }, ...issues(30)])).toBe(
    '“教育局 逾期”：页面1个，相关问题30个',
  );
});

test('公开站的逾期：列出的比数的少，说有几个只计数', () => {
  const open = face('shili', 'public');
  const records = issueRecords(open);
  const words = searchWords(searchEntries(open, [], []), records, open.today);
  const figure = words.entries.find(({ kind, of }) => kind === 'figure' && of?.[1] === '逾期')!;
  const listed = records.filter(({ facets }) => facets.指标.includes('逾期')).length;
  const kept = figure.count - listed;
  expect(kept).toBeGreaterThan(0);
  expect(sentence('逾期', [{ kind: 'page', entry: figure }, ...issues(listed)])).toBe(
    `“逾期”：页面1个，相关问题${String(listed)}个（指标：${figure.title}，其中${String(kept)}个只计数、不列出）`,
  );
  expect(figure.summary).toContain(`其中${String(kept)}个所属的专项不公开逾期单位名称`);
});

test.each([
  ['哪些单位还没备案', '未备案：未完成9个，涉及9家单位', ['备案']],
  ['水务局整改完了吗', '示例区水务局：未完成4个', ['水务局']],
  ['外星人', '示例区水务局', []],
])('标出%s在结果里的字', (question, text, pieces) => {
  expect(markedPieces(question, text)).toEqual(pieces);
});
