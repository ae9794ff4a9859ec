/** `ledger install-hook DIR`: puts the check of pushes into a bare repository. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { git, GitRefused } from '../../src/history/git/git.ts';
import { type CommonOptions, newCommand, WrongUse } from '../command.ts';
import { prefixOf, repositoryOf } from './review.ts';
import { PROGRAM } from '../program.ts';

interface InstallOptions extends CommonOptions {
  branch: string;
}

/** Settings of the repository: who pushed is kept for good, broken objects and huge pushes stay out. */
const settings: readonly (readonly [key: string, value: string])[] = [
  ['core.logAllRefUpdates', 'true'],
  ['gc.reflogExpire', 'never'],
  ['gc.reflogExpireUnreachable', 'never'],
  ['receive.fsckObjects', 'true'],
  ['receive.maxInputSize', '300m'],
];

export function installHookCommand(): Command {
  return newCommand('install-hook', '给裸仓库装上推送检查')
    .argument('<裸仓库>', '如 /srv/git/ledger.git')
    .addOption(new Option('--branch <分支>', '主分支').default('main'))
    .action((dir: string, options: InstallOptions) => {
      const repository = repositoryOf(dir);
      if (!isBare(repository))
        throw new WrongUse(`${dir} 不是裸仓库`, '用 git init --bare 建一个，或 git clone --bare');
      const source = join(PROGRAM, 'scripts', 'hooks', 'pre-receive');
      const target = join(repository, 'hooks', 'pre-receive');
      if (existsSync(target) && readFileSync(target, 'utf8') !== readFileSync(source, 'utf8'))
        throw new WrongUse(
          `${target} 已有别的内容，没有覆盖`,
          '把它改名，或在里面自行调用 npx ledger pre-receive',
        );
      mkdirSync(join(repository, 'hooks'), { recursive: true });
      copyFileSync(source, target);
      chmodSync(target, 0o755);
      for (const [key, value] of [
        ...settings,
        ['ledger.program', PROGRAM],
        ['ledger.content', prefixOf(options.content).slice(0, -1) || '.'],
        ['ledger.branch', options.branch],
      ] as const)
        git(repository, ['config', key, value]);
      process.stdout.write(
        `已装好推送检查：${target}\n程序升级后不用重装；程序换了位置，再运行一次本命令。\n`,
      );
    });
}

function isBare(repository: string): boolean {
  try {
    const answer = git(repository, ['rev-parse', '--is-bare-repository']);
    return answer.toString('utf8').trim() === 'true';
  } catch (error) {
    if (error instanceof GitRefused) return false;
    throw error;
  }
}
