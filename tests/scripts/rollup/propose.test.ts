/** 提成合并请求: what the city assigned becomes one branch and one request in the district's repository, on emulated forges. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readFolder } from '../../../src/ledger/content.ts';
import { ledgerMeanwhile, scratch } from '../../documents/run.ts';
import { type EmulatedForge, REPOSITORY } from '../../form/forges/emulated.ts';
import { EmulatedGitea } from '../../form/forges/gitea.ts';
import { EmulatedGitee } from '../../form/forges/gitee.ts';
import { EmulatedGithub } from '../../form/forges/github.ts';
import { EmulatedGitlab } from '../../form/forges/gitlab.ts';
import { AS_OF, childFile, laidDown, type Made } from '../../generator/city.ts';
import {
  CAMPAIGN,
  done,
  madeCity,
  madeDistrict,
  received,
  type Two,
  two,
  wechatOf,
} from '../../gather/two.ts';

let district: Made;
beforeAll(() => {
  district = madeDistrict();
});

/** Runs `ledger` while the forge of this process answers. */
async function asked(
  token: string,
  ...args: string[]
): Promise<{ code: number | null; out: string }> {
  const { code, out, err } = await ledgerMeanwhile(args, { LEDGER_PROPOSE_TOKEN: token });
  return { code, out: out + err };
}

/** The district's repository at the start: its records below content/, the city's account among its reviewers. */
function filesOf({ files }: Made): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    [...files].map(([path, text]) => [
      `content/${path}`,
      path === 'site.yaml'
        ? String(text).replace(
            /^reviewers:\n/mu,
            'reviewers:\n  - { account: shi-zhengban, from: 2026-01-01 }\n',
          )
        : text,
    ]),
  );
}

/** As an enterprise has it: github.com itself has its interface at an address of its own. */
class EmulatedEnterprise extends EmulatedGithub {
  override readonly root = '/api/v3';
}

const kinds = [
  ['gitea', EmulatedGitea],
  ['gitlab', EmulatedGitlab],
  ['github', EmulatedEnterprise],
  ['gitee', EmulatedGitee],
] as const;

