/** A Git repository for tests, written by fast-import: any tree can be made, also those that no work tree would hold. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Text or bytes of a file, null to remove it, or an entry of another mode; of a folder and a submodule `data` is the hash. */
export type Entry = string | Uint8Array | null | { mode: string; data: string };
/** Path from the top of the repository → what lies there. */
export type Entries = Readonly<Record<string, Entry>>;

export interface CommitOptions {
  /** Whatever a pusher cares to write there: nobody may trust it. */
  readonly as?: string;
  /** 2024-06-10T10:00:00+08:00 */
  readonly at?: string;
  /** A second parent makes it a merge. */
  readonly merge?: string;
  message?: string;
}

/** The environment of tests that run Git: nothing of the machine's own settings. */
export function gitEnv(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(home, 'none'),
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: '示例',
    GIT_AUTHOR_EMAIL: 'demo@example.invalid',
    GIT_COMMITTER_NAME: '示例',
    GIT_COMMITTER_EMAIL: 'demo@example.invalid',
    LC_ALL: 'C.UTF-8',
  };
}

export class Depot {
  readonly dir: string;
  #count = 0;

  /** An empty bare repository, in a fresh folder unless `dir` names one. */
  constructor(dir = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-git-')))) {
    this.dir = dir;
    mkdirSync(dir, { recursive: true });
    this.git('init', '--quiet', '--bare', '--initial-branch=main');
  }

  /** Runs Git in the repository and returns what it prints, without the last line end. Throws when Git refuses. */
  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.dir, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: gitEnv(this.dir),
      maxBuffer: 2 ** 28,
    }).replace(/\n$/u, '');
  }

  /** The bytes of a blob. */
  bytes(object: string): Buffer {
    return execFileSync('git', ['-C', this.dir, 'cat-file', 'blob', object], {
      env: gitEnv(this.dir),
      maxBuffer: 2 ** 28,
    });
  }

  /** A commit on `parent` (a hash, or undefined for a root) with some entries changed; returns its hash. */
  commit(parent: string | undefined, entries: Entries, options: CommitOptions = {}): string {
    const { as = '示例', at = '2024-06-10T10:00:00+08:00', merge, message = '示例' } = options;
    const ref = `refs/made/${String((this.#count += 1))}`;
    const seconds = String(Math.floor(new Date(at).getTime() / 1000));
    const parts: (string | Uint8Array)[] = [
      `commit ${ref}\nmark :1\nauthor ${as} <${as}@example.invalid> ${seconds} +0800\n`,
      `committer ${as} <${as}@example.invalid> ${seconds} +0800\n`,
      data(message),
      parent === undefined ? '' : `from ${parent}\n`,
      merge === undefined ? '' : `merge ${merge}\n`,
    ];
    for (const [path, entry] of Object.entries(entries)) {
      const name = quoted(path);
      if (entry === null) parts.push(`D ${name}\n`);
      else if (typeof entry === 'string' || entry instanceof Uint8Array)
        parts.push(`M 100644 inline ${name}\n`, data(entry));
      else if (['160000', '040000'].includes(entry.mode))
        parts.push(`M ${entry.mode} ${entry.data} ${name}\n`);
      else parts.push(`M ${entry.mode} inline ${name}\n`, data(entry.data));
    }
    // Tells the hash, and takes the ref away again.
    parts.push(`get-mark :1\nreset ${ref}\nfrom ${'0'.repeat(40)}\n\n`);
    const run = spawnSync('git', ['-C', this.dir, 'fast-import', '--quiet', '--force'], {
      input: Buffer.concat(parts.map((part) => Buffer.from(part))),
      env: gitEnv(this.dir),
    });
    if (run.status !== 0) throw new Error(run.stderr.toString('utf8'));
    return run.stdout.toString('utf8').trim();
  }

  /** A commit again with its bytes changed by `edit` (one letter a byte), as no Git program would write it; returns its hash. */
  rewritten(commit: string, edit: (body: string) => string): string {
    const env = gitEnv(this.dir);
    const run = (args: string[], input?: Buffer): Buffer =>
      execFileSync('git', ['-C', this.dir, ...args], { env, input });
    const body = run(['cat-file', 'commit', commit]).toString('latin1');
    const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'];
    return run(args, Buffer.from(edit(body), 'latin1'))
      .toString('utf8')
      .trim();
  }

  /** Many empty commits in a row; returns the last. */
  chain(parent: string, length: number): string {
    const ref = `refs/made/${String((this.#count += 1))}`;
    const commits = Array.from({ length }, (_, index) =>
      [
        `commit ${ref}`,
        'committer 示例 <demo@example.invalid> 1717984800 +0800',
        'data 0',
        ...(index === 0 ? [`from ${parent}`] : []),
        '',
      ].join('\n'),
    );
    const args = ['-C', this.dir, 'fast-import', '--quiet', '--force'];
    const run = spawnSync('git', args, { input: commits.join(''), env: gitEnv(this.dir) });
    if (run.status !== 0) throw new Error(run.stderr.toString('utf8'));
    return this.git('rev-parse', ref);
  }

  /** Points a branch at a commit, without asking any hook. */
  branch(name: string, commit: string): void {
    this.git('update-ref', `refs/heads/${name}`, commit);
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** A block of data as fast-import reads it. */
function data(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([Buffer.from(`data ${String(bytes.length)}\n`), bytes, Buffer.from('\n')]);
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"\n]/gu, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`;
}
