/** A list of very many pages leads to the search for the choice that an address brings. */
import { expect, test } from 'vitest';
import { searchFor } from '../../src/browser/list/not-applied.ts';

const asked = (query: string): string | undefined => {
  const search = searchFor(new URLSearchParams(query), [['指标', '逾期']]);
  return search === undefined ? undefined : decodeURIComponent(search.toString());
};

test('条件成为搜索的分面，连同清单自己的；没有要找的字，就搜它的名称', () => {
  expect(asked('unit=教育局')).toBe('q=教育局&指标=逾期&单位=教育局');
  expect(asked('find=备案&origin=自查')).toBe('q=备案&指标=逾期&来源=自查');
  expect(asked('officer=甲')).toBe('q=甲&指标=逾期');
});

test('没有条件的、不是条件的，不说', () => {
  expect([asked(''), asked('unit='), asked('from=mail&sort=due')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
