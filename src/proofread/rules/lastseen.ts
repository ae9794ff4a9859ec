/** 最后更新: an update later than the check that found it, and days without one that are fewer than they are said to be. */
import { addDays, type Day, daysBetween, inWords } from '../../day/calendar.ts';
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import {
  datesIn,
  type DateWritten,
  daySpansIn,
  dayWritten,
  dayWrittenNear,
  signedOn,
} from '../date.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const UPDATED =
  /(?:最(?:后|近|新)(?:一[次条篇])?[^，。；\d“]{0,8}?(?:更新|发布|发文)|更新停留在|停更于)[^，。；\d“]{0,8}$/u;
/** How the reader goes on: found on that day. */
const SEEN = /^[^。；\d]{0,30}(?:检查|抽查|监测|巡查|核查)?[^。；\d]{0,10}发现/u;
const CHECKED =
  /(?:检查|监测|抽查|巡查)(?:的?(?:时间|时段|周期|期))(?:范围|区间|段)?(?:为|是|：|自|从)?$/u;

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const signed = signedOn(paper);
  const spans = paragraphs.flatMap((passage) =>
    daySpansIn(passage.read).filter(({ from }) => CHECKED.test(passage.read.slice(0, from.at))),
  );
  const [span, another] = spans;
  const until = span !== undefined && another === undefined ? span.to : undefined;
  return paragraphs.flatMap((passage) => [
    ...datesIn(passage.read)
      .filter((date) => UPDATED.test(passage.read.slice(0, date.at)))
      .flatMap((date) => later(passage, date, until, signed?.day)),
    ...idle(passage),
    ...since(passage),
    ...asOf(passage),
  ]);
}

interface Bound {
  readonly words: string;
  readonly day: Day;
}

/** The days that the update cannot lie behind. */
function later(
  passage: PlacedText,
  date: DateWritten,
  until: DateWritten | undefined,
  signed: Day | undefined,
): Contradiction[] {
  const year = date.year ?? 2000;
  const near = (other: DateWritten): Day | undefined =>
    dayWrittenNear(other, signed ?? `${String(other.year ?? year)}-06-30`);
  const seen = datesIn(passage.read)
    .filter(({ end }) => end <= date.at)
    .findLast((one) => {
      const gap = passage.read.slice(one.end, date.at);
      return SEEN.test(gap) && !gap.includes('。');
    });
  const bounds: Bound[] = [
    ...[seen, until].flatMap((one) => {
      const day = one === undefined ? undefined : near(one);
      return one === undefined || day === undefined ? [] : [{ words: one.words, day }];
    }),
    ...(signed === undefined ? [] : [{ words: inWords(signed), day: signed }]),
  ];
  const [bound] = bounds.filter(({ day }) => {
    const own = dayWrittenNear(date, day);
    const gap = own === undefined ? 0 : daysBetween(day, own);
    // Without a year a later month may be one of the year before.
    return gap > 0 && (date.year !== undefined || gap <= 60);
  });
  if (bound === undefined) return [];
  return [
    foundAt(
      lastseenRule.id,
      passage,
      [date.at, date.end],
      `最后更新写的是“${date.words}”，晚于“${bound.words}”`,
      `最后更新不晚于${bound.words}`,
    ),
  ];
}

const IDLE =
  /^[^。；\d]{0,16}?(?:未更新|没有更新|未发布|停更|无更新|未作更新)[^。；\d]{0,8}?(?<over>超过|已超|达|长达|已有|已|近)?(?<count>\d{1,3}|[一二两三四五六半]) ?(?:个)?(?<unit>天|日|周|星期|月)/u;

/** 自5月20日至5月28日未更新，超过两周. */
function idle(passage: PlacedText): Contradiction[] {
  return daySpansIn(passage.read).flatMap(({ from, to, start, end }) => {
    const match = IDLE.exec(passage.read.slice(to.end));
    const { count = '', unit = '', over = '' } = match?.groups ?? {};
    const value = count === '半' ? 0.5 : /\d/u.test(count) ? Number(count) : numeralValue(count);
    const days = daysBetween(start, end) + 1;
    if (match === null || value === undefined || days < 1 || over === '近') return [];
    const isDays = /[天日]/u.test(unit);
    const least = isDays ? value : /月/u.test(unit) ? Math.floor(value * 28) : value * 7;
    // Counted with or without the first day; a number of days that is given is neither more.
    const isShort = days < least;
    const isLong = isDays && !/超/u.test(over) && addDays(start, value + 1) < end;
    if (!isShort && !isLong) return [];
    return [
      foundAt(
        lastseenRule.id,
        passage,
        [from.at, to.end + match[0].length],
        `“${over}${count}${unit === '月' ? '个月' : unit}”与起止日期不符`,
        `含首尾共${String(days)}天`,
      ),
    ];
  });
}

