/** 文字稿: blocks for a chat group and as Markdown, in which nothing that the ledger says is markup. */
import { expect, test } from 'vitest';
import { chatText, markdown } from '../../../src/documents/letter/plain-letter.ts';
import type { Block } from '../../../src/documents/template/block.ts';

const blocks: Block[] = [
  { kind: 'title', text: '通报' },
  { kind: 'recipient', text: '各单位' },
  { kind: 'heading', text: '一、情况' },
  { kind: 'subheading', text: '（一）检查' },
  { kind: 'body', text: '1.甲局未改。' },
  { kind: 'body', text: '正文。' },
  { kind: 'annex', text: '清单' },
  { kind: 'office', text: '政府办' },
  { kind: 'date', text: '2026年6月15日' },
];

test('群里的：一块一行，主送、附件带标签', () => {
  expect(chatText(blocks).split('\n')).toEqual([
    '通报',
    '各单位：',
    '一、情况',
    '（一）检查',
    '1.甲局未改。',
    '正文。',
    '附件：清单',
    '政府办',
    '2026年6月15日',
    '',
  ]);
});

test('Markdown：标题、层次、分条', () => {
  expect(
    markdown(blocks)
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    '## 通报',
    '各单位：',
    '### 一、情况',
    '### （一）检查',
    '1. 甲局未改。',
    '正文。',
    '附件：清单',
    '政府办',
    '2026年6月15日',
  ]);
});

test('台账里的字不当标记', () => {
  const [said] = markdown([{ kind: 'body', text: '# [甲](http://x) *重* <b> `c` a_b|c \\' }]).split(
    '\n',
  );
  expect(said).toBe('\\# \\[甲\\](http://x) \\*重\\* \\<b\\> \\`c\\` a\\_b\\|c \\\\');
  expect(chatText([{ kind: 'body', text: '*重*' }])).toBe('*重*\n');
});

test('空的稿子是一个空行', () => {
  expect([chatText([]), markdown([])]).toEqual(['\n', '\n']);
});
