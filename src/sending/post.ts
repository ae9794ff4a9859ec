/** 投递: one bounded POST of JSON. It follows no redirect and tells what surely did not arrive from what nobody knows. */
import http from 'node:http';
import https from 'node:https';
import { whyOf } from '../probe/fetch.ts';

export type Posted =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  /** Nothing left this machine whole. */
  | { readonly kind: 'unsent'; readonly why: string }
  /** It was sent, and no answer came. */
  | { readonly kind: 'unanswered'; readonly why: string };

/** Of an answer, in bytes: robots answer with a line. */
const LARGEST = 65_536;

/** Posts once within `timeout` milliseconds. Never throws for what the network does. */
export function postOnce(
  url: URL,
  body: object,
  headers: Readonly<Record<string, string>>,
  timeout: number,
): Promise<Posted> {
  const signal = AbortSignal.timeout(timeout);
  return new Promise((resolve) => {
    let isSent = false;
    const fail = (error: unknown): void => {
      const why = signal.aborted ? `${String(timeout / 1000)}秒内没有回答` : whyOf(error);
      resolve({ kind: isSent ? 'unanswered' : 'unsent', why });
    };
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        maxHeaderSize: 16_384,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        const done = (): void => {
          const text = Buffer.concat(parts).subarray(0, LARGEST).toString('utf8');
          resolve({ kind: 'answered', status: response.statusCode ?? 0, body: text });
        };
        response.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size < LARGEST) return;
          done();
          request.destroy();
        });
        response.on('end', done);
        response.on('error', fail);
      },
    );
    request.on('finish', () => (isSent = true));
    request.on('error', fail);
    request.end(JSON.stringify(body));
  });
}
