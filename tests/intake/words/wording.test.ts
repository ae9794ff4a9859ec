/** 文字整理 */
import { describe, expect, test } from 'vitest';
import {
  bareText,
  columnWidth,
  folded,
  mendedText,
  mendFinding,
  tidy,
} from '../../../src/intake/words/wording.ts';

test('tidy：看不见的去掉，空白归一，换行保留', () => {
  expect(tidy('\ufeff 更新\u200b不及时\r\n\r\n 无备案\u3000号 ')).toBe('更新不及时\n无备案 号');
});

test.each([
  ['更新\n不及时', '更新不及时'],
  ['更 新 不 及 时', '更新不及时'],
  ['7月\n31日', '7月31日'],
  ['（1）更新不及时\n2.未备案', '（1）更新不及时 2.未备案'],
  ['更新不及时 ，未备案', '更新不及时，未备案'],
  ['微信 App 停更', '微信 App 停更'],
  ['WeChat\nOfficial', 'WeChat Official'],
  ['（\n政府网站）', '（政府网站）'],
  ['100\n%', '100%'],
])('mend：%j → %j', (text, mended) => {
  expect(mendedText(text)).toBe(mended);
});

describe('mendFinding', () => {
  const isFinding = (words: string) => ['更新不及时', '未备案'].includes(words);
  test('两个问题并排而没有标点，留一个空格隔开', () => {
    expect(mendFinding('更新不及时 未备案', isFinding)).toBe('更新不及时 未备案');
  });
  test('一个问题折成两行，不留空格', () => {
    expect(mendFinding('更新\n不及时', isFinding)).toBe('更新不及时');
  });
  test('比栏宽短许多就换行的，是有意换行', () => {
    expect(mendFinding('内容少\n栏目长期没有更新', () => false, 12)).toBe(
      '内容少 栏目长期没有更新',
    );
    expect(mendFinding('内容质量不高而且\n栏目没有更新', () => false, 8)).toBe(
      '内容质量不高而且栏目没有更新',
    );
  });
});

test('columnWidth：一行里最长的一段', () => {
  expect(columnWidth(['更新\n不及时', '未备案 号', ''])).toBe(3);
  expect(columnWidth([])).toBe(0);
});

test('比较用：全半角、大小写、括号引号、空格不算', () => {
  expect(folded('“Ａpp”【甲】 乙')).toBe('"app"[甲]乙');
  expect(bareText('区教育局（本级）')).toBe('区教育局本级');
});

test('各种换行都是换行，两旁的空格、多出的空行没有', () => {
  expect(tidy('甲\r乙\u2028丙\u2029丁\u0085戊\u000b己\f庚')).toBe('甲\n乙\n丙\n丁\n戊\n己\n庚');
  expect(tidy('甲  \t乙 \n\n 丙\n 丁 \n戊')).toBe('甲 乙\n丙\n丁\n戊');
});

test('见过的和没见过的、短的和长的一样办', () => {
  const long = '更新 不及时，'.repeat(60);
  for (const _ of [1, 2]) {
    expect(mendedText(long)).toBe('更新不及时，'.repeat(60));
    expect(mendedText('更新 不及时')).toBe('更新不及时');
    expect(mendedText('未 备案')).toBe('未备案');
  }
});

test('比较用：单引号、方括号各只有一种写法，空格一个不留', () => {
  expect(folded('‘甲’ ＇乙`  丙')).toBe("'甲''乙'丙");
  expect(folded('〔2024〕［5］')).toBe('[2024][5]');
});

test('columnWidth：连着的空格不算一段', () => {
  expect(columnWidth(['甲乙丙丁  戊'])).toBe(4);
});

test.each([
  // Exactly three short of the width, with exactly four characters behind it.
  ['内容少\n栏目更新', 6, '内容少 栏目更新'],
  ['内容少\n栏目更新', 5, '内容少栏目更新'],
  ['内容少\n栏目新', 12, '内容少栏目新'],
  ['内容少\n栏目新，很久没有人管', 12, '内容少栏目新，很久没有人管'],
  ['更新不及时\n没有人管', 0, '更新不及时没有人管'],
  ['A  内容少\n栏目更新', 6, 'A 内容少 栏目更新'],
  ['（\n内容少）7月\n31日 ，WeChat\nOfficial', 0, '（内容少）7月31日，WeChat Official'],
  ['[\nWeChat', 0, '[WeChat'],
])('mendFinding：%j，栏宽 %d → %j', (text, width, mended) => {
  expect(mendFinding(text, (words) => words === '更新不及时', width)).toBe(mended);
});
