/** 途经: what the commits of a proposal brought, and its end does not hold. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { differenceOf, passingOf } from '../../../src/history/proposal/passing.ts';
import { changesBetween } from '../../../src/history/proposal/proposal.ts';
import { scratch, type Scratch } from '../repository.ts';

const AT = '2026-03-01T10:00:00+08:00';
let made: Scratch;
let base: string;
beforeEach(() => {
  made = scratch();
  made.write('a', '一');
  made.write('b', '二');
  base = made.commit('甲', AT);
  made.git('checkout', '--quiet', '-b', 'report');
});
afterEach(() => made.remove());

/** `fate path` of each version, `kind path` of each touch, between the base and `head`. */
function passed(head: string): { versions: string[]; touches: string[] } {
  const changes = changesBetween(made.dir, base, head);
  if (typeof changes === 'string') throw new Error(changes);
  const { versions, touches } = passingOf(made.dir, base, head, changes);
  return {
    versions: versions.map(({ fate, path, inBase }) => `${fate} ${path}${inBase ? ' 原有' : ''}`),
    touches: touches.map(({ kind, path }) => `${kind} ${path}`),
  };
}
function step(files: Record<string, string | null>): string {
  for (const [path, text] of Object.entries(files))
    if (text === null) made.git('rm', '--quiet', path);
    else made.write(path, text);
  return made.commit('甲', AT);
}

test('一步到位的，没有途经', () => {
  expect(passed(step({ c: '三', a: '改' }))).toEqual({ versions: [], touches: [] });
});

test('改了又改的草稿是换掉的；加了又删的没有了', () => {
  step({ c: '草稿', d: '丁' });
  expect(passed(step({ c: '定稿', d: null }))).toEqual({
    versions: ['replaced c', 'gone d'],
    touches: [],
  });
});

test('动过原有的文件又恢复，动过的说出来', () => {
  step({ a: '改', b: null });
  expect(passed(step({ a: '一', b: '二' }))).toEqual({
    versions: ['replaced a 原有'],
    touches: ['edited a', 'removed b'],
  });
});

test('合并时取了没有见过它的那一边，是盖掉的', () => {
  step({ a: '我的' });
  made.git('checkout', '--quiet', 'main');
  made.write('b', '主分支');
  made.commit('乙', AT);
  made.git('checkout', '--quiet', 'report');
  made.git(
    '-c',
    'user.name=甲',
    '-c',
    'user.email=a@example.invalid',
    'merge',
    '--quiet',
    '-s',
    'ours',
    '--no-commit',
    'main',
  );
  made.git('checkout', 'main', '--', '.');
  const head = made.commit('甲', AT);
  base = made.git('rev-parse', 'main');
  expect(passed(head).versions).toEqual(['overridden a 原有']);
});

test('不是差别的行，没有', () => {
  expect(differenceOf('随便', 'a')).toBeUndefined();
  const [old, next] = ['a'.repeat(40), 'b'.repeat(40)];
  expect(differenceOf(`:100644 000000 ${old} ${next} D`, 'x')).toEqual({
    path: 'x',
    before: { mode: '100644', object: old },
    after: undefined,
  });
});
