/** 期限长度: how long a relative deadline runs, and on which day it ends. */
import type { Deadline } from '../schema/deadline.ts';
import { addDays, addMonths, type Day } from '../day/calendar.ts';
import { addWorkdays, type Reckoned } from '../day/workday.ts';

/** The length of a relative deadline, as the vocabulary has it. */
export type Length = Extract<Deadline, { kind: 'relative' }>['length'];

/**
 * The last day of a span: the first day is not counted, months end on the corresponding date or, where there is
 * none, on the month's last day (民法典第二百零一、二百零二条). Hours end on the last day they can reach; whole days
 * of hours are certain, others depend on an hour that is not on record.
 */
export function endOfSpan(from: Day, length: Length): Reckoned {
  if ('hours' in length) {
    return { day: addDays(from, Math.ceil(length.hours / 24)), certain: length.hours % 24 === 0 };
  }
  if ('days' in length) return { day: addDays(from, length.days), certain: true };
  if ('workdays' in length) return addWorkdays(from, length.workdays);
  return { day: addMonths(from, length.months), certain: true };
}

/** The length in Chinese: 3个月, 15天, 5个工作日, 24小时; 0 days is 当天. */
export function lengthInWords(length: Length): string {
  if ('hours' in length) return `${length.hours}小时`;
  if ('days' in length) return length.days === 0 ? '当天' : `${length.days}天`;
  if ('workdays' in length) return `${length.workdays}个工作日`;
  return `${length.months}个月`;
}
