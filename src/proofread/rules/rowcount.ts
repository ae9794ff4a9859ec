/** 文表相符: the number of problems or accounts that the text says the list holds, against the rows of the list. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { countsOther } from '../meaning.ts';
import {
  type ReadDocument,
  type PlacedText,
  paragraphsOf,
  type DocumentTable,
  tablesOf,
} from '../document/paper.ts';
import { type Quantity, quantitiesIn } from '../number/quantity.ts';
import { type SaidNumber, statementsOf } from '../statement.ts';
import { headerOf, cellNumber, totalKind } from '../document/table.ts';
import type { ProofRule } from '../rule.ts';
import { patternOf } from '../../text/notation/pattern.ts';

interface Claim {
  readonly passage: PlacedText;
  readonly quantity: Quantity;
}

function check(paper: ReadDocument): Contradiction[] {
  return [...rowsCounted(paper), ...totalsTold(paper)];
}

function rowsCounted(paper: ReadDocument): Contradiction[] {
  const lists = tablesOf(paper).flatMap((table) => listOf(table) ?? []);
  if (lists.length === 0) return [];
  // A list broken over pages is one list: the later tables have no header or go on counting.
  const whole = lists.slice(1).every(({ begins }) => !begins) ? lists : undefined;
  if (!whole) return [];
  const count = whole.reduce((sum, { rows }) => sum + rows, 0);
  const counts = new Set([count, ...distinct(whole)]);
  const names = new Set(whole.flatMap(({ titles }) => titles));
  const claims = paragraphsOf(paper).flatMap((passage) => claimsOf(passage, names));
  // Where one number agrees the others speak of something else.
  if (claims.some(({ quantity }) => counts.has(quantity.value))) return [];
  return claims.map(({ passage, quantity }) => ({
    rule: rowcountRule.id,
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
  /** What the columns of names list: 新媒体, of a column 新媒体名称. */
  readonly titles: readonly string[];
  /** The texts of each column that holds words. */
  readonly columns: readonly ReadonlySet<string>[];
}

