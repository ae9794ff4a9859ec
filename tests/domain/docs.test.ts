/** Here and not only with the other generated documents: they hold every sentence of the tables, word for word. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { figuresDoc } from '../../scripts/docs/figures.ts';
import { transitionsDoc } from '../../scripts/docs/transitions.ts';

const committed = (name: string) =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

test('docs/transitions.md 与程序的状态转换表一致（npm run docs）', () => {
  expect(committed('transitions.md')).toBe(transitionsDoc());
});

test('docs/figures.md 与程序的指标定义一致（npm run docs）', () => {
  expect(committed('figures.md')).toBe(figuresDoc());
});
