/**
 * No circles: two files that need each other are one file, or want a third below both. Types count too, so the rule reads
 * the imports itself; tests/habits/circles.test.ts plants circles and sees them refused.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from 'eslint';

const RELATIVE = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/gu;

/** Files below `root` that a file imports, by absolute path. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(RELATIVE)]
    .map(([, specifier = '']) => path.resolve(path.dirname(file), specifier))
    .filter((target) => /\.(?:ts|astro)$/u.test(target) && existsSync(target));
}

/** The way from `start` to `goal` along imports, both included; undefined where there is none. */
function wayTo(start: string, goal: string, known: Map<string, string[]>): string[] | undefined {
  const from = new Map<string, string | undefined>([[start, undefined]]);
  for (const at of from.keys()) {
    if (at === goal) {
      const way = [];
      for (let step: string | undefined = at; step !== undefined; step = from.get(step))
        way.unshift(step);
      return way;
    }
    const next = known.get(at) ?? importsOf(at);
    known.set(at, next);
    for (const one of next) if (!from.has(one)) from.set(one, at);
  }
  return undefined;
}

/** One run of the linter reads each file once. */
const graph = new Map<string, string[]>();

export const noCircle: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      for (const target of importsOf(context.filename)) {
        const way = wayTo(target, context.filename, graph);
        if (way === undefined) continue;
        const names = [context.filename, ...way].map((file) => path.relative(context.cwd, file));
        context.report({
          node,
          message: `引用成了圈：${names.join(' → ')}。把两边都要的放到下面的一个文件里。`,
        });
        return;
      }
    },
  }),
};