function listOf(table: DocumentTable): List | undefined {
  const header = headerOf(table);
  const serial = header?.titles.findIndex((title) => /^(?:序号|编号)$/u.test(title)) ?? -1;
  if (!header || serial < 0) return undefined;
  const rows = table.rows.slice(header.row + 1).filter((row) => totalKind(row) === undefined);
  const numbers = rows.flatMap((row) => cellNumber(row[serial])?.value ?? []);
  const listed = rows.filter((row) => cellNumber(row[serial]) !== undefined);
  const columns = header.titles.flatMap((_, column) =>
    column === serial ? [] : [new Set(listed.map((row) => row[column]?.text.trim() ?? ''))],
  );
  const titles = header.titles.flatMap((title) => /^(.{2,})名称$/u.exec(title)?.[1] ?? []);
  return { titles, rows: listed.length, begins: numbers[0] === 1, columns };
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
function claimsOf(passage: PlacedText, names: ReadonlySet<string>): Claim[] {
  return quantitiesIn(passage.read).flatMap((quantity) => {
    const { label, noun, at } = quantity;
    const before = passage.read.slice(Math.max(0, at - 16), at);
    const said =
      /(?:发现|存在|梳理出?|排查出|查出|列出|列入|收录|登记|汇总)(?:各类|突出|主要|有|的)*(?:问题|隐患)?共?$/u.test(
        label,
      ) &&
      /^(?:个?问题|账号|政务新媒体|隐患|事项|突出问题|单位|(?:问题|不合格|不达标)(?:的?(?:网站|账号|单位|政务新媒体|新媒体))|)$/u.test(
        noun,
      );
    const listed =
      /(?:清单|名单|台账|附件|附表|下表)[^，。；]{0,6}共?[^，。；]{0,2}$/u.test(before) &&
      /^(?:问题|账号|单位|)$/u.test(noun);
    // 对8个政务新媒体开展检查，检查比例为100%, and a column 新媒体名称.
    const sentence = passage.read.slice(at).split('。')[0] ?? '';
    const all = /比例为?100%|全覆盖|逐一|全部/u.test(sentence) && /检查|抽查|监测/u.test(sentence);
    const checked =
      all && [...names].some((name) => new RegExp(`^[^的]{0,6}${name}`, 'u').test(noun));
    const titled = /清单（共$/u.test(before);
    // 不合格账号4个，详见附件.
    const failed =
      /不合格的?(?:账号|网站|单位)(?:共|有)?$/u.test(label) &&
      /^[^。；\d]{0,6}，?[^。；\d]{0,6}(?:详见|见)(?:附件|附表|下表|名单)/u.test(
        passage.read.slice(quantity.end),
      );
    return failed ||
      (said && /问题|账号|列|附件|清单/u.test(label + noun)) ||
      listed ||
      titled ||
      checked
      ? [{ passage, quantity }]
      : [];
  });
}

/** A column of numbers with its total: 检查数, 60. */
interface Column {
  readonly about: string;
  readonly total: number;
  readonly values: readonly number[];
}

function columnsOf(table: DocumentTable): Column[] {
  const header = headerOf(table);
  if (!header) return [];
  const body = table.rows.slice(header.row + 1);
  const totals = body.filter((row) => totalKind(row) === 'total');
  const rows = body.filter((row) => totalKind(row) === undefined);
  return header.titles.flatMap((title, column): Column[] => {
    const about = title.replace(/（.*）|\/.*$/gu, '').replace(/(?:总数|数量|个数|数)$/u, '');
    if (/率|比|序号|编号|得分|排名|平均|年|日期/u.test(title) || about.length < 2) return [];
    const values = rows.flatMap((row) => cellNumber(row[column])?.value ?? []);
    const said = totals.length === 1 ? cellNumber(totals[0]?.[column])?.value : undefined;
    // Without a row of totals the list may be cut short.
    return said === undefined || values.length < 2 ? [] : [{ about, total: said, values }];
  });
}

/** 其中随机抽取13个，合格11个: a sentence on a part of what the table counts, though one number may be that of all. */
const OF_A_PART = /^\s*其中/u;

/** Said of another time than the table's. */
const OTHER_TIME = /上次|上期|上年|去年|上月|上季度|上半年|同期|此前|以往/u;

/** 检查60个，不合格9个 beside a table whose totals are 60 and 7: one agrees, so that both speak of the same. */
function totalsTold(paper: ReadDocument): Contradiction[] {
  const names = new Set(tablesOf(paper).flatMap(rowNames));
  return tablesOf(paper).flatMap((table) => {
    const columns = columnsOf(table);
    return statementsOf(paper)
      .filter(({ passage, text }) => passage.place.kind === 'paragraph' && !OF_A_PART.test(text))
      .flatMap(({ numbers }) => {
        const told = numbers.flatMap((number) => {
          if (number.scope >= 0 || number.rough || number.compared) return [];
          if (OTHER_TIME.test(number.label) || speaksOf(number, names)) return [];
          const column = columnFor(number, columns);
          return column ? [{ number, column }] : [];
        });
        const twin = told.find(({ number, column }) => number.value === column.total)?.number;
        const wrong = told.filter(
          ({ number, column }) =>
            twin !== undefined &&
            // Of several that tell the same column each is a part of it.
            told.filter((one) => one.column === column).length === 1 &&
            !countsOther(twin, number) &&
            ![column.total, ...column.values, ...columns.map(({ total }) => total)].includes(
              number.value,
            ),
        );
        return wrong.map(({ number, column }) => unlike(table, number, column));
      });
  });
}

/** What the rows of a table are about: 微信公众号, 甲局. */
function rowNames(table: DocumentTable): string[] {
  const header = headerOf(table);
  return table.rows
    .slice((header?.row ?? -1) + 1)
    .filter((row) => totalKind(row) === undefined)
    .flatMap((row) => row.map(({ text }) => text.trim()))
    .filter((text) => text.length >= 2 && !/\d/u.test(text));
}

/** 微信公众号检查9个 tells a row of the table, not its total. */
function speaksOf({ label }: SaidNumber, names: ReadonlySet<string>): boolean {
  const clause = label.split(/[，；。：]/u).at(-1) ?? '';
  return [...names].some((name) => clause.includes(name));
}

/** The column that a number tells the total of: 不合格 before 合格. */
function columnFor(number: SaidNumber, columns: readonly Column[]): Column | undefined {
  const words = `${number.label}|${number.noun}`;
  return columns
    .filter(({ about }) => new RegExp(`(?<!不|未)${patternOf(about)}`, 'u').test(words))
    .toSorted((a, b) => b.about.length - a.about.length)[0];
}

function unlike(table: DocumentTable, number: SaidNumber, { about, total }: Column): Contradiction {
  return {
    rule: rowcountRule.id,
    place: number.passage.place,
    quote: quoteAround(number.passage.text, number.at, number.end),
    message: `文中写的是${String(number.value)}${number.unit}，表${String(table.number)}“${about}”合计${String(total)}`,
    expected: `与表${String(table.number)}一致，为${String(total)}${number.unit}`,
  };
}

export const rowcountRule: ProofRule = { id: 'rowcount', name: '文中数字与清单、表', check };
