/** Reads one file in a process of its own and prints what it took: `node measure.ts FILE`. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPaper } from '../../src/paper/paper.ts';

const [, , path = ''] = process.argv;
const names = new Set(['序号', '账号', '单位', '存在问题']);
const bytes = new Uint8Array(readFileSync(path));
const before = process.cpuUsage();
const reading = await readPaper(basename(path), bytes, (name) => names.has(name.trim()));
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    outcome: 'refusal' in reading ? reading.refusal.problem : 'read',
    /** Seconds. */
    cpu: (user + system) / 1e6,
    /** MB, the program itself included. */
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
