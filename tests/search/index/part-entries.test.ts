/** 投诉、找错: found only where this ledger names somebody to turn to. */
import { expect, test } from 'vitest';
import { pageEntries } from '../../../src/search/index/part-entries.ts';
import { face } from '../../documents/face.ts';

const menu = [{ name: '说明', href: '/about.html' }];
const found = (of: ReturnType<typeof face>, word: string): string[] =>
  pageEntries(of, menu)
    .filter(({ names }) => names.includes(word))
    .map(({ address }) => address);

test('没有电话、没有找错入口的台账，投诉、找错不带到说明页', () => {
  for (const word of ['投诉', '找错', '我要举报', '联系电话', '我为政府网站找错'])
    expect(found(face('yuyang', 'public'), word), word).toEqual([]);
  expect(found(face('yuyang', 'public'), '口径')).toEqual(['about.html']);
});

test('公开站有找错入口的，先给这个入口，再给写着电话的说明页；内部站只有电话', () => {
  const corrections = 'https://corrections.example/';
  const open = face('shili', 'public');
  expect(found(open, '我为政府网站找错')).toEqual([corrections]);
  expect(found(open, '投诉')).toEqual([corrections, 'about.html']);
  expect(found(face('shili', 'internal'), '投诉')).toEqual(['about.html']);
});
