/**
 * 仿的代码托管平台: the few calls that a sender makes, answered from real bare repositories. An emulation: what it refuses
 * is what the documentation of a forge says that it refuses. Connections can be cut before or after any call.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Review, review } from '../../../src/review/review.ts';
import { Depot, type Entries } from '../../git/depot.ts';

export interface Call {
  readonly method: string;
  /** Decoded, below the interface's address. */
  readonly path: string;
  /** As it was written: GitLab puts whole paths into one part. */
  readonly raw: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly as: string;
}

export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Asked {
  readonly number: number;
  readonly title: string;
  readonly words: string;
  readonly by: string;
  /** `owner/name` of the repository that holds the branch. */
  readonly from: string;
  readonly branch: string;
  readonly head: string;
  /** As GitLab and Gitee have it; the others say it in their way. */
  state: 'open' | 'closed' | 'merged';
}

export const REPOSITORY = 'shili/ledger';

export abstract class EmulatedForge {
  /** `owner/name` → the repository; forks join it. */
  readonly depots = new Map<string, Depot>();
  readonly requests: Asked[] = [];
  /** Accounts that may push; everybody else who signs in may read. */
  readonly writers: ReadonlySet<string>;
  /** METHOD path of every call that came through. */
  readonly calls: string[] = [];
  /** Cuts the next call that matches: before it is looked at, or when it is done and not answered yet. */
  cut: { when: 'before' | 'after'; call: RegExp } | undefined;
  readonly #server: Server;

  constructor(first: (depot: Depot) => string, writers: readonly string[]) {
    this.writers = new Set(writers);
    const depot = new Depot();
    depot.branch('main', first(depot));
    this.depots.set(REPOSITORY, depot);
    this.#server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      request.on('end', () => {
        this.#answer(request, response, text);
      });
    });
  }

  /** Where the interface begins, as `/api/v1`. */
  abstract readonly root: string;
  /** What a call is answered with: a status and data. Throws Refusal. */
  abstract said(call: Call): [status: number, data: unknown];

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
    for (const depot of this.depots.values()) depot.remove();
  }

  #answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const raw = url.pathname.slice(this.root.length);
    const call: Call = {
      method: request.method ?? '',
      path: decodeURIComponent(raw),
      raw,
      query: url.searchParams,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      as: /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '',
    };
    const name = `${call.method} ${call.path}`;
    const cut = this.cut?.call.test(name) === true ? this.cut.when : undefined;
    if (cut !== undefined) this.cut = undefined;
    if (cut === 'before') {
      response.destroy();
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    try {
      if (call.as === '' || call.as === 'expired') throw new Refusal(401, 'token is required');
      this.calls.push(name);
      const [status, data] = this.said(call);
      if (cut === 'after') response.destroy();
      else response.writeHead(status).end(JSON.stringify(data));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (cut === 'after') response.destroy();
      else response.writeHead(error.status).end(JSON.stringify({ message: error.message }));
    }
  }

  depot(repository = REPOSITORY): Depot {
    const found = this.depots.get(repository);
    if (found === undefined) throw new Refusal(404, 'no such repository');
    return found;
  }

  mayPush(account: string, repository = REPOSITORY): boolean {
    return this.writers.has(account) || repository.startsWith(`${account}/`);
  }

  tip(branch: string, repository = REPOSITORY): string {
    const found = this.depot(repository).git(
      'for-each-ref',
      '--format=%(objectname)',
      `refs/heads/${branch}`,
    );
    if (!/^[0-9a-f]{40}$/u.test(found)) throw new Refusal(404, 'no such branch');
    return found;
  }

  isThere(branch: string, repository = REPOSITORY): boolean {
    try {
      return this.tip(branch, repository) !== '';
    } catch {
      return false;
    }
  }

  /** The hash of a file on a branch. Throws Refusal. */
  blob(branch: string, path: string, repository = REPOSITORY): string {
    const depot = this.depot(repository);
    const found = depot.git('ls-tree', '--object-only', this.tip(branch, repository), '--', path);
    if (found === '') throw new Refusal(404, 'no such file');
    return found;
  }

  /** A commit on a branch by whoever asks; main takes none. Throws Refusal. */
  write(
    { as, body }: Call,
    { repository, branch, from }: { repository: string; branch: string; from: string },
    files: Readonly<Record<string, string>>,
    rewritten: readonly string[] = [],
  ): string {
    if (!this.mayPush(as, repository)) throw new Refusal(403, 'no write access');
    if (branch === 'main') throw new Refusal(403, 'branch main is protected');
    const depot = this.depot(repository);
    for (const path of Object.keys(files))
      if (
        (depot.git('ls-tree', '--object-only', from, '--', path) !== '') !==
        rewritten.includes(path)
      )
        throw new Refusal(422, 'file already exists, or does not');
    const entries: Entries = Object.fromEntries(
      Object.entries(files).map(([path, base64]) => [path, Buffer.from(base64, 'base64')]),
    );
    const message = String(body['message'] ?? body['commit_message']);
    const made = depot.commit(from, entries, { as, message, at: new Date().toISOString() });
    depot.branch(branch, made);
    return made;
  }

  /** A fork, as `owner/name`. */
  fork(account: string): string {
    const name = `${account}/ledger`;
    if (!this.depots.has(name)) {
      const depot = new Depot();
      depot.git('fetch', '--quiet', this.depot().dir, 'main:main');
      this.depots.set(name, depot);
    }
    return name;
  }

  /** Brings the main branch of a fork to the ledger's. */
  follow(repository: string): void {
    this.depot(repository).git('fetch', '--quiet', this.depot().dir, '+main:main');
  }

  ask(one: Omit<Asked, 'number' | 'head' | 'state'>): Asked {
    const waiting = this.requests.filter(({ state }) => state === 'open');
    if (waiting.some(({ from, branch }) => from === one.from && branch === one.branch))
      throw new Refusal(409, 'request already exists');
    const number = this.requests.length + 1;
    const head = this.tip(one.branch, one.from);
    const ref = `+refs/heads/${one.branch}:refs/pull/${String(number)}/head`;
    this.depot().git('fetch', '--quiet', this.depot(one.from).dir, ref);
    const asked: Asked = { ...one, number, head, state: 'open' };
    this.requests.push(asked);
    return asked;
  }

  /** Ends a request and takes its branch away, as people do with a button. */
  end(asked: Asked, state: 'closed' | 'merged'): void {
    asked.state = state;
    this.depot(asked.from).git('update-ref', '-d', `refs/heads/${asked.branch}`);
  }

  /** What the required check says of a request: the review that the workflow runs. */
  check({ head, by }: Asked, today: string, prefix = 'content/'): Review {
    return review({
      repository: this.depot().dir,
      prefix,
      base: this.tip('main'),
      head,
      author: by,
      actor: by,
      today,
    });
  }

  /** Branches beside main, of all repositories. */
  branches(): string[] {
    return [...this.depots].flatMap(([repository, depot]) =>
      depot
        .git('for-each-ref', '--format=%(refname:short)', 'refs/heads')
        .split('\n')
        .filter((name) => name !== 'main' && name !== '')
        .map((name) => join(repository, name)),
    );
  }
}
