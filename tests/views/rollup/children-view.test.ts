/** 下级台账页: one rule is one row, and a child that came is no rise. */
import { expect, test } from 'vitest';
import { countOf } from '../../../src/domain/rollup/counts.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { childrenView } from '../../../src/views/rollup/children-view.ts';
import { ownIndicatorName } from '../../../src/views/rollup/group-tables.ts';

const ledger = openLedger('tests/fixtures/shili');
const face = faceOf(ledger, ledger.site.asOf!, 'internal');
const view = childrenView(face)!;
const rowsOf = (id: string) => view.tables.find((one) => one.id === id)!.rows;

test('一项指标一行，不因下级给版本另起的编号拆成两行', () => {
  const names = rowsOf('indicators').map(([cell]) => cell!.text);
  expect(names.filter((name) => name.startsWith('M2 '))).toEqual(['M2 内容不更新（2019 版）']);
  const sum = rowsOf('indicators').reduce((all, [, total]) => all + Number(total!.text), 0);
  expect(sum).toBe(countOf(view.total, 'total'));
});

test.each([
  ['M2 内容不更新（y2019 版）', 'M2 内容不更新（2019 版）'],
  ['M2 不更新（2019 版）', 'M2 内容不更新（2019 版）'],
  ['M2 内容不更新（2031 版）', 'M2 内容不更新（2031 版）'],
  ['M99 自定（y2019 版）', 'M99 自定（y2019 版）'],
  ['没有按指标报的', '没有按指标报的'],
])('%s 在本级叫 %s', (name, own) => {
  expect(ownIndicatorName(ledger, name)).toBe(own);
});

test('各月底：多计入一家下级的那一行说明，不当作上升', () => {
  const rows = rowsOf('months');
  for (const [at, row] of rows.slice(0, -1).entries()) {
    const [now, before] = [row, rows[at + 1]!].map((one) => Number(one[1]!.text));
    if (now! > before!) expect(row.at(-1)!.text).toMatch(/^本月起多\d+家下级（.+）/u);
  }
  expect(rows.some((row) => row.at(-1)!.text.startsWith('本月起多1家下级'))).toBe(true);
});
