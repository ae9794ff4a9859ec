/** 时刻: what stands behind a date as a time of day, and when it is none or two. */
import { expect, test } from 'vitest';
import { clockAt } from '../../../src/domain/phrase/clock.ts';

/** The time, else the times that it may be with what is said of it, else nothing. */
function read(words: string, at = 0): string {
  const found = clockAt(words, at, '17:30');
  if (found === undefined) return '没有';
  return found.time ?? `${found.doubt?.times.join('或') ?? ''}？`;
}

test.each([
  ['18:00', '18:00'],
  ['9:05:30', '09:05'],
  ['12时', '12:00'],
  ['9时半', '09:30'],
  ['15时20分', '15:20'],
  ['24:00', '24:00'],
  ['下班前', '17:30'],
  ['下午下班时', '17:30'],
  ['中午', '12:00'],
  ['上午9点', '09:00'],
  ['中午12点', '12:00'],
  ['下午5点', '17:00'],
  ['下午17时', '17:00'],
  ['傍晚6时', '18:00'],
  ['晚上8点半', '20:30'],
  ['晚19:00', '19:00'],
])('“%s”是 %s', (words, time) => {
  expect(read(words)).toBe(time);
});

test.each([
  ['5点', '05:00或17:00？'],
  ['12点', '12:00或24:00？'],
  ['0时', '00:00或24:00？'],
  ['上午', '12:00？'],
  ['下午', '17:30？'],
  ['晚上', '？'],
  ['上午下班', '？'],
  ['上午13时', '13:00？'],
  ['下午12时', '？'],
  ['中午3点', '？'],
  ['晚上5点', '？'],
  ['凌晨2时', '？'],
  ['25:00', '？'],
  ['24:30', '？'],
  ['9:61', '？'],
])('“%s”不定：%s', (words, times) => {
  expect(read(words)).toBe(times);
});

test('不是时刻的，没有：3时间、8时期、整改', () => {
  expect(['3时间', '8时期', '整改', ''].map((words) => read(words))).toEqual(
    Array.from({ length: 4 }, () => '没有'),
  );
});

test('从给定的地方读起，连同前面的空格，说到哪里为止', () => {
  expect(clockAt('5月6日 18:00前', 4, '17:30')).toEqual({ end: 10, words: '18:00', time: '18:00' });
  expect(clockAt('5月6日18:00前', 3, '17:30')).toBeUndefined();
});
