/** 问得极长：一句话说明，不找，也不卡住。 */
import { expect, test } from 'vitest';
import { sentence } from '../../../src/browser/search-results.ts';
import { answer, LONGEST_QUESTION } from '../../../src/search/question/question.ts';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { searchWords } from '../../../src/search/index/search-files.ts';
import { face } from '../../documents/face.ts';

const shili = face('shili');
const words = searchWords(searchEntries(shili, [], []), issueRecords(shili), shili.today);
const reader = {
  ask: () => Promise.resolve([]),
  having: () => Promise.resolve([]),
  words: () => Promise.resolve(words),
  sounds: () => Promise.resolve(() => undefined),
};

test.each(['一', '未', '6月', '示例', '还没有', '〔2026〕', 'shi', '__proto__ ', '-', '"'])(
  '“%s”写一百万遍：马上说问得太长',
  async (piece) => {
    const asked = piece.repeat(1_000_000);
    const start = performance.now();
    expect(await answer(asked, reader)).toEqual([]);
    expect(sentence(asked, [])).toBe(
      '问得太长，没有找：最多300个字，只写单位、账号、问题的名称再试。',
    );
    expect(performance.now() - start).toBeLessThan(1000);
    // The longest that is looked at.
    await answer(piece.repeat(LONGEST_QUESTION).slice(0, LONGEST_QUESTION), reader);
    expect(performance.now() - start).toBeLessThan(10_000);
  },
);

test('原型上的字作问句：只是字，找不到就说找不到', async () => {
  for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    expect(await answer(word, reader)).toEqual([]);
    expect(sentence(word, [])).toContain(`没有找到“${word}”`);
  }
});
