/** 逐项写明的账号: keys and values in one line, or one key a line. (虚构) */
import { expect, test } from 'vitest';
import { ColumnNames } from '../../../src/intake/list/column-names.ts';
import { keyedAt } from '../../../src/intake/prose/keyed-line.ts';
import { bare } from '../lists.ts';
import { words } from './known.ts';

const columns = new ColumnNames(bare.vocabulary.columns);
function read(lines: readonly string[], from = 0) {
  const keyed = keyedAt(
    lines.map((text, at) => ({
      kind: 'line',
      text,
      place: { file: '', sheet: '', row: at + 1, cell: '' },
    })),
    from,
    columns,
    words,
  );
  return (
    keyed && {
      said: keyed.ids.map((id, at) => `${id}=${keyed.cells[at] ?? ''}`).join(' '),
      title: keyed.title,
      end: keyed.end,
    }
  );
}

test('一行写全的：次序不限，引号去掉，句末的标点不算', () => {
  expect(
    read(['1.账号名称：“甲统计”；平台：微信公众号；主办单位：市统计局；问题：超过2周未更新。']),
  ).toEqual({
    said: 'name=甲统计 platform=微信公众号 host=市统计局 finding=超过2周未更新',
    title: '账号名称',
    end: 1,
  });
  expect(read(['存在问题：错别字，主办单位：市统计局，网站：市统计局网站'])?.said).toBe(
    'finding=错别字 host=市统计局 listed=市统计局网站',
  );
});

test('平台当栏名的，后面是账号的名字', () => {
  expect(read(['微信公众号：甲统计；存在问题：未更新'])).toMatchObject({
    said: 'name=甲统计 finding=未更新',
    title: '微信公众号',
  });
});

test('一行一项的接着读，到下一个账号、别的编号、别的话为止', () => {
  const lines = ['账号名称：甲统计', '主办单位：市统计局', '存在问题：未更新'];
  expect(read([...lines, '账号名称：乙统计', '存在问题：错链'])?.end).toBe(3);
  expect(read([...lines, '（二）整改时限：3月底'])?.end).toBe(3);
  expect(read([...lines, '以上问题要抓紧整改。'])?.end).toBe(3);
  expect(read([...lines, '整改时限：3月底'])).toMatchObject({
    said: 'name=甲统计 host=市统计局 finding=未更新 deadline=3月底',
    end: 4,
  });
  expect(read(['第一段', ...lines], 1)?.end).toBe(4);
});

test('一行里有几项的，就是全部；下一行不算它的', () => {
  expect(read(['账号名称：甲统计；存在问题：未更新', '整改时限：3月底'])?.end).toBe(1);
});

test('同一栏又出现的，是前一栏说的话', () => {
  expect(read(['账号名称：甲统计；存在问题：栏目未更新，问题：两个'])?.said).toBe(
    'name=甲统计 finding=栏目未更新，问题：两个',
  );
});

test.each([
  ['没有说问题', ['账号名称：甲统计；主办单位：市统计局']],
  ['没有说是谁', ['平台：微信公众号；存在问题：未更新']],
  ['问题是空的', ['账号名称：甲统计；存在问题：']],
  ['不是从栏名开始的', ['经查，账号名称：甲统计；存在问题：未更新']],
  ['没有栏名', ['甲统计：未更新']],
])('%s的不是', (_, lines) => {
  expect(read(lines)).toBeUndefined();
});

test('没有写账号而写了单位的，也是', () => {
  expect(read(['主办单位：市统计局；问题类别：更新不及时'])).toMatchObject({ title: '', end: 1 });
});

test('一行一个名字的几千行：都不是逐项写的，读得完', () => {
  const names = Array.from({ length: 4000 }, (_, at) => `甲县税务${String(at)}`);
  expect(read(names)).toBeUndefined();
  expect(read([...names, '主办单位：市统计局；存在问题：未更新'], 3998)).toBeUndefined();
});
