/**
 * 保存: decap-server behind a lock. It asks nobody who they are, so whatever a browser of this machine has open could
 * write through it: the desk's own pages know a token that is made anew at every start, and must say where they are from.
 * Run as a program it is decap-server itself, which answers nobody without the token.
 */
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { hostsOf, isOurHost } from './guard.ts';
import { type Besides, refuse } from './static.ts';

const HEADER = 'x-ledger-token';

/** Most bytes of a saved form: ten pictures and its words. */
const LARGEST = 50 * 1024 * 1024;

/** Passes what the form of the site saves at `path` on to decap-server, and refuses what comes from elsewhere. */
export function passOn(path: string, token: string, port: number): Besides {
  const hosts = hostsOf('127.0.0.1', []);
  return (request, response) => {
    if (request.url !== path) return false;
    const words = wrongWith(request, hosts);
    if (words === undefined) forward(request, response, token, port);
    else refuse(response, { status: 403, words });
    return true;
  };
}

function wrongWith(request: IncomingMessage, hosts: ReadonlySet<string>): string | undefined {
  const { method, headers } = request;
  if (!isOurHost(request, hosts)) return '这台服务器不叫这个名字';
  if (method !== 'POST') return '只收表单保存的内容';
  if (headers.origin !== `http://${headers.host ?? ''}`) return '只收本站页面保存的内容';
  if (!/^application\/json\b/iu.test(headers['content-type'] ?? '')) return '内容不是表单保存的';
  const length = Number(headers['content-length'] ?? Number.NaN);
  return length >= 0 && length <= LARGEST ? undefined : '内容没有写明大小，或超过 50 MB';
}

function forward(request: IncomingMessage, response: ServerResponse, token: string, port: number) {
  const onward = http.request(
    {
      host: '127.0.0.1',
      port,
      path: '/api/v1',
      method: 'POST',
      headers: {
        [HEADER]: token,
        'content-type': 'application/json',
        'content-length': request.headers['content-length'] ?? '0',
      },
    },
    (answer) => {
      const type = answer.headers['content-type'] ?? 'application/json';
      response.writeHead(answer.statusCode ?? 502, { 'content-type': type });
      answer.pipe(response);
    },
  );
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else refuse(response, { status: 502, words: '填报服务没有回答' });
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** decap-server makes its server through this function: what has no token does not come near it. */
function locked(token: string, create: typeof http.createServer): typeof http.createServer {
  return ((listener: RequestListener) =>
    create((request: IncomingMessage, response: ServerResponse) => {
      if (request.headers[HEADER] === token) listener(request, response);
      else refuse(response, { status: 403, words: '没有令牌' });
    })) as typeof http.createServer;
}

if (import.meta.main) {
  const token = process.env['LEDGER_SAVER_TOKEN'];
  if (!token) throw new Error('LEDGER_SAVER_TOKEN is not set');
  http.createServer = locked(token, http.createServer);
  createRequire(import.meta.url)('decap-server');
}
