/** What a clerk is told to click for a token: as the page of that forge has it, and no word of Git. */
import { expect, test } from 'vitest';
import { forgeSettings } from '../../../src/form/page-data/settings.ts';

test.each(['gitea', 'gitlab', 'github', 'gitee'] as const)(
  '%s：怎样生成登录口令，照网页上的字说，外文只在引号里',
  (kind) => {
    const { name, token } = forgeSettings({
      kind,
      address: 'https://forge.example',
      repository: 'shili/taizhang',
      branch: 'main',
    })!;
    expect(token.words).toMatch(/点“.+”/u);
    expect(token.words.replaceAll(/“[^”]*”/gu, '')).not.toMatch(/[a-z]/iu);
    expect(`${name}${token.words}`).not.toMatch(/令牌，|代码平台|仓库|合并请求|分支/u);
  },
);
