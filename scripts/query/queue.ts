/** `ledger queue`: reports that were handed in and not yet merged. */
import { Option, type Command } from 'commander';
import { daysBetween } from '../../src/day/calendar.ts';
import { commitOf, type Place, placeOf } from '../../src/history/place.ts';
import { proposalRefs, waitingFor } from '../../src/history/proposal/queue.ts';
import { isAncestor } from '../../src/history/git/refs.ts';
import { type Vanished, vanishedFrom } from '../../src/history/proposal/vanished.ts';
import { plain } from '../../src/text/plain.ts';
import { updateAt } from '../../src/text/update-path.ts';
import { queueView } from '../../src/views/due/queue-view.ts';
import { officerOf } from '../../src/domain/issue/owner.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { readLedger } from '../../src/ledger/read.ts';
import {
  type CommonOptions,
  DataFaults,
  newCommand,
  printJson,
  todayInChina,
  WrongUse,
} from '../command.ts';
import { officerNamed } from '../scope.ts';
import { tableLines } from '../table.ts';

interface QueueOptions extends CommonOptions {
  main?: string;
  refs?: string[];
  officer?: string;
}

export function queueCommand(): Command {
  return newCommand('queue', '待审报送：已经提交、还没有合并的报送，从 Git 的引用里数')
    .addOption(new Option('--main <分支>', '主分支；不写则为 main，远端取来的更新就用远端的'))
    .addOption(new Option('--refs <引用...>', `从哪些引用里数；不写则为 ${proposalRefs.join(' ')}`))
    .addOption(new Option('--officer <账户>', '我负责的：只看这个经办人的问题的报送'))
    .action((options: QueueOptions) => {
      const place = placeOf(options.content);
      if (place === undefined)
        throw new WrongUse(`${options.content} 不在 Git 仓库里`, '在台账的仓库里运行');
      const main = options.main ?? newestMain(place);
      if (commitOf(place, main) === undefined)
        throw new WrongUse(`没有主分支“${plain(main)}”`, '用 --main 写明，如 origin/main');
      const today = options.asOf ?? todayInChina();
      const all = waitingFor(place, main, options.refs).map((one) => ({
        ...one,
        days: Math.max(0, daysBetween(one.since, today)),
      }));
      const own = options.officer === undefined ? undefined : issuesOf(options, options.officer);
      const waiting = all.filter(
        ({ updates }) => own === undefined || updates.some((path) => own.has(issueIn(path))),
      );
      const vanished = vanishedFrom(
        place,
        main,
        options.refs ?? proposalRefs,
        new Set(all.flatMap(({ updates }) => updates)),
      );
      const queue = queueView(
        waiting.map(({ since }) => since),
        today,
      );
      const reports = waiting.reduce((sum, { updates }) => sum + updates.length, 0);
      if (options.json) {
        const { proposals, longest } = queue;
        printJson({ proposals, reports, longest, waiting, vanished });
        return;
      }
      const rows = waiting.map(({ ref, since, days, author, updates }) => [
        since,
        `${String(days)} 天`,
        plain(author),
        plain(ref.replace(/^refs\/(?:heads\/)?/u, '')),
        plain([...new Set(updates.map(issueIn))].join('、')),
      ]);
      const columns = ['提交日', '已等', '提交人', '分支', '问题'].map((title) => ({ title }));
      const lines = waiting.length === 0 ? [] : tableLines(columns, rows);
      const gone = vanished.map((one) => plain(`! ${vanishedLine(one)}`));
      process.stdout.write(`${[...lines, queue.words, ...gone].join('\n')}\n`);
    });
}

/** The issues that a reviewer has in hand, by id. Throws WrongUse and DataFaults. */
function issuesOf(options: QueueOptions, officer: string): Set<string> {
  const { ledger } = readLedger(readFolder(options.content));
  if (ledger === undefined)
    throw new DataFaults(`${options.content} 里的台账读不出来 → 先运行 npx ledger check`);
  const account = officerNamed(ledger, officer);
  return new Set(
    [...ledger.issues.values()].flatMap((issue) =>
      officerOf(ledger, issue) === account ? issue.id : [],
    ),
  );
}

/** The issue of a report's path. */
function issueIn(path: string): string {
  return updateAt(path)?.issue ?? path;
}

/** What became of reports that nobody received, in one line. */
export function vanishedLine({ how, where, updates, by, on }: Vanished): string {
  const who = by === undefined ? '' : `${on ?? ''} ${by} `;
  const branch = where.replace(/^refs\/(?:heads\/|remotes\/)?/u, '');
  const what = {
    buried: `在提交 ${where.slice(0, 10)} 里，合并时被丢掉`,
    deleted: `${who}删除了分支 ${branch}`,
    rewound: `${who}把分支 ${branch} 退回到以前`,
  }[how];
  return `没有收件就不见了：${updates.join('、')}（${what}）`;
}

/** After a fetch the remote's main is ahead of the one here, and what it has merged waits no longer. */
function newestMain(place: Place): string {
  const [here, there] = [commitOf(place, 'main'), commitOf(place, 'refs/remotes/origin/main')];
  if (there === undefined) return 'main';
  return here === undefined || isAncestor(place.repository, here.id, there.id)
    ? 'refs/remotes/origin/main'
    : 'main';
}
