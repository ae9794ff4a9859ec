/** `ledger review`: checks a proposal against its base and says in Chinese what it does and what is wrong with it. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { faultLine } from '../../src/ledger/fault.ts';
import { commitOf, type Place, placeOf } from '../../src/history/place.ts';
import { plain } from '../../src/text/plain.ts';
import {
  postsInWords,
  reviewResult,
  type ReviewResult,
} from '../../src/review/comment/review-result.ts';
import { review } from '../../src/review/review.ts';
import { reviewComment, verdictInWords } from '../../src/review/comment/review-comment.ts';
import { type CommonOptions, newCommand, printJson, todayInChina, WrongUse } from '../command.ts';

interface ReviewOptions extends CommonOptions {
  base: string;
  head: string;
  author: string;
  actor: string;
  repo: string;
  summaryFile?: string;
  typed?: boolean;
}

export function reviewCommand(): Command {
  return newCommand('review', '检查一次报送（合并请求）：谁报的、报了什么、能不能合并')
    .addOption(new Option('--base <提交>', '主分支的提交').makeOptionMandatory())
    .addOption(new Option('--head <提交>', '报送分支的提交').makeOptionMandatory())
    .addOption(new Option('--author <账户>', '提交人在代码托管平台上的账户').makeOptionMandatory())
    .addOption(new Option('--actor <账户>', '最后推送的人的账户').makeOptionMandatory())
    .addOption(new Option('--repo <文件夹>', 'Git 仓库，可以是裸仓库').default('.'))
    .addOption(new Option('--summary-file <文件>', '把审核摘要（Markdown）写到这个文件'))
    .addOption(new Option('--typed', '摘要里写明审核员怎样用一条评论办理'))
    .action((options: ReviewOptions) => {
      const { author, actor } = options;
      const { repository, prefix } = ledgerPlace(options);
      const report = reviewResult(
        review({
          repository,
          prefix,
          base: hashOf(repository, options.base),
          head: hashOf(repository, options.head),
          author: accountOf(author),
          actor: accountOf(actor),
          today: options.asOf ?? todayInChina(),
        }),
      );
      if (options.summaryFile !== undefined)
        writeFileSync(options.summaryFile, reviewComment(report, options.typed));
      if (options.json) printJson(report);
      else process.stdout.write(`${reviewLines(report).join('\n')}\n`);
      process.exitCode = report.ok ? 0 : 1;
    });
}

/** The review for a terminal: one line a fault, one a step, the verdict last. */
export function reviewLines(report: ReviewResult): string[] {
  const { faults, steps, people } = report;
  const wrong = faults.filter(({ severity }) => severity === 'fault').length;
  return [
    ...people.map(
      (person) => `${person.who} ${plain(person.account)}：${plain(postsInWords(person))}`,
    ),
    ...steps.map(
      ({ unitName, issue, actionName, before, after }) =>
        `${plain(unitName)} ${plain(issue)} ${actionName}：${before === undefined ? '不成立' : `${before} → ${after ?? before}`}`,
    ),
    ...faults.map(
      (fault) => `${fault.severity === 'fault' ? '✗' : '!'} ${plain(faultLine(fault))}`,
    ),
    `报送检查：${verdictInWords(report, wrong, faults.length - wrong)}`,
  ];
}

/**
 * Where a ledger lies: a folder that is there says it itself, wherever it is; else `--content` is its path in the
 * repository, which may be a bare one. Throws WrongUse.
 */
export function ledgerPlace({ content, repo = '.' }: { content: string; repo?: string }): Place {
  const found = repo === '.' && existsSync(content) ? placeOf(resolve(content)) : undefined;
  return found ?? { repository: repositoryOf(repo), prefix: prefixOf(content) };
}

/** The ledger's folder in the repository, with a slash behind it; empty for the whole repository. Throws WrongUse. */
export function prefixOf(content: string): string {
  const path = content.replaceAll('\\', '/').replace(/^\.\/|\/+$/gu, '');
  if (/^(?:\/|[A-Za-z]:)/u.test(path) || path.split('/').includes('..'))
    throw new WrongUse(
      `--content ${content} 不是仓库里的文件夹`,
      '写台账在仓库里的位置，如 content',
    );
  return path === '' || path === '.' ? '' : `${path}/`;
}

/** A folder in which Git can be run. Throws WrongUse. */
export function repositoryOf(dir: string): string {
  const repository = resolve(dir);
  if (!existsSync(repository)) throw new WrongUse(`找不到仓库 ${dir}`, '用 --repo 指明 Git 仓库');
  return repository;
}

function hashOf(repository: string, revision: string): string {
  const commit = commitOf({ repository, prefix: '' }, revision);
  if (commit === undefined)
    throw new WrongUse(
      `仓库里没有提交“${plain(revision)}”`,
      '先 git fetch 完整的历史（不用 --depth），再运行',
    );
  return commit.id;
}

function accountOf(account: string): string {
  if (account.trim() === '')
    throw new WrongUse('账户是空的', '--author 和 --actor 都要写平台给出的账户名');
  return account.trim();
}
