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

/** 以上问题请于7月15日前整改到位: the limit of all that stands above it; what is to be reported by then is another day. */
const OF_ALL =
  /(?:^|。|[）、.．])\s*(?:请|对|限)?(?:以上|上述)(?!要求|规定|做法|文件)(?<who>[^，。；：“”]{0,24}?)，?(?:请|须|务必|应|要)?(?:各?(?:有关|相关|责任)?单位)?(?:于|在|限)?(?<limit>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|[上中]旬|末)之?前|\d{1,2}个?(?:工作)?日之?内)(?:将[^，。；]{2,12})?(?:全部|按要求)?(?:完成(?:问题|全部)?整改|整改(?:到位|完毕|完成)|改正)/u;
const ONCE = /已|曾|均未|仍|逾期/u;

function ofAllIn(plain: string): string | undefined {
  const { limit, who = '' } = OF_ALL.exec(plain)?.groups ?? {};
  return ONCE.test(who) ? undefined : limit;
}

/**
 * The limits by `lineKey`: that of the line itself, or of the line right below a numbered one which says nothing else. A line with
 * two of them settles nothing. Below the last of several points it is that of them all, and so is one of 以上问题 for what stands above.
 */
function limitsIn(lines: readonly Line[]): Map<string, string> {
  const plains = lines.map(({ text }) => plainOf(text));
  const own = plains.map((plain) => {
    const [one, another] = plain.matchAll(LIMIT);
    const limit = one?.groups?.['limit']?.trim();
    const isAlone = one !== undefined && /^\s*$/u.test(plain.slice(0, one.index));
    return another === undefined && limit !== undefined ? { limit, isAlone } : undefined;
  });
  const isNumbered = (at: number): boolean => NUMBERED.test(lines[at]?.text ?? '');
  const isBelow = (at: number): boolean => own[at]?.isAlone === true && isNumbered(at - 1);
  const below = lines.filter((_, at) => isBelow(at)).length;
  const limits = new Map<string, string>();
  /** Gives a line a limit, where neither it nor one before has settled it. */
  const give = (at: number, limit: string): void => {
    const line = lines[at];
    if (line === undefined || [...(plains[at] ?? '').matchAll(LIMIT)].length > 0) return;
    if (!limits.has(lineKey(line.place))) limits.set(lineKey(line.place), limit);
  };
  for (const [at, found] of own.entries()) {
    const line = lines[at];
    if (found === undefined || line === undefined) continue;
    if (!found.isAlone) limits.set(lineKey(line.place), found.limit);
    else if (isBelow(at) && below > 1) give(at - 1, found.limit);
    else if (isBelow(at))
      for (let point = at - 1; isNumbered(point); point -= 1) give(point, found.limit);
  }
  let from = 0;
  for (const [at, plain] of plains.entries()) {
    const limit = ofAllIn(plain);
    if (limit === undefined) continue;
    const { file } = lines[at]?.place ?? { file: '' };
    // In one line with what is wrong it holds for that as well.
    for (let above = from; above <= at; above += 1)
      if (lines[above]?.place.file === file) give(above, limit);
    from = at + 1;
  }
  return limits;
}
