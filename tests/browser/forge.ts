/**
 * 仿的 Forgejo: the few calls that the form makes, answered from a real bare repository, with main protected as
 * docs/forges.md says. It is an emulation: what it refuses is what a forge that is set up so refuses.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { review } from '../../src/review/review.ts';
import { Depot, type Entries } from '../git/depot.ts';

export interface Pull {
  number: number;
  title: string;
  state: 'open' | 'closed';
  user: { login: string };
  head: { ref: string; sha: string; label: string };
  labels: { id: number; name: string }[];
}

interface Call {
  readonly method: string;
  /** Below /api/v1/repos/OWNER/NAME, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  /** Who asks. */
  readonly as: string;
}

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const SHA = '[0-9a-f]{40}';

export class Forge {
  readonly depot = new Depot();
  readonly pulls: Pull[] = [];
  /** Whoever is signed in on the forge in this browser. */
  account = '';
  /** Every call that was refused: who, what, status. */
  readonly refusals: string[] = [];
  readonly #labels: { id: number; name: string }[] = [];
  readonly #challenges = new Map<string, string>();
  readonly #server: Server;
  readonly #reviewers: readonly string[];
  readonly #today: string;

  /** `today` is the day in China on which the required check runs. */
  constructor(reviewers: readonly string[], today: string) {
    this.#reviewers = reviewers;
    this.#today = today;
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      request.on('end', () => {
        this.#answer(request, response, body);
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
    this.depot.remove();
  }

  #answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
    response.setHeader('Access-Control-Allow-Methods', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (url.pathname === '/login/oauth/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      this.#challenges.set(this.account, url.searchParams.get('code_challenge') ?? '');
      back.searchParams.set('code', this.account);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { Location: back.href }).end();
      return;
    }
    const as = /^token (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const path = decodeURIComponent(url.pathname);
    response.setHeader('Content-Type', 'application/json');
    try {
      const method = request.method ?? '';
      const said = this.#said({ method, path, query: url.searchParams, body, as });
      response.end(JSON.stringify(said ?? {}));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status !== 404)
        this.refusals.push(`${as} ${request.method ?? ''} ${path} ${String(error.status)}`);
      response.writeHead(error.status);
      response.end(JSON.stringify({ message: error.message }));
    }
  }

  #said(call: Call): unknown {
    if (call.path === '/login/oauth/access_token') return this.#token(call.body);
    if (call.as === '') throw new Refusal(401, 'token is required');
    if (call.path === '/api/v1/user')
      return { login: call.as, full_name: call.as, email: `${call.as}@example.invalid` };
    const path = call.path.replace(/^\/api\/v1\/repos\/[^/]+\/[^/]+/u, '');
    if (path === '') return { owner: { login: 'shili' }, permissions: { push: true } };
    const [, kind = '', ...rest] = path.split('/');
    const name = rest.join('/');
    switch (`${call.method} ${kind}`) {
      case 'GET branches':
        return { name, commit: { id: this.#tip(name) } };
      case 'POST branches':
        return this.#open(call);
      case 'DELETE branches': {
        this.#remove(name);
        return;
      }
      case 'GET git':
        return this.#object(name);
      case 'GET contents':
        return { sha: this.#blob(call.query.get('ref') ?? 'main', name) };
      case 'POST contents':
        return this.#write(call);
      case 'GET commits':
        return [{ commit: { author: { name: '示例', date: '2026-06-01T00:00:00Z' } } }];
      case 'GET compare':
        return this.#compare(name);
      case 'GET labels':
        return this.#labels;
      case 'POST labels':
        return this.#label(String(call.body['name']));
      case 'PUT issues':
        return this.#mark(name, call.body['labels'] as number[]);
      case 'GET pulls':
        return this.pulls.filter(({ state }) => state === (call.query.get('state') ?? 'open'));
      case 'POST pulls':
        return name === '' ? this.#propose(call) : this.#merge(name, call.as);
      default:
        throw new Refusal(404, `${call.method} ${path}`);
    }
  }

  #token({ code, code_verifier: verifier }: Record<string, unknown>) {
    const hash = createHash('sha256').update(String(verifier)).digest('base64url');
    if (hash !== this.#challenges.get(String(code))) throw new Refusal(400, 'bad code verifier');
    return { access_token: code, token_type: 'bearer' };
  }

  #tip(branch: string): string {
    const found = this.depot.git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`);
    if (!new RegExp(`^${SHA}$`, 'u').test(found)) throw new Refusal(404, 'no such branch');
    return found;
  }

  #open({ body }: Call) {
    const name = String(body['new_branch_name']);
    this.depot.branch(name, this.#tip(String(body['old_ref_name'])));
    return { name };
  }

  #remove(name: string) {
    this.depot.git('update-ref', '-d', `refs/heads/${name}`);
  }

  #object(name: string) {
    const [kind = '', sha = ''] = name.split('/');
    if (kind === 'blobs')
      return { content: this.depot.bytes(sha).toString('base64'), encoding: 'base64' };
    const lines = this.depot.git('-c', 'core.quotepath=false', 'ls-tree', '-r', '-l', sha);
    return {
      tree: lines.split('\n').map((line) => {
        const [, type = '', object = '', size = '', path = ''] =
          /^\d+ (\w+) (\w+) +(\S+)\t(.+)$/u.exec(line) ?? [];
        return { path, type, sha: object, size: Number(size) };
      }),
    };
  }

  #blob(ref: string, path: string): string {
    const found = this.depot.git('ls-tree', '--object-only', this.#tip(ref), '--', path);
    if (found === '') throw new Refusal(404, 'no such file');
    return found;
  }

  /** Commits to a branch. Main takes nothing but merges, whoever asks. */
  #write({ body, as }: Call) {
    const branch = String(body['branch']);
    if (branch === 'main') throw new Refusal(403, 'branch main is protected');
    const files = body['files'] as { operation: string; path: string; content: string }[];
    const entries: Entries = Object.fromEntries(
      files.map(({ path, content }) => [path, Buffer.from(content, 'base64')]),
    );
    const at = new Date().toISOString();
    const commit = this.depot.commit(this.#tip(branch), entries, { as, at });
    this.depot.branch(branch, commit);
    const pull = this.pulls.find(({ head }) => head.ref === branch);
    if (pull) pull.head.sha = commit;
    return { commit: { sha: commit } };
  }

  #compare(name: string) {
    const [from = '', to = ''] = name.split('...').map((one) => one.replace(/^shili:/u, ''));
    const range = `${this.#tip(from)}...${this.#tip(to)}`;
    const lines = this.depot.git('-c', 'core.quotepath=false', 'diff', '--name-only', range);
    const files = lines.split('\n').filter(Boolean);
    return {
      commits: [],
      files: files.map((filename) => ({
        filename,
        status: 'added',
        sha: this.#blob(to, filename),
      })),
    };
  }

  #label(name: string) {
    const label = { id: this.#labels.length + 1, name };
    this.#labels.push(label);
    return label;
  }

  #mark(name: string, labels: readonly number[]) {
    const pull = this.#pull(name.split('/')[0] ?? '');
    pull.labels = this.#labels.filter(({ id }) => labels.includes(id));
    return pull.labels;
  }

  #pull(number: string): Pull {
    const found = this.pulls.find((pull) => String(pull.number) === number);
    if (found === undefined) throw new Refusal(404, 'no such pull request');
    return found;
  }

  #propose({ body, as }: Call): Pull {
    const label = String(body['head']);
    const ref = label.replace(/^shili:/u, '');
    const pull: Pull = {
      number: this.pulls.length + 1,
      title: String(body['title']),
      state: 'open',
      user: { login: as },
      head: { ref, sha: this.#tip(ref), label },
      labels: [],
    };
    this.pulls.push(pull);
    return pull;
  }

  /** What the required check says of a proposal: the same review that the workflow runs. */
  check({ head, user }: Pull) {
    return review({
      repository: this.depot.dir,
      prefix: 'content/',
      base: this.#tip('main'),
      head: head.sha,
      author: user.login,
      actor: user.login,
      today: this.#today,
    });
  }

  /** Only a reviewer who is not the author merges, and only what the check has passed. */
  #merge(name: string, as: string) {
    const pull = this.#pull(name.split('/')[0] ?? '');
    if (!this.#reviewers.includes(as) || pull.user.login === as)
      throw new Refusal(405, 'not enough approvals');
    if (!this.check(pull).ok) throw new Refusal(405, 'required check failed');
    const main = this.#tip('main');
    const tree = this.depot.git('merge-tree', '--write-tree', main, pull.head.sha);
    const parents = ['-p', main, '-p', pull.head.sha];
    this.depot.branch('main', this.depot.git('commit-tree', ...parents, '-m', '收件', tree));
    pull.state = 'closed';
    return {};
  }
}
