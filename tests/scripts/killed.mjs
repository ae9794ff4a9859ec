/** Loaded before a command: ends the process at its write number LEDGER_KILL_AT, as kill -9 does. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env['LEDGER_KILL_AT']);
for (const name of [
  'writeSync',
  'writeFileSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'rmSync',
]) {
  const real = fs[name];
  fs[name] = (...args) => {
    if ((left -= 1) === 0) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();
