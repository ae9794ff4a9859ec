import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, wireSize, type Server } from './server.ts';

let folder: string;
let atRoot: Server;
let below: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'served-'));
  mkdirSync(path.join(folder, '单位'));
  writeFileSync(path.join(folder, 'index.html'), `<p>${'首页'.repeat(500)}</p>`);
  writeFileSync(path.join(folder, '单位/甲.html'), '<p>甲</p>');
  writeFileSync(path.join(folder, '404.html'), '<p>没有这一页</p>');
  writeFileSync(path.join(folder, 'a.pf_index'), Buffer.alloc(400, 7));
  atRoot = await serve(folder);
  below = await serve(folder, '/a/b/');
});

afterAll(async () => {
  await Promise.all([atRoot.close(), below.close()]);
  rmSync(folder, { recursive: true, force: true });
});

test('网页以 gzip 送出，解开后与文件相同', async () => {
  const response = await fetch(atRoot.url(''));
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(`<p>${'首页'.repeat(500)}</p>`);
  expect(Number(response.headers.get('content-length'))).toBe(
    wireSize(path.join(folder, 'index.html')),
  );
});

test('中文文件名可以取到', async () => {
  const response = await fetch(atRoot.url('单位/甲.html'));
  expect([response.status, await response.text()]).toEqual([200, '<p>甲</p>']);
});

test('已压缩的文件原样送出，按原大小计', async () => {
  const response = await fetch(atRoot.url('a.pf_index'));
  expect((await response.arrayBuffer()).byteLength).toBe(400);
  expect(wireSize(path.join(folder, 'a.pf_index'))).toBe(400);
});

test('没有的地址回 404 和站点自己的 404.html', async () => {
  const response = await fetch(atRoot.url('没有.html'));
  expect([response.status, await response.text()]).toEqual([404, '<p>没有这一页</p>']);
});

test('放在 /a/b/ 之下时，只有 /a/b/ 之下有内容', async () => {
  expect((await fetch(below.url('index.html'))).status).toBe(200);
  expect((await fetch(`${below.origin}/index.html`)).status).toBe(404);
});

test('不能走出站点文件夹', async () => {
  writeFileSync(`${folder}.html`, '外');
  const response = await fetch(atRoot.url(`%2e%2e/${path.basename(folder)}.html`));
  rmSync(`${folder}.html`);
  expect(response.status).toBe(404);
});
