/** Holds the lock of a folder for a moment; what it takes away of a left-behind lock it takes away slowly. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [dir, isSlow] = process.argv.slice(2);
const rest = (milliseconds) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
const real = fs.rmSync;
let isFirst = isSlow === 'slow';
fs.rmSync = (path, ...more) => {
  if (isFirst && String(path).endsWith('.writing.lock')) {
    isFirst = false;
    fs.writeFileSync(`${dir}/clearing`, '');
    rest(700);
  }
  real(path, ...more);
};
syncBuiltinESMExports();
const { withLock } = await import('../../src/ledger/writing/lock.ts');
withLock(dir, () => {
  fs.writeFileSync(`${dir}/inside`, '', { flag: 'wx' });
  rest(900);
  real(`${dir}/inside`);
});
