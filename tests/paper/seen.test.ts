/** 看得见的: every text of a paper loses the characters that nobody sees, wherever it stands. */
import { expect, test } from 'vitest';
import { withoutHidden } from '../../src/paper/seen.ts';
import type { Cell, Paper } from '../../src/paper/sheet.ts';

const HIDDEN = '\u200b';
const place = () => ({ file: '表.xlsx', sheet: `清${HIDDEN}单`, row: 1, cell: 'A1' });
const cell = (more: Partial<Cell>): Cell => ({ text: '', place: place(), ...more });
const paper = (rows: Cell[][], more: Partial<Paper> = {}): Paper => ({
  file: '表.xlsx',
  blocks: [{ kind: 'grid', sheet: `清${HIDDEN}单`, rows }],
  notes: [],
  ...more,
});
const first = (given: Paper): Cell | undefined => {
  const [block] = withoutHidden(given).blocks;
  return block?.kind === 'grid' ? block.rows[0]?.[0] : undefined;
};

test('字、删除线、批注、链接、公式都清', () => {
  const dirty = `甲${HIDDEN}局`;
  const found = first(
    paper([
      [
        cell({
          text: dirty,
          struck: dirty,
          comment: dirty,
          link: `http://a${HIDDEN}.cn`,
          links: [`http://b${HIDDEN}.cn`],
          raw: { value: dirty, format: 'General', formula: `A1&"${HIDDEN}"` },
        }),
      ],
    ]),
  );
  expect(JSON.stringify(found)).not.toContain(HIDDEN);
  expect(found).toMatchObject({
    text: '甲局',
    struck: '甲局',
    links: ['http://b.cn'],
    raw: { value: '甲局' },
  });
});

test('数照旧，没有的不添；平常的字一个不动', () => {
  const found = first(
    paper([[cell({ text: '12.5\n（3）', raw: { value: 12.5, format: '0.0' } })]]),
  );
  expect(found).toEqual({
    text: '12.5\n（3）',
    place: { ...place(), sheet: '清单' },
    raw: { value: 12.5, format: '0.0' },
  });
});

test('表的名字和每格的位置一起清；段落、藏着的页、没有读的、备注、全文也清', () => {
  const line = { kind: 'line' as const, text: `标${HIDDEN}题`, place: place() };
  const read = withoutHidden(
    paper([[cell({ text: '甲' })]], {
      hidden: [{ kind: 'grid', sheet: `藏${HIDDEN}`, rows: [[cell({ text: `乙${HIDDEN}` })]] }],
      unread: [{ place: place(), what: `图${HIDDEN}表` }],
      notes: [`说${HIDDEN}明`],
      text: `全${HIDDEN}文`,
      blocks: [line],
    }),
  );
  expect(read.blocks[0]).toMatchObject({ text: '标题' });
  expect(read.hidden?.[0]).toMatchObject({
    sheet: '藏',
    rows: [[{ text: '乙', place: { sheet: '藏' } }]],
  });
  expect(read.unread).toEqual([{ place: { ...place(), sheet: '清单' }, what: '图表' }]);
  expect([read.notes, read.text]).toEqual([['说明'], '全文']);
});
