import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../../../scripts/main.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deadline-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `ledger deadline …` in a folder without settings, unless another is named. */
async function run(...argv: string[]) {
  const written: string[] = [];
  const keep = (text: unknown) => {
    written.push(String(text));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  try {
    const content = argv.includes('--content') ? [] : ['--content', folder];
    return { code: await main(['deadline', ...argv, ...content]), output: written.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function json(text: string, listedOn: string, ...argv: string[]) {
  const { output } = await run(text, '--listed-on', listedOn, '--json', ...argv);
  return JSON.parse(output) as unknown;
}

test('限期：截止日、提醒日和依据', async () => {
  expect(await run('5月底', '--listed-on', '2020-05-13')).toEqual({
    code: 0,
    output: `时限：5月底
列入日期：2020年5月13日，星期三
类型：限期
截止日：2020年5月31日，星期日，不上班，截止日不变
提醒日：2020年5月29日，星期五
依据：
  原文没有写年份，按列入日期取2020年。
  “5月底”取最后一天，即2020年5月31日。
`,
  });
});

test('读不准：列出可能的读法，退出码仍是 0', async () => {
  expect(await run('8月前', '--listed-on', '2020-05-13')).toEqual({
    code: 0,
    output: `时限：8月前
列入日期：2020年5月13日，星期三
类型：待确认
依据：
  “8月前”含不含所写的时段，原文没有写明。
可能的读法：
  1. 不含这一时段，截止日为2020年7月31日
  2. 含这一时段，截止日为2020年8月31日
请确认是哪一种读法，或写明截止日期。
`,
  });
});

test('长期：首次复查和间隔注明系统设定；来源写了间隔就不注', async () => {
  const standing = await run('长期整改', '--listed-on', '2020-05-13');
  expect(standing.output).toContain(
    '首次复查：2020年8月11日，星期二\n复查间隔：90 天（系统设定）\n',
  );
  const said = await run('长期坚持，每30天复查一次', '--listed-on', '2020-05-13');
  expect(said.output).toContain('首次复查：2020年6月12日，星期五\n复查间隔：30 天\n');
});

test('相对的期限：起算日、推算不确定的注明；起算事件没有日期就没有截止日', async () => {
  const open = await run('100个工作日内', '--listed-on', '2026-11-30');
  expect(open.output).toContain(
    '截止日：2027年4月19日，星期一（推算，可能有变）\n起算：2026年11月30日，星期一\n',
  );
  const event = await run('5个工作日内报备', '--listed-on', '2020-05-13');
  expect(event.output).toContain('类型：按天数推算\n起算：注销之日\n依据：');
});

test('到期目标、报送日、频次、时刻各有一行', async () => {
  const goal = await run('5月底前完成备案', '--listed-on', '2020-05-13');
  expect(goal.output).toContain('到期目标：完成备案\n');
  const report = await run('6月30日前完成…7月4日提交报告', '--listed-on', '2022-05-10');
  expect(report.output).toContain('报送日：2022年7月4日，星期一\n');
  const often = await run('一周两次', '--listed-on', '2020-05-13');
  expect(often.output).toContain('频次：每周2次\n');
  const time = await run('10月9日下午下班前', '--listed-on', '2020-09-21');
  expect(time.output).toContain('截止日：2020年10月9日，星期五 18:00\n');
});

test('JSON：各种类型的键都在同一层，没有的是 null', async () => {
  expect(await json('7月31日前业务人员能力水平有明显提升,并长期坚持', '2020-05-13')).toEqual({
    kind: 'fixed-then-ongoing',
    text: '7月31日前业务人员能力水平有明显提升,并长期坚持',
    dueOn: '2020-07-31',
    dueOnCertain: true,
    time: null,
    goal: '业务人员能力水平有明显提升',
    reportOn: null,
    from: null,
    start: null,
    length: null,
    every: null,
    reviewOn: '2020-10-29',
    reviewEvery: 90,
    reviewSetBy: '系统设定',
    reminderOn: '2020-07-31',
    unread: false,
    candidates: [],
    why: [
      '原文没有写年份，按列入日期取2020年。',
      '“7月31日前”即2020年7月31日，含当天。',
      '达到后转为长期坚持，按复查间隔复查。',
    ],
    asks: null,
  });
  expect(await json('2个工作日内', '2024-04-30')).toMatchObject({
    kind: 'relative',
    from: '2024-04-30',
    length: { workdays: 2 },
    dueOn: '2024-05-07',
    start: null,
  });
  expect(await json('更新间隔不得超过14天', '2020-05-13')).toMatchObject({
    kind: 'recurring',
    every: { everyDays: 14 },
    dueOn: null,
    dueOnCertain: null,
    reviewOn: null,
  });
  expect(await json('8月前', '2020-05-13')).toMatchObject({
    unread: true,
    dueOn: null,
    reminderOn: null,
    candidates: ['不含这一时段，截止日为2020年7月31日', '含这一时段，截止日为2020年8月31日'],
    asks: '请确认是哪一种读法，或写明截止日期。',
  });
  expect(await json('6月30日前完成…7月4日提交报告', '2022-05-10')).toMatchObject({
    dueOn: '2022-06-30',
    reportOn: '2022-07-04',
  });
  expect(await json('5个工作日内报备', '2020-05-13')).toMatchObject({ start: '注销之日' });
});

test('下班时刻和复查间隔按台账的时限规则，取列入日期那天起用的', async () => {
  const dir = path.join(folder, 'content', 'vocabulary');
  mkdirSync(dir, { recursive: true });
  const dated = (value: string) => `[{ from: 2020-01-01, value: ${value} }]`;
  writeFileSync(
    path.join(dir, 'timing.yaml'),
    `dueSoonDays: ${dated('7')}
graceDays: ${dated('0')}
reviewEveryDays: [{ from: 2020-01-01, value: 90 }, { from: 2020-06-01, value: 60 }]
immediateDays: ${dated('7')}
lateReceiptDays: ${dated('7')}
closeOfBusiness: ${dated("'17:30'")}
`,
  );
  const content = ['--content', path.join(folder, 'content')];
  expect(await json('5月31日下班前', '2020-05-13', ...content)).toMatchObject({ time: '17:30' });
  expect(await json('长期整改', '2020-05-31', ...content)).toMatchObject({ reviewEvery: 90 });
  expect(await json('长期整改', '2020-06-01', ...content)).toMatchObject({ reviewEvery: 60 });

  writeFileSync(path.join(dir, 'timing.yaml'), 'dueSoonDays: 7\n');
  const broken = await run('5月底', '--listed-on', '2020-05-13', ...content);
  expect(broken.code).toBe(2);
  expect(broken.output).toContain('有错，取不到时限规则 → 先运行 npx ledger check 改正\n');
});

test.each([
  [['5月底'], '用法不对：必须给出选项 --listed-on <日期>\n看用法：npx ledger deadline --help\n'],
  [['5月底', '--listed-on', '2020-02-30'], '“2020-02-30”不是日期 → 写成 2020-05-31 这样\n'],
  [[' ', '--listed-on', '2020-05-13'], '时限是空的 → 写上来源文件里的时限，如 5月底\n'],
  [['--listed-on', '2020-05-13'], '用法不对：缺少参数 时限\n看用法：npx ledger deadline --help\n'],
])('用法不对：%j', async (argv, output) => {
  expect(await run(...argv)).toEqual({ code: 2, output });
});
