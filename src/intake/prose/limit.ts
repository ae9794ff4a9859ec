/** 行内的时限: by when it has to be mended, where the line that names an account says it — 整改时限：2026年3月20日。 */
import type { Line, PaperPlace } from '../../paper/sheet.ts';
import type { ListRow } from '../list/entry.ts';
import type { NamedMention } from './mention/named.ts';
import { plainOf } from './passage.ts';

const LIMIT =
  /(?:整改|办结|完成|办理|销号|反馈)(?:时限|期限|时间|日期)(?:要求)?(?:为|：)+(?<limit>[^。；，]{2,24})/gu;
/** Begins a point of a list. */
const NUMBERED = /^\s*(?:\d{1,3}[.．、)）]|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳])/u;

/** A row with the limit that its keys and values give, and what its point says has become of it. */
export function withOwn(row: ListRow, { limit, status, place }: NamedMention): ListRow {
  if (limit !== undefined) row.cells.deadline = { text: limit, place };
  if (status !== undefined) row.cells.status = { text: status, place };
  return row;
}

/** Gives rows the limits of their lines. */
export function takeLimits(rows: readonly ListRow[], lines: readonly Line[]): void {
  const limits = limitsIn(lines);
  for (const { place, cells } of rows) {
    const limit = limits.get(lineKey(place));
    if (limit !== undefined) cells.deadline ??= { text: limit, place };
  }
}

/** A line of a file. */
const lineKey = ({ file, sheet, row }: PaperPlace): string =>
  `${file}\u0000${sheet}\u0000${String(row)}`;

/**
 * The limits by `lineKey`: that of the line itself, or of the line right below a numbered one which says nothing else. A line with
 * two of them settles nothing; nor does a limit below the last of several lines, which may be meant for all.
 */
function limitsIn(lines: readonly Line[]): Map<string, string> {
  const own = lines.map(({ text }) => {
    const plain = plainOf(text);
    const [one, another] = plain.matchAll(LIMIT);
    const limit = one?.groups?.['limit']?.trim();
    const isAlone = one !== undefined && /^\s*$/u.test(plain.slice(0, one.index));
    return another === undefined && limit !== undefined ? { limit, isAlone } : undefined;
  });
  const isBelow = (at: number): boolean =>
    own[at]?.isAlone === true && NUMBERED.test(lines[at - 1]?.text ?? '');
  const below = lines.filter((_, at) => isBelow(at)).length;
  const numbered = lines.filter(({ text }) => NUMBERED.test(text)).length;
  const limits = new Map<string, string>();
  for (const [at, found] of own.entries()) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (found === undefined || line === undefined) continue;
    if (!found.isAlone) limits.set(lineKey(line.place), found.limit);
    else if (before !== undefined && isBelow(at) && (below > 1 || numbered === 1))
      limits.set(lineKey(before.place), found.limit);
  }
  return limits;
}
