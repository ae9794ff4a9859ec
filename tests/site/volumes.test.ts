/**
 * 分册: both sites rendered in three volumes by runners of their own, each with its own clone and cache, and bound by a
 * fourth, are byte for byte those that one run renders; what is not one whole site is not bound, and the last one stays.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const program = path.resolve(import.meta.dirname, '../..');
const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'volumes-')));
const AS_OF = ['--as-of', '2026-06-15'];
const at = (...parts: string[]) => path.join(root, ...parts);
const git = (...args: string[]) => execFileSync('git', args, { stdio: 'pipe' });

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** How `ledger build` is started on a runner that has nothing but its clone and the bundled pages. */
function starting(runner: string, args: readonly string[]) {
  const home = at(runner);
  if (!existsSync(home)) {
    git('clone', '--quiet', at('origin'), path.join(home, 'ledger'));
    if (existsSync(at('drawings')))
      cpSync(at('drawings'), path.join(home, 'rectification-ledger/drawings'), { recursive: true });
  }
  const day = args.includes('--as-of') ? [] : AS_OF;
  const content = ['--content', path.join(home, 'ledger')];
  return {
    args: [path.join(program, 'scripts/ledger.ts'), 'build', ...args, ...content, ...day],
    env: { ...process.env, XDG_CACHE_HOME: home },
  };
}

function build(runner: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const { args, env } = starting(runner, words);
  return new Promise((done) => {
    execFile(process.execPath, args, { env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}

function bytesOf(site: string): Map<string, string> {
  return new Map(
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [path.relative(site, file), readFileSync(file).toString('latin1')]),
  );
}

function different(one: string, other: string): string[] {
  const [a, b] = [bytesOf(one), bytesOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));
}

beforeAll(async () => {
  cpSync(path.join(program, 'tests/fixtures/shili'), at('origin'), { recursive: true });
  const inside = ['-C', at('origin')];
  git('init', '--quiet', '--initial-branch', 'main', at('origin'));
  git(...inside, 'add', '--all');
  const who = ['-c', 'user.name=示例', '-c', 'user.email=demo@example.invalid'];
  git(...inside, ...who, 'commit', '--quiet', '--message', '建账');
  expect(await build('whole', '--out', at('公开'))).toMatchObject({ code: 0 });
  cpSync(at('whole/rectification-ledger/drawings'), at('drawings'), { recursive: true });
});

describe.each([
  ['公开', []],
  ['内部', ['--internal']],
])('%s站', (name, flags) => {
  const volumes = [1, 2, 3].map((number) => at(`${name}册${String(number)}`));

  test('三台各画一册，第四台合订，和一次画成的逐字节一样；以后只画变了的', async () => {
    if (name === '内部') await build('whole', ...flags, '--out', at(name));
    const drawn = await Promise.all(
      volumes.map((out, index) =>
        build(
          `${name}机${String(index)}`,
          ...flags,
          '--volume',
          `${String(index + 1)}/3`,
          ...['--out', out],
        ),
      ),
    );
    for (const { code, said } of drawn) expect([code, said]).toEqual([0, said]);
    const bound = await build(
      `${name}合`,
      ...flags,
      '--bind',
      ...volumes,
      '--out',
      at(`${name}合订`),
    );
    expect([bound.code, bound.said]).toEqual([0, bound.said]);
    expect(different(at(name), at(`${name}合订`))).toEqual([]);
    const again = await build(`${name}合`, ...flags, '--out', at(`${name}合订`));
    const kept = Number(/（(\d+) 个文件没有变/u.exec(again.said)?.[1]);
    expect(kept).toBeGreaterThan(bytesOf(at(name)).size / 2);
    expect(different(at(name), at(`${name}合订`))).toEqual([]);
  });
});

describe('不是完整的一个网站，就不合订', () => {
  const out = at('公开合订');
  const [first = '', second = '', third = ''] = [1, 2, 3].map((number) =>
    at(`公开册${String(number)}`),
  );

  async function refused(words: RegExp, folders: readonly string[], runner = '公开合') {
    const before = bytesOf(out);
    const { code, said } = await build(runner, '--bind', ...folders, '--out', out);
    expect([code, said]).toEqual([1, expect.stringMatching(words)]);
    expect(said).toContain('没有合订，上一次的网站照旧');
    expect(bytesOf(out)).toEqual(before);
    expect(readdirSync(root).filter((entry) => entry.startsWith('公开合订'))).toEqual(['公开合订']);
  }

  /** A copy of the second volume, with something else about it. */
  function other(change: (folder: string) => void): string {
    const folder = at('另一册');
    rmSync(folder, { recursive: true, force: true });
    cpSync(second, folder, { recursive: true });
    change(folder);
    return folder;
  }

  test('少一册、一册两次、内部站的一册', async () => {
    await refused(/缺第 2 册（共 3 册）/u, [first, third]);
    await refused(/第 2 册给了两次/u, [first, second, second, third]);
    await refused(/是内部站.*这里是公开站/u, [first, at('内部册2'), third]);
  });

  test('别的程序画的、网页被改过的', async () => {
    const foreign = other((folder) => {
      const label = path.join(folder, 'volume.json');
      writeFileSync(
        label,
        readFileSync(label, 'utf8').replace('"key":{"program":"', '"key":{"program":"#'),
      );
    });
    await refused(/另一册：是别的程序/u, [first, foreign, third]);
    const changed = other((folder) => {
      const [page = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
        one.endsWith('.html'),
      );
      writeFileSync(path.join(folder, page), '别人写的');
    });
    await refused(/\.html：没有，或和生成时不同/u, [first, changed, third]);
  });

  test('别的一天、改动以后的台账画的', async () => {
    await build('公开机1', '--volume', '2/3', '--as-of', '2026-06-16', '--out', at('第二天'));
    await refused(/截止日是 2026-06-16，这里是 2026-06-15/u, [first, at('第二天'), third]);
    const [unit = ''] = readdirSync(at('公开合/ledger/units'));
    const file = at('公开合/ledger/units', unit);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/^name: (.*)$/mu, 'name: $1二科'));
    try {
      await refused(/画的是别的台账，或改动前后的/u, [first, second, third]);
    } finally {
      writeFileSync(file, before);
    }
  });

  test('画到一半被强行结束的一册', async () => {
    const folder = at('半册');
    const { args, env } = starting('公开机2', ['--volume', '2/3', '--out', folder]);
    const scratch = at('公开机2/rectification-ledger');
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    const isDrawing = () =>
      readdirSync(scratch).some(
        (name) => name.startsWith('site-') && existsSync(path.join(scratch, name, 'volume')),
      );
    while (!isDrawing() && child.exitCode === null)
      await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGKILL');
    await ended;
    expect(child.signalCode).toBe('SIGKILL');
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    await refused(/半册：里面没有一册生成完的网页/u, [first, folder, third]);
  });
});