describe.each(kinds)('%s（仿的）', (kind, Emulated) => {
  let forge: EmulatedForge;
  let address: string;
  beforeAll(async () => {
    forge = new Emulated((depot) => depot.commit(undefined, filesOf(district)), ['shi-zhengban']);
    address = await forge.start();
  });
  afterAll(async () => {
    await forge.stop();
  });

  /** The city with what it assigned; the district's repository is read from its folder, since the emulation serves no Git. */
  function city(): string {
    const made = madeCity({
      proposals: { kind, address, repository: REPOSITORY, git: forge.depot().dir },
    });
    const above = laidDown(scratch(), made.files, new Map());
    const from = join(above, '../检查结果.csv');
    writeFileSync(from, `账号,指标,结果,存在问题\n${wechatOf(district)},M2,不合格,三周没有更新\n`);
    const head = ['--child', 'q101', '--number', '示办函〔2026〕9号', '--on', '2026-05-20'];
    done(
      above,
      ...['new', 'assigned-check', ...head, '--id', '2026-q2-shi', '--name', '第二季度检查'],
      ...['--origin', 'city', '--from', from, '--checked-on', '2026-05-18'],
      ...['--deadline', '2026年6月30日', '--write'],
    );
    done(
      above,
      ...['new', 'assigned-self-check', ...head, '--id', '2026-zicha', '--name', '自查'],
      ...['--origin', 'city', '--reply-by', '2026-06-30', '--item', '有没有停更的', '--write'],
    );
    return above;
  }
  const proposed = (above: string, token: string, ...more: string[]) =>
    asked(token, ...['assign', 'q101', '--propose', '--content', above, '--as-of', AS_OF, ...more]);

  test(
    '一个分支、一个提交、一个合并请求，审核通过；再提不成两份；合并以后没有要提的',
    { timeout: 240_000 },
    async () => {
      const above = city();
      const first = await proposed(above, 'shi-zhengban', '--campaign', CAMPAIGN);
      expect([first.code, first.out]).toEqual([0, expect.stringContaining('提合并请求 ')]);
      expect(first.out).toContain('2026-q2-shi-01：登记为问题');
      expect(forge.requests).toHaveLength(1);
      const [request] = forge.requests;
      const depot = forge.depot();
      const changed = depot.git('diff', '--name-status', `main...${request!.head}`).split('\n');
      expect(changed.toSorted()).toEqual([
        'A\tcontent/campaigns/2026-zicha.yaml',
        'A\tcontent/inspections/2026-q2-shi.yaml',
        `A\tcontent/issues/${CAMPAIGN}/2026-q2-shi-01.yaml`,
      ]);
      expect(forge.check(request!, AS_OF).faults).toEqual([]);
      // The same on other days is the same request, also when the child's ledger has gone on meanwhile.
      for (const day of [AS_OF, '2026-06-16', '2026-07-01']) {
        const more = ['--campaign', CAMPAIGN, '--as-of', day];
        const { code, out } = await proposed(above, 'shi-zhengban', ...more);
        expect([code, out]).toEqual([0, expect.stringContaining('提合并请求 1')]);
      }
      expect(forge.requests).toHaveLength(1);
      expect(forge.branches()).toEqual([expect.stringMatching(/\/report\/above\/[0-9a-f]{16}$/u)]);
      const asking = (...more: string[]) =>
        proposed(above, 'shi-zhengban', '--campaign', CAMPAIGN, ...more);
      // Closed without being merged is no yes: it is said on any day, and proposed again on purpose alone.
      forge.end(request!, 'closed');
      for (const day of [AS_OF, '2026-07-01']) {
        const { code, out } = await asking('--as-of', day);
        expect([code, out]).toEqual([
          1,
          expect.stringMatching(/提过的合并请求 1（.*没有合并就关了/u),
        ]);
        expect(out).toContain('--again');
      }
      expect([forge.requests.length, forge.branches()]).toEqual([1, []]);
      const second = await asking('--again');
      expect([second.code, second.out]).toEqual([0, expect.stringContaining('提合并请求 2')]);
      expect(forge.branches()).toEqual([
        expect.stringMatching(/\/report\/above\/[0-9a-f]{16}-2$/u),
      ]);
      // It waits now: asking again, with or without that purpose, finds it.
      for (const more of [[], ['--again']]) {
        const { code, out } = await asking(...more);
        expect([code, out]).toEqual([0, expect.stringContaining('提合并请求 2')]);
      }
      expect(forge.check(forge.requests[1]!, AS_OF).faults).toEqual([]);
      // Merged, and then taken out again below: no yes either.
      forge.end(forge.requests[1]!, 'merged');
      const undone = await asking();
      expect([undone.code, undone.out]).toEqual([
        1,
        expect.stringContaining('合并过，下级的台账里却没有'),
      ]);
      expect(forge.requests).toHaveLength(2);
      depot.branch('main', request!.head);
      const again = await proposed(above, 'shi-zhengban', '--campaign', CAMPAIGN);
      expect(again.out).toContain('下级的台账里都有了，没有要提的');
      expect(forge.requests).toHaveLength(2);
    },
  );
});

/** Known by its name alone. */
const NAMELESS = { code: undefined, name: '另一个区整改台账（虚构）' };

describe('提不成的，说明，改用文件', () => {
  let forge: EmulatedForge;
  let address: string;
  beforeAll(async () => {
    forge = new EmulatedGitea((depot) => depot.commit(undefined, filesOf(district)), []);
    address = await forge.start();
  });
  afterAll(async () => {
    await forge.stop();
  });

  test.each([
    ['登录过期', 'expired', CAMPAIGN, {}, '存放台账的服务器不认这次登录'],
    ['没有令牌', '', CAMPAIGN, {}, 'LEDGER_PROPOSE_TOKEN 里没有令牌'],
    ['没有写专项', 'shi-zhengban', undefined, {}, '没有写登记到哪个专项'],
    ['没有这个分支', 'shi-zhengban', CAMPAIGN, { branch: 'master' }, '读不到下级仓库的分支 master'],
    ['没有登记', 'shi-zhengban', CAMPAIGN, undefined, 'children 里没有写 proposals'],
    ['别人的台账', 'shi-zhengban', CAMPAIGN, {}, '不是这个下级的', { code: '102' }],
    ['没有代码、名称不同', 'shi-zhengban', CAMPAIGN, {}, '不是这个下级的', NAMELESS],
  ])('%s', async (_, token, campaign, more, why, child: object = {}) => {
    const proposals = more && {
      ...{ kind: 'gitea', address, repository: REPOSITORY, git: forge.depot().dir, ...more },
    };
    const dir = scratch();
    const above = laidDown(dir, madeCity({ proposals, ...child }).files, new Map());
    done(
      above,
      ...['new', 'assignment', '--child', 'q101', '--id', 'shi-01', '--on', '2026-05-06'],
      ...['--number', '示办函〔2026〕7号', '--origin', 'city', '--problem', 'rules-incomplete'],
      ...['--finding', '没有发布审核制度', '--measures', '建立制度', '--deadline', '2026年6月30日'],
      ...['--account', wechatOf(district), '--write'],
    );
    const { code, out } = await asked(
      token,
      ...['assign', 'q101', '--propose', '--content', above, '--as-of', AS_OF],
      ...['--out', join(dir, '交办单.json')],
      ...(campaign === undefined ? [] : ['--campaign', campaign]),
    );
    expect([code, out]).toEqual([1, expect.stringContaining(why)]);
    expect(out).toContain('改用交办单');
    expect(out).toContain('已写出');
    expect([forge.requests, forge.branches()]).toEqual([[], []]);
  });
});

