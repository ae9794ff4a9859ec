import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { profiling, spentIn } from '../../../scripts/bench/profile.ts';
import { PROGRAM } from '../../../scripts/program.ts';

const root = mkdtempSync(path.join(tmpdir(), 'profile-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('时间算到房间、依赖；Node 替谁做的算谁的；打包的网页按行认出是哪个文件的', () => {
  const folder = path.join(root, 'profiles');
  expect(profiling(folder)).toEqual(['--cpu-prof', '--cpu-prof-dir', folder]);
  const bundle = path.join(root, 'drawings/abc/prerender/chunks');
  mkdirSync(bundle, { recursive: true });
  writeFileSync(
    path.join(bundle, 'site_1.mjs'),
    'import x;\n// src/views/home/home-view.ts\nhome();\n// ../../program/node_modules/@scope/some/index.js\nsome();\n',
  );
  const of = (file: string) => pathToFileURL(path.join(PROGRAM, file)).href;
  const site = pathToFileURL(path.join('/elsewhere/site-x/prerender/chunks/site_1.mjs')).href;
  const frames = [
    ['(root)', '', -1, [2, 3, 4, 5, 6, 7, 9]],
    ['(idle)', '', -1, []],
    ['(garbage collector)', '', -1, []],
    ['evaluate', 'node:internal/modules', 5, []],
    ['home', site, 2, []],
    ['some', site, 4, []],
    ['readLedger', of('src/ledger/read.ts'), 3, [8]],
    ['readFileSync', 'node:fs', 400, []],
    ['deflate', of('node_modules/fflate/esm/index.mjs'), 1, []],
  ] as const;
  const profile = {
    nodes: frames.map(([functionName, url, lineNumber, children], at) => ({
      id: at + 1,
      callFrame: { functionName, url, lineNumber },
      children,
    })),
    samples: [2, 3, 4, 5, 6, 7, 8, 9],
    timeDeltas: [9e6, 1e6, 2e6, 3e6, 4e6, 5e6, 6e6, 0.5e6],
  };
  writeFileSync(path.join(folder, 'CPU.1.cpuprofile'), JSON.stringify(profile));
  expect(spentIn(folder, path.join(root, 'drawings'))).toEqual([
    { on: 'src/ledger', seconds: 11 },
    { on: '@scope/some', seconds: 4 },
    { on: 'src/views', seconds: 3 },
    { on: 'Node 启动、读程序', seconds: 2 },
    { on: '回收内存', seconds: 1 },
    { on: 'fflate', seconds: 0.5 },
  ]);
});
