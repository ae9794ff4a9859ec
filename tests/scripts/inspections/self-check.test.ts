/** `ledger self-check`: who answered, sheets out, sheets in — all or none — and the list of what was found. (示例区，虚构) */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ledger, scratch } from '../../documents/run.ts';
import { small } from '../../ledger/small.ts';
import { workbook } from '../../paper/made.ts';

const CAMPAIGN = `${small['campaigns/zx.yaml'] ?? ''}checklist: { items: [有没有错链, 有没有泄露个人信息] }\n`;
let content: string;
let folder: string;
beforeEach(() => {
  content = join(scratch(), 'content');
  folder = scratch();
  lay({ ...small, 'campaigns/zx.yaml': CAMPAIGN });
});
function lay(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
}
const run = (...args: string[]) =>
  ledger('self-check', 'zx', '--content', content, '--as-of', '2026-06-15', ...args);
const receive = () => run('--receive', folder, '--write');
/** A sheet as it comes back: the answers to the two items, each with its words. */
function sheet(
  name: string,
  answers: readonly (readonly [string, string?])[],
  head = ['单位：甲街道（jia）', '专项：示例专项（zx）'],
) {
  const items = ['有没有错链', '有没有泄露个人信息'];
  const rows = answers.map(([answer, note = ''], at) => [
    String(at + 1),
    items[at] ?? '',
    answer,
    note,
  ]);
  const bytes = workbook({
    自查表: [...head.map((line) => [line]), ['序号', '重点内容', '自查结果', '情况说明'], ...rows],
  });
  writeFileSync(join(folder, name), bytes);
}
const kept = (): string[] => {
  const dir = join(content, 'self-checks/zx');
  return existsSync(dir)
    ? readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'))
    : [];
};

test('没有人报过：几家、谁没报', () => {
  const { code, out } = run();
  expect([code, out]).toEqual([0, expect.stringContaining('已报 0，其中零报告 0，未报')]);
  expect(out).toContain('零报告：没有');
  expect(out).toContain('示例区甲街道办事处');
});

test('没有自查清单的专项，请管理员抄进去', () => {
  lay({ 'campaigns/zx.yaml': small['campaigns/zx.yaml'] ?? '' });
  expect(run()).toMatchObject({ code: 2, err: expect.stringContaining('没有自查清单') as string });
});

test('收一份：写进台账，再看就是报了；答“有”的列出来', () => {
  sheet('甲.xlsx', [['有', '首页两处'], ['无']]);
  expect(receive()).toMatchObject({
    code: 0,
    out: expect.stringContaining('收到自查表 1 份') as string,
  });
  expect(kept()).toEqual([
    expect.stringMatching(/unit: jia[\s\S]*answeredOn: 2026-06-15[\s\S]*首页两处/u),
  ]);
  const { out } = run();
  expect(out).toContain('已报 1，其中零报告 0');
  expect(out).toContain('有：示例区甲街道办事处，有没有错链：首页两处');
  const json = JSON.parse(run('--json').out) as {
    answered: string[];
    silent: string[];
    found: unknown[];
  };
  expect([json.answered, json.silent.includes('jia'), json.found.length]).toEqual([
    ['jia'],
    false,
    1,
  ]);
});

test('一份有错，几份都不写：没有答全、认不出单位、别的专项、读不出', () => {
  sheet('甲.xlsx', [['无'], ['无']]);
  sheet('缺.xlsx', [['无']]);
  sheet('谁.xlsx', [['无'], ['无']], ['专项：示例专项（zx）']);
  sheet('别.xlsx', [['无'], ['无']], ['单位：甲街道（jia）', '专项：另一个（zy）']);
  writeFileSync(join(folder, '坏.xlsx'), '不是表');
  const { code, err } = receive();
  expect(code).toBe(1);
  for (const words of [
    '缺.xlsx：没有答 有没有泄露个人信息',
    '谁.xlsx：看不出是哪个单位的自查表',
    '别.xlsx：不是示例专项的自查表',
    '坏.xlsx',
    '没有写入',
  ])
    expect(err).toContain(words);
  expect(kept()).toEqual([]);
});

test('没有这个文件夹、里面没有自查表', () => {
  expect(run('--receive', join(folder, 'no'), '--write')).toMatchObject({
    code: 2,
    err: expect.stringContaining('找不到') as string,
  });
  expect(receive()).toMatchObject({
    code: 1,
    err: expect.stringContaining('里没有自查表') as string,
  });
});

test('发表：只给还没有报的，一家一份；自己发出的收得回来', () => {
  const out = join(folder, 'out');
  sheet('甲.xlsx', [['无'], ['无']]);
  receive();
  const { code, out: said } = run('--out', out);
  expect(code).toBe(0);
  const names = readdirSync(out);
  expect(said).toContain(`已写出 ${String(names.length)} 份自查表`);
  expect(names.some((name) => name.includes('甲街道'))).toBe(false);
});

test('发现的写成问题清单，好补全了导入', () => {
  sheet('甲.xlsx', [['有', '首页两处'], ['无']]);
  receive();
  const list = join(folder, '清单.xlsx');
  expect(run('--list', list)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 条') as string,
  });
  expect(existsSync(list)).toBe(true);
});
