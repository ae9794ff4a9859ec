/** 中途结束: a module that kills the process which loads it when it starts its LEDGER_KILL_AT-th command. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the module into a folder; to be given to Node with `--import`. */
export function killerIn(folder: string): string {
  const file = join(folder, 'killed.mjs');
  writeFileSync(
    file,
    `import processes from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
let left = Number(process.env['LEDGER_KILL_AT']);
for (const name of ['spawnSync', 'execFileSync']) {
  const real = processes[name];
  processes[name] = (...args) => {
    if ((left -= 1) === 0) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();`,
  );
  return file;
}
