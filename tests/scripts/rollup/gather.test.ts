/** `gather --write` as a person runs it: killed at every write, and two at once — every snapshot of the run is there or none. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { rollupInOne, type RollupTexts } from '../../../src/documents/data/rollup.ts';
import { checkLedger } from '../../../src/ledger/check.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { finishPending } from '../../../src/ledger/writing/pending.ts';
import { ledger, scratch } from '../../documents/run.ts';
import {
  AS_OF,
  childFile,
  laidDown,
  type Made,
  madeLedger,
  published,
} from '../../generator/city.ts';

const root = resolve(import.meta.dirname, '../../..');
const program = join(root, 'scripts/ledger.ts');
const killer = join(root, 'tests/scripts/killed.mjs');

let districts: Made[];
let city: Made;
beforeAll(() => {
  districts = ['101', '102'].map((code) => madeLedger(code, 4));
  const files = districts.map(({ code }, at) => childFile(code, at));
  city = madeLedger('100', 2, new Map(files));
});

const place = (): string =>
  laidDown(
    scratch(),
    city.files,
    new Map(districts.map(({ code, ledger }) => [code, published(ledger)])),
  );
const argsFor = (content: string): string[] => [
  ...[program, 'gather', '--write', '--content', content, '--as-of', AS_OF],
];
/** The snapshots that a reader of the ledger sees. */
const kept = (content: string): string[] =>
  [...readFolder(content).texts.keys()].filter((path) => path.startsWith('snapshots/'));
const all = [`snapshots/q101/${AS_OF}.yaml`, `snapshots/q102/${AS_OF}.yaml`];

test('汇总（gather --write）在写的途中被强行结束：全有或全无，再运行一次就全', () => {
  let kills = 0;
  for (let at = 1; at < 200; at += 2) {
    const content = place();
    const run = spawnSync(process.execPath, ['--import', killer, ...argsFor(content)], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LEDGER_KILL_AT: String(at) },
    });
    expect([0, all.length]).toContain(kept(content).length);
    if (run.signal === null) break;
    kills += 1;
    const [, ...args] = argsFor(content);
    expect([ledger(...args).code, kept(content).toSorted()]).toEqual([0, all]);
    finishPending(content);
    expect(existsSync(join(content, '.pending'))).toBe(false);
  }
  expect(kills).toBeGreaterThan(4);
});

test('一个下级的名称里有台账不能写的号码：不收它的，别的照收，台账仍然读得出', () => {
  const content = place();
  const child = join(content, 'children', 'q101.yaml');
  const path = /path: '?([^'}\s]+)/u.exec(readFileSync(child, 'utf8'))?.[1] ?? '';
  const at = resolve(content, path);
  const { summary, ledger } = JSON.parse(readFileSync(at, 'utf8')) as RollupTexts;
  const spoilt = summary.replace(/("authority"\s*:\s*")/u, '$113800000000 ');
  expect(spoilt).not.toBe(summary);
  writeFileSync(at, rollupInOne({ summary: spoilt, ledger }));
  const run = spawnSync(process.execPath, argsFor(content), { cwd: root, encoding: 'utf8' });
  expect(run.status).toBe(1);
  expect(run.stdout).toContain('没有收');
  // Nothing of its sums, and why: the page says it too.
  const fault = `snapshots/q101/${AS_OF}-fault.yaml`;
  expect(kept(content).toSorted()).toEqual([fault, all[1]]);
  expect(readFileSync(join(content, fault), 'utf8')).toContain('台账不能写的内容');
  expect(checkLedger(readFolder(content)).faults).toEqual([]);
});

test('两个汇总同时运行：一个存，另一个说已经存了，存下的只有一份，一个字不混', async () => {
  const content = place();
  const runs = await Promise.all(
    [1, 2].map(
      () =>
        new Promise<{ status: number | null; said: string }>((done) => {
          const run = spawn(process.execPath, argsFor(content), { cwd: root });
          let said = '';
          for (const stream of [run.stdout, run.stderr])
            stream.on('data', (part: Buffer) => (said += part.toString('utf8')));
          run.on('close', (status) => done({ status, said }));
        }),
    ),
  );
  expect(runs.map(({ status }) => status)).toContain(0);
  for (const { status, said } of runs)
    expect(said).toMatch(status === 0 ? /存了 2 个快照|没有变化/u : /另一个命令已经存了/u);
  expect(kept(content).toSorted()).toEqual(all);
  expect(readdirSync(join(content, 'snapshots/q101'))).toHaveLength(1);
});

