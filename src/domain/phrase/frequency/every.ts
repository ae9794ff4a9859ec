/** 频次的说法: a frequency of the vocabulary in Chinese words. */
import { periods } from '../../../text/terms.ts';
import type { Deadline } from '../../../schema/deadline.ts';

/** How often: so many times a period, or at least once in so many days. */
export type Every = Extract<Deadline, { kind: 'recurring' }>['every'];

/** The frequency in Chinese: 每周2次, 每月25日前1次, 每14天至少一次. */
export function everyInWords(every: Every): string {
  return 'everyDays' in every
    ? `每${every.everyDays}天至少一次`
    : `每${periods[every.per]}${every.by ?? ''}${every.times}次`;
}
