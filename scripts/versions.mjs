/**
 * The first gate, and the first thing every entry point runs: is this the Node the program needs, and are the packages
 * those of the lock file? Plain JavaScript without imports of ours, so that an old Node can still read it and explain.
 */
import { readFileSync } from 'node:fs';

const wanted = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `Node 版本是 ${process.versions.node}，本程序需要 ${wanted.join('.')} 以上。\n` +
      '→ 在本目录运行 npm ci（不要加 --omit=optional），它会装好 Node 24；然后用 npm test、npm start 或 npx ledger。',
  );
  process.exit(3);
}

const root = new URL('../', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const manifest = json('package.json');
const faults = [];
for (const [name, version] of Object.entries({
  ...manifest.dependencies,
  ...manifest.devDependencies,
})) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    faults.push(`package.json：${name} 的版本 ${version} 不确定 → 写成一个确定的版本号`);
    continue;
  }
  let installed;
  try {
    installed = json(`node_modules/${name}/package.json`).version;
  } catch {
    installed = '（未安装）';
  }
  if (installed !== version) {
    faults.push(`${name} 应为 ${version}，实际是 ${installed} → 运行 npm ci`);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`Node ${process.versions.node}，依赖与清单一致。`);
