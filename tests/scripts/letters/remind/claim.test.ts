/** 占住一天: one run a day sends, whoever else runs, in a folder, a repository and across a server. Real Git. (示例区，虚构) */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFaults } from '../../../../scripts/command.ts';
import { openHandingPlace } from '../../../../scripts/enter/handing-in.ts';
import { type Claim, claimDay, fetchNewest } from '../../../../scripts/letters/remind/claim.ts';
import { canonical } from '../../../../src/ledger/yaml/canon.ts';
import { Depot } from '../../../git/depot.ts';
import { small } from '../../../ledger/small.ts';

const DAY = '2026-06-15';
const BRANCH = `refs/heads/remind/${DAY}`;
const PATH = `reminders/${DAY}-jia-remind.yaml`;
const record = (more: object = {}) =>
  new Map([
    [
      PATH,
      canonical('reminder', {
        ...{ unit: 'jia', level: 'remind', sentOn: DAY, issues: ['zx-01'], channel: '工作群' },
        ...more,
      }),
    ],
  ]);
const answered = record({ answer: '钉钉群机器人收下' });

let root: string;
let depot: Depot;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-claim-')));
  depot = new Depot(join(root, 'ledger.git'));
  const files = Object.entries(small).map(([path, text]) => [`content/${path}`, text]);
  depot.branch(
    'main',
    depot.commit(undefined, Object.fromEntries(files) as Record<string, string>),
  );
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A machine that runs the job. */
function machine(name: string) {
  const dir = join(root, name);
  const identity = ['-c', 'user.name=催办', '-c', 'user.email=demo@example.invalid'];
  depot.git('clone', '--quiet', ...identity, depot.dir, dir);
  const git = (...args: string[]) => depot.git('-C', dir, ...args);
  const options = { content: join(dir, 'content'), remote: 'origin', asOf: DAY };
  return {
    ...{ dir, git, options },
    run: () => claimDay(openHandingPlace(options), DAY, record(), options),
    isLost: () => git('remote', 'set-url', 'origin', join(root, 'none')),
    isBack: () => git('remote', 'set-url', 'origin', depot.dir),
    heads: () => git('for-each-ref', '--format=%(refname)', 'refs/heads/remind'),
  };
}
const onServer = () => depot.git('for-each-ref', '--format=%(refname)', 'refs/heads/remind');

function mine(claim: ReturnType<typeof claimDay>): Claim {
  if (typeof claim === 'string') throw new Error(claim);
  return claim;
}

test('没有仓库的，记录写进文件夹；发出以后补上回答；一个也没有送到的，拿掉', () => {
  const content = join(root, 'folder');
  for (const [path, text] of Object.entries(small)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const options = { content, remote: 'origin', asOf: DAY };
  const run = () => mine(claimDay(openHandingPlace(options), DAY, record(), options));
  const text = () => readFileSync(join(content, PATH), 'utf8');
  const claim = run();
  expect(text()).not.toContain('answer');
  expect(claim.withdraw()).toEqual([]);
  expect(existsSync(join(content, PATH))).toBe(false);
  expect(run().settle(answered)).toEqual([`已写入 ${content}，1 个文件。`]);
  expect(text()).toContain('answer: 钉钉群机器人收下');
});

test('只有本机仓库的：一个分支占住这一天；没有回答以前、以后都不再发；收回了可以再发', () => {
  const { git, run, heads, dir } = machine('a');
  git('remote', 'remove', 'origin');
  const claim = mine(run());
  expect([heads(), existsSync(join(dir, 'content', PATH))]).toEqual([BRANCH, false]);
  expect(run()).toBe('unanswered');
  expect(claim.withdraw()).toEqual([]);
  expect(heads()).toBe('');
  expect(mine(run()).settle(answered)).toEqual([`已写成分支 remind/${DAY}，合并了才算登记。`]);
  expect(run()).toBe('answered');
  expect([onServer(), git('show', `${BRANCH}:content/${PATH}`)]).toEqual([
    '',
    expect.stringContaining('answer: '),
  ]);
});

test('有人自己登记了这一天的，不是发到一半', () => {
  const { git, run } = machine('a');
  const path = `content/${PATH}`;
  depot.branch(
    `remind/${DAY}`,
    depot.commit(depot.git('rev-parse', 'main'), { [path]: record().get(PATH) ?? '' }),
  );
  expect(run()).toBe('recorded');
  expect(git('for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/main');
});

test('两台机器：先推上的发，后来的知道有没有回答，自己什么也不留', () => {
  const [first, second] = [machine('a'), machine('b')];
  const claim = mine(first.run());
  expect(onServer()).toBe(BRANCH);
  expect([second.run(), second.heads()]).toEqual(['unanswered', '']);
  expect(claim.settle(answered)).toEqual([
    `已写成分支 remind/${DAY}，合并了才算登记。已推送到 origin。`,
  ]);
  expect([second.run(), second.heads()]).toEqual(['answered', '']);
  expect(first.run()).toBe('answered');
});

test('收回：两边的分支都删；服务器上有人动过的不删，说怎样删', () => {
  const { run, heads } = machine('a');
  expect(mine(run()).withdraw()).toEqual([]);
  expect([heads(), onServer()]).toEqual(['', '']);
  const claim = mine(run());
  depot.branch(`remind/${DAY}`, depot.git('rev-parse', 'main'));
  expect(claim.withdraw()).toEqual([
    expect.stringMatching(/没有删掉，再发以前先删：git push origin --delete remind\/2026-06-15\n/u),
  ]);
  expect([heads(), onServer()]).toEqual(['', BRANCH]);
});

test('连不上服务器的：占不住就不发，本机不留；发了以后连不上的，说再推送什么', () => {
  const { run, heads, isLost, isBack } = machine('a');
  isLost();
  expect(run).toThrow(DataFaults);
  expect(run).toThrow(/推不上 origin，没有发：\n/u);
  expect(heads()).toBe('');
  isBack();
  const claim = mine(run());
  isLost();
  expect(claim.settle(answered)).toEqual([
    expect.stringMatching(/回答没有推上 origin，再推送：git push origin remind\/2026-06-15\n/u),
  ]);
});

test('发以前先取最新的：取得到就取；取不到的不发；写进文件夹的、没有远端的不取', () => {
  const { dir, git, options, isLost } = machine('a');
  const newest = depot.commit(depot.git('rev-parse', 'main'), { 'README.md': '新' });
  depot.branch('main', newest);
  fetchNewest({ ...options, write: true });
  expect(git('rev-parse', 'origin/main')).not.toBe(newest);
  fetchNewest(options);
  expect(git('rev-parse', 'origin/main')).toBe(newest);
  isLost();
  expect(() => {
    fetchNewest(options);
  }).toThrow('连不上 origin，不知道今天发过没有，没有发');
  git('remote', 'remove', 'origin');
  fetchNewest(options);
  fetchNewest({ ...options, content: dirname(dir) });
});
