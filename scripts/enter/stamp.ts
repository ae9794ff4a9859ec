/** 时间戳: the part of a record's file name that puts records in the order in which they were made. */
import { randomInt } from 'node:crypto';
import { clockInChina } from '../../src/day/china.ts';
import { stampKey } from '../../src/text/stamp.ts';

/**
 * A stamp for a file name: 20200525-091500-k3f, the clock of China and three characters by chance. It comes after `last`,
 * the stamp of the record before it, even when both are made within a second: their order is the order of their names.
 */
export function newStamp(day: string, last = ''): string {
  const date = day.replaceAll('-', '');
  const [lastDate, lastTime = ''] = stampKey(last).split('-');
  const now = clockInChina(new Date());
  const time = lastDate === date && lastTime >= now ? secondAfter(lastTime) : now;
  return `${date}-${time}-${randomCode()}`;
}

/** The first stamp of a day after `last`, always the same: what is made twice of the same ledger is one proposal. */
export function firstStamp(day: string, last = ''): string {
  const date = day.replaceAll('-', '');
  const [lastDate, lastTime = ''] = stampKey(last).split('-');
  return `${date}-${lastDate === date ? secondAfter(lastTime) : '000000'}-000`;
}

/** 091459 → 091500; the last second of a day has none after it. */
function secondAfter(time: string): string {
  const [hours = 0, minutes = 0, seconds = 0] = (time.match(/\d\d/gu) ?? []).map(Number);
  const next = Math.min(hours * 3600 + minutes * 60 + seconds + 1, 86_399);
  return [Math.floor(next / 3600), Math.floor(next / 60) % 60, next % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join('');
}

/** Three letters or digits by chance. */
export function randomCode(): string {
  return Array.from({ length: 3 }, () => randomInt(36).toString(36)).join('');
}
