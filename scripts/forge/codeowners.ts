/** `ledger codeowners`: who must approve what, made from the reviewers and maintainers of site.yaml. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Option, type Command } from 'commander';
import { membersOn } from '../../src/domain/membership.ts';
import { codeowners, codeownersPath } from '../../src/review/people/codeowners.ts';
import { type CommonOptions, newCommand, soundLedger, todayInChina } from '../command.ts';
import { writeWhole } from '../output.ts';
import { ledgerPlace } from './review.ts';

interface OwnersOptions extends CommonOptions {
  check?: boolean;
  out?: string;
}

export function codeownersCommand(): Command {
  return newCommand('codeowners', '按 site.yaml 的审核员和管理员生成平台的 CODEOWNERS 文件')
    .addOption(new Option('--check', '只检查文件是不是最新的'))
    .addOption(new Option('--out <文件>', '写到哪里；不写则按平台的惯例'))
    .action((options: OwnersOptions) => {
      const { site } = soundLedger(options);
      const today = options.asOf ?? todayInChina();
      const kind = site.forge?.kind ?? 'github';
      const { repository, prefix } = ledgerPlace(options);
      const path = options.out ?? relative('', join(repository, codeownersPath(kind)));
      const text = codeowners(
        kind,
        prefix,
        membersOn(site.reviewers, today).map(({ account }) => account),
        membersOn(site.maintainers, today).map(({ account }) => account),
      );
      const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      if (options.check) {
        const isCurrent = current === text;
        process.stdout.write(
          isCurrent
            ? `${path} 是最新的。\n`
            : `${path} ${current === undefined ? '还没有' : '不是最新的'} → 运行 npx ledger codeowners\n`,
        );
        process.exitCode = isCurrent ? 0 : 1;
        return;
      }
      if (current !== text) writeWhole(path, text);
      process.stdout.write(current === text ? `${path} 没有变化。\n` : `已写 ${path}。\n`);
    });
}
