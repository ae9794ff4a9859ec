import { expect, test } from 'vitest';
import { own } from '../../src/text/own.ts';

test('表里自己的键才算，原型上的不算', () => {
  expect(own({ a: 1 }, 'a')).toBe(1);
  expect(own(undefined, 'a')).toBeUndefined();
  for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'b'])
    expect([word, own({ a: 1 }, word)]).toEqual([word, undefined]);
});
