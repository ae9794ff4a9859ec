/** A work copy as somebody in a unit has it, and what Git says when it pushes. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitEnv } from './depot.ts';

export interface GitAnswer {
  readonly ok: boolean;
  /** Standard output and standard error together. */
  readonly text: string;
}

/** Runs Git without stopping the server that runs in this process. */
export function runGit(
  dir: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-c', 'core.quotepath=false', '-C', dir, ...args], {
      env: { ...gitEnv(dir), ...more },
    });
    let text = '';
    // A Chinese character may come in two pieces.
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.on('close', (code) => {
      resolve({ ok: code === 0, text });
    });
  });
}

export class Clone {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /** Clones an address into a folder; `settings` are options of git clone. Throws when Git refuses. */
  static async of(address: string, dir: string, settings: readonly string[] = []): Promise<Clone> {
    mkdirSync(dirname(dir), { recursive: true });
    const { ok, text } = await runGit(dirname(dir), [
      'clone',
      '--quiet',
      ...settings,
      address,
      dir,
    ]);
    if (!ok) throw new Error(text);
    return new Clone(dir);
  }

  git(...args: string[]): Promise<GitAnswer> {
    return runGit(this.dir, args);
  }

  /** Commits files on a branch that begins at the newest main, or at a commit that is here already; null removes a file. */
  async commit(
    branch: string,
    files: Readonly<Record<string, string | Uint8Array | null>>,
    from = 'origin/main',
  ): Promise<void> {
    if (from === 'origin/main') await this.git('fetch', '--quiet', 'origin');
    await this.git('checkout', '--quiet', '-B', branch, from);
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.dir, path);
      if (content === null) {
        rmSync(file);
        continue;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    await this.git('add', '--all');
    const { ok, text } = await this.git('commit', '--quiet', '--message', '示例');
    if (!ok) throw new Error(text);
  }

  push(...args: string[]): Promise<GitAnswer> {
    return this.git('push', 'origin', ...args);
  }
}
