/** 待审的报送: what waits, for whom, how long, who may take it back, and its evidence. (示例区，虚构) */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReportDesk } from '../../../../scripts/site/desk/report-in.ts';
import { WaitingDesk } from '../../../../scripts/site/desk/waiting-desk.ts';
import { canonical } from '../../../../src/ledger/yaml/canon.ts';
import { png } from '../../../git/samples.ts';
import { report } from '../../../ledger/small.ts';
import { officeClone, type OfficeClone, TODAY } from './office-clone.ts';

const LINK = 'https://mp.example/s/a';
const DAY = '2026-06-12';
const evidence = `evidence:
  - { file: 图.png }
  - { link: '${LINK}', day: 2026-06-11 }
  - { file: 没有.png }
  - { number: 示例备〔2026〕1号 }
`;
const update = (at: number) => `content/updates/zx/zx-01/20260612-09000${String(at)}-abc.yaml`;
const sample = canonical('inspection', {
  name: '抽查',
  ...{ campaign: 'zx', checkedOn: TODAY, edition: '2019', population: 1 },
  scope: { kind: 'sample', seed: 1, share: 50 },
  accounts: [{ account: 'jia-wechat' }],
});

let office: OfficeClone;
let desk: WaitingDesk;
let commits: Record<'report' | 'record' | 'sample', string>;
beforeAll(() => {
  office = officeClone();
  const { depot, first } = office;
  const branch = (
    name: string,
    as: string,
    day: string,
    files: Record<string, string | Buffer>,
  ) => {
    const commit = depot.commit(first, files, { as, at: `${day}T10:00:00+08:00` });
    depot.branch(name, commit);
    return commit;
  };
  const unit = 'content/units/yi.yaml';
  commits = {
    // By a clock that is ahead.
    sample: branch('inspection/q2', 'rev-1', '2026-06-17', {
      'content/inspections/q2.yaml': sample,
    }),
    record: branch('units/yi', 'rev-1', '2026-06-14', {
      [unit]: 'name: 示例区乙镇人民政府\nkind: town\n',
    }),
    report: branch('report/jia/1', 'clerk-jia', DAY, {
      [update(1)]: report('progress', DAY, 'note: 在改\n'),
      [update(2)]: report('submitted', DAY, evidence),
      'content/evidence/zx-01/图.png': Buffer.from(png),
    }),
  };
  depot.git('clone', '--quiet', '--bare', depot.dir, `${office.root}/elsewhere.git`);
  desk = office.waiting;
});
afterAll(() => {
  office.remove();
});
const here = (...args: string[]) => office.depot.git('-C', office.at.place.repository, ...args);

test('在任的认得；只有审核员能办；任期过了的、没有登记的都不是', () => {
  const accounts = ['rev-1', 'clerk-jia', 'keeper', 'clerk-old', 'nobody'];
  expect(accounts.map((one) => [desk.knows(one), desk.isReviewer(one)])).toEqual([
    [true, true],
    [true, false],
    [true, false],
    [false, false],
    [false, false],
  ]);
});

test('等得最久的在前，写明几天；自己登记的能撤回，单位报的、别人登记的、抽查不能；连不上的照上次取到的', async () => {
  const { waiting, isFresh } = await desk.queue('rev-1');
  expect(isFresh).toBe(true);
  expect(waiting.map(({ branch, days, mayWithdraw }) => [branch, days, mayWithdraw])).toEqual([
    ['report/jia/1', 3, false],
    ['units/yi', 1, true],
    ['inspection/q2', 0, false],
  ]);
  here('remote', 'set-url', 'origin', `${office.root}/none.git`);
  const stale = await desk.queue('rev-2');
  here('remote', 'set-url', 'origin', office.depot.dir);
  expect(stale.isFresh).toBe(false);
  expect(stale.waiting.map(({ mayWithdraw }) => mayWithdraw)).toEqual([false, false, false]);
});

test('单位只知道哪个问题有一份在等：一个问题一行，不是报送的不在内', () => {
  expect(desk.states()).toEqual([{ issue: 'zx-01', since: DAY, number: 'report/jia/1' }]);
});

test('佐证按第几件要：图片给原样，链接给地址；没有的、不在报送里的没有；看过的记在看的人名下', () => {
  const open = (at: number, commit = commits.report) => desk.open('rev-1', commit, at);
  expect(open(0)).toEqual({ bytes: Buffer.from(png) });
  expect(open(1)).toEqual({ link: LINK });
  expect([open(2), open(3)]).toEqual([undefined, undefined]);
  const opened = (account: string) => desk.look(account).get(commits.report)?.item.opened;
  expect([opened('rev-1'), opened('rev-2')]).toEqual([[0, 1], []]);
});

test('只数到了服务器的：本机自己的分支不在；撤回要分支还是看过的那一个', async () => {
  const mine = desk.look('rev-1').get(commits.record)!.item;
  expect([desk.tipOf('units/yi'), desk.tipOf('own')]).toEqual([commits.record, undefined]);
  here('update-ref', 'refs/heads/own', commits.record);
  here('update-ref', 'refs/remotes/origin/units/yi', commits.report);
  expect(desk.mayWithdraw(mine, 'rev-1')).toBe(false);
  here('update-ref', '-d', 'refs/remotes/origin/units/yi');
  expect([...desk.look('rev-1').keys()]).not.toContain(commits.record);
  expect(await desk.fetch()).toBe(true);
  expect(desk.mayWithdraw(mine, 'REV-1')).toBe(true);
});

test('没有服务器的，本仓库的分支就是；没有主分支的，什么也没有', async () => {
  const place = { repository: `${office.root}/elsewhere.git`, prefix: 'content/' };
  const at = { ...office.at, place, remote: undefined };
  const alone = new WaitingDesk(at, new ReportDesk(at));
  expect(await alone.fetch()).toBe(true);
  expect(alone.tipOf('units/yi')).toBe(commits.record);
  expect(alone.states()).toHaveLength(1);
  const nowhere = { ...at, main: 'none' };
  const none = new WaitingDesk(nowhere, new ReportDesk(nowhere));
  expect([none.states(), none.look('rev-1').size, none.isReviewer('rev-1')]).toEqual([
    [],
    0,
    false,
  ]);
});
