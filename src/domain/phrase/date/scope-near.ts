/** 就近的日期: days, weeks, months and quarters named from where the list stands: 今天, 本周五, 下月底, 季度末, 15日. */
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  endOfQuarter,
  monthOf,
  startOfWeek,
  weekdayOf,
  yearOf,
} from '../../../day/calendar.ts';
import { matchedPart, type Parts } from '../match.ts';
import {
  dateForm,
  type Form,
  type Ground,
  monthStretch,
  oneDay,
  type Option,
  type TimeScope,
  type DayStretch,
  THIRD,
  thirdOf,
} from './scope.ts';

const DATE = '(?<date>\\d{1,2})';

/** Words that name no month or year of their own stand at the head of a clause: not 半月内, not 两三个季度末. */
const ALONE = '(?<=^|[,;:、()/于在至到争保定为限拟须])';

/** In this order, after the forms with a month or a year. */
export const NEAR_FORMS: readonly Form[] = [
  dateForm(`${ALONE}(?:年(?=[底末终内初中前])|年度(?=[底末终内])|岁(?=末))`, nearestYear),
  dateForm(
    // 下一个月内 may be the next month or a month from now.
    `(?![这下]1个月[内之以])(?<word>本|这1?个|下1?个?|当|次|上1?个?)月份?(?:${DATE}[日号]|${THIRD}|月(?=[底末初中]))?`,
    nearMonth,
  ),
  dateForm(`${ALONE}月(?=[底末内初中前])`, nearMonth),
  dateForm(`${ALONE}${THIRD}`, looseThird),
  dateForm(
    `(?:(?<word>本|这1?个?|下1?个?|当|上1?个?)季度?|${ALONE}季度?(?=[末底内]))`,
    nearQuarter,
  ),
  dateForm(`(?<!月)${DATE}[日号]`, bareDate),
  dateForm(
    '(?<word>本|这1?个?|下下|下1?个?|上1?个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])',
    weekday,
  ),
  dateForm('(?<word>本|这1?个?|下下|下1?个?|上1?个?)(?:周|星期|礼拜)', week),
  dateForm('(?<word>当日|当天)(?= ?(?:上午|下午)?(?:\\d|下班))', dayWord),
  dateForm('(?<word>今天|今日|明天|明日|后天|次日|翌日|第2天)', dayWord),
];

const WEEKDAYS = '一二三四五六日';

/** How many steps 本, 下, 上 … go from the list's own month, quarter or week; none where nothing is said. */
function stepOf(word: string): number {
  if (word === '下下') return 2;
  if (word.startsWith('下') || word === '次') return 1;
  return word.startsWith('上') ? -1 : 0;
}

/** 当, 次, 上 and 下下 count from something that the phrase does not name. */
const LOOSE = /^(?:当|次|上|下下)/u;

/** What is meant where only 年, 月, 季度 or a weekday is named. */
const NEAREST = {
  年: '没有写明是哪一年，取列入日期所在的年份。',
  月: '没有写明是哪个月，取列入日期所在的月份。',
  季度: '没有写明是哪个季度，取列入日期所在的季度。',
  周: '没有写明是哪一周，取列入日期所在的一周。',
};

/** The first day of the list's month. */
function monthOfList({ listedOn }: Ground): Day {
  return `${listedOn.slice(0, 8)}01`;
}

/** A scope that `word` (本, 下, 次 …, or nothing) ties to the list's day; `words` names it in sentences. */
function scopeNear(
  what: Pick<TimeScope, 'at' | 'single'> & { unit: keyof typeof NEAREST; words: string },
  word: string,
): TimeScope {
  const { at, single, unit, words } = what;
  const stretch = at(0);
  if (stretch === undefined) {
    const doubt = { why: `${words}没有这一天。`, options: [] };
    return { tie: 'words', single, at, why: [], doubt };
  }
  if (LOOSE.test(word)) {
    const options = [{ note: '按列入日期算', day: stretch.last }];
    const doubt = { why: `“${words}”从哪一天算起，原文没有写明。`, options };
    return { tie: 'words', single, at, why: [], doubt };
  }
  if (word === '') return { tie: 'nearest', single, at, why: [NEAREST[unit]] };
  return { tie: 'words', single, at, why: [`“${words}”按列入日期算。`] };
}

function nearestYear(_: Parts, ground: Ground): TimeScope {
  const at = (turn: number): DayStretch | undefined =>
    monthStretch(yearOf(ground.listedOn) + turn, 1, 12);
  return scopeNear({ at, single: false, unit: '年', words: '年' }, '');
}

function nearMonth(parts: Parts, ground: Ground): TimeScope {
  const { date, third } = parts;
  const word = matchedPart(parts, 'word');
  const first = addMonths(monthOfList(ground), stepOf(word));
  const at = (turn: number): DayStretch | undefined => {
    const start = addMonths(first, turn);
    return date === undefined ? thirdOf(start, third) : oneDay(dateOfMonth(start, Number(date)));
  };
  const words = `${word}月${date === undefined ? '' : `${date}日`}`;
  return scopeNear({ at, single: date !== undefined, unit: '月', words }, word);
}

