/**
 * 登录: a token of the forge in this browser. Over HTTPS it is fetched by OAuth with PKCE (RFC 7636) and forgotten with the
 * window; elsewhere it is typed once and kept until somebody signs out.
 */
import type { Sending } from '../submission.ts';
import { Hindered, type Surroundings, textOf } from './call.ts';

/** Where a page signs in by leaving for the forge. */
export interface OAuthSettings {
  /** Where people say yes. */
  authorize: string;
  /** Where a code becomes a token: the forge, or the office's relay that adds the secret. */
  token: string;
  /** The public number of the application that is registered there. */
  client: string;
  scope: string;
}

export interface KeptToken {
  token: string;
  account: string;
}

interface Begun {
  state: string;
  verifier: string;
  here: string;
  redirect: string;
}

/** The sign-in of one ledger in this browser. */
export class SignIn {
  readonly #around: Surroundings;
  readonly #key: string;
  readonly #oauth: OAuthSettings | undefined;

  constructor(around: Surroundings, place: string, oauth: OAuthSettings | undefined) {
    this.#around = around;
    this.#key = `ledger ${place}`;
    this.#oauth = oauth;
  }

  get way(): 'redirect' | 'token' {
    return this.#oauth !== undefined && this.#around.subtle !== undefined ? 'redirect' : 'token';
  }

  get kept(): KeptToken | undefined {
    for (const store of [this.#around.session, this.#around.kept]) {
      const found = parsed(store?.getItem(this.#key)) as Partial<KeptToken> | undefined;
      if (found?.token !== undefined) return { token: found.token, account: found.account ?? '' };
    }
    return undefined;
  }

  /** `typed` tokens stay when the window closes. Throws Hindered where the browser keeps nothing. */
  keep(one: KeptToken, typed: boolean): void {
    const store = typed ? this.#around.kept : this.#around.session;
    try {
      if (store === undefined) throw new Error('no storage');
      store.setItem(this.#key, JSON.stringify(one));
    } catch {
      throw new Hindered('sign-in', '浏览器不让本页保存登录：关掉无痕浏览，或允许本站保存数据。');
    }
  }

  forget(): void {
    for (const store of [this.#around.session, this.#around.kept]) store?.removeItem(this.#key);
  }

  /** Leaves for the forge; comes back to `here`. */
  async leave(here: string): Promise<Sending | undefined> {
    const { subtle, session, leave } = this.#around;
    if (this.#oauth === undefined || subtle === undefined || session === undefined)
      return {
        kind: 'failed',
        why: 'sign-in',
        sentence: '这里不能跳转登录（网站不是 HTTPS，或没有登记应用）：请填令牌。',
      };
    const { authorize, client, scope } = this.#oauth;
    // A forge knows the page by its address without what stands behind it.
    const redirect = here.replace(/[?#].*$/u, '');
    const begun: Begun = { state: chance(), verifier: chance(), here, redirect };
    session.setItem(`${this.#key} begun`, JSON.stringify(begun));
    const digest = await subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
    leave(
      `${authorize}?${String(
        new URLSearchParams({
          client_id: client,
          redirect_uri: redirect,
          response_type: 'code',
          scope,
          state: begun.state,
          code_challenge: urlSafe(new Uint8Array(digest)),
          code_challenge_method: 'S256',
        }),
      )}`,
    );
    return undefined;
  }

  /** The token that a forge's redirect brought to this page, once; the address is then what it was. Throws Hindered. */
  async returned(name: string): Promise<string | undefined> {
    const { address, session, rename, fetch: ask } = this.#around;
    const here = new URL(address());
    const state = here.searchParams.get('state');
    const begun = parsed(session?.getItem(`${this.#key} begun`)) as Begun | undefined;
    if (this.#oauth === undefined || state === null || begun === undefined) return undefined;
    // Somebody else's answer is no answer; ours is used once.
    if (state !== begun.state) return undefined;
    session?.removeItem(`${this.#key} begun`);
    rename(begun.here);
    const code = here.searchParams.get('code');
    if (code === null) return undefined;
    let data: unknown;
    try {
      const response = await ask(this.#oauth.token, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: this.#oauth.client,
          redirect_uri: begun.redirect,
          code,
          code_verifier: begun.verifier,
        }),
        credentials: 'omit',
        signal: AbortSignal.timeout(60_000),
      });
      data = await response.json();
    } catch {
      throw new Hindered('offline', `登录时连不上${name}：检查网络，再登录一次。`);
    }
    if (typeof (data as { access_token?: unknown } | null)?.access_token !== 'string')
      throw new Hindered(
        'sign-in',
        `${name}没有给出令牌：再登录一次；还不行请管理员核对登记的应用。`,
      );
    return textOf(data, 'access_token');
  }
}

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** 43 characters that nobody guesses. */
function chance(): string {
  return urlSafe(crypto.getRandomValues(new Uint8Array(32)));
}

function urlSafe(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '');
}
