/** `ledger pre-receive`: run by a bare server's hook; reads the refs of a push and lets them in or not. */
import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { appendPushes } from '../../src/history/push-log.ts';
import { plain } from '../../src/text/plain.ts';
import { judgePush, type PushVerdict, refUpdates } from '../../src/review/push.ts';
import { type CommonOptions, newCommand, printJson, todayInChina } from '../command.ts';
import { prefixOf, repositoryOf, reviewLines } from './review.ts';

interface PushOptions extends CommonOptions {
  repo: string;
  user: string;
  branch: string;
}

export function preReceiveCommand(): Command {
  return newCommand('pre-receive', '裸仓库的推送检查，由 hooks/pre-receive 调用，从标准输入读推送')
    .addOption(new Option('--repo <文件夹>', '裸仓库').default('.'))
    .addOption(new Option('--user <账户>', '服务器登录的账户').default(''))
    .addOption(new Option('--branch <分支>', '主分支').default('main'))
    .action((options: PushOptions) => {
      const repository = repositoryOf(options.repo);
      const now = Math.floor(Date.now() / 1000);
      const updates = refUpdates(readFileSync(0, 'utf8'));
      const by = options.user.trim();
      const verdicts = judgePush(
        {
          repository,
          prefix: prefixOf(options.content),
          user: by,
          main: options.branch,
          today: options.asOf ?? todayInChina(),
          now,
        },
        updates,
      );
      const isIn = verdicts.every(({ ok }) => ok);
      // What the server saw is written down before the push is let in: without the record nothing is.
      if (isIn)
        appendPushes(
          repository,
          updates.map((update, index) => ({ at: now, by, ...update, ...lostIn(verdicts[index]) })),
        );
      if (options.json) printJson(verdicts);
      else
        for (const { ref, refusal, reports } of verdicts) {
          const lines = [
            ...(refusal === undefined ? [] : [`✗ ${plain(refusal)}`]),
            ...reports.flatMap(reviewLines),
          ];
          process.stdout.write(`【${plain(ref)}】\n${lines.join('\n')}\n`);
        }
      process.exitCode = isIn ? 0 : 1;
    });
}

function lostIn(verdict: PushVerdict | undefined): { lost?: readonly string[] } {
  return verdict?.lost === undefined ? {} : { lost: verdict.lost };
}
