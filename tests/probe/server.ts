/** A small website on this machine, with what it was asked for. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmallSite {
  readonly url: string;
  readonly port: number;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
  readonly agents: Set<string>;
  readonly close: () => Promise<void>;
}

/** Serves `routes` by path; everything else is 404. */
export async function smallSite(
  routes: Readonly<Record<string, (response: http.ServerResponse) => void>>,
): Promise<SmallSite> {
  const asked: string[] = [];
  const agents = new Set<string>();
  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    agents.add(request.headers['user-agent'] ?? '');
    const route = routes[path];
    if (route) route(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    port,
    asked,
    agents,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export const html =
  (body: string | Buffer, type = 'text/html; charset=utf-8') =>
  (response: http.ServerResponse): void => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };

export const redirect =
  (to: string) =>
  (response: http.ServerResponse): void => {
    response.writeHead(302, { location: to }).end();
  };
