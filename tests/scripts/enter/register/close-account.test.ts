/** `ledger close-account`: one step after another, each in its time. (示例区，虚构) */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ledger, scratch } from '../../../documents/run.ts';
import { small } from '../../../ledger/small.ts';

let content = '';
beforeEach(() => {
  content = join(scratch(), 'content');
  for (const [path, text] of Object.entries({
    ...small,
    'vocabulary/registering.yaml': readFileSync('content/vocabulary/registering.yaml', 'utf8'),
    'registry/jia-wechat/20260101-090000-a.yaml':
      'account: jia-wechat\naction: entered\nreportedOn: 2026-01-01\nstate: unfiled\n',
  })) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
});
const on = (day: string, ...args: string[]) =>
  ledger('close-account', ...args, '--content', content, '--as-of', day);
const step = (day: string, ...args: string[]) =>
  on(day, 'jia-wechat', '--next', '--write', ...args);
const written = (folder: string) => {
  const dir = join(content, folder);
  return readdirSync(dir)
    .toSorted()
    .map((name) => readFileSync(join(dir, name), 'utf8'));
};

test('看走到哪一步，什么也不写；按名称找得到', () => {
  const { code, out } = on('2026-06-15', '甲街道发布');
  expect([code, out]).toEqual([0, expect.stringContaining('1. 下一步：批准关停')]);
  expect(written('registry/jia-wechat')).toHaveLength(1);
});

test('批准、公告、注销、备案，最后撤销没有办结的问题', () => {
  expect(step('2026-06-15').err).toContain('--approval');
  expect(step('2026-06-15', '--approval', '示批〔2026〕1号').code).toBe(0);
  expect(step('2026-06-16', '--link', 'https://mp.example/n').code).toBe(0);
  const [, approved, notice] = written('registry/jia-wechat');
  expect(approved).toMatch(/action: closing[^]*approval: 示批〔2026〕1号/u);
  expect(notice).toMatch(/from: 2026-06-16\nuntil: 2026-06-23\nlink: https:\/\/mp\.example\/n/u);
  // 19日放假：16、17、18、22、23日满五个工作日。
  expect(step('2026-06-17').err).toContain('公告到2026年6月23日才期满');
  expect(step('2026-06-24', '--receipt', '回执1').code).toBe(0);
  expect(written('registry/jia-wechat').at(-1)).toContain('receipt: 回执1');
  expect(step('2026-06-25').code).toBe(0);
  const { code, out } = step('2026-06-26');
  expect([code, out]).toEqual([0, expect.stringContaining('撤销问题')]);
  expect(written('updates/zx/zx-01')[0]).toMatch(
    /action: voided[^]*reason: 账号 jia-wechat 已于2026年6月24日在平台注销[^]*ground: closed/u,
  );
  expect(on('2026-06-26', 'jia-wechat').out).toContain('关停办完了');
});

test('没有入册的先登记；没有这个账号的说明白；JSON 里有步骤和文件', () => {
  expect(on('2026-06-15', '外星发布').code).toBe(2);
  const json = JSON.parse(
    step('2026-06-15', '--approval', '示批〔2026〕1号', '--json').out,
  ) as object;
  expect(json).toMatchObject({
    account: 'jia-wechat',
    files: [expect.stringContaining('registry/')],
    branch: null,
  });
});
