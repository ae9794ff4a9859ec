/** 行内的时限: which line's limit is a row's, and where it settles nothing. */
import { expect, test } from 'vitest';
import type { ListRow } from '../../../src/intake/list/entry.ts';
import { takeLimits } from '../../../src/intake/prose/limit.ts';
import type { Line, PaperPlace } from '../../../src/paper/sheet.ts';

const placeOf = (row: number): PaperPlace => ({ file: '通报.txt', sheet: '正文', row, cell: '' });

/** The deadline of a row for each of the lines `rows` (from 1), after the lines were looked at. */
function limitsOf(texts: readonly string[], rows: readonly number[]): (string | undefined)[] {
  const lines = texts.map((text, at): Line => ({ kind: 'line', text, place: placeOf(at + 1) }));
  const all = rows.map((row): ListRow => ({
    place: placeOf(row),
    table: 0,
    numberText: '',
    cells: {},
    raw: {},
    notes: [],
  }));
  takeLimits(all, lines);
  return all.map(({ cells }) => cells.deadline?.text);
}

test('同一行里的、编号的一行下面单独的一行，算这一行的', () => {
  expect(
    limitsOf(
      [
        '1.县气象局微信公众号“云水气象”未备案。整改时限：2026年3月20日。',
        '2.县医保局微博“云水医保”更新不及时。',
        '整改期限为：2026年4月10日',
        '3.县残联抖音号“云水残联”存在错别字。',
        '整改期限为：2026年4月20日',
      ],
      [1, 2, 4],
    ),
  ).toEqual(['2026年3月20日', '2026年4月10日', '2026年4月20日']);
});

test('一行里有两个的不算；几条下面只有一个，算这几条的', () => {
  expect(
    limitsOf(
      [
        '1.微信公众号“云水气象”未备案。整改时限：3月20日。整改时限：4月20日。',
        '2.微博“云水医保”更新不及时。',
        '3.抖音号“云水残联”存在错别字。',
        '整改时限：2026年5月1日',
      ],
      [1, 2, 3],
    ),
  ).toEqual([undefined, '2026年5月1日', '2026年5月1日']);
});

test.each([
  ['以上问题请于7月15日前整改到位。', '7月15日前'],
  ['以上问题由有关主管单位于10月31日前整改到位。', '10月31日前'],
  ['上述账号主办单位须在11月30日前完成整改。', '11月30日前'],
  ['以上问题限3个工作日内整改完毕。', '3个工作日内'],
  ['请上述单位于2026年7月15日前完成整改，并于7月20日前报送情况。', '2026年7月15日前'],
  ['上述问题，请各有关单位于8月底前整改到位。', '8月底前'],
])('末尾的“%s”，算上面各条的', (last, limit) => {
  const texts = ['（一）更新不及时。', '“云水气象”微博未更新。', '“云水医保”微信公众号未备案。'];
  expect(limitsOf([...texts, last], [2, 3])).toEqual([limit, limit]);
});

test.each([
  '以上问题整改情况请于7月15日前报送。',
  '以上问题已于7月15日前整改到位。',
  '以上要求请于7月15日前完成整改部署。',
  '各单位要于7月15日前完成自查。',
  '以上账号7月15日前未更新。',
  '上述问题仍未在7月15日前完成整改。',
])('“%s”不是上面各条的时限', (last) => {
  expect(limitsOf(['“云水气象”微博未更新。', last], [1])).toEqual([undefined]);
});

test('自己写了时限的，末尾的不算；写在前面的管不到后面', () => {
  const texts = [
    '1.“云水气象”微博未更新。整改时限：3月20日。',
    '2.“云水医保”微信公众号未备案。',
    '以上问题请于7月15日前整改到位。',
    '3.“云水残联”抖音号存在错别字。',
  ];
  expect(limitsOf(texts, [1, 2, 4])).toEqual(['3月20日', '7月15日前', undefined]);
});
