/**
 * 取页: one bounded request over http or https. It follows no redirect, keeps nothing, sends no cookie; it ends at the
 * deadline and at the size limit, and connects only to an address that `mayConnect` allows — the one that was looked up
 * is the one that is connected to, so that a name cannot change its mind in between.
 */
import { lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayConnect } from './private-network.ts';

export interface Limits {
  /** For the whole visit, in milliseconds. */
  readonly timeout: number;
  /** Of a page, in bytes; what is longer is read so far and cut. */
  readonly size: number;
  readonly privateAddresses: boolean;
}

export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly location: string | undefined;
      readonly type: string;
      readonly body: Buffer;
    }
  /** Nothing came, or not in time; `why` is a Chinese sentence without its full stop. */
  | { readonly kind: 'failed'; readonly why: string }
  /** The address is one that may not be connected to. */
  | { readonly kind: 'forbidden'; readonly why: string };

/** How the program names itself to the sites it visits. */
export const USER_AGENT = 'rectification-ledger-probe';

class Forbidden extends Error {}

/** Asks once. Never throws for what the network does. */
export async function fetchOnce(url: URL, limits: Limits, signal: AbortSignal): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const forbidden = { kind: 'forbidden', why: '地址在内网或本机，设置没有允许' } as const;
  if (isIP(host) !== 0 && !mayConnect(host, limits.privateAddresses)) return forbidden;
  try {
    return await askOnce(url, limits, signal);
  } catch (error) {
    if (error instanceof Forbidden) return forbidden;
    return { kind: 'failed', why: signal.aborted ? timedOut(limits) : whyOf(error) };
  }
}

function askOnce(url: URL, limits: Limits, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'GET',
        agent: false,
        signal,
        lookup: guarded(limits.privateAddresses),
        maxHeaderSize: 16_384,
        headers: {
          'user-agent': USER_AGENT,
          accept: 'text/html,text/plain;q=0.9,*/*;q=0.1',
          'accept-encoding': 'identity',
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        const done = (): void => {
          resolve({
            kind: 'answered',
            status: response.statusCode ?? 0,
            location: response.headers.location,
            type: response.headers['content-type'] ?? '',
            body: Buffer.concat(parts).subarray(0, limits.size),
          });
        };
        response.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size < limits.size) return;
          done();
          request.destroy();
        });
        response.on('end', done);
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** Looks a name up and refuses the addresses that may not be connected to. */
function guarded(privateAddresses: boolean): LookupFunction {
  return (name, options, callback) => {
    lookUp(name, { ...options, all: true }, (error, found) => {
      if (error) {
        callback(error, '');
        return;
      }
      const allowed = found.filter(({ address }) => mayConnect(address, privateAddresses));
      const [first] = allowed;
      if (first === undefined) callback(new Forbidden(), '');
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function timedOut({ timeout }: Limits): string {
  return `${String(timeout / 1000)}秒内没有打开`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: '域名解析不了',
  EAI_AGAIN: '域名解析不了',
  ECONNREFUSED: '服务器拒绝连接',
  ECONNRESET: '连接被断开',
  EPIPE: '连接被断开',
  EHOSTUNREACH: '连不上服务器',
  ENETUNREACH: '连不上服务器',
  ETIMEDOUT: '连不上服务器',
  CERT_HAS_EXPIRED: '网站证书已过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '网站证书是自签的',
  SELF_SIGNED_CERT_IN_CHAIN: '网站证书是自签的',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '网站证书不完整',
  ERR_TLS_CERT_ALTNAME_INVALID: '网站证书与域名不符',
};

/** What went wrong with a connection, in Chinese. */
export function whyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ??
    `无法打开${code === '' ? '' : `（${code}）`}`
  );
}
