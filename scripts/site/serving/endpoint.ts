/**
 * 收件口: `api/report` of the office's own site. Any page that is open in a browser of this machine, and any program on it,
 * can ask here: the request must come from a page of this site, under a name of this site, as JSON of a bearable size, by
 * somebody whom the key of this start or the office's gateway vouches for. What it says is then judged by the review.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { LARGEST_REPORT, type SentReport } from '../../../src/form/send/endpoint.ts';
import type { Hindrance } from '../../../src/form/submission.ts';
import { plain } from '../../../src/text/plain.ts';
import { unseenIn } from '../../../src/text/unseen.ts';
import { isOurHost } from './guard.ts';
import type { Taken } from '../desk/report-in.ts';
import type { Besides } from './static.ts';

/** The header by which the gateway proves that it is the gateway. */
export const GATEWAY_HEADER = 'x-ledger-key';

export interface EndpointRefusal {
  readonly status: number;
  readonly why: Hindrance;
  readonly sentence: string;
}

/** Who asks, or why nobody may. */
export type Who = { readonly account: string } | EndpointRefusal;

export interface Endpoint {
  /** `/api/report` */
  readonly path: string;
  readonly hosts: ReadonlySet<string>;
  readonly who: (request: IncomingMessage) => Who;
  readonly take: (report: SentReport, account: string) => Promise<Taken>;
}

/** Answers the endpoint's path; everything else is left to the site. */
export function answerEndpoint({ path, hosts, who, take }: Endpoint): Besides {
  return (request, response) => {
    if (request.url !== path) return false;
    const refusal = wrongWithRequest(request, hosts);
    const asking = refusal ?? who(request);
    if (!('account' in asking)) {
      sendJson(response, asking.status, asking);
      return true;
    }
    const { account } = asking;
    if (request.method === 'GET') sendJson(response, 200, { account });
    else
      received(request)
        .then(async (report) => {
          if ('status' in report) sendJson(response, report.status, report);
          else answer(response, await take(report, account));
        })
        .catch((error: unknown) => {
          process.stderr.write(`收报送时出错：${String(error)}\n`);
          sendJson(
            response,
            500,
            endpointRefusal(500, 'offline', '服务器出错，不知道收到没有：再送一次，不会重复。'),
          );
        });
    return true;
  };
}

/** The key of this start, as a cookie that the address shown at the start has set. */
export function byKey(cookie: string, key: string, account: string): (r: IncomingMessage) => Who {
  return ({ headers }) => {
    const given = (headers.cookie ?? '')
      .split(';')
      .map((one) => one.trim().split('='))
      .find(([name]) => name === cookie)?.[1];
    return given !== undefined && isSame(given, key)
      ? { account }
      : endpointRefusal(401, 'sign-in', '这个浏览器还没有登录：用启动时显示的完整地址打开本站。');
  };
}

export interface Gateway {
  /** The header in which the gateway says who has signed in; in small letters. */
  readonly header: string;
  /** What the gateway alone knows. */
  readonly key: string;
  /** Who alone may act here; undefined for everybody whom the ledger knows. */
  readonly only: string | undefined;
}

/** The user whom the gateway has signed in. Whoever asks past the gateway is refused, whatever the header says. */
export function byGateway({ header, key, only }: Gateway): (request: IncomingMessage) => Who {
  return (request) => {
    if (!isFromGateway(request, key))
      return endpointRefusal(403, 'forbidden', '请从单位的登录入口打开本站，不能绕过去。');
    const [user = '', ...more] = valuesOf(request, header);
    if (more.length > 0 || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/u.test(user))
      return endpointRefusal(
        401,
        'sign-in',
        '登录入口没有说你是谁：重新登录；还不行请联系管理员。',
      );
    if (only !== undefined && user !== only)
      return endpointRefusal(
        403,
        'forbidden',
        `这里只供 ${only} 使用，登录的是 ${user}：换一个入口或账户。`,
      );
    return { account: user };
  };
}

export function isFromGateway(request: IncomingMessage, key: string): boolean {
  const given = valuesOf(request, GATEWAY_HEADER);
  return given.length === 1 && isSame(given[0] ?? '', key);
}

