/** 时刻: the time of day after a date: 下班前, 18:00, 下午5时. A figure that may be morning or evening is a doubt. */
import { matchAt, matchedPart } from './match.ts';

/** A time of day HH:MM, or the times it may be; `end` is the place after its words. */
export interface ClockFound {
  end: number;
  words: string;
  time?: string;
  doubt?: { why: string; times: string[] };
}

const PART = '上午|早上|早|中午|下午|傍晚|晚上|晚间|晚|夜间|凌晨';
const CLOCK = new RegExp(
  ` ?(?:(?<part>${PART})?(?:(?<close>下班)时?|(?<hour>\\d{1,2})(?::(?<minutes>\\d{2})(?::\\d{2})?(?!\\d)|(?<sign>[点时])(?!间|期|限)(?:(?<more>\\d{1,2})分(?:\\d{1,2}秒)?|(?<half>半)|整)?))|(?<only>${PART}))`,
  'uy',
);

/** The time at `at`, or undefined when none is written there. `closeOfBusiness` (HH:MM) is what 下班 means. */
export function clockAt(read: string, at: number, closeOfBusiness: string): ClockFound | undefined {
  const match = matchAt(CLOCK, read, at);
  if (!match) return undefined;
  const { part: when, close, hour, minutes, sign, more, half } = match.parts;
  const found = { end: match.end, words: match.words.trim() };
  if (close !== undefined) return { ...found, ...endOfBusiness(when, closeOfBusiness) };
  if (hour === undefined)
    return { ...found, ...partOnly(matchedPart(match.parts, 'only'), closeOfBusiness) };
  const minute = half === undefined ? Number(minutes ?? more ?? 0) : 30;
  return { ...found, ...hourOf(Number(hour), minute, when, sign === '点') };
}

type Time = Pick<ClockFound, 'time' | 'doubt'>;

function endOfBusiness(when: string | undefined, closeOfBusiness: string): Time {
  if (when === undefined || when === '下午') return { time: closeOfBusiness };
  return doubt(`“${when}下班”是几点，原文没有写明。`, []);
}

function partOnly(when: string, closeOfBusiness: string): Time {
  if (when === '中午') return { time: '12:00' };
  const times = when === '上午' ? ['12:00'] : when === '下午' ? [closeOfBusiness] : [];
  return doubt(`“${when}”到几点为止，原文没有写明。`, times);
}

function hourOf(hour: number, minute: number, when: string | undefined, spoken: boolean): Time {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) {
    return doubt(`没有${hour}时${minute}分这个时刻。`, []);
  }
  if (hour === 0) return doubt('“0时”是这一天开始还是结束，原文没有写明。', ['00:00', '24:00']);
  const [morning, evening] = [clock(hour, minute), clock(hour + 12, minute)];
  const isHalfDay = hour < 12;
  switch (when) {
    case undefined:
      // 24 小时制 is what 时 and 18:00 use; 点 is spoken and may mean either half of the day.
      return spoken && hour <= 12
        ? doubt(
            `“${hour}点”是上午还是下午，原文没有写明。`,
            isHalfDay ? [morning, evening] : ['12:00', '24:00'],
          )
        : { time: morning };
    case '上午':
    case '早上':
    case '早':
      return isHalfDay ? { time: morning } : doubt(`“${when}”没有${hour}时。`, [morning]);
    case '中午':
      return hour === 11 || hour === 12
        ? { time: morning }
        : doubt(`“中午${hour}时”是几点，原文没有写明。`, []);
    case '下午':
    case '傍晚':
      if (isHalfDay) return { time: evening };
      return hour > 12 && hour < 24 ? { time: morning } : doubt(`“${when}”没有${hour}时。`, []);
    case '晚上':
    case '晚间':
    case '晚':
      if (hour >= 6 && isHalfDay) return { time: evening };
      return hour >= 18 ? { time: morning } : doubt(`“${when}${hour}时”是几点，原文没有写明。`, []);
    default:
      return doubt(`“${when}${hour}时”算在哪一天，原文没有写明。`, []);
  }
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function doubt(why: string, times: string[]): Time {
  return { doubt: { why, times } };
}
