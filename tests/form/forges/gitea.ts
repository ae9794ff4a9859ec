/** 仿的 Gitea、Forgejo（接口第 1 版）. */
import { type Asked, type Call, EmulatedForge, Refusal, REPOSITORY } from './emulated.ts';

export class EmulatedGitea extends EmulatedForge {
  readonly root = '/api/v1';

  said(call: Call): [number, unknown] {
    const { method, path, body, as, query } = call;
    if (path === '/user') return [200, { id: 1, login: as }];
    const [, repository = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)\/?(.*)$/u.exec(path) ?? [];
    const [kind = '', ...more] = rest.split('/');
    switch (`${method} ${kind}`) {
      case 'GET ':
        this.depot(repository);
        return [
          200,
          {
            full_name: repository,
            permissions: { pull: true, push: this.mayPush(as, repository) },
            ...(repository === REPOSITORY ? {} : { parent: { full_name: REPOSITORY } }),
          },
        ];
      case 'POST forks':
        if (this.depots.has(`${as}/ledger`)) throw new Refusal(409, 'repository already exists');
        return [202, { full_name: this.fork(as) }];
      case 'POST merge-upstream':
        this.follow(repository);
        return [200, { merge_type: 'fast-forward' }];
      case 'GET contents':
        return [200, { sha: this.blob(query.get('ref') ?? 'main', more.join('/'), repository) }];
      case 'POST contents': {
        const branch = String(body['new_branch']);
        if (this.isThere(branch, repository)) throw new Refusal(409, 'branch already exists');
        const files = body['files'] as {
          operation: string;
          path: string;
          content: string;
          sha?: string;
        }[];
        const from = this.tip(String(body['branch']), repository);
        for (const { operation, path: at, sha: known } of files)
          if (
            operation !== 'create' &&
            !(operation === 'update' && this.blob(String(body['branch']), at, repository) === known)
          )
            throw new Refusal(422, 'unknown operation, or sha does not match');
        const sha = this.write(
          call,
          { repository, branch, from },
          Object.fromEntries(files.map(({ path: at, content }) => [at, content])),
          files.flatMap(({ operation, path: at }) => (operation === 'update' ? at : [])),
        );
        return [201, { commit: { sha } }];
      }
      case 'GET pulls':
        return [200, query.get('page') === '1' ? this.requests.toReversed().map(shown) : []];
      case 'POST pulls': {
        const [owner, branch] = headOf(String(body['head']));
        const from = owner === undefined ? REPOSITORY : `${owner}/ledger`;
        const asked = this.ask({
          title: String(body['title']),
          words: String(body['body']),
          by: as,
          from,
          branch,
        });
        return [201, shown(asked)];
      }
      default:
        throw new Refusal(404, `${method} ${path}`);
    }
  }
}

export function headOf(head: string): [owner: string | undefined, branch: string] {
  const at = head.indexOf(':');
  return at < 0 ? [undefined, head] : [head.slice(0, at), head.slice(at + 1)];
}

function shown({ number, branch, from, head, title, state }: Asked) {
  const isMerged = state === 'merged';
  // Whoever ends a request takes its branch away.
  const ref = state === 'open' ? branch : `refs/pull/${String(number)}/head`;
  return {
    number,
    title,
    state: state === 'open' ? 'open' : 'closed',
    merged: isMerged,
    merged_at: isMerged ? '2026-06-20T08:00:00Z' : null,
    html_url: `http://git.example/${REPOSITORY}/pulls/${String(number)}`,
    head: { label: branch, ref, sha: head, repo: { full_name: from } },
  };
}
