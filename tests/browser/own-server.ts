/** A server on this machine with one page and the answers that a test lays out: scripts of the desk ask it for real. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

interface Asked {
  /** `POST /api/x`. */
  readonly what: string;
  /** What was sent as JSON; undefined where nothing was. */
  readonly body: unknown;
}

interface OwnServer {
  /** Ends in a slash; asked for within tests. */
  readonly address: () => string;
  /** Lays out the page. */
  readonly page: (html: string) => void;
  /** Lays out the answer to `GET /api/x`; `drop` breaks the line. */
  readonly answers: (what: string, status: number, data: unknown) => void;
  readonly drop: (what: string) => void;
  /** What was asked of the page's own doors since the test began. */
  readonly asked: Asked[];
}

/** Starts it before the tests of the file that calls and stops it behind them; answers are forgotten before each test. */
export function ownServer(): OwnServer {
  let server: Server;
  let html = '';
  const laid = new Map<string, { status: number; data: unknown } | 'dropped'>();
  const asked: Asked[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const what = `${request.method ?? ''} ${request.url ?? ''}`;
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        if (what === 'GET /') {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(`<!doctype html><meta charset="utf-8"><body>${html}`);
          return;
        }
        asked.push({ what, body: body === '' ? undefined : (JSON.parse(body) as unknown) });
        const answer = laid.get(what);
        if (answer === 'dropped') request.socket.destroy();
        else {
          response.writeHead(answer?.status ?? 404, { 'Content-Type': 'application/json' });
          response.end(answer?.data === undefined ? '' : JSON.stringify(answer.data));
        }
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  beforeEach(() => {
    laid.clear();
    asked.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    address: () => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    page: (given) => {
      html = given;
    },
    answers: (what, status, data) => void laid.set(what, { status, data }),
    drop: (what) => void laid.set(what, 'dropped'),
    asked,
  };
}
