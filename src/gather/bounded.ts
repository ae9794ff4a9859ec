/** 有限度的 git: a run that ends with all that it started when it is late, says too much, or fills more than it may. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Bounds {
  /** By `performance.now()`. */
  readonly until: number;
  /** Of what it prints, in bytes. */
  readonly output: number;
  /** The folder that it fills, and of that the most, in bytes. */
  readonly folder: string;
  readonly size: number;
}

export type Ran =
  | { readonly outcome: 'ended'; readonly status: number | null; readonly output: Uint8Array }
  | { readonly outcome: 'late' | 'loud' | 'large' };

const EVERY = 100;
/** Of every run, also where Git asks the remote by itself: where a server sends on to was not what is registered. */
const stayThere = ['-c', 'http.followRedirects=false'];
/** The last commit of one branch, and nothing that the remote has beside it. */
export const shallowClone: readonly string[] =
  'clone --quiet --bare --no-local --depth=1 --single-branch --no-tags'.split(' ');
/** A remote that asks for a password is not answered; nothing but these ways of asking is. */
const settings = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
};

export function boundedGit(args: readonly string[], cwd: string, bounds: Bounds): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const run = spawn('git', [...stayThere, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
      // A group of its own, so that ssh and index-pack end with it; without a terminal nothing can ask.
      detached: process.platform !== 'win32',
      // Run by a hook, it must not look into the hook's own repository.
      env: { ...ofNoRepository(process.env), ...settings },
    });
    const parts: Buffer[] = [];
    let printed = 0;
    let broken: 'late' | 'loud' | 'large' | undefined;
    const stop = (why: typeof broken): void => {
      broken ??= why;
      endAll(run);
    };
    const watch = setInterval(() => {
      if (performance.now() > bounds.until) stop('late');
      else if (sizeOf(bounds.folder) > bounds.size) stop('large');
    }, EVERY);
    run.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      printed += part.length;
      if (printed > bounds.output) stop('loud');
    });
    run.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    run.on('close', (status) => {
      clearInterval(watch);
      // What came in between two looks counts as well.
      if (broken === undefined && sizeOf(bounds.folder) > bounds.size) broken = 'large';
      resolve(
        broken === undefined
          ? { outcome: 'ended', status, output: Buffer.concat(parts) }
          : { outcome: broken },
      );
    });
  });
}

/** Without what says which repository is meant; how somebody reaches a server stays. */
function ofNoRepository(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['DIR', 'WORK_TREE', 'INDEX_FILE', 'COMMON_DIR', 'NAMESPACE', 'PREFIX']
    .concat(['OBJECT_DIRECTORY', 'ALTERNATE_OBJECT_DIRECTORIES', 'QUARANTINE_PATH'])
    .map((name) => `GIT_${name}`);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

function endAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  else
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
}

/** Bytes of all files below a folder, as far as they are still there. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  } catch {
    return 0;
  }
}
