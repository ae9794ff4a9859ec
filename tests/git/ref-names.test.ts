/** What a bare server takes as the name of a branch, and what a branch may hold. */
import { expect, test } from 'vitest';
import { judgePush } from '../../src/review/push.ts';
import { submitted, TODAY, updateFile, World } from './world.ts';

const NOTHING = '0'.repeat(40);
const NOW = Math.floor(new Date(`${TODAY}T10:00:00+08:00`).getTime() / 1000);

function pushed(branch: string, old = NOTHING, held?: (world: World) => string) {
  const world = new World();
  world.depot.branch('main', world.main);
  const next = held?.(world) ?? world.propose(updateFile(submitted()));
  const input = {
    repository: world.depot.dir,
    prefix: 'content/',
    user: 'clerk-jia',
    main: 'main',
  };
  const update = { old, new: next, ref: `refs/heads/${branch}` };
  return judgePush({ ...input, today: TODAY, now: NOW }, [update])[0]?.refusal;
}

const usual = [
  'report/甲街道-2024-06',
  'dependabot/npm_and_yarn/@scope/a-1.0.0',
  'fix-#12',
  'main/x',
];
test.each(usual)('平常的分支名 %s 收下', (name) => {
  expect(pushed(name)).toBeUndefined();
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
];
test.each(tricky)('分支名有诈的不收：%s', (_, name, message) => {
  expect(pushed(name)).toContain(message);
});

const things: [string, (world: World) => string][] = [
  ['文件', (world: World) => world.depot.git('rev-parse', `${world.main}:README.md`)],
  ['文件夹', (world: World) => world.depot.git('rev-parse', `${world.main}^{tree}`)],
];
test.each(things)('分支指向的不是提交，不收：%s', (_, held) => {
  expect(pushed('report/a', NOTHING, held)).toBe('分支只能指向提交');
});
