/** 文表相符: the number of problems or accounts that the text says the list holds, against the rows of the list. */
import { type Finding, quoteAround } from '../finding.ts';
import { type Paper, type Passage, paragraphsOf, type Table, tablesOf } from '../paper.ts';
import { type Quantity, quantitiesIn } from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { headerOf, numberIn, totalKind } from '../table.ts';

interface Claim {
  readonly passage: Passage;
  readonly quantity: Quantity;
}

function check(paper: Paper): Finding[] {
  const lists = tablesOf(paper).flatMap((table) => listOf(table) ?? []);
  if (lists.length === 0) return [];
  // A list broken over pages is one list: the later tables have no header or go on counting.
  const whole = lists.slice(1).every(({ begins }) => !begins) ? lists : undefined;
  if (!whole) return [];
  const count = whole.reduce((sum, { rows }) => sum + rows, 0);
  const counts = new Set([count, ...distinct(whole)]);
  const claims = paragraphsOf(paper).flatMap(claimsOf);
  // Where one number agrees the others speak of something else.
  if (claims.some(({ quantity }) => counts.has(quantity.value))) return [];
  return claims.map(({ passage, quantity }) => ({
    rule: rowcount.id,
    place: passage.place,
    quote: quoteAround(passage.text, quantity.at, quantity.end),
    message: `文中写的是${String(quantity.value)}${quantity.unit}，清单有${String(count)}行`,
    expected: `与清单一致，为${String(count)}${quantity.unit}`,
  }));
}

interface List {
  readonly rows: number;
  /** True when it counts from 1. */
  readonly begins: boolean;
  /** The texts of each column that holds words. */
  readonly columns: readonly ReadonlySet<string>[];
}

function listOf(table: Table): List | undefined {
  const header = headerOf(table);
  const serial = header?.titles.findIndex((title) => /^(?:序号|编号)$/u.test(title)) ?? -1;
  if (!header || serial < 0) return undefined;
  const rows = table.rows.slice(header.row + 1).filter((row) => totalKind(row) === undefined);
  const numbers = rows.flatMap((row) => numberIn(row[serial])?.value ?? []);
  const listed = rows.filter((row) => numberIn(row[serial]) !== undefined);
  const columns = header.titles.flatMap((_, column) =>
    column === serial ? [] : [new Set(listed.map((row) => row[column]?.text.trim() ?? ''))],
  );
  return { rows: listed.length, begins: numbers[0] === 1, columns };
}

/** How many different units or accounts the list names. */
function distinct(lists: readonly List[]): number[] {
  const width = Math.max(...lists.map(({ columns }) => columns.length));
  return Array.from(
    { length: width },
    (_, column) => new Set(lists.flatMap(({ columns }) => [...(columns[column] ?? [])])).size,
  );
}

/** 共发现问题23个, 列出23个账号, 问题清单（共23项）: said of the list itself, not of what was looked through. */
function claimsOf(passage: Passage): Claim[] {
  return quantitiesIn(passage.read).flatMap((quantity) => {
    const { label, noun, at } = quantity;
    const before = passage.read.slice(Math.max(0, at - 16), at);
    const said =
      /(?:发现|存在|梳理出?|排查出|查出|列出|列入|收录|登记|汇总)(?:各类|突出|主要|有|的)*(?:问题|隐患)?共?$/u.test(
        label,
      ) && /^(?:个?问题|账号|政务新媒体|隐患|事项|突出问题|单位|)$/u.test(noun);
    const listed =
      /(?:清单|名单|台账|附件|附表|下表)[^，。；]{0,6}共?[^，。；]{0,2}$/u.test(before) &&
      /^(?:问题|账号|单位|)$/u.test(noun);
    const titled = /清单（共$/u.test(before);
    return (said && /问题|账号|列|附件|清单/u.test(label + noun)) || listed || titled
      ? [{ passage, quantity }]
      : [];
  });
}

export const rowcount: Rule = { id: 'rowcount', name: '文中数字与清单行数', check };
