/** 表内各行: serial numbers that skip or repeat, rates that do not follow from the columns beside them. */
import { type Contradiction, shortened } from '../contradiction.ts';
import {
  type DocumentCell,
  type ReadDocument,
  cellPlace,
  type DocumentTable,
  tablesOf,
} from '../document/paper.ts';
import { rateWritten } from '../number/quantity.ts';
import { headerOf, type NumberCell, cellNumber, totalKind } from '../document/table.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return [...serials(paper), ...tablesOf(paper).flatMap(rates)];
}

/** 序号 down a table; a table broken over pages goes on where the one before it ended. */
function serials(paper: ReadDocument): Contradiction[] {
  let before = 0;
  return tablesOf(paper).flatMap((table) => {
    const header = headerOf(table);
    const column = header?.titles.findIndex((title) => /^(?:序号|编号)$/u.test(title)) ?? -1;
    const carriesOn =
      column < 0 && before > 0 && cellNumber(table.rows[0]?.[0])?.value === before + 1;
    if (column < 0 && !carriesOn) {
      before = 0;
      return [];
    }
    const rows = table.rows.slice(column < 0 ? 0 : (header?.row ?? 0) + 1);
    const findings: Contradiction[] = [];
    let last = carriesOn ? before : 0;
    let [counted, isRising] = [0, true];
    for (const row of rows) {
      const number = cellNumber(row[Math.max(column, 0)]);
      if (!number || number.decimals > 0 || totalKind(row) !== undefined) continue;
      const expected = last + 1;
      const begins = last === 0 && (number.value === 1 || number.value === before + 1);
      // A list by groups begins anew in each.
      const anew = number.value === 1 && last > 1;
      if (number.value !== expected && !begins && !anew) {
        findings.push(wrongSerial(table, row, number, expected));
      }
      counted += 1;
      isRising &&= number.value > last;
      last = number.value;
    }
    before = last;
    return isRising && isExcerpt(findings.length, counted) ? [] : findings;
  });
}

/** Rows that keep the numbers of a longer list, as those of one campaign do: at least every second number is missing. */
function isExcerpt(jumps: number, counted: number): boolean {
  return counted >= 3 && jumps * 2 >= counted;
}

function wrongSerial(
  table: DocumentTable,
  row: readonly DocumentCell[],
  number: NumberCell,
  expected: number,
) {
  return {
    rule: tableRowsRule.id,
    place: cellPlace(table, number.cell),
    quote: shortened(row.map(({ text }) => text.trim()).join(' ')),
    message: `序号${String(number.value)}${number.value >= expected ? '跳号' : '重号或倒号'}`,
    expected: `应为${String(expected)}`,
  };
}

/** 合格率 = 合格数 ÷ 检查数 in most rows: then it should be so in all, the total included. */
function rates(table: DocumentTable): Contradiction[] {
  const header = headerOf(table);
  if (!header) return [];
  const body = table.rows.slice(header.row + 1);
  return header.titles.flatMap((title, column) => {
    if (!/率/u.test(title)) return [];
    const rateOf = (row: readonly DocumentCell[]) => {
      const rate = cellNumber(row[column]);
      return rate && (rate.percent || /%/u.test(title)) ? rate : undefined;
    };
    const rated = body.filter((row) => rateOf(row) !== undefined);
    // 合格率 = (抽查数 - 不合格数) ÷ 抽查数: the part is what is left.
    const isLeft = (a: number): boolean =>
      /^不|未|问题/u.test(header.titles[a] ?? '') && !/^不|未/u.test(title);
    const overOf = (row: readonly DocumentCell[], a: number, b: number): number | undefined => {
      const [own, all] = [cellNumber(row[a])?.value, cellNumber(row[b])?.value];
      return own !== undefined && all !== undefined && isLeft(a) ? all - own : own;
    };
    const fits = (row: readonly DocumentCell[], a: number, b: number) => {
      const [rate, over, under] = [rateOf(row), overOf(row, a, b), cellNumber(row[b])?.value];
      return rate !== undefined && over !== undefined && under !== undefined && under > 0
        ? rateWritten(over, under, rate.decimals) === rate.value.toFixed(rate.decimals)
        : undefined;
    };
    const pairs = pairsOf(header.titles.length, column);
    const best = pairs
      .map(([a, b]) => ({ a, b, hits: rated.filter((row) => fits(row, a, b)).length }))
      .toSorted((x, y) => y.hits - x.hits)[0];
    if (!best || rated.length < 3 || best.hits * 3 < rated.length * 2) return [];
    return rated.flatMap((row) => {
      const rate = rateOf(row);
      if (!rate || fits(row, best.a, best.b) !== false) return [];
      const [over, under] = [overOf(row, best.a, best.b), cellNumber(row[best.b])?.value];
      if (over === undefined || under === undefined) return [];
      return [
        {
          rule: tableRowsRule.id,
          place: cellPlace(table, rate.cell),
          quote: shortened(row.map(({ text }) => text.trim()).join(' ')),
          message: `“${title}”写的是${rate.cell.text.trim()}`,
          expected: `${String(over)}÷${String(under)}为${rateWritten(over, under, rate.decimals)}%`,
        },
      ];
    });
  });
}

function pairsOf(width: number, except: number): [number, number][] {
  const columns = Array.from({ length: width }, (_, index) => index).filter(
    (one) => one !== except,
  );
  return columns.flatMap((a) =>
    columns.flatMap((b): [number, number][] => (a === b ? [] : [[a, b]])),
  );
}

export const tableRowsRule: ProofRule = { id: 'rows', name: '表内序号与比率', check };
