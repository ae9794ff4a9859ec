/** Signing in by leaving for the forge (emulated) and coming back, with PKCE; what goes wrong on the way. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Surroundings } from '../../../src/form/send/call.ts';
import { senderFor } from '../../../src/form/send/sender.ts';
import type { ForgeSettings } from '../../../src/form/send/settings.ts';

const HERE = 'https://intra.example/report/?issue=plain-01#top';

const settings: ForgeSettings = {
  kind: 'gitea',
  name: '示例平台',
  api: 'https://git.example/api/v1',
  repository: 'shili/ledger',
  branch: 'main',
  folder: 'content/',
  oauth: {
    authorize: 'https://git.example/login/oauth/authorize',
    token: 'https://git.example/login/oauth/access_token',
    client: 'ledger-form',
    scope: 'read:user write:repository',
  },
  token: { words: '', address: '' },
};

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** A browser at an address, and a forge that knows the codes that it gave. */
class Visit {
  address = HERE;
  readonly session = memory();
  readonly kept = memory();
  readonly codes = new Map<string, URLSearchParams>();
  isUp = true;

  readonly around: Surroundings = {
    fetch: (to, init) => this.#answered(to as string, init ?? {}),
    address: () => this.address,
    leave: (to) => (this.address = to),
    rename: (to) => (this.address = to),
    session: this.session,
    kept: this.kept,
    isSecure: true,
  };

  /** The forge's page: somebody says yes, and the browser is sent back with a code. */
  consent(): URL {
    const asked = new URL(this.address).searchParams;
    this.codes.set('code-1', asked);
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', 'code-1');
    back.searchParams.set('state', asked.get('state') ?? '');
    this.address = back.href;
    return back;
  }

  #answered(to: string, { body, headers }: RequestInit): Promise<Response> {
    if (!this.isUp) return Promise.reject(new TypeError('offline'));
    if (to === settings.oauth?.token) {
      const said = body as URLSearchParams;
      const asked = this.codes.get(said.get('code') ?? '');
      // A code is good once.
      this.codes.delete(said.get('code') ?? '');
      const hash = createHash('sha256')
        .update(said.get('code_verifier') ?? '')
        .digest('base64url');
      const isGood =
        asked?.get('code_challenge') === hash &&
        asked.get('code_challenge_method') === 'S256' &&
        asked.get('redirect_uri') === said.get('redirect_uri') &&
        said.get('client_id') === 'ledger-form';
      const data = isGood ? { access_token: 'token-1', token_type: 'bearer' } : { error: 'bad' };
      return Promise.resolve(Response.json(data, { status: isGood ? 200 : 400 }));
    }
    const isMine = new Headers(headers).get('authorization') === 'Bearer token-1';
    return Promise.resolve(
      isMine
        ? Response.json({ login: 'clerk-jia' })
        : Response.json({ message: 'no' }, { status: 401 }),
    );
  }
}

test('去平台登录再回来：选好的问题还在地址里，令牌只留到关窗口', async () => {
  const visit = new Visit();
  const sender = senderFor(settings, visit.around);
  expect(sender.signIn).toBe('redirect');
  expect(await sender.whoAmI()).toBeUndefined();
  expect(await sender.start({ here: HERE })).toBeUndefined();
  const asked = new URL(visit.address);
  expect(asked.origin + asked.pathname).toBe('https://git.example/login/oauth/authorize');
  expect(asked.searchParams.get('redirect_uri')).toBe('https://intra.example/report/');
  expect(asked.searchParams.get('response_type')).toBe('code');
  visit.consent();
  const back = senderFor(settings, visit.around);
  expect(await back.whoAmI()).toEqual({ account: 'clerk-jia' });
  expect(visit.address).toBe(HERE);
  expect(visit.kept.kept.size).toBe(0);
  expect([...visit.session.kept.keys()]).toHaveLength(1);
  back.end();
  expect(visit.session.kept.size).toBe(0);
});