test('取的时候别人存了今天的：不盖掉，说一句', () => {
  const content = place();
  const [path = ''] = all;
  const late = join(scratch(), 'late.mjs');
  // Somebody else's snapshot appears at the moment in which this run begins to write.
  writeFileSync(
    late,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = fs.linkSync;
fs.linkSync = (...args) => { fs.mkdirSync(${JSON.stringify(join(content, 'snapshots/q101'))}, { recursive: true }); fs.writeFileSync(${JSON.stringify(join(content, path))}, '别人的'); return real(...args); };
syncBuiltinESMExports();`,
  );
  const run = spawnSync(process.execPath, ['--import', late, ...argsFor(content)], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([run.status, run.stderr]).toEqual([1, expect.stringContaining(`已经存了 ${path}`)]);
  expect(readFileSync(join(content, path), 'utf8')).toBe('别人的');
  expect(readdirSync(join(content, 'snapshots'))).toEqual(['q101']);
});

test('汇总文件在路上坏了一个字：校验值不符，说明，不收；以前没有校验值的照样读', () => {
  const content = place();
  const child = join(content, 'children', 'q101.yaml');
  const path = /path: '?([^'}\s]+)/u.exec(readFileSync(child, 'utf8'))?.[1] ?? '';
  const at = resolve(content, path);
  const text = readFileSync(at, 'utf8');
  const said = (changed: string): string => {
    expect(changed).not.toBe(text);
    writeFileSync(at, changed);
    const { stdout } = spawnSync(
      process.execPath,
      argsFor(content).filter((word) => word !== '--write'),
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    return stdout;
  };
  expect(said(text.replace(/(commit\\": \\")./u, '$1e'))).toContain('汇总文件的校验值不符');
  const older = JSON.parse(text) as { sha256?: string };
  delete older.sha256;
  expect(said(JSON.stringify(older))).not.toContain('校验值不符');
});

const run = (content: string, ...args: string[]) =>
  ledger('gather', '--content', content, '--as-of', AS_OF, ...args);

test('不写 --write 只看不存，说有几个要存；存了再取，没有要存的', () => {
  const content = place();
  const seen = run(content);
  expect(seen.code).toBe(0);
  expect(seen.out).toMatch(/^ {2}示例101区（公开）：/mu);
  expect(seen.out).toMatch(
    /共取 2 份，都正常；有 2 个快照、2 份名录要存，加 --write 再运行一次。\n$/u,
  );
  expect(kept(content)).toEqual([]);
  expect(run(content, '--write').out).toMatch(/存了 2 个快照/u);
  expect(run(content).out).toMatch(/共取 2 份，都正常；没有要存的。\n$/u);
});

test('取不到的一家打头带叹号，几份要处理，退出码是 1；别家照样', () => {
  const content = place();
  const child = join(content, 'children', 'q101.yaml');
  writeFileSync(child, readFileSync(child, 'utf8').replace('101.json', 'no.json'));
  const { code, out } = run(content);
  expect(code).toBe(1);
  expect(out).toMatch(/^！示例101区（公开）：/mu);
  expect(out).toMatch(/^ {2}示例102区（公开）：/mu);
  expect(out).toContain('共取 2 份，1 份要处理');
});

test('给程序的：每份对不对、存在哪里', () => {
  const rows = JSON.parse(run(place(), '--json').out) as {
    child: string;
    right: boolean;
    file: string;
  }[];
  expect(rows.map(({ child, right, file }) => [child, right, file])).toEqual([
    ['q101', true, all[0]],
    ['q102', true, all[1]],
  ]);
});

test('没有登记下级的，说没有', () => {
  const content = laidDown(scratch(), districts[0]?.files ?? new Map(), new Map());
  expect(run(content)).toMatchObject({
    code: 0,
    out: '没有下级台账：children/ 里没有登记，或都不在期内。\n',
  });
});
