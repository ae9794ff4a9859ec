/** 仿的 GitHub（REST，Git 数据接口）. */
import { type Asked, type Call, EmulatedForge, Refusal, REPOSITORY } from './emulated.ts';
import { headOf } from './gitea.ts';

export class EmulatedGithub extends EmulatedForge {
  readonly root: string = '';

  said(call: Call): [number, unknown] {
    const { method, path, body, as, query } = call;
    if (path === '/user') return [200, { login: as }];
    const [, repository = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)\/?(.*)$/u.exec(path) ?? [];
    const [kind = '', ...more] = rest.split('/');
    switch (`${method} ${kind}`) {
      case 'GET ':
        this.depot(repository);
        return [
          200,
          { full_name: repository, permissions: { push: this.mayPush(as, repository) } },
        ];
      case 'POST forks':
        return [202, { full_name: this.fork(as), owner: { login: as } }];
      case 'POST merge-upstream':
        this.follow(repository);
        return [200, {}];
      case 'GET contents':
        return [200, { sha: this.blob(query.get('ref') ?? 'main', more.join('/'), repository) }];
      case 'GET git':
      case 'POST git':
        return this.#git(call, repository, more);
      case 'GET pulls':
        return [
          200,
          this.requests
            .filter(
              ({ from, branch }) => query.get('head') === `${from.split('/')[0] ?? ''}:${branch}`,
            )
            .toReversed()
            .map(shown),
        ];
      case 'POST pulls': {
        const [owner, branch] = headOf(String(body['head']));
        const from = owner === undefined ? REPOSITORY : `${owner}/ledger`;
        const words = String(body['body']);
        try {
          return [
            201,
            shown(this.ask({ title: String(body['title']), words, by: as, from, branch })),
          ];
        } catch (error) {
          if (error instanceof Refusal && error.status === 409)
            throw new Refusal(422, 'A pull request already exists');
          throw error;
        }
      }
      default:
        throw new Refusal(404, `${method} ${path}`);
    }
  }

  #git(
    { method, body, as }: Call,
    repository: string,
    [kind, ...more]: string[],
  ): [number, unknown] {
    const depot = this.depot(repository);
    if (method === 'POST' && !this.mayPush(as, repository))
      throw new Refusal(403, 'Resource not accessible by personal access token');
    switch (`${method} ${kind ?? ''}`) {
      case 'GET ref':
        return [200, { object: { sha: this.tip(more.slice(1).join('/'), repository) } }];
      case 'GET commits':
        return [200, { tree: { sha: depot.git('rev-parse', `${more[0] ?? ''}^{tree}`) } }];
      case 'POST blobs': {
        // Written by way of a commit, since a depot writes nothing else; the blob is what counts.
        const bytes = Buffer.from(String(body['content']), String(body['encoding']) as 'base64');
        const made = depot.commit(undefined, { blob: bytes });
        return [201, { sha: depot.git('rev-parse', `${made}:blob`) }];
      }
      case 'POST trees': {
        const tree = body['tree'] as { path: string; mode: string; type: string; sha: string }[];
        const base = depot.git('commit-tree', '-m', 'base', String(body['base_tree']));
        const made = depot.commit(
          base,
          Object.fromEntries(tree.map(({ path, sha }) => [path, depot.bytes(sha)])),
        );
        return [201, { sha: depot.git('rev-parse', `${made}^{tree}`) }];
      }
      case 'POST commits': {
        const parents = (body['parents'] as string[]).flatMap((one) => ['-p', one]);
        const sha = depot.git(
          'commit-tree',
          ...parents,
          '-m',
          String(body['message']),
          String(body['tree']),
        );
        return [201, { sha }];
      }
      case 'POST refs': {
        const branch = String(body['ref']).replace('refs/heads/', '');
        if (this.isThere(branch, repository)) throw new Refusal(422, 'Reference already exists');
        depot.branch(branch, String(body['sha']));
        return [201, {}];
      }
      default:
        throw new Refusal(404, `git ${kind ?? ''}`);
    }
  }
}

function shown({ number, state }: Asked) {
  return {
    number,
    state: state === 'open' ? 'open' : 'closed',
    merged_at: state === 'merged' ? '2026-06-20T08:00:00Z' : null,
    html_url: `https://github.example/${REPOSITORY}/pull/${String(number)}`,
  };
}
