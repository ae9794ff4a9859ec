/** A static server over a built site, on a random loopback port, compressed as a real one would be. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import sirv from 'sirv';

export interface Server {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  origin: string;
  /** The address of a file of the site, such as `units/index.html`. */
  url(file: string): string;
  close(): Promise<void>;
}

/** What a server compresses; other files are compressed already. */
const compressible: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain;charset=utf-8',
  '.ics': 'text/calendar;charset=utf-8',
  '.csv': 'text/csv;charset=utf-8',
};

/**
 * Serves `folder` below `base` (such as `/a/b/`); whatever lies outside it is not there.
 * An unknown address answers 404 with the site's 404.html.
 */
export async function serve(folder: string, base = '/'): Promise<Server> {
  const files = sirv(folder, { dev: true, etag: false });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    const inside = `/${pathname.slice(base.length)}`;
    if (sendCompressed(folder, inside, request, response)) return;
    request.url = inside;
    files(request, response, () => {
      sendMissing(folder, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    origin,
    url: (file) => `${origin}${base}${file}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  };
}

function sendCompressed(
  folder: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (!/\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')) return false;
  const name = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const file = path.join(folder, path.posix.normalize(name));
  const type = compressible[path.extname(file)];
  if (type === undefined || !existsSync(file) || !statSync(file).isFile()) return false;
  const body = gzip(readFileSync(file));
  response
    .writeHead(200, {
      'content-type': type,
      'content-encoding': 'gzip',
      'content-length': body.length,
      'cache-control': 'no-cache',
    })
    .end(body);
  return true;
}

function sendMissing(folder: string, response: ServerResponse): void {
  const page = path.join(folder, '404.html');
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : '');
}

/** Bytes as gzip sends them, at the level servers use. */
export function gzip(bytes: Buffer): Buffer {
  return gzipSync(bytes, { level: constants.Z_DEFAULT_COMPRESSION });
}

/** What a file weighs over the wire, in bytes: gzipped when a server would. */
export function wireSize(file: string): number {
  const bytes = readFileSync(file);
  return path.extname(file) in compressible ? gzip(bytes).length : bytes.length;
}
