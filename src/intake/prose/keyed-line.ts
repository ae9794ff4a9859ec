/**
 * 逐项写明的账号: lines of keys and values — 账号名称：甲统计；平台：微信公众号；主办单位：市统计局；问题：超过2周未更新, in any order,
 * or one key a line. The keys are the names of the columns of a list.
 */
import type { Line } from '../../paper/sheet.ts';
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { ColumnNames } from '../list/column-names.ts';
import { isOrganisation } from '../words/unit-names.ts';
import { tidy } from '../words/wording.ts';
import { HEAD_MARK, lineHeadOf, isHead, type LineHead } from './mention/line-head.ts';
import type { PlatformWords } from './mention/platform-words.ts';
import { plainOf } from './passage.ts';

export interface KeyedLine {
  ids: ColumnId[];
  cells: string[];
  /** The key of the name, as written: 网站名称. */
  title: string;
  /** The line behind its last one. */
  end: number;
  /** What stands before the first key is not understood: whose it is, a person has to say. */
  isUnclear?: boolean;
}

const NUMBER =
  /^(?:\d{1,3}[.．、)）]|[（(][\d一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|[-—·●■]+)\s*/u;
const KEY = /(?<=^|[；，。、|｜\s])(?<key>[^；，。：、|｜\s“”]{1,12})：/gu;
/** A key behind a head: 甲税务（微信视频号）——主办单位：. */
const LATER_KEY = new RegExp(
  `(?<=[${HEAD_MARK}）〕”])(?<key>[^${HEAD_MARK}。“”（）〔〕]{1,12})：`,
  'gu',
);
/** No account has more lines of its own. */
const MOST_LINES = 12;

type IdOf = (key: string) => ColumnId | undefined;

interface Piece {
  id: ColumnId;
  title: string;
  text: string;
}

/** The account that begins at a line; undefined where none does. */
export function keyedAt(
  lines: readonly Line[],
  from: number,
  columns: ColumnNames,
  words: PlatformWords,
): KeyedLine | undefined {
  const idOf: IdOf = (key) =>
    words.isPlatform(key)
      ? 'name'
      : /^(?:政府)?网站$/u.test(key)
        ? 'listed'
        : columns.find(key)?.id;
  const pieces = piecesOf(lines[from]?.text ?? '', idOf);
  if (pieces.length === 0)
    return (
      headedAt(lines[from]?.text ?? '', from, idOf, words) ??
      belowHead(lines, from, idOf, columns, words)
    );
  let end = from + 1;
  // One key a line: what has several in a line is whole.
  for (
    ;
    pieces.length === end - from && end < Math.min(lines.length, from + MOST_LINES);
    end += 1
  ) {
    const more = piecesOf(lines[end]?.text ?? '', idOf);
    const isNew = more.some(({ id }) => pieces.some((one) => one.id === id));
    const isOther = NUMBER.test(tidy(lines[end]?.text ?? ''));
    if (more.length !== 1 || isNew || isOther) break;
    pieces.push(...more);
  }
  const name = pieces.find(({ id }) => id === 'name' || id === 'listed');
  const has = (id: ColumnId): boolean => pieces.some((one) => one.id === id && one.text !== '');
  const isSaid = has('finding') || has('category');
  if (!isSaid || (name === undefined && !has('host'))) return undefined;
  return {
    ids: pieces.map(({ id }) => id),
    cells: pieces.map(({ id, text }) =>
      id === 'name' || id === 'listed' ? text.replace(/[“”]/gu, '') : text,
    ),
    title: name?.title ?? '',
    end,
  };
}

/** A line whose keys stand behind a head; undefined where it is none, or its head only says what it is about. */
function headedAt(
  line: string,
  from: number,
  idOf: IdOf,
  words: PlatformWords,
): KeyedLine | undefined {
  const text = tidy(line).replace(NUMBER, '');
  const plain = plainOf(text);
  // 甲税务/微信公众号：主办单位：…: the platform belongs to the head.
  const first = [...plain.matchAll(LATER_KEY)].find(({ groups }) => {
    const key = groups?.['key'] ?? '';
    return idOf(key) !== undefined && !words.isPlatform(key);
  });
  if (first === undefined) return undefined;
  const head = plain.slice(0, first.index).replace(new RegExp(`[${HEAD_MARK}]+$`, 'u'), '');
  const pieces = piecesOf(text.slice(first.index), idOf);
  const ids = new Set(pieces.map(({ id }) => id));
  const isSaid = ids.has('finding') || ids.has('category');
  if (!isSaid || ids.size < 2 || !isHead(head)) return undefined;
  return withHead(pieces, head, lineHeadOf(head, words), from + 1);
}

/** A head on a line of its own above its keys: 1.甲税务（微信视频号）. */
function belowHead(
  lines: readonly Line[],
  from: number,
  idOf: IdOf,
  columns: ColumnNames,
  words: PlatformWords,
): KeyedLine | undefined {
  const head = plainOf(tidy(lines[from]?.text ?? '').replace(NUMBER, ''));
  const below = lines[from + 1]?.text ?? '';
  if (!isHead(head) || /^\S/u.exec(below) === null || NUMBER.test(tidy(below))) return undefined;
  // Keys of its own, or nobody: heads below heads would be read again from each.
  if (piecesOf(below, idOf).length === 0) return undefined;
  const who = lineHeadOf(head, words);
  if (who?.name === undefined) return undefined;
  const keyed = keyedAt(lines, from + 1, columns, words);
  if (keyed === undefined || keyed.title !== '' || keyed.isUnclear === true) return undefined;
  if (who.platform === undefined && !keyed.ids.includes('platform')) return undefined;
  const pieces = keyed.ids.map((id, at) => ({ id, title: '', text: keyed.cells[at] ?? '' }));
  return withHead(pieces, head, who, keyed.end);
}

/** The pieces of a line with what its head says; what a key says goes before it. */
function withHead(
  pieces: readonly Piece[],
  head: string,
  who: LineHead | undefined,
  end: number,
): KeyedLine | undefined {
  const has = (id: ColumnId): boolean => pieces.some((one) => one.id === id && one.text !== '');
  const isNamed = has('name') || has('listed');
  const isOffice =
    who?.name !== undefined && isOrganisation(who.name) && who.platform === undefined;
  // 区税务局——账号：甲税务；… or 区税务局——问题：…: the office, and no account.
  const isUnit = isOffice && !has('host') && (isNamed || !has('platform'));
  if (isNamed && !isUnit) return undefined;
  const told: [ColumnId, string | undefined][] = isUnit
    ? [['host', who.name]]
    : [
        ['name', who?.name ?? head.replace(/[“”]/gu, '')],
        ['platform', has('platform') ? undefined : who?.platform],
        ['host', has('host') ? undefined : who?.unit],
      ];
  const more = told.flatMap(([id, text]) => (text === undefined ? [] : [{ id, text }]));
  const own = pieces.filter(({ id, text }) => text !== '' || !more.some((one) => one.id === id));
  const all = [...more, ...own];
  return {
    ids: all.map(({ id }) => id),
    cells: all.map(({ text }) => text),
    title: pieces.find(({ id }) => id === 'name' || id === 'listed')?.title ?? '',
    end,
    ...(who === undefined && { isUnclear: true }),
  };
}

/** The keys of a line with what stands behind each; none where it does not begin with one. */
function piecesOf(line: string, idOf: IdOf): Piece[] {
  const text = tidy(line).replace(NUMBER, '');
  const plain = plainOf(text);
  const keys = [...plain.matchAll(KEY)].flatMap(({ index, groups }) => {
    const title = groups?.['key'] ?? '';
    const id = idOf(title);
    return id === undefined ? [] : [{ id, title, at: index, from: index + title.length + 1 }];
  });
  if (keys[0]?.at !== 0) return [];
  // The same key again is part of what the first one says.
  const firsts = keys.filter(({ id }, at) => keys.findIndex((one) => one.id === id) === at);
  return firsts.map(({ id, title, from }, at) => ({
    id,
    title,
    text: text
      .slice(from, firsts[at + 1]?.at ?? text.length)
      .replace(/[；;，,。、|｜\s]+$/u, '')
      .trim(),
  }));
}
