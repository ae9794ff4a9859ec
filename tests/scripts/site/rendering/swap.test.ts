import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recoverSite, replaceSite } from '../../../../scripts/site/rendering/swap.ts';

let root: string;
let out: string;
let staging: string;
const swap = resolve('scripts/site/rendering/swap.ts');

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ledger-swap-'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  out = join(root, 'public');
  staging = mkdtempSync(join(root, 'made-'));
  writeFileSync(join(staging, 'index.html'), '新', { mode: 0o600 });
  mkdirSync(join(staging, 'issues'), { mode: 0o700 });
  writeFileSync(join(staging, 'issues', 'a.html'), '新', { mode: 0o600 });
});

function oldSite(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '旧');
}

/** A child that is killed (kill -9) after the nth step; returns whether it got there. */
function killedAfter(nth: number): boolean {
  const script = `
    import { replaceSite } from ${JSON.stringify(swap)};
    let left = ${String(nth)};
    replaceSite(process.argv[1], process.argv[2], () => { if (left-- === 0) process.kill(process.pid, 'SIGKILL'); });`;
  const run = spawnSync(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    script,
    staging,
    out,
  ]);
  expect(run.stderr.toString()).toBe('');
  return run.signal === 'SIGKILL';
}

describe('换上新网站', () => {
  test('换上以后只有新的，谁都能读、别人不能写，不管 umask 怎么设', () => {
    oldSite(out);
    const mask = process.umask(0o077);
    replaceSite(staging, out);
    process.umask(mask);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('新');
    expect(readdirSync(root)).toEqual(['public']);
    const modes = ['.', 'index.html', 'issues', 'issues/a.html'].map((path) =>
      (statSync(join(out, path)).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['755', '644', '755', '644']);
  });

  test.each([0, 1, 2, 3, 4])('第 %i 步之后被强行结束（kill -9），下次启动有完整的网站', (nth) => {
    oldSite(out);
    expect(killedAfter(nth)).toBe(true);
    recoverSite(out);
    const found = readFileSync(join(out, 'index.html'), 'utf8');
    expect(found).toBe(nth >= 3 ? '新' : '旧');
    expect(readdirSync(root).filter((name) => !name.startsWith('made-'))).toEqual(['public']);
    if (found === '新') expect(existsSync(join(out, 'issues', 'a.html'))).toBe(true);
  });

  test.each([0, 1, 2, 3, 4])(
    '网站所在是链接的，第 %i 步之后被强行结束，任何时候都有完整的网站',
    (nth) => {
      oldSite(join(root, 'public.site-0-4194304'));
      symlinkSync('public.site-0-4194304', out);
      expect(killedAfter(nth)).toBe(true);
      const now = readFileSync(join(out, 'index.html'), 'utf8');
      expect(now).toBe(nth >= 4 ? '新' : '旧');
      recoverSite(out);
      expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(now);
      expect(readdirSync(root).filter((name) => name.startsWith('public'))).toHaveLength(2);
    },
  );

  test('别的生成还在进行，它的文件不动；没有网站的地方什么也不做', () => {
    oldSite(out);
    oldSite(`${out}.new-${String(process.ppid)}`);
    recoverSite(out);
    expect(existsSync(`${out}.new-${String(process.ppid)}`)).toBe(true);
    recoverSite(join(root, 'nowhere', 'public'));
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });

  test('磁盘满了：上一次的网站照旧，不留下半个', () => {
    const disk = join(root, 'disk');
    mkdirSync(disk);
    const isSmall =
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0;
    try {
      oldSite(join(disk, 'public'));
      writeFileSync(join(staging, 'large.bin'), new Uint8Array(isSmall ? 2 ** 20 : 1));
      // Where no disk of our own may be mounted, a folder in the way stands for one that takes nothing.
      if (!isSmall) writeFileSync(join(root, 'file'), '');
      const target = isSmall ? join(disk, 'public') : join(root, 'file', 'public');
      expect(() => {
        replaceSite(staging, target);
      }).toThrow(isSmall ? /ENOSPC/u : /ENOTDIR|EEXIST/u);
      expect(readFileSync(join(disk, 'public', 'index.html'), 'utf8')).toBe('旧');
      expect(readdirSync(disk)).toEqual(['public']);
    } finally {
      if (isSmall) spawnSync('umount', [disk]);
    }
  });

  // As Windows answers while a server holds a folder open: here a folder on which another is mounted stays where it is.
  test('网站文件夹正被占着（EBUSY）：上一次的照旧，不占了再来就换上', ({ skip }) => {
    const [busy, held] = [join(root, 'busy'), join(root, 'held')];
    oldSite(busy);
    oldSite(held);
    if (spawnSync('mount', ['--bind', held, busy]).status !== 0) skip('不许挂载');
    try {
      expect(() => {
        replaceSite(staging, busy);
      }).toThrow(/EBUSY/u);
      expect(readFileSync(join(busy, 'index.html'), 'utf8')).toBe('旧');
    } finally {
      spawnSync('umount', [busy]);
    }
    recoverSite(busy);
    expect(readdirSync(root).filter((name) => name.startsWith('busy'))).toEqual(['busy']);
    mkdirSync(staging, { recursive: true });
    writeFileSync(join(staging, 'index.html'), '新');
    replaceSite(staging, busy);
    expect(readFileSync(join(busy, 'index.html'), 'utf8')).toBe('新');
  });
});
