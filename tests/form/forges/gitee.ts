/** 仿的 Gitee（接口第 5 版）: a branch first, then one commit of several files on it. */
import { type Asked, type Call, EmulatedForge, Refusal, REPOSITORY } from './emulated.ts';
import { headOf } from './gitea.ts';

export class EmulatedGitee extends EmulatedForge {
  readonly root = '/api/v5';

  said(call: Call): [number, unknown] {
    const { method, path, body, as, query } = call;
    if (path === '/user') return [200, { login: as }];
    const [, repository = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)\/?(.*)$/u.exec(path) ?? [];
    const [kind = '', ...more] = rest.split('/');
    switch (`${method} ${kind}`) {
      case 'GET ':
        this.depot(repository);
        return [200, { full_name: repository, permission: { push: this.mayPush(as, repository) } }];
      case 'POST forks':
        return [201, { full_name: this.fork(as) }];
      case 'GET branches':
        return [200, { commit: { sha: this.tip(more.join('/'), repository) } }];
      case 'POST branches': {
        if (!this.mayPush(as, repository)) throw new Refusal(403, '没有权限');
        const name = String(body['branch_name']);
        if (this.isThere(name, repository)) throw new Refusal(400, '分支已存在');
        this.depot(repository).branch(name, this.tip(String(body['refs']), repository));
        return [201, { name }];
      }
      case 'GET contents':
        try {
          return [200, { sha: this.blob(query.get('ref') ?? '', more.join('/'), repository) }];
        } catch (error) {
          if (error instanceof Refusal && error.message === 'no such file') return [200, []];
          throw error;
        }
      case 'POST commits': {
        const branch = String(body['branch']);
        const actions = body['actions'] as Record<string, string>[];
        const sha = this.write(
          call,
          { repository, branch, from: this.tip(branch, repository) },
          Object.fromEntries(actions.map(({ path: at = '', content = '' }) => [at, content])),
          actions.flatMap(({ action, path: at = '' }) => (action === 'update' ? at : [])),
        );
        return [201, { sha }];
      }
      case 'GET pulls': {
        const [owner, branch] = headOf(query.get('head') ?? '');
        const from = owner === undefined ? REPOSITORY : `${owner}/ledger`;
        return [
          200,
          this.requests
            .filter((one) => one.branch === branch && one.from === from)
            .toReversed()
            .map(shown),
        ];
      }
      case 'POST pulls': {
        const [owner, branch] = headOf(String(body['head']));
        const from = owner === undefined ? REPOSITORY : `${owner}/ledger`;
        const words = String(body['body']);
        return [
          201,
          shown(this.ask({ title: String(body['title']), words, by: as, from, branch })),
        ];
      }
      default:
        throw new Refusal(404, `${method} ${path}`);
    }
  }
}

function shown({ number, state }: Asked) {
  return { number, state, html_url: `https://gitee.example/${REPOSITORY}/pulls/${String(number)}` };
}
