/** 平台接口: the little that workflows ask of GitHub, Gitea and Forgejo, in the name that the runner gives. */
import { MARKER } from '../../src/review/comment/review-comment.ts';
import { WrongUse } from '../command.ts';

interface Comment {
  id: number;
  body: string;
  user: { login: string } | null;
}

/** Accounts in whose name the forges' runners write. A marker in somebody else's comment is not ours. */
const runners = ['github-actions[bot]', 'gitea-actions', 'forgejo-actions'];

export interface ForgeApi {
  /** The address of the repository in the forge's API. */
  base: string;
  ask: (method: string, address: string, body?: object) => Promise<unknown>;
}

/** The repository of the workflow that runs. Throws WrongUse outside of one. */
export function forgeOf(env: NodeJS.ProcessEnv): ForgeApi {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, TOKEN: token } = env;
  if (!api || !repository || !token)
    throw new WrongUse(
      '缺少 GITHUB_API_URL、GITHUB_REPOSITORY 或 TOKEN',
      '这个命令由代码托管平台的流程调用',
    );
  return {
    base: `${api}/repos/${repository}`,
    ask: async (method, address, body) => {
      const answer = await fetch(address, {
        method,
        headers: {
          Authorization: `token ${token}`,
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`平台回答 ${String(answer.status)}：${await answer.text()}`);
      return (await answer.json()) as unknown;
    },
  };
}

/** Our comment, looked for through all pages. Gitea knows no pages here and gives everything every time. */
export async function postedComment(
  { base, ask }: ForgeApi,
  number: string,
): Promise<Comment | undefined> {
  let before: number | undefined;
  for (let page = 1; ; page += 1) {
    const address = `${base}/issues/${number}/comments?per_page=50&page=${String(page)}`;
    const comments = (await ask('GET', address)) as Comment[];
    const found = comments.find(
      ({ body, user }) => body.startsWith(MARKER) && runners.includes(user?.login ?? ''),
    );
    const first = comments[0]?.id;
    if (found !== undefined || comments.length < 50 || first === before) return found;
    before = first;
  }
}
