/**
 * 附表文字: a table of accounts that came as lines of text — with spaces between its cells under a line with the names of
 * its columns, or one cell a line. What a cell means is known by those names only.
 */
import type { Line } from '../../paper/sheet.ts';
import type { ColumnId } from '../../schema/vocabulary.ts';
import { ColumnNames } from '../list/column-names.ts';
import type { Known } from '../record/known.ts';
import { saysNothing } from '../record/row/row-words.ts';
import { rowNumber } from '../words/row-number.ts';
import { tidy } from '../words/wording.ts';
import type { NamedMention, UnreadSentence } from './mention/named.ts';
import { type PlatformWords, platformWords } from './mention/platform-words.ts';
import { accountLine } from './account-line.ts';
import { keyedAt, type KeyedLine } from './keyed-line.ts';
import { WEBSITE_WORD } from './mention/item.ts';
import { OFFICE_WORD } from './mention/office/offices.ts';
import { plainOf } from './passage.ts';
import { toneOf } from './tone.ts';

type Head = readonly (ColumnId | undefined)[];

export interface TableLines {
  named: NamedMention[];
  /** The lines that are not read here, or not wholly. */
  rest: Line[];
  /** The headers of tables whose rows cannot be told apart, and lines with more than one row in them. */
  unread: UnreadSentence[];
}

/** The accounts of such tables, and the lines that belong to none. */
export function tableLinesIn(lines: readonly Line[], known: Known): TableLines {
  const columns = new ColumnNames(known.ledger.vocabulary.columns);
  const found: TableLines = { named: [], rest: [], unread: [] };
  const words = platformWords(known);
  let head: Head | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const below = cellLinesAt(lines, at, columns, known);
    if (below !== undefined) {
      found.named.push(...below.named);
      found.unread.push(...below.unread);
      at = below.end - 1;
      continue;
    }
    // 微信公众号：甲、乙 / 快手：丙 / 主要问题：…: the last line is said of all lists above it.
    const isOneOfLists = isPlatformLine(line, words) && isPlatformLine(lines[at - 1], words);
    const keyed = isOneOfLists ? undefined : keyedAt(lines, at, columns, words);
    if (keyed !== undefined) {
      const one = keyedNamed(keyed, line, known, words);
      found.named.push(...(keyed.isUnclear === true ? [asked(one)] : eachOf(one)));
      at = keyed.end - 1;
      head = undefined;
      continue;
    }
    const cells = tidy(line.text).split(/\s+/u);
    const ids = cells.map((cell) => columns.find(cell)?.id);
    if (cells.length >= 3 && isHead(ids)) head = ids;
    else if (head?.length === cells.length) found.named.push(namedOf(head, cells, line));
    else {
      head = undefined;
      const piece = accountLine(line, known, words);
      if (piece === 'doubtful') found.unread.push({ sentence: tidy(line.text), place: line.place });
      if (piece === undefined || piece === 'doubtful') found.rest.push(line);
      else found.named.push(piece);
    }
  }
  return found;
}

function isPlatformLine(line: Line | undefined, words: PlatformWords): boolean {
  const plain = plainOf(tidy(line?.text ?? ''));
  const platform = words.platformAt(plain, 0) ?? '';
  return platform !== '' && plain[platform.length] === '：';
}

function isHead(ids: Head): boolean {
  const isFinding = ids.includes('finding') || ids.includes('category');
  return isFinding && (ids.includes('name') || ids.includes('listed'));
}

/** Titles that nobody knows may stand behind the known ones. */
const MOST_UNKNOWN = 3;
/** A cell is shorter than a sentence. */
const LONGEST_CELL = 40;

/** A table with one cell a line, whose header begins at a line. */
function cellLinesAt(
  lines: readonly Line[],
  from: number,
  columns: ColumnNames,
  known: Known,
): { named: NamedMention[]; unread: UnreadSentence[]; end: number } | undefined {
  const textAt = (at: number): string =>
    tidy(lines[at]?.text ?? '')
      .replace(/^\s*\||\|\s*$/gu, '')
      .trim();
  const titles: (ColumnId | undefined)[] = [];
  for (let at = from; columns.find(textAt(at)) !== undefined; at += 1)
    titles.push(columns.find(textAt(at))?.id);
  const [first] = lines.slice(from);
  if (titles.length < 3 || !isHead(titles) || first === undefined) return undefined;
  const isCell = (text: string): boolean =>
    text.length <= LONGEST_CELL &&
    !/[。！]$|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]+）)/u.test(text);
  let end = from + titles.length;
  while (end < lines.length && isCell(textAt(end))) end += 1;
  const fits = Array.from({ length: MOST_UNKNOWN + 1 }, (_, more) => {
    const head: Head = [...titles, ...Array.from<undefined>({ length: more })];
    const cells = Array.from(
      { length: end - from - head.length },
      (__, index) => from + head.length + index,
    );
    const rows = [...Map.groupBy(cells, (at) => Math.floor((at - from) / head.length)).values()];
    return { head, rows };
  }).filter(
    ({ head, rows }) => rows.length > 0 && rows.every((row) => isRow(head, row.map(textAt), known)),
  );
  const [fit] = fits;
  if (fit === undefined || fits.length > 1)
    return {
      named: [],
      unread: [{ sentence: titlesOf(lines, from, titles.length), place: first.place }],
      end,
    };
  const named = fit.rows.map((row) =>
    namedOf(fit.head, row.map(textAt), lines[row[0] ?? from] ?? first),
  );
  return { named, unread: [], end };
}

