import { expect, test } from 'vitest';
import { patternOf } from '../../../src/text/notation/pattern.ts';

test.each([
  'a.b',
  '（甲）',
  '(甲',
  'x+y*z?',
  '[^a]',
  '{2}',
  '$1',
  'a|b',
  String.raw`c:\d`,
  'a/b',
  '^',
  '',
])('“%s”只找到它自己', (text) => {
  const found = new RegExp(`^${patternOf(text)}$`, 'u');
  expect(found.test(text)).toBe(true);
  expect(found.test(`${text}x`)).toBe(false);
  expect(found.test(text.replace('.', 'x'))).toBe(!text.includes('.'));
});
