/** 问句怎样得出结果。(示例区内部站) */
import { describe, expect, test } from 'vitest';
import { answer, LONGEST_QUESTION } from '../../../src/search/question/question.ts';
import { face } from '../../documents/face.ts';
import { readerOf } from '../reader.ts';

const inside = face('shili');
const { reader, records } = readerOf(inside, [{ name: '单位', href: '/units.html' }]);
const unit = [...inside.ledger.units.values()].find(({ name }) => name.endsWith('水务局'))!;
const hits = (question: string) => answer(question, reader);
const pages = async (question: string) =>
  (await hits(question)).flatMap((hit) => (hit.kind === 'page' ? [hit.entry] : []));
const places = async (question: string) =>
  (await hits(question)).flatMap((hit) => (hit.kind === 'issue' ? [hit.place] : []));

test('太长的、没有字的，不找', async () => {
  expect(await hits('水'.repeat(LONGEST_QUESTION + 1))).toEqual([]);
  expect(await hits(' ，。？')).toEqual([]);
});

describe('单位', () => {
  test('单位的页在前，后面是它的问题', async () => {
    expect((await pages('水务局'))[0]?.title).toBe(unit.name);
    const own = records.flatMap(({ facets }, place) =>
      facets['单位'].includes(unit.name) ? [place] : [],
    );
    expect(new Set(await places('水务局'))).toEqual(new Set(own));
  });

  test('再说一样，只留两样都合的', async () => {
    const both = await places('水务局 小程序');
    expect(both.length).toBeGreaterThan(0);
    for (const place of both) {
      expect(records[place]?.facets['单位']).toContain(unit.name);
      expect(records[place]?.facets['平台'].join()).toContain('小程序');
    }
    expect(both.length).toBeLessThan((await places('水务局')).length);
  });
});

test('问有多少的，先说数', async () => {
  expect((await pages('水务局有多少问题'))[0]?.kind).not.toBe('account');
  expect((await pages('有多少逾期'))[0]).toMatchObject({ kind: 'figure' });
});

test('只是问法、什么也没问的，答整本台账；页名照页', async () => {
  expect((await pages('单位'))[0]?.address).toBe('units.html');
  expect((await pages('整改情况')).every(({ kind }) => kind === 'figure')).toBe(true);
  expect(await hits('有什么问题')).toEqual([]);
});

test('有一样哪里也没有的，什么也没有', async () => {
  expect(await hits('水务局 外星人来过')).toEqual([]);
});

test('这段日子里到期的，只留在那些日子到期的', async () => {
  const found = await places('水务局6月到期的');
  for (const place of found) expect(records[place]?.facets['单位']).toContain(unit.name);
  expect(found.length).toBeLessThan((await places('水务局')).length);
});

test('拼音分开打是一个名字', async () => {
  const [first] = await pages('shui wu ju');
  expect(first?.title).toBe((await pages('shuiwuju'))[0]?.title);
});

test('繁体字、全角字照样找得到', async () => {
  expect((await pages('水務局'))[0]?.title).toBe(unit.name);
});
