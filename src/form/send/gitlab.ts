/** GitLab: branch and files in one call of the commits interface, then a merge request. */
import { type AskServer, Hindered, textAt } from './call.ts';
import type { ForgeSender, Home, Request } from './proposal.ts';
import { type ForgeSettings, askPatiently, requestIn, standingOf } from './settings.ts';

/** Access level of Developer, the least that may push a branch. */
const DEVELOPER = 30;

export function gitlab(ask: AskServer, { repository, branch: main }: ForgeSettings): ForgeSender {
  const ledger = encodeURIComponent(repository);
  /** The number of the ledger's own project; asked once. */
  let upstream = '';
  const found = async (_home: Home, branch: string): Promise<Request | undefined> => {
    const source = encodeURIComponent(branch);
    const { data } = await ask({
      path: `/projects/${ledger}/merge_requests?state=all&source_branch=${source}`,
    });
    return standingOf((data as unknown[]).map(asRequest));
  };
  return {
    account: async () => textAt((await ask({ path: '/user' })).data, 'username'),
    home: async () => {
      const { data } = await ask({ path: `/projects/${ledger}` });
      upstream = textAt(data, 'id');
      const { permissions } = data as {
        permissions?: Record<string, { access_level?: number } | null>;
      };
      const level = Math.max(
        ...Object.values(permissions ?? {}).map((one) => one?.access_level ?? 0),
        0,
      );
      if (level >= DEVELOPER) return { repository: upstream, owner: '' };
      const fork = await forkOf(ask, ledger);
      await askPatiently(async () => {
        const { data: state } = await ask({ path: `/projects/${fork}` });
        const { import_status: status = 'none' } = state as { import_status?: string };
        return status === 'none' || status === 'finished';
      }, '复刻');
      return { repository: fork, owner: fork };
    },
    blob: async (home, branch, path) => {
      const ref = encodeURIComponent(branch);
      const { status, data } = await ask({
        path: `/projects/${home.repository}/repository/files/${encodeURIComponent(path)}?ref=${ref}`,
        also: [404],
      });
      return status === 404 ? undefined : textAt(data, 'blob_id');
    },
    commit: async (home, { branch, message, files }) => {
      await ask({
        method: 'POST',
        path: `/projects/${home.repository}/repository/commits`,
        body: {
          branch,
          start_branch: main,
          // The newest main branch is the ledger's, also for a fork.
          ...(home.owner === '' ? {} : { start_project: Number(upstream) }),
          commit_message: message,
          actions: files.map(({ path, base64, replaces }) => ({
            action: replaces === undefined ? 'create' : 'update',
            file_path: path,
            encoding: 'base64',
            content: base64,
          })),
        },
      });
    },
    found,
    propose: async (home, { branch, title, words }) => {
      const { status, data } = await ask({
        method: 'POST',
        path: `/projects/${home.repository}/merge_requests`,
        body: {
          source_branch: branch,
          target_branch: main,
          target_project_id: Number(upstream),
          title,
          description: words,
        },
        also: [409],
      });
      const made = status === 409 ? await found(home, branch) : asRequest(data);
      if (made) return made;
      throw new Hindered(
        'refused',
        '内容已经送到，但没有列进待审核的报送：请告诉办公室，由管理员补上，不要再送。',
      );
    },
  };
}

/** The number of the account's own fork. */
async function forkOf(ask: AskServer, ledger: string): Promise<string> {
  const owned = await ask({ path: `/projects/${ledger}/forks?owned=true` });
  const [one] = owned.data as unknown[];
  if (one !== undefined) return textAt(one, 'id');
  const made = await ask({ method: 'POST', path: `/projects/${ledger}/fork`, body: {} });
  return textAt(made.data, 'id');
}

const asRequest = (data: unknown): Request => requestIn(data, 'iid', 'web_url');
