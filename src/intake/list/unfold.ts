/**
 * 横排的问题: 问题1 | 时限1 | 问题2 | 时限2 beside one account: a row for each problem, with what stands under the same
 * number; so where 内容更新 | 互动回应 stand below one title of problems, or 内容问题 | 功能问题 side by side, with words of
 * their own in each.
 */
import type { Cell } from '../../paper/sheet.ts';
import { numeralValue } from '../../text/numeral.ts';
import { tidy } from '../words/wording.ts';
import { asideOf } from './aside.ts';
import type { ColumnNames } from './column-names.ts';
import { guessByTitle } from './column/sounding.ts';
import type { TitledColumn } from './header-row.ts';

const NUMBERED = /^(?<base>.*?\p{Script=Han})[（(]?(?<number>[1-9]|[一二三四五六七八九])[）)]?$/u;

/** A column that stands once for every problem of a row. */
interface Series {
  readonly base: string;
  /** By the number behind the title; one without a number beside others is the first. */
  readonly columns: ReadonlyMap<number, TitledColumn>;
  /** By the order of kinds of problems below one title. */
  readonly isKinds?: true;
}

/**
 * Makes a row of every problem, in place, where a table has several columns of problems that differ by a number alone. What
 * has not just the numbers of the problems beside them says not whose it is: then the table stays as it is.
 */
export function unfold(
  table: { columns: TitledColumn[]; rows: Cell[][] },
  names: ColumnNames,
): void {
  const series = [
    ...seriesOf(table.columns),
    ...kindsBelowOneTitle(table, names),
    ...kindsSideBySide(table),
  ];
  const findings = series.find(
    ({ base }) => names.find(base)?.id === 'finding' || guessByTitle(base) === 'finding',
  );
  if (findings === undefined) return;
  const { columns: wanted } = findings;
  const fits = ({ columns }: Series): boolean =>
    columns.size === wanted.size && [...columns.keys()].every((number) => wanted.has(number));
  if (!series.every(fits)) return;
  const own = new Map(
    series.flatMap((one) => [...one.columns.values()].map((column) => [column, one] as const)),
  );
  table.rows = table.rows.flatMap((row) =>
    asideOf(row) === undefined ? rowsOf(row, findings, series) : [row],
  );
  table.columns = table.columns
    .filter((column) => !own.has(column) || firstOf(own.get(column)) === column)
    .map((column) => {
      const base = own.get(column)?.base;
      const id = base === undefined ? undefined : names.find(base)?.id;
      return base === undefined
        ? column
        : { ...column, title: base, ...(id !== undefined && { id }) };
    });
}

/** The column in which all of a series come to stand. */
function firstOf(series: Series | undefined): TitledColumn | undefined {
  const [first] = series?.columns.values() ?? [];
  return first;
}

function seriesOf(columns: readonly TitledColumn[]): Series[] {
  const numbered = columns.flatMap((column) => {
    const { base, number } = NUMBERED.exec(tidy(column.title))?.groups ?? {};
    return base === undefined || number === undefined
      ? []
      : [{ base, number: /\d/u.test(number) ? Number(number) : numeralValue(number), column }];
  });
  return [...Map.groupBy(numbered, ({ base }) => base)].flatMap(([base, own]): Series[] => {
    const bare = columns.find(({ title }) => tidy(title) === base);
    const all = [
      ...(bare === undefined ? [] : [{ number: 1, column: bare }]),
      ...own.map(({ number, column }) => ({ number: number ?? 0, column })),
    ];
    const byNumber = new Map(all.map(({ number, column }) => [number, column]));
    // 问题 | 问题1 is no series.
    return all.length > 1 && byNumber.size === all.length ? [{ base, columns: byNumber }] : [];
  });
}

/** 无, /, 正常: words below the title of a kind that say that there is no such problem. */
const NONE = /^(?:[无否/／—–-]+|正常|合格|达标|未发现(?:问题)?|没有问题|无(?:此类|该类)?问题)$/u;
/** Shorter words need the title of their kind to say what is wrong: 内容更新：不及时. */
const OWN_WORDS = /(?:\p{Script=Han}.*){5}/u;

