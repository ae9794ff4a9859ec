import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, sampleSize } from '../../../src/domain/inspection/draw.ts';

const ids = Array.from({ length: 60 }, (_, index) => `account-${String(index)}`);

test('同一种子、同一名册抽出同样的账号，与名册的顺序无关', () => {
  expect(draw(ids.toReversed(), 7, 30)).toEqual(draw(ids, 7, 30));
  expect(draw(ids, 8, 30)).not.toEqual(draw(ids, 7, 30));
});

test('抽取数按比例向上取整，不重复，都在名册里', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 100 }), (seed, share) => {
      const drawn = draw(ids, seed, share);
      expect(drawn).toHaveLength(sampleSize(ids.length, share));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((id) => ids.includes(id))).toBe(true);
    }),
  );
  expect([sampleSize(3, 1), sampleSize(10, 35), sampleSize(10, 100)]).toEqual([1, 4, 10]);
});

test('提高比例，原来抽中的还在里面', () => {
  const more = draw(ids, 7, 50);
  expect(draw(ids, 7, 20).every((id) => more.includes(id))).toBe(true);
});

test('换种子多抽几次，每个账号都有机会', () => {
  const seen = new Set(Array.from({ length: 80 }, (_, seed) => draw(ids, seed, 10)).flat());
  expect(seen.size).toBe(ids.length);
});
