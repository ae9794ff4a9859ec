/** `npm run fuzz -- [seconds] [seed]`: the fuzzers for an hour unless told otherwise, side by side, from a new seed. */
import { spawnSync } from 'node:child_process';

const [seconds = '3600', seed = String(process.pid * 1000)] = process.argv.slice(2);
console.log(`每个乱试 ${seconds} 秒，种子 ${seed}`);
const run = spawnSync('npx', ['vitest', 'run', 'tests/fuzz', 'tests/git/fuzz.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, FUZZ_SECONDS: seconds, FUZZ_SEED: seed },
});
process.exitCode = run.status ?? 1;