/**
 * The columns below one title of problems that are kinds of them: no list knows their titles, none sounds like another
 * column (问题类型 | 问题描述 are halves of one problem), and what stands in them is words, no ticks.
 */
function kindsBelowOneTitle(
  { columns, rows }: { columns: readonly TitledColumn[]; rows: readonly Cell[][] },
  names: ColumnNames,
): Series[] {
  const groups = Map.groupBy(columns, ({ group = '' }) => group);
  return [...groups].flatMap(([base, below]): Series[] => {
    if (names.find(base)?.id !== 'finding' && guessByTitle(base) !== 'finding') return [];
    const sounds = below.map(({ id, title }) => id ?? guessByTitle(title));
    if (sounds.some((id) => id === 'finding' || id === 'category')) return [];
    const kinds = below.filter((_, at) => sounds[at] === undefined);
    return kindsOf(base, kinds, rows);
  });
}

/** What a column of problems is called where nothing says which. */
const PROBLEMS = '存在问题';
/** 单项否决问题, 内容问题; 主要问题 and 次要问题 are asked about, 具体问题 tells another column, 一季度问题 may be past. */
const OF_KIND =
  /^(?!存在|主要|次要|其他|其它|具体|详细|发现|检查|突出|问题|[已上往历原]|整改|遗留)(?!.*[季月年期次轮批回])\p{Script=Han}{2,6}问题$/u;

/** 单项否决问题 | 扣分问题, where no column says what is wrong at large. */
function kindsSideBySide({
  columns,
  rows,
}: {
  columns: readonly TitledColumn[];
  rows: readonly Cell[][];
}): Series[] {
  const sounding = columns.filter(
    ({ id, title }) => id === 'finding' || (id ?? guessByTitle(title)) === 'finding',
  );
  const areKinds = sounding.every(
    ({ id, title, group }) => id === undefined && group === undefined && OF_KIND.test(tidy(title)),
  );
  return areKinds ? kindsOf(PROBLEMS, sounding, rows) : [];
}

/** Columns as kinds of problems, where there are two and words stand in them. */
function kindsOf(base: string, kinds: readonly TitledColumn[], rows: readonly Cell[][]): Series[] {
  const entries = rows.filter((row) => asideOf(row) === undefined);
  const texts = kinds.flatMap(({ index }) => entries.map((row) => tidy(row[index]?.text ?? '')));
  const said = texts.filter((text) => text !== '' && !NONE.test(text));
  const areWords = said.every((text) => /\p{Script=Han}{2}/u.test(text));
  if (kinds.length < 2 || said.length === 0 || !areWords) return [];
  return [{ base, columns: new Map(kinds.map((column, at) => [at + 1, column])), isKinds: true }];
}

/** What a row says below the title of a kind; blank where it says that there is none. */
function ofKind(cell: Cell, title: string): Cell {
  const text = tidy(cell.text);
  if (NONE.test(text)) return { ...cell, text: '' };
  return text === '' || OWN_WORDS.test(text) ? cell : { ...cell, text: `${title}：${text}` };
}

/** A row for each number under which a problem stands; the row as it is where none does. */
function rowsOf(row: Cell[], findings: Series, all: readonly Series[]): Cell[][] {
  const saidIn = (series: Series, number: number): Cell | undefined => {
    const column = series.columns.get(number);
    const cell = row[column?.index ?? -1];
    if (cell === undefined || column === undefined || series.isKinds !== true) return cell;
    return ofKind(cell, column.title);
  };
  const filled = [...findings.columns.keys()].filter(
    (number) => tidy(saidIn(findings, number)?.text ?? '') !== '',
  );
  const own = new Set(
    all.flatMap(({ columns }) => [...columns.values()].map(({ index }) => index)),
  );
  return filled.length === 0
    ? [row]
    : filled.map((number, nth) => {
        // What stands once for the row hangs down over the rows that it becomes.
        const cells = row.map((cell, index): Cell =>
          nth > 0 && !own.has(index) ? { ...cell, merged: 'down' } : cell,
        );
        for (const series of all) {
          const [first, cell] = [firstOf(series), saidIn(series, number)];
          if (first !== undefined && cell !== undefined) cells[first.index] = cell;
        }
        return cells;
      });
}
