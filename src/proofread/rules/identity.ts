/** 表内勾稽: a column that is the sum of two others in most rows (检查 = 合格 + 不合格) should be so in all. */
import { type Contradiction, shortened } from '../contradiction.ts';
import {
  type DocumentCell,
  type ReadDocument,
  cellPlace,
  type DocumentTable,
  tablesOf,
} from '../document/paper.ts';
import { exactSum } from '../number/quantity.ts';
import { headerOf, cellNumber } from '../document/table.ts';
import type { ProofRule } from '../rule.ts';

interface Identity {
  readonly parts: readonly [number, number];
  readonly whole: number;
}

function check(paper: ReadDocument): Contradiction[] {
  return tablesOf(paper).flatMap(deviants);
}

function deviants(table: DocumentTable): Contradiction[] {
  const header = headerOf(table);
  if (!header) return [];
  const body = table.rows.slice(header.row + 1);
  const held = identities(body, header.titles).filter((one) => {
    const counted = body.flatMap((row) => sidesOf(row, one) ?? []);
    const hits = counted.filter(({ sum, whole }) => sum === whole);
    const telling = hits.filter(({ parts }) => parts.every((part) => part > 0));
    return telling.length >= 2 && hits.length >= 3 && hits.length * 4 >= counted.length * 3;
  });
  const wrong = held.flatMap((one) =>
    body.flatMap((row) => {
      const sides = sidesOf(row, one);
      if (!sides || sides.sum === sides.whole) return [];
      const [a, b] = one.parts.map((column) => header.titles[column] ?? '');
      const cell = row[one.whole];
      if (!cell) return [];
      return [
        {
          rule: identityRule.id,
          place: cellPlace(table, cell),
          quote: shortened(row.map(({ text }) => text.trim()).join(' ')),
          message: `“${header.titles[one.whole] ?? ''}”写的是${String(sides.whole)}，与“${a ?? ''}”“${b ?? ''}”之和不符`,
          expected: `其他各行都是两栏之和，这一行应为${String(sides.sum)}`,
        },
      ];
    }),
  );
  return wrong.filter(
    (one, index) => wrong.findIndex(({ place }) => isSameRow(place, one.place)) === index,
  );
}

function isSameRow(a: Contradiction['place'], b: Contradiction['place']): boolean {
  return a.kind === 'cell' && b.kind === 'cell' && a.table === b.table && a.row === b.row;
}

function sidesOf(row: readonly DocumentCell[], { parts, whole }: Identity) {
  const [a, b, c] = [...parts, whole].map((column) => cellNumber(row[column]));
  if (!a || !b || !c || a.percent || b.percent || c.percent) return undefined;
  return { sum: exactSum([a.value, b.value]), whole: c.value, parts: [a.value, b.value] };
}

function identities(
  body: readonly (readonly DocumentCell[])[],
  titles: readonly string[],
): Identity[] {
  const columns = titles.flatMap((title, column) =>
    !/序号|编号|率|排名|得分|日期|年份|合计|总计|小计/u.test(title) &&
    body.some((row) => cellNumber(row[column]) !== undefined)
      ? [column]
      : [],
  );
  if (columns.length > 12) return [];
  return columns.flatMap((a) =>
    columns.flatMap((b) =>
      b <= a
        ? []
        : columns.flatMap((whole) =>
            whole === a || whole === b ? [] : [{ parts: [a, b] as const, whole }],
          ),
    ),
  );
}

export const identityRule: ProofRule = { id: 'identity', name: '表内各栏的勾稽', check };
