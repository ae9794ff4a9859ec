/** 仿的 GitLab（接口第 4 版）. Projects are named by number or by a path in one part. */
import { type Asked, type Call, EmulatedForge, Refusal, REPOSITORY } from './emulated.ts';

export class EmulatedGitlab extends EmulatedForge {
  readonly root = '/api/v4';

  /** Numbers of projects: 1 is the ledger, forks follow. */
  #repository(word: string): string {
    const names = [...this.depots.keys()];
    const found = names[Number(word) - 1] ?? names.find((name) => name === word);
    if (found === undefined) throw new Refusal(404, '404 Project Not Found');
    return found;
  }

  #number(repository: string): number {
    return [...this.depots.keys()].indexOf(repository) + 1;
  }

  said(call: Call): [number, unknown] {
    const { method, body, as, query } = call;
    if (call.path === '/user') return [200, { id: 7, username: as }];
    const [, , project = '', ...rest] = call.raw.split('/').map(decodeURIComponent);
    const repository = this.#repository(project);
    switch (`${method} ${rest.slice(0, 2).join('/')}`) {
      case 'GET ':
        return [
          200,
          {
            id: this.#number(repository),
            import_status: 'finished',
            permissions: {
              project_access: { access_level: this.mayPush(as, repository) ? 30 : 20 },
              group_access: null,
            },
          },
        ];
      case 'GET forks':
        return [200, this.depots.has(`${as}/ledger`) ? [{ id: this.#number(`${as}/ledger`) }] : []];
      case 'POST fork':
        return [201, { id: this.#number(this.fork(as)) }];
      case 'GET repository/files':
        return [200, { blob_id: this.blob(query.get('ref') ?? '', rest[2] ?? '', repository) }];
      case 'POST repository/commits': {
        const branch = String(body['branch']);
        if (this.isThere(branch, repository))
          throw new Refusal(400, `A branch called '${branch}' already exists.`);
        const { start_project: start = this.#number(repository), start_branch: from } = body;
        if (this.#repository(String(start)) === REPOSITORY && repository !== REPOSITORY)
          this.follow(repository);
        const actions = body['actions'] as Record<string, string>[];
        for (const { action, file_path: at = '' } of actions)
          if (action === 'update') this.blob(String(from), at, repository);
        if (
          actions.some(
            ({ action = '', encoding }) =>
              !['create', 'update'].includes(action) || encoding !== 'base64',
          )
        )
          throw new Refusal(400, 'actions[0][encoding] does not have a valid value');
        const id = this.write(
          call,
          { repository, branch, from: this.tip(String(from), repository) },
          Object.fromEntries(
            actions.map(({ file_path: path = '', content = '' }) => [path, content]),
          ),
          actions.flatMap(({ action, file_path: at = '' }) => (action === 'update' ? at : [])),
        );
        return [201, { id }];
      }
      case 'GET merge_requests':
        return [
          200,
          this.requests
            .filter(({ branch }) => branch === query.get('source_branch'))
            .toReversed()
            .map(shown),
        ];
      case 'POST merge_requests': {
        if (Number(body['target_project_id']) !== 1) throw new Refusal(404, 'no such target');
        const asked = this.ask({
          title: String(body['title']),
          words: String(body['description']),
          by: as,
          from: repository,
          branch: String(body['source_branch']),
        });
        return [201, shown(asked)];
      }
      default:
        throw new Refusal(404, `${method} ${call.path}`);
    }
  }
}

function shown({ number, state }: Asked) {
  return {
    iid: number,
    state: state === 'open' ? 'opened' : state,
    web_url: `https://gitlab.example/${REPOSITORY}/-/merge_requests/${String(number)}`,
  };
}
