import { describe, expect, test } from 'vitest';
import {
  GAP,
  askedPhrases,
  indexTokens,
  normalize,
  searchPassages,
} from '../../src/search/tokens.ts';

/** Whether the phrases of a question stand in the tokens of a text, as Pagefind would find them. */
function finds(question: string, text: string): boolean {
  const indexed = indexTokens(text);
  return askedPhrases(question).every(({ tokens, prefix }) =>
    prefix
      ? indexed.some((token) => token.startsWith(tokens[0] ?? '?'))
      : ` ${indexed.join(' ')} `.includes(` ${tokens.join(' ')} `),
  );
}

describe('检索的切分', () => {
  test('任何一段连续的字都能找到，跳过一个字就找不到', () => {
    const text = '沙河路街道办事处栏目更新不及时';
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        expect(finds(text.slice(start, end), text), text.slice(start, end)).toBe(true);
      }
    }
    expect(finds('更新及时', text)).toBe(false);
    expect(finds('更新不及格', text)).toBe(false);
  });

  test('数字和字连着也能找，数字不会只对上一半', () => {
    expect(finds('5月底', '5月底')).toBe(true);
    expect(finds('5月', '截至5月底')).toBe(true);
    expect(finds('5月底', '15月底')).toBe(false);
    expect(finds('5', '50个账号')).toBe(false);
    expect(finds('50', '50个账号')).toBe(true);
  });

  test('标点两边不连成一段', () => {
    expect(finds('时未提供', '更新不及时，未提供互动')).toBe(false);
    expect(indexTokens('甲，乙')).toContain(GAP);
  });

  test('全角、大小写写法不同也是同一个词', () => {
    expect(normalize('ＡＰＰ５')).toBe('app5');
    expect(finds('ＡＰＰ', '移动客户端app')).toBe(true);
    expect(searchPassages('榆政办函〔2020〕58号')).toEqual(['榆政办函', '2020', '58号']);
  });

  test('只有标点的提问没有可找的', () => {
    expect(askedPhrases('，。 ?')).toEqual([]);
  });
});