/** Every value of a header, since Node joins them. */
function valuesOf({ rawHeaders }: IncomingMessage, header: string): string[] {
  return rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === header,
  );
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What is wrong with the way a door of ours is asked, whoever asks; undefined where nothing is. */
export function wrongWithRequest(
  request: IncomingMessage,
  hosts: ReadonlySet<string>,
): EndpointRefusal | undefined {
  const { method = '', headers } = request;
  const site = headers['sec-fetch-site'];
  if (!isOurHost(request, hosts))
    return endpointRefusal(403, 'forbidden', '这台服务器不叫这个名字。');
  if (site !== undefined && site !== 'same-origin')
    return endpointRefusal(403, 'forbidden', '只收本站页面填的内容。');
  if (method === 'GET') return undefined;
  if (method !== 'POST') return endpointRefusal(405, 'refused', '只收表单填的内容。');
  const own = ['http', 'https'].map((scheme) => `${scheme}://${headers.host ?? ''}`);
  if (!own.includes(headers.origin ?? ''))
    return endpointRefusal(403, 'forbidden', '只收本站页面填的内容。');
  if (!/^application\/json(?:;|$)/iu.test(headers['content-type'] ?? ''))
    return endpointRefusal(415, 'refused', '内容不是本站的表单填的。');
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (length >= 0 && length <= LARGEST_REPORT) return undefined;
  return endpointRefusal(
    413,
    'refused',
    `佐证太大（一次最多 ${String(LARGEST_REPORT / 2 ** 20)} MB）：分几次送，或改填链接、编号。`,
  );
}

const line = z.string().max(500);
/** One look from left to right, however long it is. */
export const base64 = z
  .string()
  .refine((text) => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]|=[^=]/u.test(text));
/** Git's name of a file. */
const blob = z.string().regex(/^[0-9a-f]{40,64}$/u);
const sent = z.strictObject({
  unit: z.string().regex(/^[a-z0-9-]{1,100}$/u),
  stamp: z.string().regex(/^\d{8}-\d{6}$/u),
  title: line.min(1),
  words: z.string().max(20_000),
  files: z
    .array(z.strictObject({ path: line.min(1), base64, replaces: blob.optional() }))
    .min(1)
    .max(500),
});

/** The JSON of a body, never more of it than it announced; undefined where it is none. */
export async function jsonIn(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}

async function received(request: IncomingMessage): Promise<SentReport | EndpointRefusal> {
  const read = sent.safeParse(await jsonIn(request));
  if (!read.success)
    return endpointRefusal(400, 'refused', '内容不是本站的表单填的：刷新本页再填。');
  const strange = read.data.files.find(({ path }) => !isPlainPath(path));
  if (strange)
    return endpointRefusal(
      400,
      'refused',
      `文件名“${plain(strange.path)}”不能用：改个名字，只用字母、数字、汉字。`,
    );
  const taken = new Set(read.data.files.map(({ path }) => path.toLowerCase()));
  if (taken.size < read.data.files.length)
    return endpointRefusal(400, 'refused', '有两个文件同名：改个名字再送。');
  return read.data;
}

/** A path of plain names; the review says what may lie where. */
export function isPlainPath(path: string): boolean {
  return (
    path === path.normalize('NFC') &&
    unseenIn(path).length === 0 &&
    path.split('/').every((name) => /^[^.\s\\:*?"<>|][^\\:*?"<>|]*$/u.test(name))
  );
}

export function endpointRefusal(status: number, why: Hindrance, sentence: string): EndpointRefusal {
  return { status, why, sentence };
}

function answer(response: ServerResponse, taken: Taken): void {
  if (taken.kind === 'taken') {
    sendJson(response, 201, { number: taken.number });
    return;
  }
  const status = { offline: 503, 'sign-in': 401, forbidden: 403, refused: 422 }[taken.why];
  sendJson(response, status, { why: taken.why, sentence: taken.sentence });
}

/** Answers with JSON that nobody keeps. */
export function sendJson(response: ServerResponse, status: number, data: object): void {
  // What was not read of a refused request is not waited for.
  if (status >= 400) response.setHeader('Connection', 'close');
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(data));
}
