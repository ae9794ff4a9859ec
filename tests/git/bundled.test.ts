/**
 * 离线包: the office's part for this system, unpacked where there is no Node, no npm and no network (a network of its own
 * with nothing in it, a PATH with Git alone), goes a whole round: a ledger out of the county's three papers, check,
 * import, sheets out, a sheet back, the merge, the report and the reminders.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY_OFFICE, writeCountyPapers } from '../generator/county.ts';
import { gitEnv } from './depot.ts';
import { fillSheet } from './office-round.ts';

const checkout = resolve(import.meta.dirname, '../..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-bundled-')));
const own = join(root, 'taizhang');
const TODAY = ['--as-of', '2026-03-04'];
const isolated = ['--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
const env = { ...gitEnv(root), PATH: join(root, 'bin') };
const started = join(root, '整改台账', '台账');
let said = '';

interface Ran {
  code: number | null;
  out: string;
}
function run(cwd: string, command: string, ...args: string[]): Ran {
  const given = [...isolated, '--', command, ...args];
  const ran = spawnSync('/usr/bin/unshare', given, { cwd, env, encoding: 'utf8' });
  return { code: ran.status, out: `${ran.stdout}${ran.stderr}${ran.error?.message ?? ''}` };
}
const ledger = (...args: string[]): Ran => run(own, './ledger', ...args);
const git = (...args: string[]): string => run(own, join(root, 'bin/git'), ...args).out.trim();

beforeAll(async () => {
  said = execFileSync(
    process.execPath,
    ['scripts/ledger.ts', 'bundle', '--for', 'linux-x64', '--part', 'office', '--out', root],
    { cwd: checkout, encoding: 'utf8' },
  );
  const archive = readdirSync(root).find((name) => name.endsWith('-office.tar.gz')) ?? '';
  execFileSync('tar', ['xzf', join(root, archive), '-C', root]);
  mkdirSync(join(root, 'bin'));
  symlinkSync('/usr/bin/git', join(root, 'bin/git'));
  await writeCountyPapers(root);
  const answers = [
    `办公室：${COUNTY_OFFICE}`,
    ...['平台：不用', '公开站地址：', '内部站地址：', '审核员：reviewer-1', '管理员：reviewer-1'],
    ...['单位名单：单位名单.xlsx', '名册：名册.xlsx', '问题清单：问题清单.docx', ''],
  ];
  writeFileSync(join(root, '答复.txt'), answers.join('\n'));
}, 300_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('大小说明压缩和解开两个数，解开不过 230 MB；里面没有 npm', () => {
  const [, packed = '', unpacked = ''] = /压缩 (\d+) MB，解开 (\d+) MB/u.exec(said) ?? [];
  process.stdout.write(`办公室部分：压缩 ${packed} MB，解开 ${unpacked} MB\n`);
  expect(Number(unpacked)).toBeGreaterThan(100);
  expect(Number(unpacked)).toBeLessThanOrEqual(230);
  const packages = readdirSync(join(root, '整改台账/program/node_modules'));
  expect(packages.filter((name) => /^(?:npm|astro|vite)$/u.test(name))).toEqual([]);
});

test('那里没有 Node、npm 和网络', () => {
  const shell = (line: string): Ran => run(root, '/bin/sh', '-c', line);
  expect(shell('command -v node npm npx').out).toBe('');
  expect(shell('cat < /proc/net/route').code).not.toBe(0);
  expect(readFileSync('/proc/net/dev', 'utf8')).toContain('lo');
});

test('立台账、检查', async () => {
  const init = (): Ran =>
    run(root, started, 'init', 'taizhang', '--answers', '答复.txt', '--as-of', '2026-03-03');
  expect(init().out).toContain('写在 taizhang-提问.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(root, 'taizhang-提问.xlsx'));
  book.worksheets[0]?.eachRow((row, at) => {
    if (at > 2) row.getCell(6).value = row.getCell(2).value === '专项' ? '新增' : '未备案';
  });
  await book.xlsx.writeFile(join(root, 'taizhang-提问.xlsx'));
  expect(init()).toEqual({ code: 0, out: expect.stringContaining('问题 40 个。') as string });
  expect(ledger('check')).toEqual({
    code: 0,
    out: expect.stringContaining('台账没有错误') as string,
  });
});

test('导入、发出报送单、收回、合并', async () => {
  const again = ledger('import', join(root, '问题清单.docx'), ...TODAY);
  expect(again).toEqual({
    code: 0,
    out: expect.stringContaining('读出 40 条：不变 40') as string,
  });
  const [campaign = ''] = readdirSync(join(own, 'campaigns')).map((name) =>
    name.replace('.yaml', ''),
  );
  expect(
    ledger('collect', '--campaign', campaign, '--out', join(root, '发出'), ...TODAY).code,
  ).toBe(0);
  const first = readdirSync(join(root, '发出')).find((name) => name.endsWith('.xlsx')) ?? '';
  const { bytes } = await fillSheet(
    new Uint8Array(readFileSync(join(root, '发出', first))),
    ([issue = '']) => ({
      reporter: '科员',
      approver: '分管领导',
      reportedOn: '2026-03-04',
      rows: { [issue]: { 本次报送: '申请验收', 完成日期: '3月4日', 佐证: '示制〔2026〕1号' } },
    }),
  );
  mkdirSync(join(root, '收回'));
  writeFileSync(join(root, '收回', '交回.xlsx'), bytes);
  const received = ledger(
    'receive',
    join(root, '收回'),
    '--branch',
    '--received-by',
    '业务股',
    ...TODAY,
  );
  expect(received.out).toContain('已写成分支 receive/');
  const branch = git('for-each-ref', '--format=%(refname:short)', 'refs/heads/receive/');
  git('merge', '--quiet', '--no-ff', '-m', '收件', branch);
  expect(git('log', '--format=%s', '-1')).toBe('收件');
});

test('统计、情况报告、催办；要生成网站的，说明是另一部分', () => {
  // The county's list is one of two campaigns with one row of numbers, which the report of either refuses.
  const example = join(root, '整改台账/program/tests/fixtures/shili');
  const paper = join(root, '报告.docx');
  const report = ledger('report', '2025-special', '--content', example, '--out', paper);
  expect([report.code, report.out]).toEqual([0, expect.stringContaining('报告.docx')]);
  expect(ledger('status', '--as-of', '2026-03-30').code).toBe(0);
  const remind = ledger('remind', '--as-of', '2026-03-30');
  expect([remind.code, remind.out]).toEqual([0, expect.stringContaining('样例县')]);
  expect(ledger('build')).toEqual({
    code: 2,
    out: expect.stringContaining('办公室部分') as string,
  });
});
