/** One question to a forge's interface and what may come of it: an answer, or a hindrance in a sentence. */
import { own } from '../../text/own.ts';
import type { Hindrance } from '../submission.ts';

/** What a sender needs of the browser; tests bring their own. */
export interface Surroundings {
  fetch: typeof fetch;
  /** The address of the page. */
  address: () => string;
  /** Leaves the page. */
  leave: (to: string) => void;
  /** Puts another address into the bar without leaving. */
  rename: (to: string) => void;
  /** Until the window closes; undefined where the browser keeps nothing. */
  session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Until it is forgotten. */
  kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Whether the browser lends its cryptography: over HTTPS and on this machine, not over plain HTTP. */
  isSecure: boolean;
}

/** The browser itself. */
export function browserAround(): Surroundings {
  const stored = (name: 'sessionStorage' | 'localStorage') => {
    try {
      return globalThis[name];
    } catch {
      return undefined;
    }
  };
  return {
    fetch: (...given) => globalThis.fetch(...given),
    address: () => globalThis.location.href,
    leave: (to) => {
      globalThis.location.assign(to);
    },
    rename: (to) => {
      globalThis.history.replaceState(null, '', to);
    },
    session: stored('sessionStorage'),
    kept: stored('localStorage'),
    isSecure: globalThis.isSecureContext,
  };
}

/** Thrown inside a sender, never out of it. */
export class Hindered extends Error {
  readonly why: Hindrance;
  constructor(why: Hindrance, sentence: string) {
    super(sentence);
    this.why = why;
  }
}

/** Of a part of the program that could not be fetched: who is signed in stays so. Throws Hindered. */
export function partMissing(): never {
  throw new Hindered('offline', '本页的程序没有取全，可能是网络断了：联网以后刷新本页，再来。');
}

export interface ServerQuestion {
  method?: 'GET' | 'POST';
  /** Below the interface's address. */
  path: string;
  body?: object;
  /** Statuses that are an answer and no hindrance. */
  also?: readonly number[];
}

export interface ServerAnswer {
  status: number;
  /** What the forge wrote, as JSON; null where it wrote none. Nothing of it is trusted to be there. */
  data: unknown;
}

/** Asks a forge. Throws Hindered. */
export type AskServer = (question: ServerQuestion) => Promise<ServerAnswer>;

/** As long as a large picture takes over a slow line, in milliseconds. */
const PATIENCE = 300_000;

/** The way to the interface of a forge at `api`, called `name` in sentences. */
export function askingForge(
  { fetch: ask }: Pick<Surroundings, 'fetch'>,
  { api, name, token }: { api: string; name: string; token: string },
): AskServer {
  return async ({ method = 'GET', path, body, also = [] }) => {
    let response: Response;
    let data: unknown;
    try {
      response = await ask(`${api}${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // A forge that knows the browser by a cookie is asked by the token alone.
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
      });
      data = json(await response.text());
    } catch {
      throw new Hindered(
        'offline',
        `连不上${name}：检查网络以后再按“发送”，已经送到的不会送成两份。`,
      );
    }
    if (response.ok || also.includes(response.status)) return { status: response.status, data };
    throw hindrance(response.status, name, said(data));
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function hindrance(status: number, name: string, words: string): Hindered {
  const quoted = words === '' ? '' : `（${name}的原话：${words}）`;
  if (status === 401)
    return new Hindered('sign-in', `${name}不认这次登录，可能过期了：重新登录再送。`);
  if (status === 403)
    return new Hindered(
      'forbidden',
      `${name}没有让这个账户提交：请管理员看账户和登录口令的权限。${quoted}`,
    );
  if (status === 404)
    return new Hindered(
      'forbidden',
      `在${name}上看不到台账的仓库，或这个账户没有权限：请管理员核对。`,
    );
  if (status === 413)
    return new Hindered(
      'refused',
      `${name}不收这么大的佐证：少放几个文件、分两次送，或改填链接、编号。`,
    );
  if (status === 429) return new Hindered('offline', `${name}说请求太多：过几分钟再送。`);
  if (status >= 500) return new Hindered('offline', `${name}一时没有应答：过一会儿再送。${quoted}`);
  return new Hindered('refused', `${name}没有收。${quoted}`);
}

/** The forge's own message on one line. */
function said(data: unknown): string {
  const { message, error } = (data ?? {}) as { message?: unknown; error?: unknown };
  const words = [message, error].find((one) => typeof one === 'string' || Array.isArray(one)) ?? '';
  return String(words).replace(/\s+/gu, ' ').trim().slice(0, 200);
}

/** A text that the forge must have written. Throws Hindered. */
export function textAt(data: unknown, ...path: readonly string[]): string {
  let at: unknown = data;
  for (const key of path)
    at =
      typeof at === 'object' && at !== null ? own(at as Record<string, unknown>, key) : undefined;
  if (typeof at === 'string' || typeof at === 'number') return String(at);
  throw new Hindered('refused', '平台的回答看不懂：请管理员核对 site.yaml 里的平台和地址。');
}