const UNTIL = /^[^。；\d]{0,8}，?(?:截至|至|到)[^。；\d]{0,10}$/u;
const SINCE =
  /^[^。；\d]{0,6}?(?:已|，)?(?:经)?(?<over>超过|已超|达|长达|有)?(?<count>\d{1,3}|[一二两三四五六半]) ?(?:个)?(?<unit>天|日|周|星期|月)(?:以上)?(?:未|没有)(?:更新|发布)/u;

/** 最近一条信息发布于2月12日，截至检查日3月10日已超过两周未更新. */
function since(passage: PlacedText): Contradiction[] {
  const dates = datesIn(passage.read);
  return dates.flatMap((from, index) => {
    const to = dates[index + 1];
    if (to === undefined || !UPDATED.test(passage.read.slice(0, from.at))) return [];
    if (!UNTIL.test(passage.read.slice(from.end, to.at))) return [];
    const match = SINCE.exec(passage.read.slice(to.end));
    const { count = '', unit = '' } = match?.groups ?? {};
    const value = count === '半' ? 0.5 : /\d/u.test(count) ? Number(count) : numeralValue(count);
    const year = from.year ?? to.year ?? 2000;
    const [start, end] = [from, to].map((one) => dayWritten(one, year));
    if (match === null || value === undefined || start === undefined || end === undefined)
      return [];
    const days = daysBetween(start, end) + 1;
    const least = /[天日]/u.test(unit)
      ? value
      : /月/u.test(unit)
        ? Math.floor(value * 28)
        : value * 7;
    if (days < 1 || days >= least) return [];
    return [
      foundAt(
        lastseenRule.id,
        passage,
        [from.at, to.end + match[0].length],
        `“${match[0].replace(/^，/u, '')}”与“${from.words}”“${to.words}”不符`,
        `含首尾共${String(days)}天`,
      ),
    ];
  });
}

const AS_OF = /截至(?:检查时|检查日|目前)?（?$/u;
const FOUND_IDLE =
  /^，?(?<said>(?:已|距今已?)?(?:超过|已超|达|长达|有)?(?<count>\d{1,3}|[一二两三四五六半]) ?(?:个)?(?<unit>天|日|周|星期|月)(?:以上)?(?:未|没有)(?:更新|发布))/u;

/** 截至6月25日，“甲”最后一次更新为6月15日，已超过两周未更新. */
function asOf(passage: PlacedText): Contradiction[] {
  const dates = datesIn(passage.read);
  return dates.slice(1).flatMap((from, index) => {
    const to = dates[index];
    const gap = passage.read.slice(to?.end ?? 0, from.at);
    const match = FOUND_IDLE.exec(passage.read.slice(from.end));
    const { count = '', unit = '', said = '' } = match?.groups ?? {};
    if (to === undefined || match === null || /。/u.test(gap) || !UPDATED.test(gap)) return [];
    if (!AS_OF.test(passage.read.slice(0, to.at))) return [];
    const value = count === '半' ? 0.5 : /\d/u.test(count) ? Number(count) : numeralValue(count);
    const year = from.year ?? to.year ?? 2000;
    const [start, end] = [from, to].map((one) => dayWritten(one, year));
    if (value === undefined || start === undefined || end === undefined) return [];
    const days = daysBetween(start, end) + 1;
    const least = value * (/[天日]/u.test(unit) ? 1 : /月/u.test(unit) ? 28 : 7);
    if (days < 1 || days >= Math.floor(least)) return [];
    return [
      foundAt(
        lastseenRule.id,
        passage,
        [to.at, from.end + match[0].length],
        `“${said}”与“${from.words}”“${to.words}”不符`,
        `含首尾共${String(days)}天`,
      ),
    ];
  });
}

export const lastseenRule: ProofRule = { id: 'lastseen', name: '最后更新的日期与天数', check };
