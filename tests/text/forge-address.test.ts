import { expect, test } from 'vitest';
import { commitsAddress, fileAddress, forgeRoot } from '../../src/text/forge-address.ts';

const forge = (kind: 'github' | 'gitlab' | 'gitea' | 'gitee' | 'bare', address?: string) => ({
  kind,
  branch: 'main',
  repository: 'shili/taizhang',
  ...(address === undefined ? {} : { address }),
});

test.each([
  ['github', undefined, 'https://github.com/shili/taizhang/blob/main/content/a%20b.yaml'],
  ['gitlab', undefined, 'https://gitlab.com/shili/taizhang/-/blob/main/content/a%20b.yaml'],
  ['gitee', undefined, 'https://gitee.com/shili/taizhang/blob/main/content/a%20b.yaml'],
  [
    'gitea',
    'https://git.example/',
    'https://git.example/shili/taizhang/src/branch/main/content/a%20b.yaml',
  ],
] as const)('%s 上的文件', (kind, address, expected) => {
  expect(fileAddress(forge(kind, address), 'content/a b.yaml')).toBe(expected);
});

test('各次提交的页面；没有地址、没有写仓库的没有', () => {
  expect(commitsAddress(forge('github'))).toBe('https://github.com/shili/taizhang/commits/main');
  expect(commitsAddress(forge('gitlab'))).toBe('https://gitlab.com/shili/taizhang/-/commits/main');
  expect(commitsAddress(forge('gitea', 'https://git.example'))).toBe(
    'https://git.example/shili/taizhang/commits/branch/main',
  );
  expect(forgeRoot(forge('gitea'))).toBeUndefined();
  expect(forgeRoot(forge('bare', 'https://git.example'))).toBeUndefined();
  expect(fileAddress(undefined, 'a')).toBeUndefined();
  expect(commitsAddress(undefined)).toBeUndefined();
});