/** The day `date` of the month that begins on `first`, if it has one. */
function dateOfMonth(first: Day, date: number): Day | undefined {
  return dayOf(yearOf(first), monthOf(first), date);
}

/** 上旬 without a month. */
function looseThird(parts: Parts, ground: Ground): TimeScope {
  const at = (turn: number): DayStretch =>
    thirdOf(addMonths(monthOfList(ground), turn), parts['third']);
  const why = `“${matchedPart(parts, 'third')}旬”没有写是哪个月。`;
  const doubt = { why, options: nextTwo(at, ground) };
  return { tie: 'nearest', single: false, at, why: [], doubt };
}

function nearQuarter(parts: Parts, ground: Ground): TimeScope {
  const word = matchedPart(parts, 'word');
  const at = (turn: number): DayStretch => {
    const last = endOfQuarter(addMonths(monthOfList(ground), 3 * (stepOf(word) + turn)));
    return { first: addMonths(`${last.slice(0, 8)}01`, -2), last };
  };
  return scopeNear({ at, single: false, unit: '季度', words: `${word}季度` }, word);
}

/** 15日 without a month: the end of a range that names one, otherwise not a date yet. */
function bareDate(parts: Parts, ground: Ground): TimeScope {
  const date = Number(parts['date']);
  const base = ground.after ?? ground.listedOn;
  const at = (turn: number): DayStretch | undefined => {
    return oneDay(dateOfMonth(addMonths(`${base.slice(0, 8)}01`, turn), date));
  };
  if (ground.range === 'days' && at(0)) {
    const why = [`“${date}日”随起始日期，是${monthOf(base)}月。`];
    return { tie: 'missing', single: true, at, why };
  }
  const doubt = { why: `“${date}日”没有写是哪个月。`, options: nextTwo(at, ground) };
  return { tie: 'nearest', single: true, at, why: [], doubt };
}

/**
 * A weekday of this or another week. The week begins on Monday (GB/T 7408), but people also begin it on Sunday: where
 * that leads to another day that is still to come, it is a doubt.
 */
function weekday(parts: Parts, ground: Ground): TimeScope {
  const { listedOn } = ground;
  const [word, name] = [matchedPart(parts, 'word'), matchedPart(parts, 'weekday')];
  const number = WEEKDAYS.indexOf(name.replace('天', '日')) + 1;
  const weeks = 7 * stepOf(word);
  const fromMonday = addDays(startOfWeek(listedOn), weeks + number - 1);
  const fromSunday = addDays(listedOn, weeks + (number % 7) - (weekdayOf(listedOn) % 7));
  const at = (turn: number): DayStretch | undefined => oneDay(addDays(fromMonday, 7 * turn));
  const scope = scopeNear({ at, single: true, unit: '周', words: `${word}周${name}` }, word);
  if (word === '' || fromSunday === fromMonday || fromSunday < listedOn) return scope;
  const options = [
    { note: '一周从星期一算起', day: fromMonday },
    { note: '一周从星期日算起', day: fromSunday },
  ].filter(({ day }) => day >= listedOn);
  return { ...scope, doubt: { why: '一周从星期一还是星期日算起，会差一周。', options } };
}

/** 本周, 下周: by Friday or by Sunday. */
function week(parts: Parts, ground: Ground): TimeScope {
  const word = matchedPart(parts, 'word');
  const monday = addDays(startOfWeek(ground.listedOn), 7 * stepOf(word));
  const at = (): DayStretch => ({ first: monday, last: addDays(monday, 6) });
  const options = [
    { note: '到星期五', day: addDays(monday, 4) },
    { note: '到星期日', day: addDays(monday, 6) },
  ].filter(({ day }) => day >= ground.listedOn);
  const why = `“${word}周”到星期五还是星期日为止，原文没有写明。`;
  return { tie: 'words', single: false, at, why: [], doubt: { why, options } };
}

/** 今天, 明天, 后天; 次日 and its like count from a day that is not named. */
function dayWord(parts: Parts, ground: Ground): TimeScope {
  const words = matchedPart(parts, 'word');
  const isLoose = /^[次翌第]/u.test(words);
  const step = words === '后天' ? 2 : isLoose || words.startsWith('明') ? 1 : 0;
  const at = (): DayStretch | undefined => oneDay(addDays(ground.listedOn, step));
  return scopeNear({ at, single: true, unit: '周', words }, isLoose ? '次' : '本');
}

/** The next two days that come into question, from the list's day on. */
function nextTwo(at: TimeScope['at'], ground: Ground): Option[] {
  return [0, 1, 2]
    .flatMap((turn) => at(turn)?.last ?? [])
    .filter((day) => day >= ground.listedOn)
    .slice(0, 2)
    .map((day) => ({ note: `指${monthOf(day)}月`, day }));
}
