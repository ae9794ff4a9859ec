/**
 * `ledger decide`: what a reviewer typed under a proposal becomes its merge and the record of the decision, as at the
 * desk. Nothing is pushed here: the commit waits behind a ref, and the reply in a file, for the workflow's next steps.
 */
import { writeFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { postsOf } from '../../src/domain/membership.ts';
import { waitingReport } from '../../src/form/page-data/waiting-report.ts';
import { git } from '../../src/history/git/git.ts';
import { commitOf, type Place } from '../../src/history/place.ts';
import { refsLike } from '../../src/history/git/refs.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { escapedMarkdown } from '../../src/review/comment/escape.ts';
import { passedMark, type TypedComment, typedIn } from '../../src/review/comment/typed.ts';
import { review } from '../../src/review/review.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { type CommonOptions, newCommand, todayInChina, WrongUse } from '../command.ts';
import { ledgerAt } from '../enter/handing-in.ts';
import { decisionWords, writeDecision } from '../site/decide/decision-writing.ts';
import { forgeOf, postedComment } from './forge-api.ts';
import { ledgerPlace } from './review.ts';

interface DecideOptions extends CommonOptions {
  base: string;
  head: string;
  author: string;
  actor: string;
  number: string;
  comment: string;
  replyFile: string;
}

/** Where the decision waits to be pushed. */
const DECIDED = 'refs/ledger/decided';

export function decideCommand(): Command {
  return newCommand('decide', '照审核员的一条评论办理一份合并请求（由流程调用）')
    .addOption(new Option('--base <提交>', '主分支的提交').makeOptionMandatory())
    .addOption(new Option('--head <提交>', '报送分支的提交').makeOptionMandatory())
    .addOption(new Option('--author <账户>', '提交人的账户').makeOptionMandatory())
    .addOption(new Option('--actor <账户>', '写评论的人的账户').makeOptionMandatory())
    .addOption(new Option('--number <编号>', '合并请求的编号').makeOptionMandatory())
    .addOption(new Option('--comment <地址>', '评论的地址，写进历史').makeOptionMandatory())
    .addOption(new Option('--reply-file <文件>', '回话写到这里').makeOptionMandatory())
    .addHelpText(
      'after',
      '\n环境变量：TYPED 是评论的原文；GITHUB_API_URL、GITHUB_REPOSITORY 由流程给出，TOKEN 是流程的令牌。',
    )
    .action(async (options: DecideOptions) => {
      const said = await decide(options);
      if (said === undefined) {
        process.stdout.write('不是办理的评论。\n');
        return;
      }
      // Words of the proposal may be in it.
      writeFileSync(options.replyFile, `${said.split('\n').map(escapedMarkdown).join('\n\n')}\n`);
      process.stdout.write(`${said}\n`);
    });
}

/** What is replied; undefined where nothing was asked for. Throws WrongUse. */
async function decide(options: DecideOptions): Promise<string | undefined> {
  const place = ledgerPlace(options);
  clear(place, [DECIDED, `${DECIDED}-*`]);
  const [base, head] = [options.base, options.head].map((one) => commitOf(place, one)?.id);
  if (base === undefined || head === undefined)
    throw new WrongUse('仓库里没有主分支或报送的提交', '先 git fetch');
  const { ledger } = readLedger(ledgerAt(place, base));
  if (ledger === undefined) return '没有办：主分支的台账读不出来，请管理员检查。';
  const typed = typedIn(process.env['TYPED'] ?? '', ledger.site.repository === 'public');
  if (typed === undefined) return undefined;
  const today = options.asOf ?? todayInChina();
  const { site, units } = ledger;
  const posts = postsOf(options.actor, { site, units: units.values() }, today);
  if (!posts.reviewer) return `没有办：${options.actor} 不是审核员。`;
  if (typeof typed === 'string') return `没有办：${typed}。`;
  if (!head.startsWith(typed.commit))
    return '没有办：评论里的提交不是现在的：又推送过。等新的审核摘要出来，看过再办。';
  const comment = await postedComment(forgeOf(process.env), options.number);
  if (!(comment?.body ?? '').includes(passedMark(head)))
    return '没有办：报送检查还没有通过这个提交，或摘要还没有写出来。';
  return write(typed, options, { place, base, head, ledger, today });
}

function write(
  { action, fields }: TypedComment,
  { author, actor, number, comment }: DecideOptions,
  at: {
    place: Place;
    base: string;
    head: string;
    ledger: Ledger;
    today: string;
  },
): string {
  const { place, base, head, ledger, today } = at;
  const looked = review({ ...place, base, head, author, actor, today, merging: true });
  const report = waitingReport(looked);
  if (!report.ok) return '没有办：主分支有了新内容，检查不再通过；看“报送检查”重跑的结果。';
  if (report.issues.length === 0) return '没有办：这里没有要办的报送。';
  const item = { ...report, title: `#${number}` };
  const decided = report.issues.map(({ issue }) => ({ issue, action, fields }));
  const ref = `${DECIDED}-on-the-way`;
  try {
    const made = writeDecision({
      ...{ place, item, decided, author, ledger, today, ref, commit: head },
      ...{ signature: undefined, tip: base, account: actor },
      because: `${actor} 的评论：${comment}`,
    });
    if ('sentence' in made) return `没有办：${made.sentence}`;
    git(place.repository, ['update-ref', DECIDED, made.tip]);
    return `已办：${decisionWords(decided, item)}（${actor}）。`;
  } finally {
    clear(place, [`${ref}-*`]);
  }
}

/** Takes refs away: where a folder is used again, what an earlier run left must not be pushed for this one. */
function clear({ repository }: Place, patterns: readonly string[]): void {
  for (const { name } of refsLike(repository, patterns))
    git(repository, ['update-ref', '-d', name]);
}
