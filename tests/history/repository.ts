/** A scratch repository for tests: real Git, fixed people and instants, nothing of the machine's own settings. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Scratch {
  /** The work tree. */
  readonly dir: string;
  /** Runs Git and returns what it prints, without the last line end. */
  readonly git: (...args: string[]) => string;
  /** Writes a file below the work tree. */
  readonly write: (path: string, text: string) => void;
  /** Commits everything as `who` at an instant such as 2024-03-01T10:00:00+08:00; returns the hash. */
  readonly commit: (who: string, at: string) => string;
  /** Merges a branch by a merge commit; returns the hash. */
  readonly merge: (branch: string, who: string, at: string) => string;
  /** Puts what is staged into the last commit. */
  readonly amend: (who: string, at: string) => string;
  readonly remove: () => void;
}

/** An empty repository on branch main. */
export function scratch(): Scratch {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-history-')));
  let env: Record<string, string> = {};
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dir, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: dir,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: join(dir, '.git', 'none'),
        ...env,
      },
    }).replace(/\n$/u, '');
  const as = (who: string, at: string, ...args: string[]) => {
    env = {
      GIT_AUTHOR_NAME: who,
      GIT_AUTHOR_EMAIL: 'demo@example.invalid',
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: who,
      GIT_COMMITTER_EMAIL: 'demo@example.invalid',
      GIT_COMMITTER_DATE: at,
    };
    git(...args);
    env = {};
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  return {
    dir,
    git,
    write: (path, text) => {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    commit: (who, at) => {
      git('add', '--all');
      return as(who, at, 'commit', '--quiet', '--allow-empty', '--message', '示例');
    },
    merge: (branch, who, at) => as(who, at, 'merge', '--quiet', '--no-ff', '-m', '合并', branch),
    amend: (who, at) => as(who, at, 'commit', '--quiet', '--amend', '--no-edit', '--date', at),
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
