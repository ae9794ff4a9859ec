/** 周期用语: the words that name a period or an interval: 每周, 每月5日前, 每两周, 一周两次, 间隔不超过14天, 隔周. */
import type { RecurrencePeriod } from '../../../schema/deadline.ts';
import { everyInWords } from './every.ts';
import { matchedPart, type Parts } from '../match.ts';
import { own } from '../../../text/own.ts';

/** What the words of a period say: so often a period, once in so many days, or nothing certain. */
export type PeriodHead = (
  | {
      per: RecurrencePeriod;
      /** How often in the period, where the words themselves say so (每周一、三). */
      times?: number;
      /** 5日前 in 每月5日前, 五前 in 每周五前. */
      by?: string | undefined;
    }
  | { everyDays: number }
  | { candidates: string[] }
) & {
  /** True when the words hold the count already, so that none is looked for after them. */
  closed?: boolean;
};

const PERIODS: Readonly<Record<string, RecurrencePeriod>> = {
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  年: 'year',
  年度: 'year',
};
const UNIT = '日|天|周(?![期年边岁])|星期|礼拜|月|季度|季(?!节)|半年|年度|年';
const WEEKDAY = '[一二三四五六日天]';
/** 5日, 月底, 末月25日: a date in the period; several of them are as many times. */
const DATE =
  '(?:\\d{1,2}月份?|首月|末月?|(?:第|最后)\\d{1,2}个?月)?(?:\\d{1,2}[日号]|[年月]?[底末初]|[上中下]旬|(?:第|最后)?\\d{1,2}个工作日)|\\d{1,2}月份?';
const TIME = '(?:(?:上午|下午)?(?:下班|\\d{1,2}(?::\\d{2}|[点时](?:\\d{1,2}分|半)?))|上午|下午)';
const BEFORE = '(?:之前|以前|前|内)?';
const AT = `(?<at>(?:(?:${DATE})(?:[、和及](?:${DATE}))*(?:${TIME})?|${TIME})${BEFORE})?`;
const LENGTH = '(?<n>\\d{1,3})(?<ge>个)?(?<unit>工作日|自然日|小时|天|日|周|星期|礼拜|月|季度|年)';
const NOT_OVER = '不得?(?:能|应|可)?(?:超过|大于|多于|超出)|不应超过';

/** In this order: the longer wording before the shorter one that begins alike. */
export const HEADS: readonly { pattern: RegExp; head: (parts: Parts) => PeriodHead | undefined }[] =
  [
    {
      pattern: new RegExp(
        `每个?(?:周|星期|礼拜)(?<days>${WEEKDAY}(?:[、,和及](?:周|星期|礼拜)?${WEEKDAY})*)(?<to>[至到-](?:周|星期|礼拜)?${WEEKDAY})?(?<at>(?:${TIME})?(?:之前|前)|${TIME})?`,
        'uy',
      ),
      head: weekdays,
    },
    {
      pattern: /每?半个?月(?=.{0,8}\d次|更新|报)|每半个?月|每旬|每个?工作日|隔月|双月|每单周/uy,
      head: () => ({ candidates: [] }),
    },
    {
      pattern: new RegExp(`每(?<gap>隔)?${LENGTH}(?:之内|以内|内)?`, 'uy'),
      head: everyLength,
    },
    {
      pattern: new RegExp(`(?:每个?|逐(?=[日周月季]))(?<unit>${UNIT})${AT}`, 'uy'),
      head: (parts) => atDates(matchedPart(parts, 'unit'), parts['at']),
    },
    {
      // 按月报送, but not 按日期 or 按年初计划.
      pattern: new RegExp(`按(?<unit>${UNIT})(?=$|[,;报更通开组推发检自汇上提])`, 'uy'),
      head: (parts) => perUnit(matchedPart(parts, 'unit')),
    },
    {
      pattern: new RegExp(
        `(?<![\\d第.月])(?<least>不得?(?:少于|低于|短于))?(?:${LENGTH}|(?<half>半年))(?<inside>之内|以内|内)?(?<between>[^,;()\\d年月日天周后前起]{0,6})(?<count>\\d{1,2})(?:次(?!性)|更(?!新|换|改|正))`,
        'uy',
      ),
      head: lengthAndCount,
    },
    {
      pattern: new RegExp(
        `(?:间隔(?:时间|周期|期)?|(?:更新|发布|巡查|检查|自查)周期)(?:应|须|均)?(?:为|控制在|在)?(?<cap>${NOT_OVER})?${LENGTH}(?<inside>之内|以内|内)?`,
        'uy',
      ),
      head: interval,
    },
    { pattern: /(?<!单)(?:每?双周)|隔周/uy, head: () => ({ everyDays: 14 }) },
    { pattern: /隔[日天]/uy, head: () => ({ everyDays: 2 }) },
    {
      pattern: /(?<![每今当本即次明昨近前后节假工\d])(?<unit>[日周月季年])更(?!新|换|改|正)/uy,
      head: (parts) => perUnit(matchedPart(parts, 'unit')),
    },
  ];

