/** Runs `ledger` as a person does, most commands without starting a process for each. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { Asked, Ran } from './ran.ts';

const root = join(import.meta.dirname, '..', '..');

/** These change the working folder or stay, so they need a process to themselves. */
const ALONE: ReadonlySet<string> = new Set(['build', 'bundle', 'desk', 'dev', 'serve', 'try']);
/** Longer takes no command of a test. Milliseconds; a busy machine is slow. */
const PATIENCE = 240_000;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** 1 when the command that was asked for last has ended. */
  readonly ended: Int32Array<SharedArrayBuffer>;
}
let started: Thread | undefined;

/** The thread of this process in which commands run, one after the other. */
function thread(): Thread {
  if (started !== undefined) return started;
  const { port1, port2 } = new MessageChannel();
  const ended = new Int32Array(new SharedArrayBuffer(4)).fill(1);
  const worker = new Worker(join(import.meta.dirname, 'run-thread.ts'), {
    workerData: { port: port2, ended },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  started = { worker, port: port1, ended };
  return started;
}

/**
 * Runs `ledger ARGS` in the program's folder, with the environment of this process. All but a few commands run in one
 * thread that lives as long as this process (half of a short command is starting). Processes of their own, with exit codes,
 * pipes and kills, are in tests/scripts/output, tests/scripts/killed, tests/documents/guide and tests/git.
 */
export function ledger(...args: string[]): Ran {
  if (ALONE.has(args[0] ?? '')) {
    const run = spawnSync(process.execPath, [join(root, 'scripts', 'ledger.ts'), ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    return { code: run.status, out: run.stdout, err: run.stderr };
  }
  const { port, ended } = ask(args);
  return told(args, port, Atomics.wait(ended, 0, 0, PATIENCE));
}

/** The same without blocking this process, which may be the server that the command asks; `more` is its environment, too. */
export async function ledgerMeanwhile(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { port, ended } = ask(args, more);
  return told(args, port, await Atomics.waitAsync(ended, 0, 0, PATIENCE).value);
}

function ask(args: readonly string[], more: Readonly<Record<string, string>> = {}): Thread {
  if (process.cwd() !== root) throw new Error(`a test has moved to ${process.cwd()}`);
  const asked = thread();
  if (Atomics.exchange(asked.ended, 0, 0) === 0) throw new Error('two commands at once');
  asked.port.postMessage({ args, env: { ...process.env, ...more } } satisfies Asked);
  return asked;
}

function told(args: readonly string[], port: MessagePort, waited: string): Ran {
  if (waited === 'timed-out') throw new Error(`ledger ${args.join(' ')} did not end`);
  return (receiveMessageOnPort(port) as { message: Ran }).message;
}

/** A folder that is gone when the test is over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
