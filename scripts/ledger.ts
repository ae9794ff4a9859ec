#!/usr/bin/env node
/**
 * `npx ledger`: one program, one thin file per command.
 * Exit codes: 0 right · 1 the data has faults · 2 wrong use · 3 the program broke.
 */
import { enableCompileCache } from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `整改台账需要 Node.js 22.18 以上，现在是 ${process.versions.node}。请在程序文件夹里先运行 npm ci，再用 npx ledger 或 npm run 启动，会自动用上随程序安装的 Node.js。\n`,
  );
  process.exit(2);
}
// A reader that has seen enough (`… | head`) is no fault of the program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  process.stderr.write(
    full ? '磁盘空间不够，没有全部输出 → 处理后再运行一次\n' : `写不出来：${error.message}\n`,
  );
  process.exit(full ? 1 : 3);
});
// Compiled code is kept in the user's own cache, not in a shared folder: half of a short command is compiling.
const { cacheFolder } = await import('./program.ts');
const cache = cacheFolder();
if (cache !== undefined) enableCompileCache(cache);
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
export {};
