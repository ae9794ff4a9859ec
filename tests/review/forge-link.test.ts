import { describe, expect, test } from 'vitest';
import { codeowners, codeownersPath } from '../../src/review/people/codeowners.ts';
import { proposalLink, pushArguments, wordsOfServer } from '../../src/review/forge-link.ts';

const forge = (kind: 'github' | 'gitlab' | 'gitea' | 'gitee' | 'bare', address?: string) => ({
  kind,
  repository: 'shili/ledger',
  branch: 'main',
  ...(address === undefined ? {} : { address }),
});

describe('平台链接', () => {
  test('各平台打开合并请求的地址', () => {
    const link = (...args: Parameters<typeof forge>) => proposalLink(forge(...args), 'report/a');
    expect(link('github')).toBe(
      'https://github.com/shili/ledger/compare/main...report%2Fa?expand=1',
    );
    expect(link('gitea', 'https://git.example/')).toBe(
      'https://git.example/shili/ledger/compare/main...report%2Fa',
    );
    expect(link('gitlab', 'https://gl.example')).toBe(
      'https://gl.example/shili/ledger/-/merge_requests/new?merge_request%5Bsource_branch%5D=report%2Fa',
    );
    expect(link('gitee')).toBe('https://gitee.com/shili/ledger/pull/new/report%2Fa...main');
    expect(link('bare', 'https://git.example')).toBeUndefined();
  });

  test('没有写平台、仓库或地址的，没有链接', () => {
    expect(proposalLink(undefined, 'a')).toBeUndefined();
    expect(proposalLink({ kind: 'github', branch: 'main' }, 'a')).toBeUndefined();
    expect(proposalLink(forge('gitea'), 'a')).toBeUndefined();
  });

  test('Gitea、Forgejo 推送即成合并请求，别处推分支', () => {
    expect(pushArguments(forge('gitea'), 'origin', 'report/a')).toEqual([
      'push',
      'origin',
      'refs/heads/report/a:refs/for/main',
      '-o',
      'topic=report/a',
    ]);
    expect(pushArguments(undefined, 'upstream', 'report/a')).toEqual([
      'push',
      'upstream',
      'refs/heads/report/a:refs/heads/report/a',
    ]);
  });
});

describe('CODEOWNERS', () => {
  test('默认归管理员，报送、佐证、问题、账号归审核员', () => {
    expect(codeowners('github', 'content/', ['rev-1', 'rev-2'], ['keeper'])).toBe(
      `# 由 npx ledger codeowners 从 site.yaml 生成，请勿手改；人员变动后重新生成。
* @keeper
/content/updates/ @rev-1 @rev-2
/content/evidence/ @rev-1 @rev-2
/content/issues/ @rev-1 @rev-2
/content/accounts/ @rev-1 @rev-2
/content/evidence/removed.yaml @keeper
`,
    );
  });

  test('Gitea 的写法是正则表达式', () => {
    expect(codeowners('gitea', '', ['rev'], ['keeper']).split('\n').slice(1)).toEqual([
      '.* @keeper',
      'updates/.* @rev',
      'evidence/.* @rev',
      'issues/.* @rev',
      'accounts/.* @rev',
      String.raw`evidence/removed\.yaml @keeper`,
      '',
    ]);
  });

  test('没有人的角色不写行', () => {
    expect(codeowners('github', 'content/', [], []).split('\n')).toHaveLength(2);
  });

  test('各平台的位置', () => {
    expect(
      (['github', 'gitlab', 'gitea', 'gitee', 'bare'] as const).map((kind) => codeownersPath(kind)),
    ).toEqual([
      '.github/CODEOWNERS',
      '.gitlab/CODEOWNERS',
      'CODEOWNERS',
      'CODEOWNERS',
      'CODEOWNERS',
    ]);
  });
});

test('服务器说的话逐行取出，别的行、空行不取', () => {
  const errors =
    'To x\nremote: 不能删除\nremote:\nremote:   请先合并  \n ! [remote rejected]\n提示 remote: 甲\n';
  expect(wordsOfServer(errors)).toEqual(['不能删除', '  请先合并']);
  expect(wordsOfServer('')).toEqual([]);
});
