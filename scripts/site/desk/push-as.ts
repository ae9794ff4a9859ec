/** 推送: Git run beside the server for somebody who is signed in: it never stops the server and asks nobody. */
import { spawn } from 'node:child_process';
import { plain } from '../../../src/text/plain.ts';
import { wordsOfServer } from '../../../src/review/forge-link.ts';

/** Name, address and the time of now, as Git writes whoever signs. */
export function signedNow(account: string): string {
  return `${account} <${account}@localhost> ${String(Math.floor(Date.now() / 1000))} +0800`;
}

export type Pushed =
  | { readonly ok: true }
  /** What the server's hook said, and the word with which Git tells the refusal; undefined where nobody answered. */
  | { readonly ok: false; readonly said: readonly string[]; readonly verdict: string | undefined };

/**
 * Pushes a commit to a branch in the name of an account, or takes the branch away where there is none. With `over` the
 * branch is rewritten, but only while it still is at that commit.
 */
export async function pushAs(
  repository: string,
  what: { to: string; commit: string | undefined; ref: string; account: string; over?: string },
): Promise<Pushed> {
  const { to, commit = '', ref, account, over } = what;
  const lease = over === undefined ? [] : [`--force-with-lease=${ref}:${over}`];
  // A repository of people, pushed to from itself, follows with its work copy or refuses, where that has changes.
  const receive = '--receive-pack=git -c receive.denyCurrentBranch=updateInstead receive-pack';
  // A repository on this machine runs its hook with these; one elsewhere knows the pusher by its own sign-in.
  const { ok, output, errors } = await gitAs(
    repository,
    [
      'push',
      '--porcelain',
      ...lease,
      ...(to === repository ? [receive] : []),
      to,
      `${commit}:${ref}`,
    ],
    { REMOTE_USER: account, GL_USER: account },
  );
  if (ok) return { ok };
  const verdict = /^!\t[^\t]*\t\[(?<by>[^\]]*)\]/mu.exec(output)?.groups?.['by'];
  return { ok, said: wordsOfServer(errors).map(plain), verdict };
}

/** Runs Git without stopping the server; it asks nobody at a terminal, and never finds a hook of the caller's. */
export function gitAs(
  repository: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<{ ok: boolean; output: string; errors: string }> {
  return new Promise((settle) => {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
    const child = spawn('git', ['-C', repository, '-c', 'core.quotepath=false', ...args], {
      env: { ...Object.fromEntries(own), LC_ALL: 'C.UTF-8', GIT_TERMINAL_PROMPT: '0', ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece));
    child.on('error', (error) => {
      settle({ ok: false, output, errors: error.message });
    });
    child.on('close', (code) => {
      settle({ ok: code === 0, output, errors });
    });
  });
}
