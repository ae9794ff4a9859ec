/** 不是条目的行: headings of sections, sums, notes at the foot, lines for signatures — between the entries of a table. */
import { type Cell, type PaperPlace, placeInWords } from '../../paper/sheet.ts';
import { rowNumber } from '../words/row-number.ts';
import { tidy } from '../words/wording.ts';
import type { TitledColumn } from './header-row.ts';

export interface Aside {
  kind: 'section' | 'other';
  text: string;
  place: PaperPlace;
  /** How many entries of the table stand before it. */
  before: number;
}

const OTHER =
  /^(?:合\s*计|总\s*计|小\s*计|共计|总数|平均(?:分|值|数)?$|(?:以上|累计|本[页表月季次]|[全各]\p{Script=Han}{1,3})?(?:合计|总计|小计|共计)|(?:以上)?(?:共|总共)[：:]?\s*\d+\s*[件条项个处家]|注[：:]|备\s*注[：:]|说明[：:]|填表说明|填表人|填报人|审核人|制表人|负责人|联系人|审核|制表|单位负责人)/u;
const SECTION =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十\d]+[部类批组轮]|[甲乙丙丁戊A-EＡ-Ｅ][类组])/u;

/** ※留言为7月所留: a note to a mark in the entries. */
const FOOTNOTE = /^[※＊*]\s*\p{Script=Han}/u;

/** 一 | 内容保障方面 and nothing else: a section with its number in a cell of its own. */
const HAN_NUMBER = /^[一二三四五六七八九十]{1,3}[、.．]?$/u;
const TOPIC = /^[^，。；]{2,20}(?:方面|类|部分|情况|网站|新媒体|账号|公众号|部门|单位|乡镇|街道)$/u;

/** A row that is no entry, without its place among the entries. `columns` are those of its table. */
export function asideOf(
  cells: readonly Cell[],
  columns: readonly TitledColumn[] = [],
): Omit<Aside, 'before'> | undefined {
  const words = [...new Set(cells.map(({ text }) => tidy(text)).filter((text) => text !== ''))];
  const [first = ''] = words;
  const place = { ...(cells[0]?.place ?? { file: '', sheet: '', row: 0 }), cell: '' };
  const text = words.join(' ').replaceAll('\n', ' ');
  if (OTHER.test(first)) return { kind: 'other', text, place };
  const [, second = ''] = words;
  if (words.length === 2 && HAN_NUMBER.test(first) && TOPIC.test(second))
    return { kind: 'section', text: `${first.replace(/[、.．]$/u, '')}、${second}`, place };
  if (words.length !== 1) return undefined;
  if (FOOTNOTE.test(first)) return { kind: 'other', text, place };
  // A cell that hangs down from above is no word of this row.
  if (cells.every(({ text: own, merged }) => tidy(own) === '' || merged === 'down'))
    return undefined;
  const isSpread = cells.filter(({ merged }) => merged === 'across').length >= 2;
  if (SECTION.test(first)) return { kind: 'section', text: first, place };
  // Where the numbers of the entries stand, and no number: formats without merges keep a heading in one cell.
  const isAtNumber =
    rowNumber(first) === undefined &&
    /\p{Script=Han}{2}/u.test(first) &&
    columns.some(({ id, index }) => id === 'row' && tidy(cells[index]?.text ?? '') !== '');
  if (!isSpread && !isAtNumber) return undefined;
  return { kind: first.length <= 30 ? 'section' : 'other', text, place };
}

/** That a row was seen and is no entry. */
export function asideNote({ kind, text, place }: Aside): string {
  return `${placeInWords(place)}${kind === 'section' ? '是分节的标题' : '不是清单的一行'}，没有读成问题：${text}`;
}

/** What a heading names, without its number: 一、县教育局 → 县教育局. */
export function sectionName(text: string): string {
  return tidy(text)
    .replace(SECTION, '')
    .replace(/\s+/gu, '')
    .replace(/[：:]$/u, '');
}