test('别人送来的 code、被改过的 state、没有动身就回来的，都不算登录', async () => {
  const strange = new Visit();
  strange.address = 'https://intra.example/report/?code=code-9&state=guess';
  expect(await senderFor(settings, strange.around).whoAmI()).toBeUndefined();
  const visit = new Visit();
  const sender = senderFor(settings, visit.around);
  await sender.start({ here: HERE });
  const back = visit.consent();
  back.searchParams.set('state', 'guess');
  visit.address = back.href;
  expect(await sender.whoAmI()).toBeUndefined();
  expect(visit.codes.size).toBe(1);
});

test('在平台上点了不同意：没有登录，地址还是原来的', async () => {
  const visit = new Visit();
  const sender = senderFor(settings, visit.around);
  await sender.start({ here: HERE });
  const state = new URL(visit.address).searchParams.get('state') ?? '';
  visit.address = `https://intra.example/report/?error=access_denied&state=${state}`;
  expect(await sender.whoAmI()).toBeUndefined();
  expect([visit.address, sender.trouble()]).toEqual([HERE, undefined]);
});

test('同一个 code 用第二次不行；换令牌时断了网，没有登录，也不抛错', async () => {
  const visit = new Visit();
  const sender = senderFor(settings, visit.around);
  await sender.start({ here: HERE });
  const back = visit.consent().href;
  visit.isUp = false;
  expect(await sender.whoAmI()).toBeUndefined();
  // Said once, also on the page to which one goes on.
  expect([senderFor(settings, visit.around).trouble(), sender.trouble()]).toEqual([
    '登录时连不上示例平台：检查网络，再登录一次。',
    undefined,
  ]);
  visit.isUp = true;
  visit.address = back;
  expect(await sender.whoAmI()).toBeUndefined();
  expect(sender.trouble()).toBeUndefined();
});

test('平台不给：说没有让登录，请管理员核对；不是断网', async () => {
  for (const wrong of ['unauthorized_client', 'code']) {
    const visit = new Visit();
    const sender = senderFor(settings, visit.around);
    await sender.start({ here: HERE });
    const back = visit.consent();
    if (wrong === 'code') visit.codes.clear();
    else {
      back.searchParams.delete('code');
      back.searchParams.set('error', wrong);
      visit.address = back.href;
    }
    expect(await sender.whoAmI()).toBeUndefined();
    expect(sender.trouble()).toBe(
      '示例平台没有让你登录：再登录一次；还不行请管理员核对登记的应用。',
    );
  }
});

test('平台的登录页或换令牌的地址不是 HTTPS：不跳转，填口令', () => {
  const { oauth } = settings;
  for (const part of ['authorize', 'token'] as const) {
    const plain = { ...oauth!, [part]: oauth![part].replace('https:', 'http:') };
    expect(senderFor({ ...settings, oauth: plain }, new Visit().around).signIn).toBe('token');
  }
});

test('没有 HTTPS、没有登记应用：填一次令牌，并说得出怎么办', async () => {
  const visit = new Visit();
  const plain = senderFor(settings, { ...visit.around, isSecure: false });
  expect(plain.signIn).toBe('token');
  expect(await plain.start({ here: HERE })).toMatchObject({ kind: 'failed', why: 'sign-in' });
  expect(await plain.start({ here: HERE, token: ' token-1 ' })).toBeUndefined();
  expect(await plain.whoAmI()).toEqual({ account: 'clerk-jia' });
  expect(visit.kept.kept.size).toBe(1);
  const { oauth: _, ...without } = settings;
  expect(senderFor(without, visit.around).signIn).toBe('token');
});

test('浏览器什么也不让存（无痕）：说一句话', async () => {
  const visit = new Visit();
  const sender = senderFor(settings, {
    ...visit.around,
    isSecure: false,
    kept: undefined,
    session: undefined,
  });
  expect(await sender.start({ here: HERE, token: 'token-1' })).toMatchObject({
    sentence: expect.stringContaining('无痕') as unknown,
  });
});
