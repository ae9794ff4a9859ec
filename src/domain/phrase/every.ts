/** 频次的说法: a frequency of the vocabulary in Chinese words. */
import type { Deadline, Period } from '../../schema/deadline.ts';

/** How often: so many times a period, or at least once in so many days. */
export type Every = Extract<Deadline, { kind: 'recurring' }>['every'];

const PERIOD_WORDS: Readonly<Record<Period, string>> = {
  day: '天',
  week: '周',
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
};

/** The frequency in Chinese: 每周2次, 每月25日前1次, 每14天至少一次. */
export function everyInWords(every: Every): string {
  return 'everyDays' in every
    ? `每${every.everyDays}天至少一次`
    : `每${PERIOD_WORDS[every.per]}${every.by ?? ''}${every.times}次`;
}
