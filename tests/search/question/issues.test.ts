/** 提问怎样找到问题：写在哪里，算几分；什么不用问。 */
import { expect, test } from 'vitest';
import { byValue, facetFile, textFile } from '../../../src/search/index/issue-files.ts';
import { type IssueReader, textHits } from '../../../src/search/question/issues.ts';
import { askedPhrases, shownTokens } from '../../../src/search/tokens.ts';

/** What Pagefind would be asked for one passage, in what a result shows or in the rest. */
const asked = (passage: string, shown: boolean): string => {
  const query = `"${askedPhrases(passage)[0]?.tokens.join(' ') ?? ''}"`;
  return shown ? shownTokens(query) : query;
};

function reader(
  index: ReadonlyMap<string, readonly number[]>,
): { questions: string[] } & IssueReader {
  const questions: string[] = [];
  return {
    questions,
    ask: (query) => {
      questions.push(query);
      return Promise.resolve(index.get(query) ?? []);
    },
    having: () => Promise.resolve([]),
    words: () =>
      Promise.resolve({
        today: '2026-06-15',
        lead: '',
        simplified: '',
        letters: ['app'],
        version: '',
        entries: [],
      }),
    sounds: () => Promise.resolve(() => undefined),
  };
}

test('结果上看得见的算两倍；标点两边的字各自都要有，分数取少的', async () => {
  const known = reader(
    new Map([
      [asked('更新', false), [3, 7]],
      [asked('更新', true), [5, 7]],
      [asked('备案', true), [3, 9]],
    ]),
  );
  expect(await textHits('更新', known)).toEqual(
    new Map([
      [3, 10],
      [7, 20],
      [5, 20],
    ]),
  );
  expect(await textHits('更新·备案', known)).toEqual(new Map([[3, 10]]));
});

test('哪件问题里也没有的字母（拼音），不问 Pagefind；有的才问', async () => {
  const known = reader(new Map());
  await textHits('minzhengju', known);
  expect(known.questions).toEqual([]);
  await textHits('app', known);
  await textHits('2026-q1-04', known);
  expect(known.questions).toContain('"id2026xq1x04"');
});

test('一项筛选有哪些问题：一个值的、几个值的、没有的', () => {
  const table = { values: ['甲', '乙'], of: [0, [0, 1], [], 1] };
  expect([...byValue(table)]).toEqual([
    ['甲', [0, 1]],
    ['乙', [1, 3]],
  ]);
});

test('页面边上画出来的筛选一个文件，别的各一个；一百件问题一个文件', () => {
  expect(facetFile('平台')).toBe(facetFile('状态'));
  expect(facetFile('单位')).not.toBe(facetFile('账号'));
  expect([textFile(99), textFile(100)]).toEqual(['texts/0.json', 'texts/1.json']);
});
