/** Git over HTTP as a small office would run it: basic sign-in, `git http-backend`, nothing else. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gitEnv } from './depot.ts';

/** Every account of the test signs in with its own name as the password, so that a wrong one can be tried. */
export class GitServer {
  readonly #server: Server;
  readonly #root: string;
  readonly #env: Record<string, string>;

  /** Serves the repositories below `root`; `env` is added to what the hooks see. */
  constructor(root: string, env: Record<string, string> = {}) {
    this.#root = root;
    this.#env = env;
    this.#server = createServer((request, response) => {
      this.#serve(request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The address of a repository for an account. */
  address(repository: string, account: string, password = account): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://${account}:${password}@127.0.0.1:${String(port)}/${repository}`;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const user = signedIn(request);
    if (user === undefined) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="ledger"' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { headers } = request;
    const child = spawn('git', ['http-backend'], {
      env: {
        ...gitEnv(this.#root),
        ...this.#env,
        GIT_COMMITTER_NAME: user,
        GIT_COMMITTER_EMAIL: `${user}@http.127.0.0.1`,
        GIT_PROJECT_ROOT: this.#root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: headers['content-type'] ?? '',
        ...(headers['content-length'] ? { CONTENT_LENGTH: headers['content-length'] } : {}),
        ...(headers['content-encoding']
          ? { HTTP_CONTENT_ENCODING: headers['content-encoding'] }
          : {}),
        GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
        REMOTE_USER: user,
        REMOTE_ADDR: '127.0.0.1',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    request.pipe(child.stdin);
    // Git may stop reading before the client has sent everything.
    child.stdin.on('error', () => undefined);
    answer(child.stdout, response);
  }
}

/** Takes the headers off a CGI answer and passes the rest on. */
function answer(stdout: NodeJS.ReadableStream, response: ServerResponse): void {
  let head = Buffer.alloc(0);
  let isOpen = false;
  stdout.on('data', (chunk: Buffer) => {
    if (isOpen) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    isOpen = true;
    const lines = head.toString('latin1', 0, end).split('\r\n');
    const fields = lines.map((line) => line.split(': ') as [string, string]);
    const status = fields.find(([name]) => name === 'Status')?.[1] ?? '200';
    response.writeHead(
      Number.parseInt(status, 10),
      Object.fromEntries(fields.filter(([name]) => name !== 'Status')),
    );
    response.write(head.subarray(end + 4));
  });
  stdout.on('end', () => response.end());
}

function signedIn({ headers }: IncomingMessage): string | undefined {
  const [, encoded = ''] = /^Basic (.+)$/u.exec(headers.authorization ?? '') ?? [];
  const [user, password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return user !== undefined && user !== '' && user === password ? user : undefined;
}
