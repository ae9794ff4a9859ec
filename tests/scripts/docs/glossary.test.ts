import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { terms } from '../../../scripts/docs/glossary.ts';
import { layout } from '../../../src/schema/layout.ts';

test('一个中文词一个英文词，一个英文词一件事', () => {
  const chinese = [
    ...terms.map((term) => term.chinese),
    ...Object.values(layout).map(({ title }) => title),
  ];
  const english = [...terms.map((term) => term.english), ...Object.keys(layout)];
  expect(new Set(chinese).size).toBe(chinese.length);
  expect(new Set(english).size).toBe(english.length);
});

test('词汇表里的英文词，程序里都在用', () => {
  const files = ['src', 'scripts', ':!scripts/docs/glossary.ts'];
  const source = execFileSync('git', ['grep', '-hE', '.', '--', ...files], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  const words = source.toLowerCase();
  const unused = terms.filter(
    ({ english }) => !words.includes(english.toLowerCase().replaceAll(' ', '-')),
  );
  expect(unused).toEqual([]);
});
