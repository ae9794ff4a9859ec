/** A gate of `npm test`: one command whose success is one test, or a Vitest project whose tests are counted. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';

/** A script of package.json; of kind `vitest` its tests are counted, else its success is one. */
export interface Gate {
  kind: 'command' | 'vitest';
  name: string;
  script: string;
  /** Which part of how many a Vitest project is cut in here, by files: a slow machine has its minutes for each part. */
  part?: { number: number; of: number };
}

export interface GateOutcome {
  passed: number;
  failed: number;
  /** What failed, by file and name, where tests say so. */
  names: string[];
  /** Duration in seconds. */
  seconds: number;
}

/** A gate that runs longer than this many minutes is stopped and has failed. */
const patience = 15;

/**
 * Runs the gates of a step side by side, as many at a time as there are cores; `told` hears of each when it has ended.
 * A gate that runs alone shows its output as it comes, of several each is shown whole. Never throws: what breaks is a
 * failure.
 */
export async function runStep(
  gates: readonly Gate[],
  told: (gate: Gate, outcome: GateOutcome) => void,
): Promise<void> {
  const waiting = [...gates];
  const lane = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      if (gates.length === 1) console.log(`\n━━ ${gate.name}`);
      const began = performance.now();
      const { code, output } = await execute('npm', argumentsOf(gate), gates.length > 1);
      if (gates.length > 1) process.stdout.write(`\n━━ ${gate.name}\n${output}`);
      const seconds = (performance.now() - began) / 1000;
      told(gate, { ...counted(gate, code), seconds });
    }
  };
  process.once('SIGINT', interrupted);
  await Promise.all(Array.from({ length: Math.min(gates.length, availableParallelism()) }, lane));
  process.off('SIGINT', interrupted);
}

function argumentsOf(gate: Gate): string[] {
  if (gate.kind === 'command') return ['run', gate.script];
  const report = reportOf(gate);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { part } = gate;
  const shard = part === undefined ? [] : [`--shard=${String(part.number)}/${String(part.of)}`];
  return ['run', gate.script, '--', ...reporters, ...shard];
}

function reportOf({ script, part }: Gate): string {
  const suffix = part === undefined ? '' : `-${String(part.number)}`;
  return `reports/${script.replaceAll(':', '-')}${suffix}.json`;
}

function counted(gate: Gate, code: number): Omit<GateOutcome, 'seconds'> {
  if (gate.kind === 'vitest') return countTests(reportOf(gate), code);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, names: [] };
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/**
 * Passed and failed tests of a Vitest report, and the names of those that failed. A skipped test, a file that did not load and an exit code without a
 * failed test are failures too: nothing that did not pass looks as if it had.
 */
export function countTests(report: string, exitCode: number): Omit<GateOutcome, 'seconds'> {
  let read: Report;
  try {
    read = JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 1, names: [] };
  }
  const names = read.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const lost = assertionResults.filter((one) => one.status !== 'passed');
    if (status === 'failed' && !lost.some((one) => one.status === 'failed')) return [file];
    return lost.map(({ fullName }) => `${file} ${fullName}`);
  });
  const unloaded = read.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = read.numFailedTests + read.numPendingTests + read.numTodoTests + unloaded;
  return {
    passed: read.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    names,
  };
}

/** What runs now: stopped together when somebody stops the program. */
const running = new Set<ChildProcess>();
const windows = process.platform === 'win32';

function stop(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (windows) child.kill(signal);
  else process.kill(-child.pid, signal);
}

function interrupted(): void {
  for (const child of running) stop(child, 'SIGTERM');
  process.exit(130);
}

/** Exit code and, when it is kept, output of a command; code 1 when it could not start or did not end in time. */
function execute(
  command: string,
  args: string[],
  isKept: boolean,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: isKept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: windows,
      detached: !windows,
    });
    running.add(child);
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => output.push(chunk));
    const say = (text: string) => {
      if (isKept) output.push(Buffer.from(`${text}\n`));
      else console.error(text);
    };
    const timer = setTimeout(() => {
      say(`超过 ${patience} 分钟仍未结束，已停止。`);
      stop(child, 'SIGKILL');
    }, patience * 60_000);
    const finish = (code: number) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output: Buffer.concat(output).toString('utf8') });
    };
    child.on('error', (error) => {
      say(`无法运行 ${command}：${error.message}`);
      finish(1);
    });
    child.on('close', (code) => {
      finish(code ?? 1);
    });
  });
}
