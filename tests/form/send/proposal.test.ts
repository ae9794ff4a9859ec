/** 报送的一步: nothing is there twice, whatever broke before. A forge in memory says what one would have. */
import { describe, expect, test } from 'vitest';
import {
  branchOf,
  CHANGED,
  type ForgeSender,
  propose,
  quietText,
  type Request,
} from '../../../src/form/send/proposal.ts';
import type { Submission } from '../../../src/form/submission.ts';

const place = { folder: 'content/', branch: 'main' };
const text = new TextEncoder();
const submission: Submission = {
  unit: 'jia',
  stamp: '20260615-090000',
  title: '报送：甲街道发布',
  words: '一份进展',
  files: [
    { path: 'updates/zx-01/20260615-090000-abc.yaml', bytes: text.encode('action: progress\n') },
  ],
};

/** Branches with what lies in them, and requests by branch; `commits` counts what was written. */
class Forge implements ForgeSender {
  readonly branches = new Map<string, Map<string, string>>([
    ['main', new Map([['content/site.yaml', 's']])],
  ]);
  readonly requests = new Map<string, Request>();
  commits = 0;
  account = () => Promise.resolve('jia-a');
  home = () => Promise.resolve({ repository: 'shili/ledger', owner: '' });
  blob = (_: unknown, branch: string, path: string) =>
    Promise.resolve(this.branches.get(branch)?.get(path));
  commit: ForgeSender['commit'] = (_, { branch, files }) => {
    this.commits += 1;
    this.branches.set(
      branch,
      new Map([
        ...this.branches.get('main')!,
        ...files.map(({ path, base64 }) => [path, base64] as const),
      ]),
    );
    return Promise.resolve();
  };
  found: ForgeSender['found'] = (_, branch) => Promise.resolve(this.requests.get(branch));
  propose: ForgeSender['propose'] = (_, { branch }) => {
    const request = {
      number: String(this.requests.size + 1),
      address: `https://git.example/${branch}`,
    };
    this.requests.set(branch, request);
    return Promise.resolve(request);
  };
}

test('一个提交、一个请求；再送一次还是那一个', async () => {
  const forge = new Forge();
  const sent = await propose(forge, submission, place);
  expect(sent).toMatchObject({ kind: 'sent', number: '1' });
  expect(await propose(forge, submission, place)).toEqual(sent);
  expect([forge.commits, forge.requests.size]).toEqual([1, 1]);
});

test('写了分支就断的，接着提请求，不再写', async () => {
  const forge = new Forge();
  await propose(forge, submission, place);
  forge.requests.clear();
  await propose(forge, submission, place);
  expect([forge.commits, forge.requests.size]).toEqual([1, 1]);
});

test('文件夹里没有台账：不写，请管理员改设置', async () => {
  const forge = new Forge();
  await expect(propose(forge, submission, { ...place, folder: 'other/' })).rejects.toThrow(
    '文件夹 other/里没有台账',
  );
  await expect(propose(forge, submission, { ...place, folder: '' })).rejects.toThrow(
    '最上层里没有台账',
  );
  expect(forge.commits).toBe(0);
});

test('没有要送的不送', async () => {
  await expect(propose(new Forge(), { ...submission, files: [] }, place)).rejects.toThrow(
    '没有要送的内容',
  );
});

describe('替换一份记录', () => {
  const path = 'inspections/q2.yaml';
  const replacing = { ...submission, files: [{ path, bytes: text.encode('b'), replaces: 'old' }] };

  test('主分支上还是那一份的才写', async () => {
    const forge = new Forge();
    forge.branches.get('main')!.set(`content/${path}`, 'old');
    expect(await propose(forge, replacing, place)).toMatchObject({ kind: 'sent' });
  });

  test('打开页面以后有人改过的，不盖掉', async () => {
    const forge = new Forge();
    forge.branches.get('main')!.set(`content/${path}`, 'newer');
    await expect(propose(forge, replacing, place)).rejects.toThrow(CHANGED);
    expect(forge.commits).toBe(0);
  });
});

describe('名字固定的提议', () => {
  const named = { ...submission, branch: 'assign/q2' };
  const over = (forge: Forge, branch: string): void => {
    forge.requests.set(branch, { ...forge.requests.get(branch)!, over: 'closed' });
  };

  test('还等着的，只说有了；了结了的，不再提', async () => {
    const forge = new Forge();
    await propose(forge, named, place);
    expect(await propose(forge, named, place)).toMatchObject({ number: '1' });
    over(forge, 'assign/q2');
    expect(await propose(forge, named, place)).toMatchObject({ number: '1', over: 'closed' });
    expect(forge.commits).toBe(1);
  });

  test('存心再提的，用下一个名字；前一个的名字留着', async () => {
    const forge = new Forge();
    await propose(forge, named, place);
    over(forge, 'assign/q2');
    expect(await propose(forge, { ...named, again: true }, place)).toMatchObject({ number: '2' });
    expect([...forge.requests.keys()]).toEqual(['assign/q2', 'assign/q2-2']);
    expect(await propose(forge, { ...named, again: true }, place)).toMatchObject({ number: '2' });
  });

  test('提过二十次都了结了：不再提', async () => {
    const forge = new Forge();
    for (let time = 0; time < 20; time += 1) {
      await propose(forge, { ...named, again: true }, place);
      over(forge, [...forge.requests.keys()].at(-1)!);
    }
    await expect(propose(forge, { ...named, again: true }, place)).rejects.toThrow('都已经了结');
  });
});

test('分支按内容起名：送的时间不同就不同；标题里的字平台不当作命令', () => {
  expect(branchOf(submission)).toBe(branchOf({ ...submission }));
  expect(branchOf(submission)).not.toBe(branchOf({ ...submission, stamp: '20260615-090001' }));
  for (const words of ['@admin', '#12', '!3', '[x](y)'])
    expect(quietText(`请看 ${words}`)).not.toBe(`请看 ${words}`);
  expect(quietText('甲\n /close\n/merge 和/或')).toBe('甲\n ／close\n／merge 和/或');
  expect(quietText('甲街道发布')).toBe('甲街道发布');
});
