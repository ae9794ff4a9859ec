/** `ledger backup`: a whole copy in one file, tried out, added to, and what of it is refused. Real repositories. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf } from '../documents/face.ts';
import { ledger, scratch } from '../documents/run.ts';
import { gitEnv } from './depot.ts';

/** A repository that holds the fictional ledger, with two branches. */
function repository(message = '台账') {
  const dir = realpathSync(scratch());
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8', env: gitEnv(dir) }).trim();
  cpSync(contentOf.shili, join(dir, 'content'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('add', 'content');
  git('commit', '--quiet', '-m', message);
  git('branch', 'report/one');
  return { dir, git, content: ['--content', join(dir, 'content')] };
}

test('备份连同各分支，恢复演练逐个指标对照；以后多了提交也演练得过', () => {
  const { git, content } = repository();
  const file = join(scratch(), '台账.bundle');
  const made = ledger('backup', '--out', file, ...content);
  expect(made.err).toBe('');
  expect(made.code).toBe(0);
  expect(git('bundle', 'list-heads', file)).toContain('refs/heads/report/one');
  expect(readFileSync(`${file}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}台账\.bundle\n$/u);
  const drill = ledger('backup', '--drill', file, ...content);
  expect(drill.out).toContain('恢复演练成功');
  expect(drill.out).toContain('就是现在的提交');
  expect(drill.code).toBe(0);
  git('commit', '--quiet', '--allow-empty', '-m', '以后');
  expect(ledger('backup', '--drill', file, ...content).out).toContain('多 1 个提交');
  const again = ledger('backup', '--out', file, ...content);
  expect(again.code).toBe(2);
});

test('坏了的、没有校验码而截断的、别的仓库的备份，演练都不过', () => {
  const { content } = repository();
  const file = join(scratch(), 'a.bundle');
  expect(ledger('backup', '--out', file, ...content).code).toBe(0);
  const whole = readFileSync(file);
  appendFileSync(file, 'x');
  expect(ledger('backup', '--drill', file, ...content)).toMatchObject({ code: 1 });
  writeFileSync(file, whole.subarray(0, whole.length - 400));
  rmSync(`${file}.sha256`);
  expect(ledger('backup', '--drill', file, ...content)).toMatchObject({ code: 1 });
  writeFileSync(file, whole);
  const drill = ledger('backup', '--drill', file, ...repository('别的').content);
  expect(drill.code).toBe(1);
  expect(drill.err).toContain('不是同一个仓库');
});

test('没有提交的改动说出来；浅克隆、不在仓库里的不备份', () => {
  const { dir, git, content } = repository();
  appendFileSync(join(dir, 'content', 'site.yaml'), '# 改\n');
  const out = join(scratch(), 'a.bundle');
  expect(ledger('backup', '--out', out, ...content).out).toContain('没有提交的改动');
  git('checkout', '--quiet', '--', 'content');
  git('commit', '--quiet', '--allow-empty', '-m', '二');
  const shallow = join(scratch(), 'shallow');
  git('clone', '--quiet', '--depth', '1', `file://${dir}`, shallow);
  const refused = ledger('backup', '--out', `${out}2`, '--content', join(shallow, 'content'));
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toContain('浅克隆');
  const outside = join(scratch(), 'content');
  cpSync(contentOf.shili, outside, { recursive: true });
  expect(ledger('backup', '--out', `${out}3`, '--content', outside).code).toBe(2);
});
