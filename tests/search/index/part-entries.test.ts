/** 投诉、找错: found only where this ledger names somebody to turn to. */
import { expect, test } from 'vitest';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { pageEntries, yearEntries } from '../../../src/search/index/part-entries.ts';
import { face } from '../../documents/face.ts';

const menu = [{ name: '说明', href: '/about.html' }];
const found = (of: ReturnType<typeof face>, word: string): string[] =>
  pageEntries(of, menu)
    .filter(({ names }) => names.includes(word))
    .map(({ address }) => address);

/** Of all entries. */
const shown = (of: ReturnType<typeof face>, word: string): string[] =>
  searchEntries(of, menu, [])
    .filter(({ names }) => names.includes(word))
    .map(({ address, summary }) => `${address} ${summary}`);

test('没有电话、没有找错入口的台账，投诉、找错不带到说明页', () => {
  for (const word of ['投诉', '向谁举报'])
    expect(shown(face('yuyang', 'public'), word)).toEqual([]);
  for (const word of ['投诉', '找错', '我要举报', '联系电话', '我为政府网站找错'])
    expect(found(face('yuyang', 'public'), word), word).toEqual([]);
  expect(found(face('yuyang', 'public'), '口径')).toEqual(['about.html']);
});

test('公开站有找错入口的，先给这个入口，再给写着向谁反映的那一段；内部站只有那一段', () => {
  const corrections = 'https://corrections.example/';
  const open = face('shili', 'public');
  expect(found(open, '我为政府网站找错')).toEqual([corrections]);
  const way = 'about.html#corrections 请向示例区人民政府办公室反映，电话0000-1000000。';
  expect(shown(open, '投诉')).toEqual([expect.stringContaining(corrections), way]);
  expect(shown(face('shili', 'internal'), '投诉')).toEqual([way]);
  expect(found(open, '联系电话')).toEqual(['about.html']);
});

test('今年列入多少：各年一条，说到趋势页的那一处；今年、去年也认得；公开站不说各年的逾期', () => {
  const inside = yearEntries(face('shili', 'internal'));
  const [latest, before] = inside;
  expect(inside.every(({ address }) => address === 'trends/course.html#years')).toBe(true);
  expect(latest?.title).toMatch(/^2026年列入\d+个，销号率\d+\.\d%$/u);
  expect(latest?.summary).toMatch(/未完成\d+个（其中逾期\d+个）/u);
  expect(latest?.names).toEqual(expect.arrayContaining(['2026年列入', '今年列入的', '今年销号率']));
  expect(before?.names).toEqual(expect.arrayContaining(['2025年列入', '去年列入']));
  expect(before?.names).not.toContain('今年列入');
  for (const { summary } of yearEntries(face('shili', 'public')))
    expect(summary).not.toContain('逾期');
});
