import { expect, test } from 'vitest';
import { answerDigest } from '../src/asked.ts';

test('同样的数据得同样的摘要，集合里的也算在内', () => {
  expect(answerDigest({ a: [1, { b: '二' }] })).toBe(answerDigest({ a: [1, { b: '二' }] }));
  const digests = [
    {},
    { a: new Map() },
    { a: new Map([['k', 1]]) },
    { a: new Map([['k', 2]]) },
    { a: new Set([2]) },
    { a: [new Set([3])] },
    { a: new Date(0) },
    { a: new Date(1) },
    [],
    null,
    '{}',
  ].map(answerDigest);
  expect(new Set(digests).size).toBe(digests.length);
});

test('不是数据的拒绝', () => {
  for (const value of [
    () => 1,
    { a: () => 1 },
    { a: [Symbol('a')] },
    { a: new Map([[1, String]]) },
  ])
    expect(() => answerDigest(value)).toThrow('is no plain data');
});
