/** 日期：过去的台账每个日期都带年份，现在的和演示的只在别的年份带。(榆阳；示例区，虚构) */
import { expect, test } from 'vitest';
import { shownDay, shownSpan } from '../../src/views/day-view.ts';
import { homeView } from '../../src/views/home/home-view.ts';
import { issueRows } from '../../src/views/issue/issue-row.ts';
import { changeViews } from '../../src/views/issue/change-view.ts';
import { face } from '../documents/face.ts';

const past = face('yuyang', 'public');

test('2020年的台账：清单里的复查日、截止日都写2020年', () => {
  const rows = issueRows(past, [...past.issues.keys()]);
  expect(rows.some(({ mark }) => mark?.name === '复查')).toBe(true);
  for (const { mark } of rows.filter((row) => row.mark))
    expect(mark?.day.short).toMatch(/^2020年/u);
  for (const { on } of changeViews(past)) expect(on.short).toMatch(/^2020年/u);
  expect(JSON.stringify(homeView(past))).not.toMatch(/截止日是\d+月/u);
});

test('一段时间：头一个写年份，同年的后一个不重复', () => {
  expect(shownSpan(past, '2020-05-13', '2020-05-26')).toBe('2020年5月13日至5月26日');
  expect(shownSpan(past, '2020-12-30', '2021-01-02')).toBe('2020年12月30日至2021年1月2日');
});

test('演示的和现在的台账照旧：当年的不写年份', () => {
  const now = face('shili');
  expect(shownDay(now, '2026-08-11').short).toBe('8月11日');
  expect(shownDay(now, '2025-08-11').short).toBe('2025年8月11日');
  expect(shownSpan(now, '2026-06-15', '2026-06-28')).toBe('6月15日至6月28日');
  expect(shownDay(face('yuyang', 'public', '2020-06-01'), '2020-08-11').short).toBe('8月11日');
});