function titlesOf(lines: readonly Line[], from: number, count: number): string {
  return lines
    .slice(from, from + count)
    .map(({ text }) => tidy(text))
    .join(' ');
}

/** Whether cells can stand under a header: numbers under 序号, platforms under 平台. */
function isRow(head: Head, cells: readonly string[], known: Known): boolean {
  const fits = (id: ColumnId, is: (cell: string) => boolean): boolean | undefined =>
    head.includes(id) ? is(cells[head.indexOf(id)] ?? '') : undefined;
  const proofs = [
    fits('row', (cell) => rowNumber(cell) !== undefined),
    fits('platform', (cell) => known.platforms.find(cell) !== undefined),
    fits('finding', (cell) => saysNothing(cell) || known.phrases.read(cell).problems.length > 0),
    fits('category', (cell) => known.phrases.read(cell).problems.length > 0),
  ].filter((proof) => proof !== undefined);
  return cells.length === head.length && proofs.length > 0 && proofs.every(Boolean);
}

function namedOf(head: Head, cells: readonly string[], line: Line): NamedMention {
  const cell = (id: ColumnId): string => cells[head.indexOf(id)] ?? '';
  const finding = cell('finding') === '' ? cell('category') : cell('finding');
  const isWell = saysNothing(finding);
  return {
    mention: {
      at: 0,
      end: 0,
      name: cell('name') === '' ? cell('listed') : cell('name'),
      platform: cell('platform'),
      unit: cell('host') === '' ? undefined : cell('host'),
      isUnsure: false,
    },
    place: line.place,
    sentence: cells.join(' '),
    findings: isWell ? [] : [finding],
    guesses: [],
    ...(isWell && { why: 'nothing' as const }),
  };
}

/** 账号：甲水利（微信）、甲体育（抖音）: each by itself; several names without their platforms are asked about. */
function eachOf(one: NamedMention): NamedMention[] {
  const { mention } = one;
  const parts = mention.name.split('、');
  if (parts.length < 2 || mention.platform === OFFICE_WORD) return [one];
  const each = parts.map((part) =>
    /^(?<name>[^（）()]+)[（(](?<platform>[^（）()]+)[）)]$/u.exec(part),
  );
  if (each.every((match) => match !== null))
    return each.map(({ groups }) => ({
      ...one,
      mention: { ...mention, name: groups?.['name'] ?? '', platform: groups?.['platform'] ?? '' },
    }));
  return [asked(one)];
}

/** Whose it is, a person says; what is mended is told as that. */
function asked(one: NamedMention): NamedMention {
  return one.findings.length === 0
    ? one
    : { ...one, findings: [], guesses: one.findings, why: 'unclear' };
}

/** The account of keys and values; without one it is the unit's own problem. */
function keyedNamed(
  { ids, cells, title }: KeyedLine,
  line: Line,
  known: Known,
  words: PlatformWords,
): NamedMention {
  const one = namedOf(ids, cells, line);
  const { mention } = one;
  const unit = mention.unit ?? '';
  const limit = cells[ids.indexOf('deadline')] ?? '';
  if (limit !== '') one.limit = limit;
  // 账号：（无）
  if (/^[（(]?(?:无|没有|不涉及|\/|—+|-+)[）)]?$/u.test(mention.name)) mention.name = '';
  if (mention.name === '') one.mention = { ...mention, name: unit, platform: OFFICE_WORD };
  else if (mention.platform === '' && (title.includes('网站') || /网站?$/u.test(mention.name)))
    one.mention = { ...mention, platform: WEBSITE_WORD };
  else if (mention.platform === '')
    one.mention = { ...mention, platform: words.platformAt(title, 0) ?? '' };
  const status = cells[ids.indexOf('status')] ?? '';
  if (toneOf(status, known) !== 'mended' && !/^已(?:完成|销号|办结)/u.test(status)) return one;
  return { ...one, findings: [], guesses: one.findings, why: 'mended' };
}