/** 每周一、三、五: as many times a week as days are named; 每周一至周五 leaves the holidays open. */
function weekdays(parts: Parts): PeriodHead {
  const { to, at } = parts;
  if (to !== undefined) return { candidates: [] };
  const times = matchedPart(parts, 'days').replace(/[^一二三四五六日天]/gu, '').length;
  return { per: 'week', times, by: matchedPart(parts, 'days') + (at ?? '') };
}

function perUnit(unit: string): PeriodHead {
  const per = own(PERIODS, unit);
  return per === undefined ? { candidates: [] } : { per };
}

/** 每月5日、20日前: as many times as dates are named. */
function atDates(unit: string, at: string | undefined): PeriodHead {
  const head = perUnit(unit);
  if (!('per' in head) || at === undefined) return head;
  const times = at.split(/[、和及]/u).length;
  return { ...head, by: at, ...(times > 1 && { times }) };
}

function daysOf(n: number, unit: string): number | undefined {
  switch (unit) {
    case '天':
    case '日':
    case '自然日':
      return n;
    case '周':
    case '星期':
    case '礼拜':
      return n * 7;
    default:
      return undefined;
  }
}

/** 每两周, 每10天内; 每隔10天 is every tenth or every eleventh day. */
function everyLength(parts: Parts): PeriodHead {
  const unit = matchedPart(parts, 'unit');
  const count = Number(parts['n']);
  const days = daysOf(count, unit);
  if (count === 0) return { candidates: [] };
  if (parts['gap'] !== undefined) {
    const intervals = days === undefined ? [] : [days, days + 1];
    return { candidates: intervals.map((everyDays) => everyInWords({ everyDays })) };
  }
  if (count === 1) return perUnit(unit);
  return days === undefined ? { candidates: calendarCandidates(count, unit) } : { everyDays: days };
}

/** 每3个月 may be each quarter of the calendar or three months from the last time. */
function calendarCandidates(n: number, unit: string): string[] {
  const months = n * (own({ 月: 1, 季度: 3, 年: 12 }, unit) ?? 0);
  const per = ({ 3: 'quarter', 6: 'half-year', 12: 'year' } as const)[months];
  return per === undefined ? [] : [everyInWords({ times: 1, per })];
}

/** 一周两次, 10天一次; 10天内一次 may be once only. */
function lengthAndCount(parts: Parts): PeriodHead | undefined {
  const { n, ge, half, inside, between, count, least } = parts;
  const unit = matchedPart(parts, 'unit');
  const times = Number(count);
  const per = half !== undefined || n === '1' ? own(PERIODS, half ?? unit) : undefined;
  // 1月 may be January, 5日 a date: only 一月一次 and 一日一次 leave no doubt.
  if (/^(?:月|季度|日)$/u.test(unit) && ge === undefined && (between !== '' || per === undefined)) {
    return undefined;
  }
  const days = times === 1 ? daysOf(Number(n), unit) : undefined;
  const every = per === undefined ? days && { everyDays: days } : { times, per };
  if (!every || times === 0 || least !== undefined) return { candidates: [], closed: true };
  if (inside === undefined) return { ...every, closed: true };
  return { candidates: [everyInWords(every), '只做一次，截止日期另行写明'], closed: true };
}

function interval(parts: Parts): PeriodHead {
  const everyDays = daysOf(Number(parts['n']), matchedPart(parts, 'unit'));
  if (everyDays === undefined || everyDays === 0) return { candidates: [], closed: true };
  const isCap = (parts['cap'] ?? parts['inside']) !== undefined;
  return isCap
    ? { everyDays, closed: true }
    : { candidates: [everyInWords({ everyDays })], closed: true };
}
