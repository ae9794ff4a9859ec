/** 时期: a unit's page of its periods, and of a quarter without a year the latest first. (示例区内部站) */
import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/search/question/question.ts';
import { bulletinPages } from '../../../src/views/inspection/bulletin-view.ts';
import { inspectionPages } from '../../../src/views/inspection/inspection-view.ts';
import { face } from '../../documents/face.ts';
import { readerOf } from '../reader.ts';

const inside = face('shili');
const { reader } = readerOf(inside);
const unit = [...inside.ledger.units.values()].find(({ name }) => name.endsWith('水务局'))!;
const pages = async (question: string) =>
  (await answer(question, reader)).flatMap((hit) => (hit.kind === 'page' ? [hit.entry] : []));

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
