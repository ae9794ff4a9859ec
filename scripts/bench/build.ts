/**
 * `npm run bench:build -- 2000`: how long the public site of a fictional ledger of so many issues takes, on this
 * machine, and how much memory. One size a process; figures are compared only when they were measured side by side.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../site/make-site.ts';
import { pagesWritten } from '../site/render-pages.ts';
import { PROGRAM } from '../program.ts';

const issues = Number(process.argv[2] ?? '2000');
const audience = process.argv[3] === 'internal' ? 'internal' : 'public';
const folder = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
try {
  const content = path.join(folder, 'content');
  const generator = path.join(PROGRAM, 'tests/generator/write.ts');
  const wanted = ['--seed', '2', '--issues', String(issues), '--out', content];
  execFileSync(process.execPath, [generator, ...wanted]);
  const files = readdirSync(content, { recursive: true, withFileTypes: true });
  const count = files.filter((entry) => entry.isFile()).length;
  const started = performance.now();
  const cpu = process.cpuUsage();
  await buildSite({
    content,
    audience,
    out: path.join(folder, 'site'),
    base: '/',
    asOf: undefined,
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const busy = (user + system) / 1e6;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `问题 ${String(issues)} 件、台账文件 ${String(count)} 个：${audience === 'public' ? '公开站' : '内部站'} ` +
      `${String(pagesWritten())} 页，${seconds.toFixed(1)} 秒（处理器 ${busy.toFixed(1)} 秒），最多占内存 ${String(megabytes)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
