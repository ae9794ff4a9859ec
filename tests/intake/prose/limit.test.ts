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

test('一行里有两个、几条下面只有一个，哪条也不算', () => {
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
  ).toEqual([undefined, undefined, undefined]);
});
