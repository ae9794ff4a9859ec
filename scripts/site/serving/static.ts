/**
 * 静态网站: the files of one folder over HTTP, behind the guard. Each file is opened once and looked at through what was
 * opened, so that a folder may change places with a new one in the middle; nothing outside the folder is read, whatever
 * links lie in it.
 */
import { constants, existsSync } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mimes } from 'mrmime';
import { hostsOf, byteRange, type RequestRefusal, refusalOf, segmentsOf } from './guard.ts';

/**
 * How long somebody is waited for who does not finish a request, does not read an answer, or asks nothing on a
 * connection that is kept, in milliseconds.
 */
interface Patience {
  readonly head: number;
  readonly request: number;
  readonly idle: number;
  readonly kept: number;
}
const PATIENCE: Patience = { head: 10_000, request: 15_000, idle: 30_000, kept: 5000 };
/**
 * Where reviews, merges and papers are made in the process that answers, nobody is heard meanwhile: on a slow machine
 * with a long queue that takes longer than a stranger's half-sent request deserves, and a request that came on a kept
 * connection meanwhile would find it closed.
 */
export const BUSY_PATIENCE: Patience = {
  head: 120_000,
  request: 300_000,
  idle: 120_000,
  kept: 300_000,
};
const MOST_CONNECTIONS = 500;

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
};

/** Answers what is not a file of the site and returns true, or leaves it. */
export type Besides = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface Served {
  /** The address on which the server will listen. */
  readonly address?: string;
  /** Further names under which it may be asked. */
  readonly names?: readonly string[];
  readonly besides?: Besides;
  /** More of it where the process has other work, during which nobody is heard. */
  readonly patience?: Patience;
  /** The path below which the site stands, with a slash at both ends. */
  readonly base?: string;
}

/** A server of the static site in `folder`; what is not found gets the site's own 404 page. */
export function siteServer(
  folder: string,
  { address = '127.0.0.1', names = [], besides, base = '/', patience = PATIENCE }: Served = {},
): Server {
  const hosts = hostsOf(address, names);
  const server = createServer(
    {
      headersTimeout: patience.head,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.kept,
      connectionsCheckingInterval: 2000,
      maxHeaderSize: 8192,
    },
    (request, response) => {
      request.on('error', () => undefined);
      response.on('error', () => undefined);
      for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
      if (besides?.(request, response) === true) {
        untilAnswered(request, response, patience.idle);
        return;
      }
      const refusal = refusalOf(request, hosts);
      if (refusal !== undefined) refuseRequest(response, refusal);
      else
        answer({ folder, base }, request, response).catch(() => {
          if (response.headersSent) response.destroy();
          else refuseRequest(response, { status: 503, words: '文件一时读不出来，请再试一次' });
        });
    },
  );
  server.setTimeout(patience.idle);
  server.maxConnections = MOST_CONNECTIONS;
  server.maxRequestsPerSocket = 1000;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  return server;
}

/** Whoever waits for an answer is not idle, however long it takes to be made. */
function untilAnswered(request: IncomingMessage, response: ServerResponse, idle: number): void {
  if (response.writableEnded) return;
  const { socket } = request;
  socket.setTimeout(0);
  // What is said is read, or not.
  response.once('prefinish', () => socket.setTimeout(idle));
}

/** Refuses in one sentence; whatever else the client was about to send is not read. */
export function refuseRequest(
  response: ServerResponse,
  { status, words, headers = {} }: RequestRefusal,
): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
    ...headers,
  });
  response.end(`${words}\n`);
}

async function answer(
  { folder, base }: { folder: string; base: string },
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = request.url ?? '';
  const isBelow = url.startsWith(base);
  if (!isBelow && [base.slice(0, -1), '/'].includes(url)) {
    response.writeHead(308, { Location: base }).end();
    return;
  }
  const named = segmentsOf(isBelow ? url.slice(base.length - 1) : url);
  const segments = isBelow || named === 'malformed' ? named : undefined;
  if (segments === 'malformed') {
    refuseRequest(response, { status: 400, words: '地址写得不对' });
    return;
  }
  const found = segments && (await find(folder, segments));
  if (found === 'folder') {
    const path = (segments ?? []).map(encodeURIComponent).join('/');
    response.writeHead(308, { Location: `${base}${path}/` }).end();
  } else if (found) await send(found, request, response, 200);
  else {
    const missing = await openFile(folder, '404.html');
    if (missing) await send(missing, request, response, 404);
    else refuseRequest(response, { status: 404, words: '没有这一页' });
  }
}

interface Found {
  readonly handle: FileHandle;
  readonly name: string;
}

/** The file that an address means: itself, the index of its folder, or the page of that name. */
async function find(
  folder: string,
  segments: readonly string[],
): Promise<Found | 'folder' | undefined> {
  const path = segments.join('/');
  if (path === '' || path.endsWith('/')) return openFile(folder, `${path}index.html`);
  const found = (await openFile(folder, path)) ?? (await openFile(folder, `${path}.html`));
  if (found) return found;
  return existsSync(join(folder, path, 'index.html')) ? 'folder' : undefined;
}

/** Opens a regular file that really lies inside the folder; undefined where there is none that may be read. */
async function openFile(folder: string, path: string): Promise<Found | undefined> {
  let handle: FileHandle | undefined;
  try {
    const root = await realpath(folder);
    const real = await realpath(join(root, path));
    if (!real.startsWith(root + sep)) return undefined;
    // A pipe would be waited for, and a link may have been put there meanwhile.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    handle = await open(real, flags);
    if ((await handle.stat()).isFile()) return { handle, name: path };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EMFILE', 'ENFILE', 'EIO'].includes(code)) throw error;
  }
  await handle?.close();
  return undefined;
}

async function send(
  { handle, name }: Found,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  status: number,
): Promise<void> {
  try {
    const { size, mtimeMs } = await handle.stat();
    const etag = `W/"${String(size)}-${String(Math.trunc(mtimeMs))}"`;
    response.setHeader('Content-Type', typeOf(name));
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', etag);
    response.setHeader('Accept-Ranges', 'bytes');
    if (status === 200 && headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    // A weak tag never matches If-Range: who asks so gets the whole file.
    const wanted = method === 'GET' && status === 200 && headers['if-range'] === undefined;
    const part = wanted ? byteRange(headers.range, size) : undefined;
    if (part === 'unsatisfiable') {
      response.writeHead(416, { 'Content-Range': `bytes */${String(size)}` }).end();
      return;
    }
    const { first, last } = part ?? { first: 0, last: size - 1 };
    if (part)
      response.setHeader('Content-Range', `bytes ${String(first)}-${String(last)}/${String(size)}`);
    response.writeHead(part ? 206 : status, { 'Content-Length': last - first + 1 });
    if (method === 'HEAD' || last < first) response.end();
    else
      await pipeline(
        handle.createReadStream({ start: first, end: last, autoClose: false }),
        response,
      );
  } finally {
    await handle.close();
  }
}

function typeOf(name: string): string {
  const end = extname(name).slice(1).toLowerCase();
  const type = Object.hasOwn(mimes, end) ? mimes[end] : undefined;
  if (type === undefined) return 'application/octet-stream';
  return /^text\/|\bjson$|\bxml$|javascript$/u.test(type) ? `${type};charset=utf-8` : type;
}
