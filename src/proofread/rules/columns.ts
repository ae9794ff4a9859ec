/** 表内合计: totals at the foot of a table or at the end of its rows that are not the sum of what they add up. */
import { type Contradiction, shortened } from '../contradiction.ts';
import {
  type DocumentCell,
  type ReadDocument,
  cellPlace,
  type DocumentTable,
  tablesOf,
} from '../document/paper.ts';
import { exactSum } from '../number/quantity.ts';
import { type TableHead, headerOf, cellNumber, totalKind } from '../document/table.ts';
import type { ProofRule } from '../rule.ts';

/** Columns whose numbers are not added up. */
const NOT_ADDED =
  /率|得分|分数|成绩|排名|名次|序号|编号|年份|日期|时间|平均|均|电话|代码|标识码|单价|同比|环比|增幅|百分点|指数|占/u;

function check(paper: ReadDocument): Contradiction[] {
  return tablesOf(paper).flatMap((table) => {
    const header = headerOf(table);
    if (!header) return [];
    return [
      ...footTotals(table, header),
      ...rowTotals(table, header),
      ...shareColumns(table, header),
    ];
  });
}

interface Body {
  /** Rows that are neither header nor total nor a part of another row, and the subtotals among them. */
  readonly plain: readonly (readonly DocumentCell[])[];
  readonly subtotals: readonly (readonly DocumentCell[])[];
  readonly total: readonly DocumentCell[] | undefined;
}

function bodyOf({ rows }: DocumentTable, header: TableHead): Body {
  const body = rows.slice(header.row + 1);
  const totals = body.filter((row) => totalKind(row) === 'total');
  return {
    plain: body.filter((row) => totalKind(row) === undefined && !isOfWhich(row)),
    subtotals: body.filter((row) => totalKind(row) === 'subtotal'),
    total: totals.length === 1 ? totals[0] : undefined,
  };
}

/** 其中：财政拨款 repeats a part of what another row has counted. */
function isOfWhich(row: readonly DocumentCell[]): boolean {
  return row.slice(0, 2).some(({ text }) => /^\s*[（(]?其中/u.test(text));
}

function footTotals(table: DocumentTable, header: TableHead): Contradiction[] {
  const { plain, subtotals, total } = bodyOf(table, header);
  if (!total) return [];
  return header.titles.flatMap((title, column) => {
    const said = cellNumber(total[column]);
    if (!said || said.percent || NOT_ADDED.test(title)) return [];
    const values = numbersDown(plain, column);
    if (!values || values.length < 2) return [];
    const sums = [exactSum(values), exactSum(numbersDown(subtotals, column) ?? [])];
    if (sums.includes(said.value)) return [];
    return [
      {
        rule: columnsRule.id,
        place: cellPlace(table, said.cell),
        quote: shortened(`${title} ${total.map(({ text }) => text.trim()).join(' ')}`),
        message: `“${title}”一列的合计写的是${said.cell.text.trim()}`,
        expected: `各行相加为${String(sums[0])}`,
      },
    ];
  });
}

/** The numbers of a column; empty cells and dashes count as nothing; undefined where a cell holds words. */
function numbersDown(
  rows: readonly (readonly DocumentCell[])[],
  column: number,
): number[] | undefined {
  const values: number[] = [];
  for (const row of rows) {
    const number = cellNumber(row[column]);
    if (number) values.push(number.value);
    else if (!/^[\s—\-/\\无]*$/u.test(row[column]?.text ?? '')) return undefined;
  }
  return values;
}

/** 合格 + 不合格 = 合计 in most rows: then it should be so in all. */
function rowTotals(table: DocumentTable, header: TableHead): Contradiction[] {
  const total = header.titles.findIndex((title) => /^(?:合计|总计|小计|总数)$/u.test(title));
  if (total < 0) return [];
  const parts = header.titles.flatMap((title, column) =>
    column !== total && !NOT_ADDED.test(title) ? [column] : [],
  );
  const sums = table.rows.slice(header.row + 1).flatMap((row) => {
    const said = cellNumber(row[total]);
    const values = parts.flatMap((column) => cellNumber(row[column])?.value ?? []);
    return said && values.length >= 2 ? [{ said, row, sum: exactSum(values) }] : [];
  });
  const wrong = sums.filter(({ said, sum }) => said.value !== sum);
  // One row in three may be wrong; more, and the columns mean something else.
  if (sums.length < 3 || wrong.length * 3 > sums.length) return [];
  return wrong.map(({ said, row, sum }) => ({
    rule: columnsRule.id,
    place: cellPlace(table, said.cell),
    quote: shortened(row.map(({ text }) => text.trim()).join(' ')),
    message: `这一行的${header.titles[total] ?? ''}写的是${said.cell.text.trim()}`,
    expected: `各栏相加为${String(sum)}`,
  }));
}

/** 占比: the shares of all rows make 100%, each rounded for itself. */
function shareColumns(table: DocumentTable, header: TableHead): Contradiction[] {
  const { plain } = bodyOf(table, header);
  return header.titles.flatMap((title, column) => {
    if (!/^(?:占比|比例|比重|占比（%）|所占比例)$/u.test(title)) return [];
    const cells = plain.map((row) => cellNumber(row[column]));
    const shares = cells.flatMap((cell) => cell ?? []);
    const [first] = shares;
    if (!first || shares.length < 3 || shares.length < plain.length) return [];
    const sum = exactSum(shares.map(({ value }) => value));
    const slack = shares.reduce((most, { decimals }) => most + 0.5 * 10 ** -decimals, 0);
    if (Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > 15) return [];
    return [
      {
        rule: columnsRule.id,
        place: cellPlace(table, first.cell),
        quote: shortened(`${title} ${shares.map(({ cell }) => cell.text.trim()).join(' ')}`),
        message: `“${title}”一列相加为${String(sum)}%`,
        expected: '各项占比相加为100%',
      },
    ];
  });
}

export const columnsRule: ProofRule = { id: 'columns', name: '表内合计与占比', check };
