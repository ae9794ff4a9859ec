/** Gitea and Forgejo: branch and files in one call (`ChangeFiles`), then a pull request. */
import { type AskServer, Hindered, textAt } from './call.ts';
import type { ForgeSender, Home, Request, ProposalWork } from './proposal.ts';
import { blobOf, type ForgeSettings, requestIn, standingOf } from './settings.ts';

/** Pages of the list of requests that are looked through for one that was sent before. */
const PAGES = 4;

export function gitea(ask: AskServer, { repository, branch: main }: ForgeSettings): ForgeSender {
  const ledger: Home = { repository, owner: '' };
  return {
    account: async () => textAt((await ask({ path: '/user' })).data, 'login'),
    home: async (account) => {
      const { data } = await ask({ path: `/repos/${repository}` });
      const { permissions } = data as { permissions?: { push?: boolean } };
      return permissions?.push === true ? ledger : forkOf(ask, repository, account, main);
    },
    blob: (home, branch, path) => blobOf(ask, home, branch, path),
    commit: async (home, { branch, message, files }) => {
      await ask({
        method: 'POST',
        path: `/repos/${home.repository}/contents`,
        body: {
          branch: main,
          new_branch: branch,
          message,
          files: files.map(({ path, base64, replaces }) => ({
            ...(replaces === undefined
              ? { operation: 'create' }
              : { operation: 'update', sha: replaces }),
            path,
            content: base64,
          })),
        },
      });
    },
    found: (home, branch) => foundIn(ask, repository, home, branch),
    propose: async (home, { branch, title, words }: ProposalWork) => {
      const { status, data } = await ask({
        method: 'POST',
        path: `/repos/${repository}/pulls`,
        body: { base: main, head: home.owner + branch, title, body: words },
        also: [409],
      });
      const made = status === 409 ? await foundIn(ask, repository, home, branch) : requestIn(data);
      if (made) return made;
      throw new Hindered(
        'refused',
        '内容已经送到，但没有列进待审核的报送：请告诉办公室，由管理员补上，不要再送。',
      );
    },
  };
}

/** The account's fork, with the main branch as it is now where the forge can do that. */
async function forkOf(
  ask: AskServer,
  repository: string,
  account: string,
  main: string,
): Promise<Home> {
  const name = repository.split('/').at(-1) ?? '';
  const fork = `${account}/${name}`;
  await ask({ method: 'POST', path: `/repos/${repository}/forks`, body: {}, also: [409] });
  const { data } = await ask({ path: `/repos/${fork}` });
  const { parent } = data as { parent?: { full_name?: string } };
  if (parent?.full_name?.toLowerCase() !== repository.toLowerCase())
    throw new Hindered(
      'forbidden',
      `您账户名下的 ${fork} 不是这个台账的副本：请管理员把它改名，或给您的账户报送的权限。`,
    );
  // Gitea 1.24 and later; an older main branch is reviewed as well, only as outdated.
  await ask({
    method: 'POST',
    path: `/repos/${fork}/merge-upstream`,
    body: { branch: main },
    also: [400, 403, 404, 405, 409, 422, 500],
  });
  return { repository: fork, owner: `${account}:` };
}

interface Head {
  /** Of a branch that is gone it is `refs/pull/<number>/head`; its label is still the branch (services/convert/pull.go). */
  ref?: string;
  label?: string;
  repo?: { full_name?: string } | null;
}

function isFrom(head: Head | undefined, home: Home, branch: string): boolean {
  const from = head?.repo?.full_name ?? home.repository;
  return (
    (head?.ref === branch || head?.label === branch) &&
    from.toLowerCase() === home.repository.toLowerCase()
  );
}

async function foundIn(
  ask: AskServer,
  repository: string,
  home: Home,
  branch: string,
): Promise<Request | undefined> {
  for (let page = 1; page <= PAGES; page += 1) {
    const { data } = await ask({
      path: `/repos/${repository}/pulls?state=all&sort=recentupdate&limit=50&page=${String(page)}`,
    });
    const list = data as { head?: Head }[];
    const its = list.filter(({ head }) => isFrom(head, home, branch)).map((one) => requestIn(one));
    if (its.length > 0) return standingOf(its);
    if (list.length < 50) return undefined;
  }
  return undefined;
}
