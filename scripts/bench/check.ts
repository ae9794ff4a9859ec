/**
 * `node scripts/bench/check.ts [--issues 4900] [--runs 3]`: times the check of a generated ledger of some 20,000 files
 * against plain js-yaml reading the same files, in turns in one process, and prints the ratio of the medians.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { readFolder, type Content } from '../../src/ledger/content.ts';

const { values } = parseArgs({
  options: {
    issues: { type: 'string', default: '4900' },
    runs: { type: 'string', default: '3' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const write = ['tests/generator/write.ts', '--issues', values.issues, '--out', folder];
  execFileSync(process.execPath, write);
  const content = readFolder(folder);
  const times = {
    read: [] as number[],
    yaml: [] as number[],
    check: [] as number[],
    broken: [] as number[],
  };
  for (let run = 0; run < Number(values.runs); run += 1) {
    times.read.push(secondsOf(() => readFolder(folder)));
    times.yaml.push(secondsOf(() => loadAll(content)));
    times.check.push(
      secondsOf(() => {
        if (!isSound(checkLedger(content))) throw new Error('the generated ledger has faults');
      }),
    );
    const broken = withFaults(content);
    times.broken.push(secondsOf(() => checkLedger(broken)));
  }
  const [read, yaml, check, broken] = [times.read, times.yaml, times.check, times.broken].map(
    median,
  );
  console.log(`文件 ${content.texts.size} 个，每项运行 ${values.runs} 次取中位数（秒）`);
  console.log(
    `读文件 ${secondsInWords(read)}；js-yaml 只解析 ${secondsInWords(yaml)}；检查 ${secondsInWords(check)}；一半文件有错时检查 ${secondsInWords(broken)}`,
  );
  console.log(`检查 ÷ js-yaml = ${((check ?? 0) / (yaml ?? 1)).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function loadAll(content: Content): number {
  const decoder = new TextDecoder();
  let keys = 0;
  for (const bytes of content.texts.values())
    keys += Object.keys(load(decoder.decode(bytes)) as object).length;
  return keys;
}

/** Every other issue and update gets a key that nobody knows. */
function withFaults(content: Content): Content {
  const texts = new Map<string, Uint8Array>();
  for (const [path, bytes] of content.texts) {
    const spoil = /^(?:issues|updates)\//u.test(path) && texts.size % 2 === 0;
    texts.set(path, spoil ? Buffer.concat([bytes, Buffer.from('remark: x\n')]) : bytes);
  }
  return { ...content, texts };
}

function secondsOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function secondsInWords(seconds: number | undefined): string {
  return (seconds ?? 0).toFixed(2);
}
