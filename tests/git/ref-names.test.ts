/** What a bare server takes as the name of a branch, and what a branch may hold. */
import { expect, test } from 'vitest';
import { judgePush } from '../../src/review/push.ts';
import { submitted, TODAY, updateFile, World } from './world.ts';

const NOTHING = '0'.repeat(40);
const NOW = Math.floor(new Date(`${TODAY}T10:00:00+08:00`).getTime() / 1000);

/** `user` pushes new branches, all in one; beside them stand `there`. What is said of the last. */
function pushed(
  branches: string | readonly string[],
  {
    held,
    there = [],
    user = 'clerk-jia',
  }: {
    held?: (world: World) => string;
    there?: readonly string[];
    user?: string;
  } = {},
) {
  const world = new World();
  const { depot } = world;
  for (const ref of depot.git('for-each-ref', '--format=%(refname)').split('\n').filter(Boolean))
    depot.git('update-ref', '-d', ref);
  depot.branch('main', world.main);
  for (const name of there) depot.branch(name, world.main);
  const next = held?.(world) ?? world.propose(updateFile(submitted()));
  const input = { repository: depot.dir, prefix: 'content/', user, main: 'main' };
  const updates = [branches]
    .flat()
    .map((name) => ({ old: NOTHING, new: next, ref: `refs/heads/${name}` }));
  return judgePush({ ...input, today: TODAY, now: NOW }, updates).at(-1)?.refusal;
}

const usual = [
  ['clerk-jia', 'report/甲街道-2024-06'],
  ['clerk-jia', 'report/jia/20240610-090000-0abc123'],
  ['clerk-jia', 'report/甲（补报）_2.1'],
  ['rev-1', 'report/plain-01'],
  ['rev-1', 'inspection/2024-q2-check'],
  ['reminder-bot', `remind/${TODAY}`],
  ['keeper', 'dependabot/npm_and_yarn/@scope/a-1.0.0'],
  ['keeper', 'fix-#12'],
] as const;
test.each(usual)('平常的分支名收下：%s 推 %s', (user, name) => {
  expect(pushed(name, { user, there: ['report/other'] })).toBeUndefined();
});

const tricky = [
  ['身份证号码', 'report/110101199003070011', '身份证号码'],
  ['隔开的身份证号码', 'report/110101-19900307-0011', '身份证号码'],
  ['双向控制', 'report/\u202egnp.exe', '看不见的字符'],
  ['太长', `report/${'a'.repeat(300)}`, '超过 200 字节'],
  ['只差大小写的主分支', 'MAIN', '会被认成主分支'],
  ['HEAD', 'HEAD', '会被认成主分支'],
  ['别的引用', 'refs/heads/main', '会被认成主分支'],
  ['提交的哈希', 'a'.repeat(40), '会被认成主分支'],
  ['Git 自己用的名字', 'FETCH_HEAD', '会被认成主分支'],
  ['命令的选项', '-f', '在有的系统上存不下'],
  ['Windows 的保留名', 'report/con', '在有的系统上存不下'],
  ['Windows 存不下的符号', 'report/a"b', '在有的系统上存不下'],
  ['文件夹以点结尾', 'report/a./b', '在有的系统上存不下'],
  ['命令行会运行的', 'report/a;reboot', '当作命令的符号'],
  ['命令行会运行的', 'report/$(reboot)', '当作命令的符号'],
  ['命令行会运行的', 'report/`reboot`', '当作命令的符号'],
  ['命令行会运行的', 'report/a&reboot', '当作命令的符号'],
  ['命令行会展开的', 'report/%PATH%', '当作命令的符号'],
  ['命令行会展开的', 'report/{a,b}', '当作命令的符号'],
  ['命令行会展开的', 'report/!1', '当作命令的符号'],
  ['主分支之下', 'main/x', '存不到一起'],
  ['大小写不同的主分支之下', 'Main/x', '存不到一起'],
  ['占住所有报送的位置', 'report', '占住了别的报送'],
  ['占住一个单位报送的位置', 'report/yi', '占住了别的报送'],
  ['占住一个单位报送的位置，大小写不同', 'Report/Yi', '占住了别的报送'],
  ['占住当天的催办', `remind/${TODAY}`, '填报员的分支都放在 report/ 下'],
  ['占住一次检查', 'inspection/2024-q2-check', '填报员的分支都放在 report/ 下'],
  ['占住清单的位置', 'import', '填报员的分支都放在 report/ 下'],
];
test.each(tricky)('分支名有诈的不收：%s', (_, name, message) => {
  expect(pushed(name)).toContain(message);
});

test('与已有的分支只差大小写，或在它之下、之上的，不收；同一次推的也算', () => {
  for (const name of ['report/A', 'report/a/b', 'report/A/b'])
    expect(pushed(name, { there: ['report/a'] })).toContain('与已有的分支 report/a ');
  expect(pushed('report/X', { there: ['report/x/y'] })).toContain('与已有的分支 report/x/y ');
  expect(pushed(['report/q', 'report/Q'])).toContain('与已有的分支 report/q ');
});

test('审核员也不能占住报送的位置', () => {
  expect(pushed('report', { user: 'rev-1' })).toContain('占住了别的报送');
  expect(pushed('report/jia', { user: 'rev-1' })).toContain('占住了别的报送');
});

const things: [string, (world: World) => string][] = [
  ['文件', (world: World) => world.depot.git('rev-parse', `${world.main}:README.md`)],
  ['文件夹', (world: World) => world.depot.git('rev-parse', `${world.main}^{tree}`)],
];
test.each(things)('分支指向的不是提交，不收：%s', (_, held) => {
  expect(pushed('report/a', { held })).toBe('分支只能指向提交');
});
