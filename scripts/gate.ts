/** A gate of `npm test`: one command whose success is one test, or a Vitest project whose tests are counted. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** A command of package.json (`script`, with `args` behind it) or a Vitest project. */
export type Gate =
  | { kind: 'command'; name: string; script: string; args?: string[] }
  | { kind: 'vitest'; name: string; project: string };

export interface Outcome {
  passed: number;
  failed: number;
  /** Duration in seconds. */
  seconds: number;
}

/** A gate that runs longer than this many minutes is stopped and has failed. */
const patience = 15;

/** Runs one gate, showing its output as it comes. Never throws: what breaks is a failure. */
export async function runGate(gate: Gate): Promise<Outcome> {
  const began = performance.now();
  const counted = await (gate.kind === 'vitest' ? runProject(gate.project) : runCommand(gate));
  return { ...counted, seconds: (performance.now() - began) / 1000 };
}

async function runCommand(gate: Gate & { kind: 'command' }) {
  const args = gate.args === undefined ? [] : ['--', ...gate.args];
  const code = await execute('npm', ['run', '--silent', gate.script, ...args]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runProject(project: string) {
  const report = `reports/vitest-${project}.json`;
  rmSync(report, { force: true });
  const code = await execute('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return count(report, code);
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Passed and failed tests of a Vitest report. A skipped test, a file that did not load and an exit code without a
 * failed test are failures too: nothing that did not pass looks as if it had.
 */
export function count(report: string, exitCode: number): { passed: number; failed: number } {
  let read: Report;
  try {
    read = JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 1 };
  }
  const unloaded = read.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = read.numFailedTests + read.numPendingTests + read.numTodoTests + unloaded;
  return { passed: read.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** The exit code of a command; 1 when it could not start or did not end in time. */
function execute(command: string, args: string[]): Promise<number> {
  const windows = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: windows, detached: !windows });
    const stop = (signal: NodeJS.Signals) => {
      if (child.pid === undefined) return;
      if (windows) child.kill(signal);
      else process.kill(-child.pid, signal);
    };
    const interrupted = () => {
      stop('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    const timer = setTimeout(() => {
      console.error(`超过 ${patience} 分钟仍未结束，已停止。`);
      stop('SIGKILL');
    }, patience * 60_000);
    const finish = (code: number) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`无法运行 ${command}：${error.message}`);
      finish(1);
    });
    child.on('exit', (code) => {
      finish(code ?? 1);
    });
  });
}
