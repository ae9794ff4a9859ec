/**
 * The browser of the tests, wherever they run. In this order: CHROME_PATH; an installed Chrome or Chromium; the one packed
 * in the npm package @sparticuz/chromium; Debian's, installed when we are root. LEDGER_BROWSER names one of these ways
 * (env, installed, sparticuz, apt) to try it alone.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { hasChineseFont, writeFontsConf } from './font.ts';

export interface Found {
  executablePath: string;
  /** The environment it must be started in: libraries and fonts. */
  env: Record<string, string>;
  /** Which way it was found, for the log. */
  way: Way;
}

const ways = ['env', 'installed', 'sparticuz', 'apt'] as const;
type Way = (typeof ways)[number];

/** No sandbox (containers run as root), no GPU, and nothing that calls home. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/browser');

let found: Promise<Found> | undefined;

/** The browser to use; the search is done once a process. Throws a Chinese sentence when there is none. */
export function findChromium(): Promise<Found> {
  found ??= search();
  return found;
}

/** A running browser; the caller closes it. `extra` are further flags. */
export async function launchChromium(extra: string[] = []): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, env, args: [...flags, ...extra] });
}

async function search(): Promise<Found> {
  const only = process.env['LEDGER_BROWSER'];
  const env = { ...definedEnv(), ...fontEnv() };
  for (const way of ways) {
    if (only !== undefined && only !== way) continue;
    const usable = await find[way](env);
    if (usable !== undefined) return { ...usable, way };
  }
  throw new Error(
    '找不到可用的浏览器：CHROME_PATH 未指明，没有已安装的 Chrome 或 Chromium，npm 包 @sparticuz/chromium 不能在本机运行，' +
      '也无法用 apt-get 安装。→ 安装 Chrome 或 Chromium，或把 CHROME_PATH 设为浏览器程序的路径。',
  );
}

type Usable = Omit<Found, 'way'> | undefined;
type Env = Record<string, string>;

const find: Record<Way, (env: Env) => Usable | Promise<Usable>> = {
  env(env) {
    const named = process.env['CHROME_PATH'];
    if (named === undefined || named === '') return undefined;
    if (!existsSync(named)) throw new Error(`CHROME_PATH 指向的 ${named} 不存在。→ 改正或取消它。`);
    return { executablePath: named, env };
  },
  installed: (env) => firstThatRuns(installedPaths(), env),
  sparticuz: unpackSparticuz,
  apt(env) {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: 600_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
    if (!install() && !(apt('update') && install())) return undefined;
    return firstThatRuns(['/usr/bin/chromium'], env);
  },
};

function definedEnv(): Env {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

function fontEnv(): Env {
  return hasChineseFont() ? {} : { FONTCONFIG_FILE: writeFontsConf(cache) };
}

function installedPaths(): string[] {
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  switch (process.platform) {
    case 'win32': {
      const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
        (name) => process.env[name] ?? [],
      );
      const programs = [
        String.raw`Google\Chrome\Application\chrome.exe`,
        String.raw`Chromium\Application\chrome.exe`,
        String.raw`Microsoft\Edge\Application\msedge.exe`,
      ];
      return programs.flatMap((program) => roots.map((root) => path.join(root, program)));
    }
    case 'darwin': {
      const homes = ['/Applications', path.join(process.env['HOME'] ?? '', 'Applications')];
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        homes.map((home) => path.join(home, `${name}.app`, 'Contents/MacOS', name)),
      );
    }
    default: {
      const folders = (process.env['PATH'] ?? '').split(path.delimiter);
      const usual = [
        '/opt/google/chrome/chrome',
        '/usr/lib/chromium/chromium',
        '/snap/bin/chromium',
      ];
      const inPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
      return [...inPath.filter((file) => path.isAbsolute(file)), ...usual];
    }
  }
}

/** The first of these programs that starts and tells its version: a stub that only says how to install it does not. */
function firstThatRuns(files: string[], env: Env): Usable {
  const executablePath = files.find((file) => isProgram(file) && runs(file, env));
  return executablePath === undefined ? undefined : { executablePath, env };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function runs(file: string, env: Env): boolean {
  // Chrome on Windows opens a window instead of answering --version.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version', '--no-sandbox'], { env, timeout: 60_000 }).status === 0;
}

/**
 * Unpacks the browser of the npm package into a folder of its own version. It goes to a fresh folder first and is renamed
 * when whole, because the package takes any file of the right name for a finished one.
 */
async function unpackSparticuz(env: Env): Promise<Usable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const bin = path.resolve(path.dirname(main), '../bin');
  const manifest = readFileSync(path.resolve(path.dirname(main), '../package.json'), 'utf8');
  const home = path.join(
    cache,
    `chromium-${(JSON.parse(manifest) as { version: string }).version}`,
  );
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(`${home}-`);
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = fresh;
    try {
      packed.setGraphicsMode = false;
      await packed.executablePath(bin);
      await inflate(path.join(bin, 'al2023.tar.br'));
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    try {
      renameSync(fresh, home);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  const libraries = [path.join(home, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean);
  const withLibraries = { ...env, LD_LIBRARY_PATH: libraries.join(':') };
  const program = [path.join(home, 'chromium')];
  return firstThatRuns(program, env) ?? firstThatRuns(program, withLibraries);
}
