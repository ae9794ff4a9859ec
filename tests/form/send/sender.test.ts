/** Sending to each forge (emulated over real repositories): one branch, one commit, one request, and the review of it. */
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { branchOf, quietText } from '../../../src/form/send/proposal.ts';
import { senderFor } from '../../../src/form/send/sender.ts';
import type { ForgeSettings } from '../../../src/form/send/settings.ts';
import type { Surroundings } from '../../../src/form/send/call.ts';
import type { Sender, Submission } from '../../../src/form/submission.ts';
import type { Depot } from '../../git/depot.ts';
import { step, submitted, TODAY, updateFile, worldFiles, wrong } from '../../git/world.ts';
import { type EmulatedForge, REPOSITORY } from '../forges/emulated.ts';
import { EmulatedGitea } from '../forges/gitea.ts';
import { EmulatedGitee } from '../forges/gitee.ts';
import { EmulatedGithub } from '../forges/github.ts';
import { EmulatedGitlab } from '../forges/gitlab.ts';

const first = (depot: Depot) => depot.commit(undefined, worldFiles());

/** What a browser keeps, in memory. */
function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function around(more: Partial<Surroundings> = {}): Surroundings {
  return {
    fetch,
    address: () => 'http://intra.example/report/',
    leave: () => undefined,
    rename: () => undefined,
    session: memory(),
    kept: memory(),
    isSecure: false,
    ...more,
  };
}

let second = 0;

/** A submission of two files. `said` is one of the world's updates. */
function submission(said = submitted(), unit = 'jia'): Submission {
  const stamp = `20240610-09${String((second += 1)).padStart(4, '0')}`;
  const files = Object.entries(updateFile(said, `${stamp}-abc`)).map(([path, text]) => ({
    path: path.replace('content/', ''),
    bytes: new TextEncoder().encode(text),
  }));
  return { unit, stamp, title: '示例区甲街道 申请验收', words: '附：编号', files };
}

const kinds = [
  ['gitea', EmulatedGitea, '/api/v1'],
  ['gitlab', EmulatedGitlab, '/api/v4'],
  ['github', EmulatedGithub, ''],
  ['gitee', EmulatedGitee, '/api/v5'],
] as const;

