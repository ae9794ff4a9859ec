/**
 * 登录: a token of the forge in this browser. Over HTTPS it is fetched by OAuth with PKCE (RFC 7636) and forgotten with the
 * window; elsewhere it is typed once and kept until somebody signs out.
 */
import type { SendingResult } from '../submission.ts';
import { Hindered, partMissing, type Surroundings } from './call.ts';

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

/** Only whoever leaves for a forge needs it. */
const fetchOAuth = async () => import('./oauth.ts').catch(partMissing);

/** How long a forge may take to answer, in milliseconds. */
const PATIENCE = 60_000;

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
    return this.#leads === undefined ? 'token' : 'redirect';
  }

  /** Where to leave for; nowhere unless page and forge both have HTTPS. */
  get #leads(): OAuthSettings | undefined {
    const { isSecure } = this.#around;
    const isSafe = (address: string): boolean => new URL(address).protocol === 'https:';
    return isSecure && this.#oauth && isSafe(this.#oauth.authorize) && isSafe(this.#oauth.token)
      ? this.#oauth
      : undefined;
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

  /** Keeps for the next page why nobody is signed in. */
  failed(sentence: string): void {
    try {
      this.#around.session?.setItem(`${this.#key} failed`, sentence);
    } catch {
      // Then it is not said.
    }
  }

  /** Why nobody is signed in, once. */
  get trouble(): string | undefined {
    const { session } = this.#around;
    const sentence = session?.getItem(`${this.#key} failed`) ?? undefined;
    session?.removeItem(`${this.#key} failed`);
    return sentence;
  }

  forget(): void {
    for (const store of [this.#around.session, this.#around.kept]) store?.removeItem(this.#key);
  }

  /** Leaves for the forge; comes back to `here`. */
  async leave(here: string): Promise<SendingResult | undefined> {
    const { session, leave } = this.#around;
    const settings = this.#leads;
    if (settings === undefined || session === undefined)
      return {
        kind: 'failed',
        why: 'sign-in',
        sentence: '这里不能跳转登录（网站不是 HTTPS，或没有登记应用）：请填登录口令。',
      };
    const { authorize, client, scope } = settings;
    const oauth = await fetchOAuth();
    // A forge knows the page by its address without what stands behind it.
    const redirect = here.replace(/[?#].*$/u, '');
    const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
    const begun: Begun = { state, verifier, here, redirect };
    session.setItem(`${this.#key} begun`, JSON.stringify(begun));
    leave(
      `${authorize}?${String(
        new URLSearchParams({
          client_id: client,
          redirect_uri: redirect,
          response_type: 'code',
          scope,
          state,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }),
      )}`,
    );
    return undefined;
  }

  /** The token that a forge's redirect brought to this page, once; the address is then what it was. Throws Hindered. */
  async cameBack(name: string): Promise<string | undefined> {
    const { address, session, rename } = this.#around;
    const answer = new URL(address()).searchParams;
    const begun = parsed(session?.getItem(`${this.#key} begun`)) as Begun | undefined;
    // Somebody else's answer is no answer; ours is used once.
    if (this.#oauth === undefined || begun === undefined || answer.get('state') !== begun.state)
      return undefined;
    // Before the answer is used up.
    const oauth = await fetchOAuth();
    session?.removeItem(`${this.#key} begun`);
    rename(begun.here);
    try {
      return await this.#exchanged(oauth, this.#oauth, { begun, answer, name });
    } catch (error) {
      if (error instanceof Hindered) throw error;
      // Whoever said no knows it.
      if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied')
        return undefined;
      throw new Hindered(
        'sign-in',
        `${name}没有让你登录：再登录一次；还不行请管理员核对登记的应用。`,
      );
    }
  }

  /** The token for the code of an answer. Throws Hindered offline, and what the library throws. */
  async #exchanged(
    oauth: Awaited<ReturnType<typeof fetchOAuth>>,
    { authorize, token, client: id }: OAuthSettings,
    { begun, answer, name }: { begun: Begun; answer: URLSearchParams; name: string },
  ): Promise<string> {
    const { state, verifier, redirect } = begun;
    const server = { issuer: authorize, token_endpoint: token };
    const client = { client_id: id };
    // One forge is known by the settings: nobody can take its answer for another's, and few say who they are in it.
    answer.delete('iss');
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      oauth.validateAuthResponse(server, client, answer, state),
      redirect,
      verifier,
      {
        [oauth.customFetch]: (to, init) =>
          this.#around.fetch(to, { ...init, credentials: 'omit' }).catch(() => {
            throw new Hindered('offline', `登录时连不上${name}：检查网络，再登录一次。`);
          }),
        signal: AbortSignal.timeout(PATIENCE),
      },
    );
    return (await oauth.processAuthorizationCodeResponse(server, client, response)).access_token;
  }
}

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
