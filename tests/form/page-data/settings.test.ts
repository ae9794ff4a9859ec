import { expect, test } from 'vitest';
import { senderSettings } from '../../../src/form/page-data/settings.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { site, type Site } from '../../../src/schema/site.ts';

type Forge = NonNullable<Site['forge']>;

/** Only what is asked of a ledger. */
const of = (forge: Forge | undefined) =>
  senderSettings({ site: { forge } as unknown as Ledger['site'] });

const common = { repository: 'shili/ledger', branch: 'main' };

test('各平台的接口、登录地址；页面只许连它们', () => {
  const gitea = of({
    ...common,
    kind: 'gitea',
    address: 'https://git.example/',
    formApp: 'form',
  });
  expect(gitea.settings).toMatchObject({
    kind: 'gitea',
    api: 'https://git.example/api/v1',
    folder: 'content/',
    oauth: { token: 'https://git.example/login/oauth/access_token', client: 'form' },
  });
  expect(gitea.connect).toEqual(['https://git.example']);
  expect(of({ ...common, kind: 'gitlab' }).settings).toMatchObject({
    api: 'https://gitlab.com/api/v4',
  });
  expect(of({ ...common, kind: 'github' }).connect).toEqual(['https://api.github.com']);
  expect(of({ ...common, kind: 'github', address: 'https://gh.example' }).settings).toMatchObject({
    api: 'https://gh.example/api/v3',
  });
  expect(of({ ...common, kind: 'gitee' }).settings).toMatchObject({
    api: 'https://gitee.com/api/v5',
  });
});

test('GitHub、Gitee 登记了应用还要有中转服务，才能跳转登录；页面也许连它', () => {
  for (const kind of ['github', 'gitee'] as const) {
    expect(of({ ...common, kind, formApp: 'form' }).settings).not.toHaveProperty('oauth');
    const relayed = of({
      ...common,
      kind,
      formApp: 'form',
      signIn: 'https://relay.example/token',
    });
    expect(relayed.settings).toMatchObject({ oauth: { token: 'https://relay.example/token' } });
    expect(relayed.connect).toContain('https://relay.example');
  }
});

test('台账在仓库最上层、在更深的文件夹', () => {
  const at = (folder: string) =>
    of({ ...common, kind: 'gitlab', folder }).settings as { folder: string };
  expect(at('.').folder).toBe('');
  expect(at('data/ledger').folder).toBe('data/ledger/');
});

test('送不了的：没有平台、裸仓库、没有写仓库、自建平台没有写地址', () => {
  expect(of(undefined).settings).toBeUndefined();
  expect(of({ ...common, kind: 'bare' }).settings).toBeUndefined();
  expect(of({ kind: 'gitlab', branch: 'main' }).settings).toBeUndefined();
  expect(of({ ...common, kind: 'gitea' }).settings).toBeUndefined();
});

test('办公室自己的服务器：不管 site.yaml 写了什么平台', () => {
  const place = senderSettings(
    { site: { forge: { ...common, kind: 'gitlab' } } as unknown as Ledger['site'] },
    { endpoint: '/api/report' },
  );
  expect(place).toEqual({ settings: { kind: 'endpoint', address: '/api/report' }, connect: [] });
});

test.each([
  '/content',
  'content/',
  '../x',
  'a/../b',
  'a\\b',
  '',
  './content',
  '.git',
  'C:/x',
  'a b',
])('写错的文件夹 %j 检查时就指出来', (folder) => {
  const { folder: schema } = site.shape.forge.unwrap().shape;
  expect(schema.safeParse(folder).success).toBe(false);
});

test.each(['.', 'content', 'data/ledger', '台账'])('文件夹 %j 可以', (folder) => {
  const { folder: schema } = site.shape.forge.unwrap().shape;
  expect(schema.safeParse(folder).success).toBe(true);
});
