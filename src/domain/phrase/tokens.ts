/** 词语: a phrase cut into what it says about time, from left to right, and the words between. */
import { type Day, dayOf, yearOf } from '../../day/calendar.ts';
import { type DateFound, dateAt, type StartFound } from './date/date.ts';
import type { Doubt } from './doubt.ts';
import { followsFigure, matchAt } from './match.ts';
import type { Ground } from './date/scope.ts';
import { type SpanFound, spanAt } from './date/span.ts';

/** Words such as 立行立改 or 长期坚持. */
interface WordsFound<K extends 'immediate' | 'ongoing'> {
  kind: K;
  end: number;
  words: string;
}
/** 即日起: what counts from the list's own day. */
interface NowFound {
  kind: 'now';
  end: number;
  day: Day;
  opensRange: boolean;
}

type Found =
  | DateFound
  | StartFound
  | NowFound
  | SpanFound
  | WordsFound<'immediate'>
  | WordsFound<'ongoing'>
  | Doubt;
/** Something said about time, with its place. */
export type TimeToken = Found & { start: number };

const NOW =
  /(?:自|从)?(?:(?:即日|即时|现在|今天|今日|今|列入(?:清单|台账)?之日|填表之日)(?:起|开始)(?<range>,?(?:一直)?(?:截至|截止到?|至|到|直到|-))?|即日(?<to>,?(?:截至|截止到?|至|到|-)))/uy;
const FIRST_MONTH = /(?:(?<year>\d{4})年)?(?<month>\d{1,2})[至到-](?=\d{1,2}月(?!\d))/uy;
const IMMEDIATE =
  /立行立改|立整立改|立查立改|立知立改|立说立行|即知即改|即查即改|即行整改|即时(?:整改|改正|完成|办结|办理|处理)|即时(?=$|[,;、/()])|即改|立改(?!废)|立即|即刻|立刻|马上|当即|当场|现场整改/uy;
const ONGOING =
  /(?:(?:长期坚持|长期保持|持续坚持|常抓不懈|长抓不懈|常态长效|久久为功|坚持不懈)(?:下去)?|(?<=^|[,;、/()并且后续再转是为起])(?:长期|持续|长效|常态化?)(?:整改|坚持|推进|开展|执行|落实|保持|巩固|实施|抓好|推动|改进|提升|更新|维护|跟踪|加强|规范|管理)*)(?=$|[,;、/()])/uy;

/** The tokens of a phrase in its uniform writing. */
export function timeTokens(read: string, ground: Ground): TimeToken[] {
  const tokens: TimeToken[] = [];
  let current = ground;
  for (let start = 0; start < read.length;) {
    const found = tokenAt(read, start, current);
    if (!found) {
      start += 1;
      continue;
    }
    tokens.push({ ...found, start });
    current = groundAfter(found, current);
    start = found.end;
  }
  return tokens;
}

function tokenAt(read: string, at: number, ground: Ground): Found | undefined {
  return (
    nowAt(read, at, ground.listedOn) ??
    firstMonthAt(read, at, ground) ??
    spanAt(read, at) ??
    dateAt(read, at, ground) ??
    wordsAt('immediate', IMMEDIATE, read, at) ??
    wordsAt('ongoing', ONGOING, read, at)
  );
}

function nowAt(read: string, at: number, day: Day): NowFound | undefined {
  const match = matchAt(NOW, read, at);
  if (!match) return undefined;
  return {
    kind: 'now',
    end: match.end,
    day,
    opensRange: (match.parts['range'] ?? match.parts['to']) !== undefined,
  };
}

function wordsAt<K extends 'immediate' | 'ongoing'>(
  kind: K,
  pattern: RegExp,
  read: string,
  at: number,
): WordsFound<K> | undefined {
  const match = matchAt(pattern, read, at);
  return match && { kind, end: match.end, words: match.words };
}

/** A date without a year follows the date before it; the end of a range may leave out its month or its 底 as well. */
function groundAfter(found: Found, { listedOn, closeOfBusiness, after }: Ground): Ground {
  const settled = { listedOn, closeOfBusiness };
  if (found.kind === 'date') return { ...settled, after: found.day };
  if (found.kind !== 'start') return { ...settled, after };
  if (!found.opensRange) return { ...settled, after: found.day };
  return { ...settled, after: found.day, range: found.coarse ? 'stretches' : 'days' };
}

/** 5-7月: the first month of a range whose 月 stands only once. */
function firstMonthAt(read: string, at: number, ground: Ground): StartFound | undefined {
  const match = followsFigure(read, at) ? undefined : matchAt(FIRST_MONTH, read, at);
  if (!match) return undefined;
  const { year, month } = match.parts;
  const day = dayOf(Number(year ?? yearOf(ground.listedOn)), Number(month), 1);
  if (day === undefined) return undefined;
  return {
    kind: 'start',
    end: match.end,
    day,
    why: [],
    opensRange: true,
    coarse: true,
    tie: 'missing',
  };
}