describe.each(kinds)('%s（仿的）', (kind, Emulated, root) => {
  let forge: EmulatedForge;
  let address: string;

  beforeAll(async () => {
    forge = new Emulated(first, ['clerk-jia', 'clerk-yi', 'rev-1']);
    address = await forge.start();
  });
  afterAll(async () => {
    await forge.stop();
  });
  afterEach(() => {
    forge.cut = undefined;
    forge.requests.length = 0;
    for (const [name, depot] of forge.depots) {
      for (const ref of depot.git('for-each-ref', '--format=%(refname)').split('\n'))
        if (ref !== 'refs/heads/main' && ref !== '') depot.git('update-ref', '-d', ref);
      if (name !== REPOSITORY) {
        depot.remove();
        forge.depots.delete(name);
      }
    }
  });

  const settings = (): ForgeSettings => ({
    kind,
    name: '示例平台',
    api: address + root,
    repository: REPOSITORY,
    branch: 'main',
    folder: 'content/',
    token: { words: '', address: '' },
  });

  async function signedIn(account: string, more: Partial<Surroundings> = {}): Promise<Sender> {
    const sender = senderFor(settings(), around(more));
    expect(await sender.start({ here: '', token: account })).toBeUndefined();
    return sender;
  }

  /** One branch with one commit on main that adds the submission's files and nothing else. */
  function onlyOne({ files }: Submission, repository = REPOSITORY) {
    expect(forge.branches()).toHaveLength(1);
    expect(forge.requests).toHaveLength(1);
    const [request] = forge.requests;
    expect(request?.from).toBe(repository);
    const depot = forge.depot();
    expect(depot.git('rev-list', '--count', `main..${request!.head}`)).toBe('1');
    const added = depot.git('diff', '--no-renames', '--name-status', `main...${request!.head}`);
    expect(added.split('\n').toSorted()).toEqual(
      files.map(({ path }) => `A\tcontent/${path}`).toSorted(),
    );
    for (const { path, bytes } of files)
      expect(depot.bytes(`${request!.head}:content/${path}`)).toEqual(Buffer.from(bytes));
    return request!;
  }

  test('送一次：一个分支、一个提交、一个合并请求，审核通过', async () => {
    const sender = await signedIn('clerk-jia');
    const one = submission();
    const sent = await sender.send(one);
    const request = onlyOne(one);
    expect(sent).toEqual({
      kind: 'sent',
      number: String(request.number),
      address: expect.stringContaining('.example/') as unknown,
    });
    expect(request).toMatchObject({ by: 'clerk-jia', branch: branchOf(one), title: one.title });
    expect(wrong(forge.check(request, TODAY))).toEqual([]);
  });

  test('不该报的照样送到，由审核拒绝', async () => {
    const sender = await signedIn('clerk-yi');
    const one = submission(step('accepted'), 'yi');
    expect((await sender.send(one)).kind).toBe('sent');
    expect(forge.check(onlyOne(one), TODAY).ok).toBe(false);
  });

  test('改写已有的记录：原来的没有变才写，变了就不送', async () => {
    const path = 'units/yi.yaml';
    const depot = forge.depot(REPOSITORY);
    const known = depot.git('rev-parse', `main:content/${path}`);
    const text = `${depot.git('show', `main:content/${path}`)}\n`.replace('乙镇', '新乙镇');
    const files = [{ path, bytes: new TextEncoder().encode(text), replaces: known }];
    const given = { ...submission(), files };
    const sender = await signedIn('rev-1');
    expect(await sender.send(given)).toEqual(expect.objectContaining({ kind: 'sent' }));
    const branch = `refs/heads/${branchOf(given)}`;
    expect(`${depot.git('show', `${branch}:content/${path}`)}\n`).toBe(text);
    expect(await sender.send(given)).toMatchObject({ kind: 'sent' });
    expect(forge.requests).toHaveLength(1);
    const stale = { ...given, files: files.map((one) => ({ ...one, replaces: '0'.repeat(40) })) };
    const late = { ...stale, stamp: submission().stamp };
    expect(await sender.send(late)).toMatchObject({ kind: 'failed', why: 'refused' });
    expect(forge.requests).toHaveLength(1);
  });

  test('没有写权限：送到自己的复刻，请求跨过去', async () => {
    const sender = await signedIn('clerk-both');
    const one = submission();
    expect(await sender.send(one)).toMatchObject({ kind: 'sent' });
    const request = onlyOne(one, 'clerk-both/ledger');
    expect(wrong(forge.check(request, TODAY))).toEqual([]);
  });

  test('有复刻而主分支已经走了：从最新的主分支拉分支', async () => {
    const sender = await signedIn('clerk-both');
    await sender.send(submission());
    const main = forge.depot().commit(forge.tip('main'), { 'README.md': '# 新\n' });
    forge.depot().branch('main', main);
    const sent = await sender.send(submission(submitted('plain-04')));
    expect(sent.kind).toBe('sent');
    const parent = forge.depot().git('rev-parse', `${forge.requests[1]!.head}^`);
    // Gitee has no call that brings a fork up to date.
    if (kind !== 'gitee') expect(parent).toBe(main);
  });

  test('任何一步断了：说没有送到，再送一次就接着办，不重复', async () => {
    const sender = await signedIn('clerk-jia');
    const whole = submission();
    forge.calls.length = 0;
    await sender.send(whole);
    const calls = [...new Set(forge.calls)];
    expect(calls.length).toBeGreaterThanOrEqual(5);
    for (const call of calls)
      for (const when of ['before', 'after'] as const) {
        forge.requests.length = 0;
        for (const ref of forge.depot().git('for-each-ref', '--format=%(refname)').split('\n'))
          if (ref !== 'refs/heads/main') forge.depot().git('update-ref', '-d', ref);
        const pattern = call
          .replace(/[0-9a-f]{40}/u, '[0-9a-f]{40}')
          .replaceAll('.', String.raw`\.`);
        forge.cut = { when, call: new RegExp(`^${pattern}$`, 'u') };
        expect([call, when, await sender.send(whole)]).toMatchObject([
          call,
          when,
          { kind: 'failed', why: 'offline' },
        ]);
        expect(forge.cut).toBeUndefined();
        expect([call, when, await sender.send(whole)]).toMatchObject([
          call,
          when,
          { kind: 'sent' },
        ]);
        onlyOne(whole);
      }
  });

  test('合并以后又送一次：找到原来的，不重复', async () => {
    const sender = await signedIn('clerk-jia');
    const one = submission();
    const sent = await sender.send(one);
    expect(await sender.send(one)).toEqual(sent);
    onlyOne(one);
  });

  test('没有登录、令牌过期、没有这个仓库、台账不在那个文件夹：各说一句话', async () => {
    const nobody = senderFor(settings(), around());
    expect(await nobody.whoAmI()).toBeUndefined();
    expect(await nobody.send(submission())).toMatchObject({ kind: 'failed', why: 'sign-in' });
    expect(await nobody.start({ here: '', token: 'expired' })).toMatchObject({
      why: 'sign-in',
      sentence: expect.stringContaining('重新登录') as unknown,
    });
    const misplaced = senderFor({ ...settings(), folder: 'data/' }, around());
    await misplaced.start({ here: '', token: 'clerk-jia' });
    expect(await misplaced.send(submission())).toMatchObject({
      why: 'refused',
      sentence: expect.stringContaining('写对 folder') as unknown,
    });
    expect(forge.branches()).toEqual([]);
    const lost = senderFor({ ...settings(), repository: 'shili/other' }, around());
    await lost.start({ here: '', token: 'clerk-jia' });
    expect(await lost.send(submission())).toMatchObject({
      why: 'forbidden',
      sentence: expect.stringContaining('看不到') as unknown,
    });
  });

  test('令牌留在这个浏览器，退出就忘；平台连不上时还认得是谁', async () => {
    const kept = memory();
    await signedIn('clerk-jia', { kept });
    const later = senderFor(settings(), around({ kept }));
    expect(await later.whoAmI()).toEqual({ account: 'clerk-jia' });
    const offline = senderFor(
      settings(),
      around({ kept, fetch: () => Promise.reject(new TypeError('offline')) }),
    );
    expect(await offline.whoAmI()).toEqual({ account: 'clerk-jia' });
    expect(await offline.send(submission())).toMatchObject({ kind: 'failed', why: 'offline' });
    later.end();
    expect(await later.whoAmI()).toBeUndefined();
  });

  test('登录时连不上：说没有登录，不说发送', async () => {
    const sender = senderFor(
      settings(),
      around({ fetch: () => Promise.reject(new TypeError('offline')) }),
    );
    const { name } = settings();
    expect(await sender.start({ here: '', token: 'clerk-jia' })).toEqual({
      kind: 'failed',
      why: 'offline',
      sentence: `连不上${name}，没有登录：检查网络，再登录一次；还不行请联系办公室。`,
    });
    expect(await sender.whoAmI()).toBeUndefined();
  });

  test('网页的一部分没有取到：登录还在，说刷新本页', async () => {
    const kept = memory();
    await signedIn('clerk-jia', { kept });
    vi.doMock('../../../src/form/send/forges.ts', () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    onTestFinished(() => {
      vi.doUnmock('../../../src/form/send/forges.ts');
    });
    const later = senderFor(settings(), around({ kept }));
    expect(await later.whoAmI()).toEqual({ account: 'clerk-jia' });
    expect(await later.send(submission())).toMatchObject({
      why: 'offline',
      sentence: expect.stringContaining('刷新本页') as unknown,
    });
    vi.doUnmock('../../../src/form/send/forges.ts');
    expect(await later.whoAmI()).toEqual({ account: 'clerk-jia' });
  });
});

test('分支名只有安全的字；内容不同的不同名，相同的同名', () => {
  const one = submission();
  expect(branchOf(one)).toMatch(/^report\/jia\/\d{8}-\d{6}-[0-9a-z]{7}$/u);
  expect(branchOf({ ...one })).toBe(branchOf(one));
  const [file] = one.files;
  const other = [{ ...file!, bytes: new TextEncoder().encode('x') }];
  expect(branchOf({ ...one, files: other })).not.toBe(branchOf(one));
  expect(branchOf({ ...one, unit: '../x y~^:?*[' })).toMatch(/^report\/xy\/[0-9a-z-]+$/u);
});

test('标题和说明里的字平台不当作命令、呼叫、编号、标签', () => {
  const text = quietText(
    '@all 见 #1、!2\n/merge\n  /assign x <img src=x> [点](http://x) `a` ~b | *c*',
  );
  expect(text).not.toMatch(/[@#!<>`[\]*~|]|^\s*\//mu);
  expect(text).toContain('＠all');
});

test.each([
  [401, 'sign-in', '重新登录'],
  [403, 'forbidden', '请管理员看账户和登录口令的权限'],
  [404, 'forbidden', '看不到台账的仓库'],
  [413, 'refused', '不收这么大的佐证：少放几个文件、分两次送，或改填链接、编号'],
  [422, 'refused', '原话：no way'],
  [429, 'offline', '过几分钟再送'],
  [502, 'offline', '过一会儿再送'],
])('平台答 %i：%s，说得出怎么办', async (status, why, words) => {
  const kept = memory();
  kept.setItem(
    'ledger https://git.example/api/v1 shili/ledger',
    JSON.stringify({ token: 't', account: 'clerk-jia' }),
  );
  const sender = senderFor(
    {
      kind: 'gitea',
      name: '示例平台',
      api: 'https://git.example/api/v1',
      repository: REPOSITORY,
      branch: 'main',
      folder: '',
      token: { words: '', address: '' },
    },
    around({
      kept,
      fetch: () => Promise.resolve(Response.json({ message: 'no way' }, { status })),
    }),
  );
  expect(await sender.send(submission())).toEqual({
    kind: 'failed',
    why,
    sentence: expect.stringContaining(words) as unknown,
  });
});

test('平台答了看不懂的东西：不抛错，说再送一次不会重复', async () => {
  for (const data of [null, [], 'x', { login: {} }]) {
    const kept = memory();
    const sender = senderFor(
      {
        kind: 'gitee',
        name: '示例平台',
        api: 'https://git.example/api/v5',
        repository: REPOSITORY,
        branch: 'main',
        folder: '',
        token: { words: '', address: '' },
      },
      around({ kept, fetch: () => Promise.resolve(Response.json(data)) }),
    );
    kept.setItem(
      'ledger https://git.example/api/v5 shili/ledger',
      JSON.stringify({ token: 't', account: '' }),
    );
    expect(await sender.send(submission())).toMatchObject({ kind: 'failed', why: 'refused' });
  }
});
