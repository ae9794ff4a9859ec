/** 问句怎样得出结果。(示例区内部站) */
import { describe, expect, test } from 'vitest';
import { answer, LONGEST_QUESTION } from '../../../src/search/question/question.ts';
import { face } from '../../documents/face.ts';
import { bulletinPages } from '../../../src/views/inspection/bulletin-view.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';
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

describe('各时期情况', () => {
  test('单位加这几个字，找到那个单位的这一页；没有写单位的，先说在哪里，再列有这一页的单位', async () => {
    const own = await pages('水务局各时期情况');
    expect(own.map(({ address, title }) => [address, title])).toEqual([
      [`units/${unit.id}/periods.html`, `${unit.name}各时期情况`],
    ]);
    expect(await pages('水务局的各季度情况')).toHaveLength(1);
    const all = await pages('各时期情况');
    expect(all[0]).toMatchObject({ address: 'units.html', title: '各单位的各时期情况' });
    expect(all.length).toBeGreaterThan(5);
    for (const { address } of all.slice(1)) {
      const id = /^units\/(.+)\/periods\.html$/u.exec(address)?.[1] ?? '';
      expect(inside.byUnit.has(id), address).toBe(true);
    }
  });

  test('公开站没有这些页', async () => {
    const outside = readerOf(face('shili', 'public'));
    const found = await answer('水务局各时期情况', outside.reader);
    expect(
      found.every((hit) => hit.kind === 'issue' || !hit.entry.address.includes('periods')),
    ).toBe(true);
  });
});

describe('第几季度', () => {
  const papers = [...inspectionPages(inside), ...bulletinPages(inside)];
  const shelved = readerOf(inside, [], papers).reader;
  const titles = async (question: string) =>
    (await answer(question, shelved))
      .flatMap((hit) => (hit.kind === 'page' ? [hit.entry.title] : []))
      .filter((title) => /\d{4}年/u.test(title));

  test.each([
    ['第一季度', '一季度'],
    ['一季度检查', '一季度'],
    ['第三季度', '三季度'],
  ])('%s：没有写年份的，近的年份在前，别的季度在后', async (question, said) => {
    const all = await titles(question);
    const own = all.filter((title) => title.includes(said));
    expect(all.slice(0, own.length)).toEqual(own);
    const found = own.map((title) => Number(/(\d{4})年/u.exec(title)?.[1]));
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(found.toSorted((a, b) => b - a));
  });

  test('第二季度：只有检查页的今年，在前年有专项的前面', async () => {
    expect((await titles('第二季度'))[0]).toBe('示例区2026年第二季度检查');
  });

  test('写了年份的就是那一年', async () => {
    expect((await titles('2025年第一季度'))[0]).toContain('2025年第一季度');
  });
});
