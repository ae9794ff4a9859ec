/** `ledger comment`: writes the summary of a review under the proposal, always the same one comment. */
import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { MARKER } from '../../src/review/comment/summary.ts';
import { newCommand, WrongUse, type CommonOptions } from '../command.ts';

interface CommentOptions extends CommonOptions {
  file: string;
  number: string;
}

interface Comment {
  id: number;
  body: string;
  user: { login: string } | null;
}

/** Accounts in whose name the forges' runners write. A marker in somebody else's comment is not ours. */
const runners = ['github-actions[bot]', 'gitea-actions', 'forgejo-actions'];

export function commentCommand(): Command {
  return newCommand('comment', '把审核摘要写到合并请求下面，已有的就更新（由流程调用）')
    .addOption(new Option('--file <文件>', '摘要').makeOptionMandatory())
    .addOption(new Option('--number <编号>', '合并请求的编号').makeOptionMandatory())
    .addHelpText(
      'after',
      '\n环境变量：GITHUB_API_URL、GITHUB_REPOSITORY 由流程给出，TOKEN 是流程的令牌。',
    )
    .action(async ({ file, number }: CommentOptions) => {
      if (!/^\d+$/u.test(number)) throw new WrongUse(`“${number}”不是编号`, '写合并请求的数字编号');
      const body = readFileSync(file, 'utf8');
      const forge = forgeOf(process.env);
      const found = await commentOf(forge, number);
      const { base } = forge;
      if (found === undefined)
        await forge.ask('POST', `${base}/issues/${number}/comments`, { body });
      else await forge.ask('PATCH', `${base}/issues/comments/${String(found.id)}`, { body });
      process.stdout.write(found === undefined ? '已写审核摘要。\n' : '已更新审核摘要。\n');
    });
}

interface Forge {
  /** The address of the repository in the forge's API. */
  base: string;
  ask: (method: string, address: string, body?: object) => Promise<unknown>;
}

function forgeOf(env: NodeJS.ProcessEnv): Forge {
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
async function commentOf({ base, ask }: Forge, number: string): Promise<Comment | undefined> {
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
