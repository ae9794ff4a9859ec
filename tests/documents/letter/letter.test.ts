/** 行文: the blocks of a template on paper, as a text, and how long they are. (虚构) */
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { letterFile, letterText, lineOf, linesOf } from '../../../src/documents/letter/letter.ts';
import { type Block, blocksOf } from '../../../src/documents/template/block.ts';

const TEMPLATE = `日期：2026年6月15日
署名：示例区政府办
附件：清单
# 关于整改情况的通报
主送：各单位
## 总体情况
### 检查
正文。
`;
const blocks = blocksOf(TEMPLATE);
const wordOf = async (of: readonly Block[], fiction?: string): Promise<string[]> => {
  const file = await letterFile({
    blocks: of,
    annexes: [],
    office: '办',
    on: '2026-06-15',
    fiction,
  });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

test('落款在最后、附件在它前面，不管写在模板的哪里', async () => {
  const lines = await wordOf(blocks);
  expect(lines[0]).toBe('关于整改情况的通报');
  expect(lines.slice(1, 5)).toEqual(['各单位：', '一、总体情况', '（一）检查', '正文。']);
  expect(lines.slice(-2)).toEqual(['示例区政府办', '2026年6月15日']);
  expect(lines.at(-3)).toContain('清单');
});

test('没有署名或没有日期的，没有落款', async () => {
  const without = (kind: Block['kind']) => wordOf(blocks.filter((one) => one.kind !== kind));
  expect((await without('date')).join()).not.toContain('示例区政府办');
  expect((await without('office')).join()).not.toContain('2026年6月15日');
});

test('屏幕上看的：层次和正文缩两格，主送、附件带标签', () => {
  expect(letterText(blocks).split('\n')).toEqual([
    '2026年6月15日',
    '示例区政府办',
    '附件：清单',
    '关于整改情况的通报',
    '各单位：',
    '　　一、总体情况',
    '　　（一）检查',
    '　　正文。',
    '',
  ]);
  expect(lineOf({ kind: 'annex', text: '清单' })).toBe('附件：清单');
});

test('占几行：标题大、一行28字、正文缩两格，落款和附件另占', () => {
  const of = (kind: Block['kind'], text: string) => linesOf([{ kind, text }]);
  expect(of('body', '字'.repeat(26))).toBe(1);
  expect(of('body', '字'.repeat(27))).toBe(2);
  expect(of('title', '短标题')).toBe(2.25);
  expect(of('title', '很长的标题'.repeat(6))).toBeGreaterThan(3);
  expect([of('annex', ''), of('office', ''), of('date', '')]).toEqual([2, 3, 1]);
  expect(linesOf([])).toBe(0);
});
