/** docs/serving.md as it is written: both samples in Debian's nginx, the units before systemd's own check. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { compressTexts } from '../../scripts/site/rendering/compressed.ts';

const guide = readFileSync(resolve(import.meta.dirname, '../../docs/serving.md'), 'utf8');
const blocks = (kind: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gmsu'))].map(
    ([, text = '']) => text,
  );
/** More than one packet, so that it is worth compressing. */
const long = '甲的整改台账。'.repeat(400);
const root = mkdtempSync(join(tmpdir(), 'ledger-serving-'));
const ports = [47_331, 47_332];
let nginx: ChildProcess;

beforeAll(async () => {
  chmodSync(root, 0o755);
  for (const site of ['public', 'internal']) {
    mkdirSync(join(root, site, 'units'), { recursive: true });
    writeFileSync(join(root, site, 'index.html'), `<title>${site}</title>`);
    writeFileSync(join(root, site, '404.html'), '<title>没有这一页</title>');
    writeFileSync(join(root, site, 'units', 'jia.html'), '甲');
    writeFileSync(join(root, site, 'long.html'), long);
    compressTexts(join(root, site));
  }
  const sha = createHash('sha1').update('kouling').digest('base64');
  writeFileSync(join(root, 'htpasswd'), `zhang:{SHA}${sha}\n`);
  for (const [file, name] of [
    ['/usr/sbin/nginx', 'nginx-light'],
    ['/usr/bin/systemd-analyze', 'systemd'],
  ] as const)
    if (!existsSync(file))
      for (const args of [['update'], ['install', '--yes', '--no-install-recommends', name]])
        spawnSync('apt-get', args, { stdio: 'ignore' });
  const servers = blocks('nginx').map((text, at) =>
    text
      .replace('listen 80;', `listen 127.0.0.1:${String(ports[at])};`)
      .replaceAll('/srv/zgtz', root)
      .replace('/etc/nginx/ledger.htpasswd', join(root, 'htpasswd')),
  );
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${root}/t-${name};`,
  );
  const config = `daemon off; pid ${root}/pid; error_log ${root}/error.log; worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''} events {}
http { include /etc/nginx/mime.types; access_log off; ${temp.join(' ')} ${servers.join('\n')} }
`;
  writeFileSync(join(root, 'nginx.conf'), config);
  nginx = spawn('/usr/sbin/nginx', ['-c', join(root, 'nginx.conf'), '-p', root], {
    stdio: 'ignore',
  });
  await vi.waitFor(() => ask(0, '/zgtz/'), { timeout: 10_000 });
});
afterAll(() => {
  nginx.kill();
  rmSync(root, { recursive: true, force: true });
});

const ask = (at: number, path: string, more: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${String(ports[at])}${path}`, { redirect: 'manual', ...more });

test('公开站：在路径下面，没有的页说没有，只许读，文件夹不列出来', async () => {
  const home = await ask(0, '/zgtz/');
  expect([home.status, await home.text()]).toEqual([200, '<title>public</title>']);
  expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await (await ask(0, '/zgtz/units/jia.html')).text()).toBe('甲');
  const none = await ask(0, '/zgtz/none.html');
  expect([none.status, await none.text()]).toEqual([404, '<title>没有这一页</title>']);
  expect((await ask(0, '/zgtz/units/')).status).toBe(403);
  expect((await ask(0, '/zgtz')).status).toBe(301);
  expect((await ask(0, '/zgtz/', { method: 'POST', body: 'x' })).status).toBe(403);
  expect((await ask(0, '/zgtz../htpasswd')).status).toBe(404);
});

test('事先压缩好的照样发出，读到的是原文；小的、没有压缩的发原文', async () => {
  const zipped = await ask(0, '/zgtz/long.html');
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(zipped.headers.get('vary')).toBe('Accept-Encoding');
  expect(zipped.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(Number(zipped.headers.get('content-length'))).toBeLessThan(Buffer.byteLength(long) / 10);
  expect(await zipped.text()).toBe(long);
  const plain = await ask(0, '/zgtz/long.html', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, long]);
  expect((await ask(0, '/zgtz/units/jia.html')).headers.get('content-encoding')).toBe(null);
});

test('内部站：没有口令、口令不对的什么都看不到', async () => {
  const by = (password: string): RequestInit => ({
    headers: { authorization: `Basic ${Buffer.from(`zhang:${password}`).toString('base64')}` },
  });
  for (const path of ['/', '/units/jia.html', '/none.html']) {
    expect((await ask(1, path)).status).toBe(401);
    expect((await ask(1, path, by('cuo'))).status).toBe(401);
  }
  expect(await (await ask(1, '/', by('kouling'))).text()).toBe('<title>internal</title>');
  expect((await ask(1, '/none.html', by('kouling'))).status).toBe(404);
});

test('systemd 的四份文件，systemd 自己说没有错', () => {
  const dir = join(root, 'units');
  mkdirSync(dir);
  for (const text of blocks('ini'))
    writeFileSync(
      join(dir, /^# (\S+)/u.exec(text)?.[1] ?? ''),
      text.replaceAll(/^ExecStart=\S+/gmu, 'ExecStart=/bin/true'),
    );
  const files = ['build', 'remind'].flatMap((name) =>
    ['service', 'timer'].map((kind) => join(dir, `ledger-${name}.${kind}`)),
  );
  const ran = spawnSync('/usr/bin/systemd-analyze', ['verify', '--man=no', ...files], {
    encoding: 'utf8',
  });
  expect(ran.stderr.split('\n').filter((line) => /ledger-(?:build|remind)/u.test(line))).toEqual(
    [],
  );
  expect(ran.error).toBeUndefined();
});
