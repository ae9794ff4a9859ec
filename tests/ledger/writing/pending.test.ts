/** 整批写入: killed at any moment or on a full disk, a reader sees all of it or nothing. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/ledger/content.ts';
import { finishPending, pendingIn, writeTogether } from '../../../src/ledger/writing/pending.ts';

const module = fileURLToPath(new URL('../../../src/ledger/writing/pending.ts', import.meta.url));
const folders: string[] = [];
const mounts: string[] = [];

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ledger-pending-'));
  folders.push(dir);
  return dir;
}

afterEach(() => {
  for (const mount of mounts.splice(0)) spawnSync('umount', [mount]);
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const texts = (dir: string): Record<string, string> =>
  Object.fromEntries(
    [...readFolder(dir).texts].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );

describe('整批写入', () => {
  it('新文件和改动一起写到位，不留下别的', () => {
    const dir = folder();
    writeFileSync(join(dir, 'site.yaml'), '旧');
    writeTogether(
      dir,
      new Map([
        ['site.yaml', '新'],
        ['issues/a/a-01.yaml', '甲'],
      ]),
    );
    expect(texts(dir)).toEqual({ 'site.yaml': '新', 'issues/a/a-01.yaml': '甲' });
    expect(readdirSync(dir).toSorted()).toEqual(['issues', 'site.yaml']);
  });

  it('写到一半出错，什么都不变', () => {
    const dir = folder();
    writeFileSync(join(dir, 'site.yaml'), '旧');
    // A file where a folder is needed.
    writeFileSync(join(dir, 'issues'), '');
    const before = texts(dir);
    expect(() => {
      writeTogether(
        dir,
        new Map([
          ['site.yaml', '新'],
          ['issues/a.yaml', '甲'],
        ]),
      );
    }).toThrow(/ENOTDIR|EEXIST/u);
    expect(texts(dir)).toEqual(before);
    expect(existsSync(join(dir, '.pending'))).toBe(false);
  });

  it.each(['../外面.yaml', 'a/../../b.yaml', '/etc/x', '.git/config', 'a//b'])(
    '不写到台账外面：%s',
    (path) => {
      const dir = folder();
      expect(() => {
        writeTogether(dir, new Map([[path, 'x']]));
      }).toThrow(RangeError);
    },
  );

  it('别人放进来的计划里有外面的路径，不照办', () => {
    const dir = folder();
    mkdirSync(join(dir, '.pending'));
    writeFileSync(join(dir, '.pending/0'), 'x');
    writeFileSync(
      join(dir, '.pending/plan.json'),
      JSON.stringify([{ path: '../逃逸.yaml', staged: '0' }]),
    );
    expect([...pendingIn(dir)]).toEqual([]);
    finishPending(dir);
    expect(existsSync(join(dir, '..', '逃逸.yaml'))).toBe(false);
  });

  it('在任何时刻被强行结束，读到的不是旧的全部就是新的全部', async () => {
    const count = 400;
    const outcomes = { before: 0, after: 0, waiting: 0 };
    for (let attempt = 0; attempt < 24; attempt += 1) {
      const dir = folder();
      for (let index = 0; index < count; index += 1) {
        mkdirSync(join(dir, 'issues'), { recursive: true });
        if (index % 2 === 0) writeFileSync(join(dir, `issues/i-${String(index)}.yaml`), '旧');
      }
      const before = texts(dir);
      const script = `
        import { writeTogether } from ${JSON.stringify(module)};
        const files = new Map(Array.from({ length: ${String(count)} }, (_, i) => ['issues/i-' + i + '.yaml', '新']));
        process.stdout.write('!');
        writeTogether(${JSON.stringify(dir)}, files);
      `;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
      // Listened for from the start: a fast machine has written everything before it is killed.
      const closed = new Promise((resolve) => child.once('close', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      // From the first file to past the last.
      await new Promise((resolve) => setTimeout(resolve, attempt * 5));
      child.kill('SIGKILL');
      await closed;
      const waiting = pendingIn(dir).size > 0;
      const read = texts(dir);
      const isAfter =
        Object.values(read).every((text) => text === '新') && Object.keys(read).length === count;
      if (!isAfter) expect(read).toEqual(before);
      outcomes[isAfter ? 'after' : 'before'] += 1;
      if (waiting) outcomes.waiting += 1;
      // The next writing finishes or forgets what was begun; the reading does not change.
      writeTogether(dir, new Map([['units/u.yaml', '又']]));
      expect(texts(dir)).toEqual({ ...read, 'units/u.yaml': '又' });
      expect(existsSync(join(dir, '.pending'))).toBe(false);
    }
    // Both ends of the writing were met.
    expect(outcomes.before).toBeGreaterThan(0);
    expect(outcomes.after + outcomes.before).toBe(24);
  }, 120_000);

  it('磁盘写满，什么都没有写入', () => {
    const dir = folder();
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', dir]);
    if (mount.status !== 0) {
      // Without the right to mount a small disk the limit on the size of files stands in: the same refusal of a write.
      const script = `
        import { writeTogether } from ${JSON.stringify(module)};
        process.on('SIGXFSZ', () => {});
        try { writeTogether(${JSON.stringify(dir)}, new Map([['a.yaml', 'x'.repeat(200_000)]])); } catch (error) { console.log(error.code); }
      `;
      const run = spawnSync('sh', [
        '-c',
        'ulimit -f 8; exec "$0" --input-type=module -e "$1"',
        process.execPath,
        script,
      ]);
      expect(run.stdout.toString()).toMatch(/EFBIG|ENOSPC/u);
      expect(readdirSync(dir)).toEqual([]);
      return;
    }
    mounts.push(dir);
    writeFileSync(join(dir, 'site.yaml'), '旧');
    const files = new Map([
      ['site.yaml', '新'],
      ...Array.from({ length: 200 }, (_, index): [string, string] => [
        `issues/i-${String(index)}.yaml`,
        'x'.repeat(4000),
      ]),
    ]);
    expect(() => {
      writeTogether(dir, files);
    }).toThrow(/ENOSPC/u);
    expect(readFileSync(join(dir, 'site.yaml'), 'utf8')).toBe('旧');
    expect(texts(dir)).toEqual({ 'site.yaml': '旧' });
    // Room again, and it goes through.
    writeTogether(dir, new Map([['site.yaml', '新']]));
    expect(texts(dir)).toEqual({ 'site.yaml': '新' });
  });
});
