/**
 * Gitee: the branch first, then all files in one commit on it (提交多个文件变更), then a pull request. Between the first
 * and the second call the branch is there without its files; sent again, it goes on from there.
 */
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

export function gitee(ask: AskServer, { repository, branch: main }: ForgeSettings): ForgeSender {
  const branchThere = async (home: Home, branch: string) => {
    const { status } = await ask({
      path: `/repos/${home.repository}/branches/${encoded(branch)}`,
      also: [404],
    });
    return status !== 404;
  };
  const found = async (home: Home, branch: string): Promise<Request | undefined> => {
    const head = encodeURIComponent(home.owner + branch);
    const { data } = await ask({ path: `/repos/${repository}/pulls?state=all&head=${head}` });
    return standingOf((data as unknown[]).map((one) => requestIn(one)));
  };
  return {
    account: async () => textAt((await ask({ path: '/user' })).data, 'login'),
    home: async (account) => {
      const { data } = await ask({ path: `/repos/${repository}` });
      const { permission } = data as { permission?: { push?: boolean } };
      if (permission?.push === true) return { repository, owner: '' };
      const fork = `${account}/${repository.split('/').at(-1) ?? ''}`;
      const { status } = await ask({ path: `/repos/${fork}`, also: [404] });
      if (status === 404)
        await ask({ method: 'POST', path: `/repos/${repository}/forks`, body: {} });
      const home = { repository: fork, owner: `${account}:` };
      await askPatiently(() => branchThere(home, main), '复刻');
      return home;
    },
    blob: (home, branch, path) => blobOf(ask, home, branch, path),
    commit: async (home, { branch, message, files }) => {
      if (!(await branchThere(home, branch)))
        await ask({
          method: 'POST',
          path: `/repos/${home.repository}/branches`,
          body: { refs: main, branch_name: branch },
        });
      await ask({
        method: 'POST',
        path: `/repos/${home.repository}/commits`,
        body: {
          branch,
          message,
          actions: files.map(({ path, base64, replaces }) => ({
            action: replaces === undefined ? 'create' : 'update',
            path,
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
        path: `/repos/${repository}/pulls`,
        body: { base: main, head: home.owner + branch, title, body: words },
        also: [400, 409, 422],
      });
      const made = status < 300 ? requestIn(data) : await found(home, branch);
      if (made) return made;
      throw new Hindered(
        'refused',
        '内容已经送到，但没有列进待审核的报送：请告诉办公室，由管理员补上，不要再送。',
      );
    },
  };
}
