/**
 * Reads one file in a process of its own and prints what it took beside a fixed piece of work: `node measure.ts FILE`.
 * The machine is as slow for the one as for the other, so their ratio says something where seconds do not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPaper } from '../../src/paper/paper.ts';

const [, , path = ''] = process.argv;
const names = new Set(['序号', '账号', '单位', '存在问题']);
const bytes = new Uint8Array(readFileSync(path));
const secondsOf = async <T>(work: () => T | Promise<T>): Promise<{ made: T; cpu: number }> => {
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  return { made, cpu: (user + system) / 1e6 };
};
/** What reading is made of: text cut, matched, counted and put together. A third of a second on a quiet core of 2026. */
const peer = (): number => {
  const counts = new Map<string, number>();
  for (let at = 0; at < 500_000; at += 1) {
    const words = `第${String(at % 5000)}行,甲单位,${String(at % 7)}月`.split(',');
    for (const word of words) if (/[行月]$/u.test(word)) counts.set(word, at);
  }
  return counts.size;
};
/** Linux counts to a process, by the usual call, the peak of whoever started it; its own stands in /proc. */
function peakMegabytes(): number {
  const own = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(own)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kilobytes) / 1024;
}
const { made: reading, cpu } = await secondsOf(() =>
  readPaper(basename(path), bytes, (name) => names.has(name.trim())),
);
const peak = peakMegabytes();
const beside = await secondsOf(peer);
process.stdout.write(
  JSON.stringify({
    outcome: 'refusal' in reading ? reading.refusal.problem : 'read',
    /** Seconds. */
    cpu,
    /** Seconds of the fixed work. */
    peer: beside.cpu,
    /** MB, the program itself included. */
    peak,
  }),
);
