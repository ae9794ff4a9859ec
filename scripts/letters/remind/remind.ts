/** `ledger remind`: by unit what is due, overdue or silent; recorded once each with --record. */
import { type Command, Option } from 'commander';
import { calendarFile } from '../../../src/documents/data/calendar.ts';
import { inWords } from '../../../src/day/calendar.ts';
import { dayOff, type DueReminder, reminderReasons } from '../../../src/domain/reminding.ts';
import { warningsOf } from '../../../src/domain/warning.ts';
import { reminderLevels } from '../../../src/schema/reminder.ts';
import { type Face, faceOf } from '../../../src/views/face.ts';
import { asOfDay, newCommand, soundLedger, printJson, WrongUse } from '../../command.ts';
import {
  type HandingPlace,
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../../enter/handing-in.ts';
import { reviewerPosts } from '../../enter/new/new-record.ts';
import { unitNamed } from '../../scope.ts';
import { type GroupOptions, groupWords } from './group.ts';
import { lettersFor, reminderProposal, remindersOf, warnedUnits } from './reminders.ts';

interface RemindOptions extends HandingOptions, GroupOptions {
  unit?: string;
  record?: boolean;
  send?: boolean;
  yes?: boolean;
  format: 'text' | 'md' | 'group' | 'ics';
  channel?: string;
  to?: string;
}

export function remindCommand(): Command {
  return handingOptions(
    newCommand(
      'remind',
      '催办：按单位列出临期、逾期和未报进展的问题，逐级提醒、督办函、通报、约谈；后面附快到期的更新、备案、认证和复查，上次登记以后没有变化的不再附',
    ),
  )
    .addOption(new Option('--unit <单位>', '只要一个单位的：编号、名称或别名'))
    .addOption(new Option('--record', '发出之后登记，写成一个分支，合并了才算；每次只登记一回'))
    .addOption(
      new Option(
        '--format <格式>',
        'text 每个单位一段文字，md Markdown，group 发工作群的一条消息，ics 日历',
      )
        .choices(['text', 'md', 'group', 'ics'])
        .default('text'),
    )
    .addOption(
      new Option(
        '--audience <谁看>',
        '与 --format group 合用：internal 内部的工作群，public 外人也看的群，只说公开站上有的',
      )
        .choices(['internal', 'public'])
        .default('internal'),
    )
    .addOption(new Option('--picture <文件>', '与 --format group 合用：同样内容的一张图，SVG'))
    .addOption(
      new Option(
        '--send',
        '发到 site.yaml 的 sending 写明的邮件、群机器人：先预演，加 --yes 才发，发了就登记，一天一回（docs/sending.md）',
      ),
    )
    .addOption(new Option('--yes', '与 --send 合用：真的发'))
    .addOption(new Option('--channel <渠道>', '登记时写明渠道，如 工作群、函'))
    .addOption(new Option('--to <收件人>', '登记时写明收件人（职务）'))
    .action(remind);
}

async function remind(options: RemindOptions): Promise<void> {
  if (options.send === true) {
    refuseWithSend(options);
    const { sendReminders } = await import('./send.ts');
    await sendReminders(options);
    return;
  }
  if (
    options.format !== 'group' &&
    (options.picture !== undefined || options.audience === 'public')
  )
    throw new WrongUse('--picture 和 --audience 要与 --format group 合用', '加 --format group');
  if (options.yes === true) throw new WrongUse('--yes 要与 --send 合用', '加 --send，或去掉 --yes');
  const desk = options.record === true ? openHandingPlace(options) : undefined;
  const ledger = desk?.ledger ?? soundLedger(options);
  const today = asOfDay(options, ledger);
  const unit = options.unit === undefined ? undefined : unitNamed(ledger, options.unit).id;
  const face = faceOf(ledger, today, 'internal');
  if (options.format === 'ics') {
    process.stdout.write(calendarFile(face, unit));
    return;
  }
  const off = dayOff(today);
  const due = off === undefined ? remindersOf(face, unit) : [];
  const warned = off === undefined ? warnedUnits(face, unit) : new Set<string>();
  const recorded = desk && record(desk, due, today, unit, options);
  if (options.json) {
    printJson({
      asOf: today,
      dayOff: off ?? null,
      reminders: due.map(dataOf),
      warnings: warningsOf(face.standing).filter((one) => warned.has(one.unit)),
      records: recorded?.paths ?? [],
      branch: recorded?.branch ?? null,
    });
    return;
  }
  process.stdout.write(
    off === undefined
      ? wordsOf(face, due, warned, options)
      : `${inWords(off.on)}不上班，不催办；下一个工作日是${inWords(off.next)}。\n`,
  );
  if (recorded && recorded.paths.length > 0)
    process.stdout.write(`已登记 ${recorded.paths.join('、')}。\n${recorded.lines.join('\n')}\n`);
}

/** What is sent is all of the day, recorded by itself on its own branch. Throws WrongUse. */
function refuseWithSend({ record, unit, branch, channel, push }: RemindOptions): void {
  for (const [name, value] of Object.entries({ record, unit, branch, channel, push }))
    if (value !== undefined)
      throw new WrongUse(
        `--send 不能与 --${name} 合用`,
        '发的是当天的全部，自己登记、自己推送；去掉它',
      );
}

function wordsOf(
  face: Face,
  due: readonly DueReminder[],
  warned: ReadonlySet<string>,
  options: RemindOptions,
): string {
  if (options.format === 'group') return groupWords(face, due, options);
  const { reminders, warnings } = lettersFor(
    face,
    due,
    warned,
    options.content,
    options.format === 'md' ? options.format : 'text',
  );
  return [...(reminders.length === 0 ? ['今天没有要催办的。\n'] : reminders), ...warnings].join(
    '\n',
  );
}

function dataOf({ unit, level, due }: DueReminder) {
  return {
    unit,
    level,
    levelName: reminderLevels[level],
    issues: due.map(({ issue, reason, workdays }) => ({
      id: issue.id,
      reason,
      reasonName: reminderReasons[reason],
      workdays,
    })),
  };
}

/** Hands in one record a unit and level, all or none, as one proposal. Throws WrongUse and DataFaults. */
function record(
  desk: HandingPlace,
  due: readonly DueReminder[],
  today: string,
  of: string | undefined,
  options: RemindOptions,
): { paths: string[]; lines: string[]; branch: string | undefined } {
  const proposal = reminderProposal(desk, due, today, { ...options, unit: of });
  const paths = [...proposal.files.keys()];
  if (paths.length === 0) return { paths, lines: [], branch: undefined };
  const { lines, branch } = handIn(
    desk,
    { ...proposal, as: reviewerPosts, isNamed: false },
    options,
  );
  return { paths, lines, branch };
}
