/** 待合并的变更: what a head changes on a base that has moved on meanwhile, and when nothing can be said. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  changesBetween,
  type FileChange,
  proposalOf,
} from '../../../src/history/proposal/proposal.ts';
import { scratch, type Scratch } from '../repository.ts';

const AT = '2026-03-01T10:00:00+08:00';
let made: Scratch;
let first: string;
beforeEach(() => {
  made = scratch();
  made.write('a', '一');
  made.write('b', '二');
  first = made.commit('甲', AT);
  made.git('checkout', '--quiet', '-b', 'report');
});
afterEach(() => made.remove());

function step(files: Record<string, string | null>, message = '甲'): string {
  for (const [path, text] of Object.entries(files))
    if (text === null) made.git('rm', '--quiet', path);
    else made.write(path, text);
  return made.commit(message, AT);
}
const onMain = (files: Record<string, string | null>): string => {
  made.git('checkout', '--quiet', 'main');
  const base = step(files);
  made.git('checkout', '--quiet', 'report');
  return base;
};
/** `+ a`, `~ b`, `- c`, with ! where the base has changed the same path to something else. */
function changed(base: string, head: string): string[] | string {
  const changes = changesBetween(made.dir, base, head);
  return typeof changes === 'string'
    ? changes
    : changes.map(
        ({ path, before, after, conflict }) =>
          `${after === undefined ? '-' : before === undefined ? '+' : '~'} ${path}${conflict ? '!' : ''}`,
      );
}

test('加的、改的、删的，按路径排', () => {
  const head = step({ c: '三', a: '改', b: null });
  expect(changed(first, head)).toEqual(['~ a', '- b', '+ c']);
  expect(proposalOf(made.dir, first, head)).toMatchObject({ base: first, head, outdated: false });
});

test('什么也没有改', () => {
  expect(changed(first, first)).toEqual([]);
});

test('主分支同时改了别的：不算变更；没有跟上的说出来', () => {
  const head = step({ c: '三' });
  const base = onMain({ b: '主' });
  expect(changed(base, head)).toEqual(['+ c']);
  expect(proposalOf(made.dir, base, head)).toMatchObject({ outdated: true });
});

test('两边改成一样的，没有变更；改成不一样的是冲突', () => {
  const head = step({ a: '同', b: '我的' });
  const base = onMain({ a: '同', b: '主' });
  expect(changed(base, head)).toEqual(['~ b!']);
});

test('内容一样、一边成了可执行的，是冲突', () => {
  made.write('a', '同');
  made.git('update-index', '--add', '--chmod=+x', 'a');
  made.git('add', 'a');
  made.git('update-index', '--chmod=+x', 'a');
  made.git('-c', 'user.name=甲', '-c', 'user.email=a@example.invalid', 'commit', '-qm', 'x');
  const head = made.git('rev-parse', 'HEAD');
  made.git('checkout', '--quiet', '-f', 'main');
  const base = step({ a: '同' });
  expect(changed(base, head)).toEqual(['~ a!']);
});

test('一边删、一边改，是冲突；冲突里原来的是主分支现在的', () => {
  const head = step({ a: null });
  const base = onMain({ a: '主' });
  expect(changed(base, head)).toEqual(['- a!']);
  const [change] = changesBetween(made.dir, base, head) as FileChange[];
  expect(change?.before?.object).toBe(made.git('rev-parse', `${base}:a`));
});

test('没有共同来历的，不能比', () => {
  made.git('checkout', '--quiet', '--orphan', 'alien');
  const head = step({ a: '别的' });
  expect(changed(first, head)).toBe('unrelated');
  expect(proposalOf(made.dir, first, head)).toBe('unrelated');
});

test('交叉合并过、有两个共同来历的，不能比', () => {
  const mine = step({ c: '三' });
  const theirs = onMain({ d: '四' });
  made.git('checkout', '--quiet', 'report');
  const head = made.merge(theirs, '甲', AT);
  made.git('checkout', '--quiet', 'main');
  const base = made.merge(mine, '乙', AT);
  expect(changed(base, head)).toBe('criss-cross');
});

test('历史没有取全的，不能比；断在主分支那头的可以', () => {
  const one = step({ c: '一' });
  const head = step({ c: '二' });
  const cutAt = (commit: string): void => made.write('.git/shallow', `${commit}\n`);
  cutAt(first);
  expect(changed(first, head)).toEqual(['+ c']);
  cutAt(one);
  // Without the parent of its first commit there is no common ancestor any more.
  expect(changed(first, head)).toBe('unrelated');
});

test('没有的提交，Git 的话传上来', () => {
  expect(() => changesBetween(made.dir, first, 'f'.repeat(40))).toThrow();
});
