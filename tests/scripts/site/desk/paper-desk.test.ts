/** 发文 at the desk: real commands in processes of their own, what they say and what they leave. (示例区，虚构) */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  PaperDesk,
  paperRequest,
  withoutCommands,
} from '../../../../scripts/site/desk/paper-desk.ts';
import { small } from '../../../ledger/small.ts';

const REMINDING =
  'rules:\n  - { from: 2025-01-01, urgeAfter: 3, circularAfter: 10, interviewAfter: 20, silentAfter: 10, replyWithin: 5 }\n';
let root: string;
const deskAt = (name: string) =>
  new PaperDesk({
    ...{ content: join(root, 'content'), folder: join(root, name) },
    today: () => '2026-06-15',
  });
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ledger-papers-'));
  for (const [path, text] of Object.entries({ ...small, 'vocabulary/reminding.yaml': REMINDING })) {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('一份公文：命令的话不带文件夹，正文给人看；按第几件或整份下载；新的来了，旧的不留', async () => {
  const desk = deskAt('papers');
  const made = await desk.make({ paper: 'urge', of: 'jia' });
  if (!('id' in made)) throw new Error(made.sentence);
  expect(made.words).toContain('督办函-jia.docx');
  expect(made.words).not.toContain(root);
  expect(made.text).toContain('示例区甲街道办事处');
  expect(made.text).not.toMatch(/^\s*$/mu);
  expect(made.files.map(({ name }) => name)).toEqual(['督办函-jia.docx']);
  const one = desk.open(made.id, 0);
  expect([one?.name, one?.bytes.length]).toEqual(['督办函-jia.docx', made.files[0]?.size]);
  const all = desk.open(made.id, 'all');
  expect([all?.name, Object.keys(unzipSync(all?.bytes ?? new Uint8Array()))]).toEqual([
    '发文.zip',
    ['督办函-jia.docx'],
  ]);
  expect([desk.open(made.id, 1), desk.open('content', 0)]).toEqual([undefined, undefined]);
});

test('要发到群里的：原话，带一张图；图也能下载', async () => {
  const desk = deskAt('group');
  const made = await desk.make({ paper: 'group' });
  if (!('id' in made)) throw new Error(made.sentence);
  expect(made.words).toMatch(/^【整改催办】/u);
  expect(made.files.map(({ name }) => name)).toEqual(['整改催办.svg']);
  expect(made.text).toBe('');
  expect(strFromU8(desk.open(made.id, 0)?.bytes ?? new Uint8Array())).toMatch(/^<svg/u);
});

test('做不成的，说命令的话，不留文件', async () => {
  const desk = deskAt('refused');
  expect(await desk.make({ paper: 'urge', of: 'ban' })).toMatchObject({
    ...{ status: 422, sentence: expect.stringContaining('不需要督办函') },
  });
  for (const made of readdirSync(join(root, 'refused')))
    expect(readdirSync(join(root, 'refused', made))).toEqual([]);
});

test('做不出文件夹的是程序出错；后面的还能做', async () => {
  const desk = deskAt('content/site.yaml');
  await expect(desk.make({ paper: 'brief' })).rejects.toThrow('ENOTDIR');
  await expect(desk.make({ paper: 'brief' })).rejects.toThrow('ENOTDIR');
  await desk.idle();
  expect(existsSync(join(root, 'content/site.yaml'))).toBe(true);
});

test('命令的话里，叫人打命令的半句不要，别的照旧', () => {
  expect(
    withoutCommands(
      '已写出。\n\n3 处不符 → 改台账 → 再运行 npx ledger check\n加 --picture 可以另存\n看 a → b\n',
    ),
  ).toBe('已写出。\n3 处不符 → 改台账\n看 a → b');
});

test('页面送来的：是哪一种、哪一个', () => {
  const isTaken = (given: object) => paperRequest.safeParse(given).success;
  expect([{ paper: 'brief' }, { paper: 'urge', of: 'jia-2' }].every(isTaken)).toBe(true);
  for (const given of [
    { paper: 'init' },
    { paper: 'urge', of: '--out' },
    { paper: 'urge', of: '../a' },
    { paper: 'urge', of: `a${'b'.repeat(100)}` },
    { paper: 'urge', of: 'a', more: 1 },
  ])
    expect([given, isTaken(given)]).toEqual([given, false]);
});
