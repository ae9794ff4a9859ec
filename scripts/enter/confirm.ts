/** `ledger confirm`: 上级核销 of many issues at once, from the paper of the level that assigned them, as one proposal. */
import { existsSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { IssueStanding } from '../../src/domain/issue/standing.ts';
import { ledTo } from '../../src/domain/issue/timeline.ts';
import { columnNamesOf } from '../../src/intake/record/papers.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import { readPapers, refusals } from '../../src/paper/folder.ts';
import { placeInWords } from '../../src/paper/sheet.ts';
import { DataFaults, newCommand, parseDay, printJson, todayInChina, WrongUse } from '../command.ts';
import { Asker } from './new/ask.ts';
import {
  assignedAbove,
  confirmationMessage,
  confirmationFiles,
  confirmedInPapers,
  sortedIssues,
} from './confirming.ts';
import {
  type HandingPlace,
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from './handing-in.ts';
import { reviewerPosts } from './new/new-record.ts';

interface ConfirmOptions extends HandingOptions {
  from?: string;
  issue: string[];
  document?: string;
  on?: string;
  as: string[];
}

export function confirmCommand(): Command {
  return handingOptions(
    newCommand('confirm', '上级核销：照上级的文件一次登记多个；认不准的先问，全部写入或全部不写'),
  )
    .addOption(
      new Option(
        '--from <文件>',
        '上级的核销名单（Word、Excel、文字）：问题编号，或序号和账号名称',
      ),
    )
    .addOption(new Option('--issue <问题...>', '问题编号，可写多个').default([], '没有'))
    .addOption(new Option('--document <文号>', '核销文号'))
    .addOption(new Option('--on <日期>', '核销日期').argParser(parseDay))
    .addOption(
      new Option(
        '--as <第几行=问题...>',
        '名单里认不准的行是哪个问题，如 5=2026-special-03；不在内的写 5=无',
      ).default([], '没有'),
    )
    .action(async (options: ConfirmOptions) => {
      const asker = new Asker();
      try {
        await confirm(options, asker);
      } finally {
        asker.close();
      }
    });
}

async function confirm(options: ConfirmOptions, asker: Asker): Promise<void> {
  if (options.from === undefined && options.issue.length === 0)
    throw new WrongUse('没有写核销哪些问题', '加 --from 名单文件，或 --issue 问题编号');
  const desk = openHandingPlace(options);
  const today = options.asOf ?? todayInChina();
  const above = assignedAbove(desk.ledger, today);
  const named = new Map(options.issue.map((id) => [id, assigned(desk, above, id)]));
  if (options.from !== undefined)
    for (const one of await fromPaper(desk, above, options)) named.set(one.id, one);
  const { left, settled } = waitingOf([...named.values()]);
  if (left.length === 0) {
    process.stdout.write(`${settled}没有要核销的。\n`);
    return;
  }
  const isPublic = desk.ledger.site.repository === 'public';
  const document = isPublic
    ? undefined
    : await asker.answer(options.document, { title: '核销文号', flag: '--document' });
  const confirmedOn = parseDay(
    (await asker.answer(options.on, { title: '核销日期', flag: '--on' })) ?? '',
  );
  const files = confirmationFiles(left, desk.ledger, { today, confirmedOn, document });
  const { lines, branch, draft } = handIn(
    desk,
    {
      files,
      branch: `confirm/${today}`,
      message: confirmationMessage(left),
      as: reviewerPosts,
      isNamed: false,
    },
    options,
  );
  const passages = draft.stories.map(({ issue, after }) => {
    const update = after.timeline.findLast((entry) => entry.update !== undefined)?.update;
    const words = update && ledTo(after.timeline, update.id);
    return `${issue}：${words?.before ?? ''} → ${words?.after ?? ''}`;
  });
  if (options.json) printJson({ confirmed: left.map(({ id }) => id), branch: branch ?? null });
  else process.stdout.write(`${settled}${[...passages, ...lines].join('\n')}\n`);
}

/** The issue of that number, which the level above assigned. Throws WrongUse. */
function assigned(
  { ledger }: HandingPlace,
  above: readonly IssueStanding[],
  id: string,
): IssueStanding {
  const found = above.find((one) => one.id === id);
  if (found) return found;
  throw ledger.issues.has(id)
    ? new WrongUse(`${id} 不是上级交办的，不用上级核销`, '请登记“验收”')
    : new WrongUse(
        `台账里没有问题 ${id}`,
        didYouMean(id, ledger.issues.keys()) || '运行 npx ledger status 看有哪些问题',
      );
}

/** The issues that the paper names. Throws WrongUse and DataFaults. */
async function fromPaper(
  desk: HandingPlace,
  above: readonly IssueStanding[],
  { from = '', as }: ConfirmOptions,
): Promise<IssueStanding[]> {
  const { ledger } = desk;
  if (!existsSync(from)) throw new WrongUse(`找不到 ${from}`, '检查文件名和位置');
  const names = columnNamesOf(ledger);
  const { papers, unread } = await readPapers(from, (name) => names.find(name) !== undefined);
  const faults = refusals(unread);
  const rows = confirmedInPapers(papers, ledger, above);
  if (faults.length === 0 && rows.length === 0)
    faults.push(`${from} 里没有读出问题编号，也没有序号和账号名称 → 检查文件，或改用 --issue`);
  const answers = new Map(
    as.map((answer): [string, string] => {
      const [row = '', issue = ''] = answer.split('=');
      return [row.trim(), issue.trim()];
    }),
  );
  const found: IssueStanding[] = [];
  for (const { place, words, meant } of rows) {
    const answer = answers.get(String(place.row));
    if (answer === '无') continue;
    if (answer !== undefined) {
      found.push(assigned(desk, above, answer));
      continue;
    }
    const [only] = meant;
    if (only !== undefined && meant.length === 1) found.push(only);
    else
      faults.push(
        `${placeInWords(place)}“${words}”${meant.length === 0 ? '认不出是哪个问题' : `可能是 ${meant.map(({ id }) => id).join('、')}`} → 加 --as ${String(place.row)}=问题编号；不在台账里的写 ${String(place.row)}=无`,
      );
  }
  if (faults.length > 0) throw new DataFaults(`${faults.join('\n')}\n没有写入：先把上面的写清楚。`);
  return found;
}

/** What waits for the confirmation; what has it already is told. Throws DataFaults for what is not accepted yet. */
function waitingOf(named: readonly IssueStanding[]): { left: IssueStanding[]; settled: string } {
  const { left, done, wrong } = sortedIssues(named);
  if (wrong.length > 0)
    throw new DataFaults(
      `${wrong.join('\n')}\n没有写入：先登记“验收”，或从名单里去掉（--as 行=无）。`,
    );
  const settled = done.length === 0 ? '' : `已经登记过核销，略过：${done.join('、')}。\n`;
  return { left, settled };
}
