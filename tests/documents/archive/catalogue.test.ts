/** 归档文件目录 */
import { expect, test } from 'vitest';
import {
  type ArchiveItem,
  catalogueSheet,
  codeOf,
  emptyNotes,
} from '../../../src/documents/archive/catalogue.ts';

const whole = { fonds: 'J001', category: 'WS', section: 'BGS', retention: '30年' } as const;
const item: ArchiveItem = {
  author: '示例区甲街道办事处',
  title: '[甲街道发布整改材料]',
  on: '2026-03-20',
  pages: 3,
  files: ['a.png', 'b.pdf'],
};
const head = {
  year: '2026',
  authority: '示例区人民政府办公室',
  archive: whole,
  first: 9,
  fiction: undefined,
};

test('档号按件号连着编，四位；没有机构代码的少一段', () => {
  const codes = catalogueSheet([item, item], head).rows.map((row) => row[1]);
  expect(codes).toEqual(['J001-WS·2026-D30-BGS-0009', 'J001-WS·2026-D30-BGS-0010']);
  expect(codeOf({ ...whole, section: undefined }, '2026', 1)).toBe('J001-WS·2026-D30-0001');
  expect(codeOf(whole, '2026', 12345)).toBe('J001-WS·2026-D30-BGS-12345');
});

test.each(['fonds', 'category', 'retention'] as const)(
  '没有 %s 就没有档号，并说哪里设置',
  (missing) => {
    const archive = { ...whole, [missing]: undefined };
    expect(codeOf(archive, '2026', 1)).toBeUndefined();
    const [note] = emptyNotes(archive);
    expect(note).toMatch(/没有设置（site\.yaml 的 archive），档号/u);
  },
);

test('都没有设置的说一句话，都有的不说', () => {
  expect(emptyNotes(undefined)).toEqual([
    '全宗号、档案门类代码、保管期限没有设置（site.yaml 的 archive），档号和保管期限空着，请按本单位的分类方案和保管期限表填写。',
  ]);
  expect(emptyNotes(whole)).toEqual([]);
});

test('每件一行九栏，日期八位；页数不知道的写明装订时填', () => {
  const { columns, rows, lines } = catalogueSheet(
    [item, { ...item, pages: undefined, number: '示函1号' }],
    {
      ...head,
      fiction: '虚构',
    },
  );
  expect(columns).toHaveLength(9);
  expect(rows.map((row) => row.length)).toEqual([9, 9]);
  expect(rows[0]?.[5]).toBe('20260320');
  expect(rows[0]?.[8]).toBe('电子文件：a.png、b.pdf');
  expect(rows[1]?.slice(7)).toEqual([undefined, '电子文件：a.png、b.pdf；页数装订时填']);
  expect(rows[1]?.[2]).toBe('示函1号');
  expect(lines.at(-1)).toBe('虚构');
});