const DOCUMENT = '示办函〔2026〕11号';

/** What the city assigned was accepted below; the district's repository as it is then. */
async function accepted(repository: string): Promise<[Two, EmulatedForge]> {
  const both = two(madeCity(), district);
  const site = join(both.below, 'site.yaml');
  const text = readFileSync(site, 'utf8').replace(/^repository: .*\n/mu, '');
  writeFileSync(
    site,
    `${text}repository: ${repository}\n`.replace(
      /^reviewers:\n/mu,
      'reviewers:\n  - { account: shi-zhengban, from: 2026-01-01 }\n',
    ),
  );
  done(
    both.above,
    ...['new', 'assignment', '--child', 'q101', '--id', 'shi-01', '--on', '2026-05-06'],
    ...['--number', '示办函〔2026〕7号', '--origin', 'city', '--problem', 'rules-incomplete'],
    ...['--finding', '没有发布审核制度', '--measures', '建立制度', '--deadline', '2026年6月30日'],
    ...['--account', wechatOf(district), '--write'],
  );
  done(both.above, 'assign', 'q101', '--out', join(both.post, '交办单.json'));
  received(both, '--write');
  const step = (...args: string[]) =>
    done(both.below, 'update', 'shi-01', '--write', '--reported-on', '2026-06-12', ...args);
  step(
    ...['--action', 'submitted', '--completed-on', '2026-06-12'],
    ...['--evidence', 'link:https://q101.gov.example/1@2026-06-12'],
    ...(repository === 'public'
      ? ['--public-note', '制度已印发']
      : ['--note', '制度已印发', '--reporter', '股长', '--approver', '主任']),
  );
  step('--action', 'accepted');
  const { texts } = readFolder(both.below);
  const forge = new EmulatedGitea(
    (depot) =>
      depot.commit(
        undefined,
        Object.fromEntries([...texts].map(([path, bytes]) => [`content/${path}`, bytes])),
      ),
    ['shi-zhengban'],
  );
  const address = await forge.start();
  const git = forge.depot().dir;
  const proposals = { kind: 'gitea', address, repository: REPOSITORY, git };
  const [path, record] = childFile('101', 0, { proposals });
  writeFileSync(join(both.above, path), record);
  onTestFinished(() => forge.stop());
  return [both, forge];
}

test.each(['public', 'internal'])(
  '核销不论哪天提，一个合并请求；公开仓库里只说编号，不写文号（%s）',
  { timeout: 60_000 },
  async (repository) => {
    const [both, forge] = await accepted(repository);
    const confirm = ['--confirm', 'shi-01', '--document', DOCUMENT, '--on', AS_OF, '--write'];
    for (const [day, more] of [[AS_OF, confirm] as const, ['2026-06-17', []] as const]) {
      const { code, out } = await asked(
        'shi-zhengban',
        ...['assign', 'q101', '--propose', '--content', both.above, '--as-of', day, ...more],
      );
      expect([code, out]).toEqual([0, expect.stringContaining('提合并请求 1')]);
      expect(out).toContain(DOCUMENT);
    }
    expect(forge.requests).toHaveLength(1);
    expect(forge.branches()).toHaveLength(1);
    const [request] = forge.requests;
    expect(forge.check(request!, AS_OF).faults).toEqual([]);
    const sent = forge.depot().git('show', '--format=%B', request!.head);
    const told = `${request!.title}\n${request!.words}\n${request!.branch}\n${sent}`;
    expect(told).toContain('shi-01');
    expect(told).toContain('confirmedAbove');
    if (repository === 'public') expect(told).not.toMatch(/〔|文号|document/u);
    else expect([request!.words, sent]).toEqual(Array(2).fill(expect.stringContaining(DOCUMENT)));
  },
);
