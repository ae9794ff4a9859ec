/** `ledger comment`: writes what a review says under the proposal, always the same one comment. */
import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { newCommand, WrongUse, type CommonOptions } from '../command.ts';
import { forgeOf, postedComment } from './forge-api.ts';

interface CommentOptions extends CommonOptions {
  file: string;
  number: string;
  reply?: boolean;
}

export function commentCommand(): Command {
  return newCommand('comment', '把审核摘要写到合并请求下面，已有的就更新（由流程调用）')
    .addOption(new Option('--file <文件>', '摘要').makeOptionMandatory())
    .addOption(new Option('--number <编号>', '合并请求的编号').makeOptionMandatory())
    .addOption(new Option('--reply', '另写一条，不更新摘要'))
    .addHelpText(
      'after',
      '\n环境变量：GITHUB_API_URL、GITHUB_REPOSITORY 由流程给出，TOKEN 是流程的令牌。',
    )
    .action(async ({ file, number, reply }: CommentOptions) => {
      if (!/^\d+$/u.test(number)) throw new WrongUse(`“${number}”不是编号`, '写合并请求的数字编号');
      const body = readFileSync(file, 'utf8');
      const forge = forgeOf(process.env);
      const found = reply === true ? undefined : await postedComment(forge, number);
      const { base } = forge;
      if (found === undefined)
        await forge.ask('POST', `${base}/issues/${number}/comments`, { body });
      else await forge.ask('PATCH', `${base}/issues/comments/${String(found.id)}`, { body });
      process.stdout.write(found === undefined ? '已写评论。\n' : '已更新审核摘要。\n');
    });
}
