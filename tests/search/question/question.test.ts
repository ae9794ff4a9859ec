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

test('已整改：已销号和待审核的数以外，写明整改到位和已销号不是一回事', async () => {
  const found = await pages('已整改');
  expect(found.filter(({ kind }) => kind === 'figure').map(({ of }) => of?.[1])).toEqual([
    '已销号',
    '待审核',
  ]);
  expect(found.find(({ address }) => address === 'guide.html#settled')?.summary).toContain(
    '验收而且销号以后才是已销号',
  );
});

describe('单位和类别的一个词', () => {
  const kindOf = (place: number) => records[place]!.facets['问题'].join();

  test.each(['丁街道 互动', '丁街道 更新', '丁街道备案'])(
    '%s：那家单位的这类问题，别家的、别类的不在内',
    async (question) => {
      const word = question.slice(-2);
      const found = await places(question);
      const wanted = records.flatMap(({ facets }, place) =>
        facets['单位'].includes('示例区丁街道办事处') && kindOf(place).includes(word)
          ? [place]
          : [],
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect(found.toSorted()).toEqual(wanted.toSorted());
    },
  );

  test('没有这类问题的，给单位和类别的页，不给别的问题', async () => {
    expect(await places('丁街道 链接')).toEqual([]);
    const found = await pages('丁街道 链接');
    expect(found.map(({ kind }) => kind)).toEqual(['unit', 'problem', 'problem']);
    expect(found.every(({ title }) => /丁街道|链/u.test(title))).toBe(true);
  });

  test('没有说单位的，一个词照旧', async () => {
    expect((await pages('链接')).map(({ kind }) => kind)).not.toContain('unit');
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
