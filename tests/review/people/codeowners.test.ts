/** 代码所有者 */
import { expect, test } from 'vitest';
import { codeowners, codeownersPath } from '../../../src/review/people/codeowners.ts';

test.each([
  ['github', '.github/CODEOWNERS'],
  ['gitlab', '.gitlab/CODEOWNERS'],
  ['gitea', 'CODEOWNERS'],
  ['gitee', 'CODEOWNERS'],
  ['bare', 'CODEOWNERS'],
] as const)('%s 的文件在 %s', (kind, path) => {
  expect(codeownersPath(kind)).toBe(path);
});

test('管理员管全部，审核员管录入的，移除佐证又归管理员', () => {
  expect(codeowners('github', 'content/', ['r1', 'r2'], ['m1']).split('\n')).toEqual([
    '# 由 npx ledger codeowners 从 site.yaml 生成，请勿手改；人员变动后重新生成。',
    '* @m1',
    '/content/updates/ @r1 @r2',
    '/content/evidence/ @r1 @r2',
    '/content/issues/ @r1 @r2',
    '/content/accounts/ @r1 @r2',
    '/content/evidence/removed.yaml @m1',
    '',
  ]);
});

test('Gitea 读正则：点要转义；没有人的行不写；台账在仓库根上也行', () => {
  expect(codeowners('gitea', '', [], ['m1']).split('\n').slice(1)).toEqual([
    '.* @m1',
    String.raw`evidence/removed\.yaml @m1`,
    '',
  ]);
  expect(codeowners('gitea', 'a.b/', ['r1'], [])).toContain(String.raw`a\.b/updates/.* @r1`);
});
