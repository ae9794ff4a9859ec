import { expect, test } from 'vitest';
import type { Row, Size } from '../../../scripts/bench/measured.ts';
import { performancePage } from '../../../scripts/bench/performance-page.ts';
import { verdictsOf } from '../../../scripts/bench/verdicts.ts';

const row = (name: string, busy: number, wall = busy, pages = 100): Row => ({
  name,
  runs: [{ wall, busy, megabytes: 2048, kept: 150 }],
  site: { pages, files: 2 * pages, megabytes: 1 },
});
const size = (name: string, rows: readonly Row[], reports = 60_000): Size => ({
  ...{ name, issues: 1, records: 1, reports, rows, spent: [] },
  searches: [{ question: '逾期', requests: 18, kilobytes: 300, seconds: 1, shown: 10 }],
});
const rows = (ours: number, after: number) => [
  row('本项目：公开站', ours),
  row('Hugo + Pagefind，只有记录', 3),
  row('Hugo + Pagefind，同样的网页', 10),
  row('本项目：内部站', 40),
  row('本项目：改一条后的内部站', 10, after),
  row('历史：第一次读', 11),
];
const bench = { versions: ['Node'], machine: '两核', on: '2026-05-01', runs: 1 };
const missed = (one: Size) => verdictsOf(one).flatMap((verdict) => verdict.missed ?? []);

test('每一档有自己的目标；没有达到的说出名字', () => {
  expect(missed(size('M', rows(12, 30), 12_000))).toEqual([]);
  expect(missed(size('M', rows(13, 30), 12_000))).toEqual(['本项目：公开站']);
  expect(missed(size('L', rows(8, 8)))).toEqual(['历史：第一次读']);
  expect(missed(size('L', rows(9, 9)))).toEqual([
    '本项目：公开站',
    '本项目：改一条后的内部站',
    '历史：第一次读',
  ]);
});

test('对照的程序没有跑完，照说，别的照量', () => {
  const hugo: Row = { name: 'Hugo + Pagefind，同样的网页', runs: [], site: undefined };
  const one = size('L', [row('本项目：公开站', 9), hugo]);
  expect(missed(one)).toEqual([]);
  const page = performancePage({ sizes: [one], ...bench });
  expect(page).toContain('| Hugo + Pagefind，同样的网页 | 没有跑完 |');
});

test('办公电脑上一分钟，哪一档都一样', () => {
  const office = (wall: number) =>
    missed(size('M', [row('办公电脑：改一条后的两个网站', 9, wall)]));
  expect(office(60)).toEqual([]);
  expect(office(61)).toEqual(['办公电脑：改一条后的两个网站']);
});

test('没有达到的，写出时间用在哪里；XL 和 L 比每页的时间、说内存', () => {
  const spent = [{ name: '本项目：公开站', on: [{ on: 'src/views', seconds: 3 }], elsewhere: 1 }];
  const page = performancePage({
    sizes: [{ ...size('L', rows(9, 9)), spent }, size('XL', [row('本项目：公开站', 60, 60, 500)])],
    ...bench,
  });
  expect(page).toContain(
    '公开站 ÷ Hugo + Pagefind（同样的网页），处理器时间：0.90 倍（目标不超过 0.85 倍，没有达到）',
  );
  expect(page).toContain('改一条后再生成，用时 9.0 秒（目标不超过 8 秒，没有达到）');
  expect(page).toContain('| src/views | 3.0 | 75 % |');
  expect(page).toContain('XL 每页的时间 ÷ L 每页的时间：1.33 倍（目标不超过 1.2 倍，没有达到）');
  expect(page).toContain('XL 的内存：2.0 GB（目标不超过 3 GB，达到）');
});

test('没有再量的那一档照旧，写着那时的日子；量过的换掉；换了机器的不留', () => {
  const of = (name: string, seconds: number) => size(name, [row('本项目：公开站', seconds)]);
  const first = performancePage({ sizes: [of('S', 1), of('L', 50), of('XL', 300)], ...bench });
  const later = { ...bench, on: '2026-06-01', runs: 3 };
  const second = performancePage({ sizes: [of('L', 40)], ...later }, first);
  const headings = second.split('\n').filter((line) => line.startsWith('## '));
  expect(headings.map((line) => [line.slice(3, 5).replace('：', ''), line.slice(-16)])).toEqual([
    ['S', '（2026-05-01，1 次）'],
    ['L', '（2026-06-01，3 次）'],
    ['XL', '（2026-05-01，1 次）'],
  ]);
  expect(second).toContain('| 本项目：公开站 | 40.0（40.0–40.0）');
  expect(second).not.toContain('50.0');
  expect(second).not.toContain('XL 每页的时间');
  expect(performancePage({ sizes: [of('S', 1), of('L', 40)], ...later }, second)).toContain(
    '## XL',
  );
  const elsewhere = performancePage({ sizes: [of('M', 9)], ...later, machine: '四核' }, first);
  expect(elsewhere.match(/^## .*$/gmu)).toHaveLength(1);
});
