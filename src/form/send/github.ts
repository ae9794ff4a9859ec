/** GitHub: objects first (blobs, tree, commit), then the branch at once, then a pull request. */
import { type AskServer, Hindered, textAt } from './call.ts';
import type { ForgeSender, Home, Request } from './proposal.ts';
import {
  askPatiently,
  blobOf,
  encoded,
  type ForgeSettings,
  requestIn,
  standingOf,
} from './settings.ts';

export function github(ask: AskServer, { repository, branch: main }: ForgeSettings): ForgeSender {
  const ledger: Home = { repository, owner: '' };
  const tipOf = async (home: Home) => {
    const { status, data } = await ask({
      path: `/repos/${home.repository}/git/ref/heads/${encoded(main)}`,
      also: [404, 409],
    });
    return status === 200 ? textAt(data, 'object', 'sha') : undefined;
  };
  const found = async (home: Home, branch: string): Promise<Request | undefined> => {
    const [owner = ''] = home.repository.split('/');
    const head = encodeURIComponent(`${owner}:${branch}`);
    const { data } = await ask({ path: `/repos/${repository}/pulls?state=all&head=${head}` });
    return standingOf((data as unknown[]).map((one) => requestIn(one)));
  };
  return {
    account: async () => textAt((await ask({ path: '/user' })).data, 'login'),
    home: async () => {
      const { data } = await ask({ path: `/repos/${repository}` });
      const { permissions } = data as { permissions?: { push?: boolean } };
      if (permissions?.push === true) return ledger;
      const { data: fork } = await ask({
        method: 'POST',
        path: `/repos/${repository}/forks`,
        body: { default_branch_only: true },
      });
      const at = textAt(fork, 'full_name');
      const home = { repository: at, owner: `${textAt(fork, 'owner', 'login')}:` };
      // A fork is made in the background, and an old one has an old main branch.
      await askPatiently(async () => (await tipOf(home)) !== undefined, '复刻');
      await ask({
        method: 'POST',
        path: `/repos/${at}/merge-upstream`,
        body: { branch: main },
        also: [403, 404, 409, 422],
      });
      return home;
    },
    blob: (home, branch, path) => blobOf(ask, home, branch, path),
    commit: async (home, { branch, message, files }) => {
      const git = `/repos/${home.repository}/git`;
      const tip = await tipOf(home);
      if (tip === undefined)
        throw new Hindered('refused', `仓库里没有主分支 ${main}：请管理员核对 site.yaml。`);
      const base = textAt((await ask({ path: `${git}/commits/${tip}` })).data, 'tree', 'sha');
      const tree = [];
      for (const { path, base64 } of files) {
        const blob = await ask({
          method: 'POST',
          path: `${git}/blobs`,
          body: { content: base64, encoding: 'base64' },
        });
        tree.push({ path, mode: '100644', type: 'blob', sha: textAt(blob.data, 'sha') });
      }
      const made = await ask({
        method: 'POST',
        path: `${git}/trees`,
        body: { base_tree: base, tree },
      });
      const commit = await ask({
        method: 'POST',
        path: `${git}/commits`,
        body: { message, tree: textAt(made.data, 'sha'), parents: [tip] },
      });
      await ask({
        method: 'POST',
        path: `${git}/refs`,
        body: { ref: `refs/heads/${branch}`, sha: textAt(commit.data, 'sha') },
      });
    },
    found,
    propose: async (home, { branch, title, words }) => {
      const { status, data } = await ask({
        method: 'POST',
        path: `/repos/${repository}/pulls`,
        body: { base: main, head: home.owner + branch, title, body: words },
        also: [422],
      });
      const made = status === 422 ? await found(home, branch) : requestIn(data);
      if (made) return made;
      throw new Hindered(
        'refused',
        '内容已经送到，但没有列进待审核的报送：请告诉办公室，由管理员补上，不要再送。',
      );
    },
  };
}
