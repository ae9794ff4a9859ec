/** `ledger remind`: by unit what is due, overdue or silent; recorded once each with --record. */
import { type Command, Option } from 'commander';
import { calendarFile } from '../../src/documents/data/calendar.ts';
import { groupMessage } from '../../src/documents/letter/group-message.ts';
import { chatText, markdown } from '../../src/documents/letter/plain-letter.ts';
import { remindValues } from '../../src/documents/letter/remind.ts';
import { warningBlocks } from '../../src/documents/letter/warnings.ts';
import { inWords } from '../../src/day/calendar.ts';
import {
  dayOff,
  type DueReminder,
  dueReminders,
  remindingRule,
  reminderReasons,
} from '../../src/domain/reminding.ts';
import { type Standing, standing } from '../../src/domain/issue/standing.ts';
import { unitsWarnedAnew, warningsOf } from '../../src/domain/warning.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { reminderLevels } from '../../src/schema/reminder.ts';
import { type Edition, editionOf } from '../../src/views/edition.ts';
import { asOfDay, DataFaults, newCommand, soundLedger, printJson, WrongUse } from '../command.ts';
import {
  type HandingPlace,
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../enter/handing-in.ts';
import { reviewerPosts } from '../enter/new-record.ts';
import { unitNamed } from '../scope.ts';
import { worded } from './wording.ts';

interface RemindOptions extends HandingOptions {
  unit?: string;
  record?: boolean;
  format: 'text' | 'md' | 'group' | 'ics';
  channel?: string;
  to?: string;
}

export function remindCommand(): Command {
  return handingOptions(
    newCommand(
      'remind',
      '催办：按单位列出临期、逾期和没有动静的问题，逐级提醒、督办函、通报、约谈；后面附快到期的更新、备案、认证和复查，上次登记以后没有变化的不再附',
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
    .addOption(new Option('--channel <渠道>', '登记时写明渠道，如 工作群、函'))
    .addOption(new Option('--to <收件人>', '登记时写明收件人（职务）'))
    .action(remind);
}

function remind(options: RemindOptions): void {
  const desk = options.record === true ? openHandingPlace(options) : undefined;
  const ledger = desk?.ledger ?? soundLedger(options);
  const today = asOfDay(options, ledger);
  const unit = options.unit === undefined ? undefined : unitNamed(ledger, options.unit).id;
  const edition = editionOf(ledger, today, 'internal');
  if (options.format === 'ics') {
    process.stdout.write(calendarFile(edition, unit));
    return;
  }
  const off = dayOff(today);
  const due = off === undefined ? remindersOf(edition, unit) : [];
  const warned = off === undefined ? warnedUnits(edition, unit) : new Set<string>();
  const recorded = desk && record(desk, due, today, unit, options);
  if (options.json) {
    printJson({
      asOf: today,
      dayOff: off ?? null,
      reminders: due.map(dataOf),
      warnings: warningsOf(edition.standing).filter((one) => warned.has(one.unit)),
      records: recorded?.paths ?? [],
      branch: recorded?.branch ?? null,
    });
    return;
  }
  process.stdout.write(
    off === undefined
      ? wordsOf(edition, due, warned, options)
      : `${inWords(off.on)}不上班，不催办；下一个工作日是${inWords(off.next)}。\n`,
  );
  if (recorded && recorded.paths.length > 0)
    process.stdout.write(`已登记 ${recorded.paths.join('、')}。\n${recorded.lines.join('\n')}\n`);
}

/** The units whose warnings changed since the last reminder on record; `unit`: only that one. */
function warnedUnits({ standing: now, ledger, today }: Edition, unit: string | undefined) {
  const last = ledger.reminders.findLast(({ sentOn }) => sentOn <= today)?.sentOn;
  const then: Standing | undefined = last === undefined ? undefined : standing(ledger, last);
  const anew = unitsWarnedAnew(now, then);
  return unit === undefined ? anew : new Set([unit].filter((id) => anew.has(id)));
}

/** What is to be sent, by the office's rule. Throws DataFaults where the ledger has none. */
function remindersOf(edition: Edition, unit: string | undefined): DueReminder[] {
  const rule = remindingRule(edition.ledger.vocabulary.reminding, edition.today);
  if (rule === undefined) {
    throw new DataFaults(
      '台账缺少催办规则 vocabulary/reminding.yaml → 可参照程序自带台账的同名文件补上',
    );
  }
  return dueReminders(edition.standing, rule, edition.ledger.reminders).filter(
    (one) => unit === undefined || one.unit === unit,
  );
}

function wordsOf(
  edition: Edition,
  due: readonly DueReminder[],
  warned: ReadonlySet<string>,
  options: RemindOptions,
): string {
  if (options.format === 'group') return `${groupMessage(edition, due) ?? '今天没有要催办的。'}\n`;
  const written = options.format === 'md' ? markdown : chatText;
  const letters = due.map((one) =>
    written(worded(options.content, 'remind', remindValues(edition, one)).blocks),
  );
  const warnings = warningBlocks(edition, warned).map(written);
  return [...(letters.length === 0 ? ['今天没有要催办的。\n'] : letters), ...warnings].join('\n');
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
  if (desk.ledger.site.repository === 'public') {
    throw new WrongUse('台账在公开仓库里，不能登记催办', '催办记录只放在内部仓库；去掉 --record');
  }
  const { channel, to } = options;
  const files = new Map(
    due.map(({ unit, level, due: issues }) => {
      const ids = issues.map(({ issue }) => issue.id);
      const text = canonical('reminder', { unit, level, sentOn: today, issues: ids, channel, to });
      return [`reminders/${today}-${unit}-${level}.yaml`, text];
    }),
  );
  const paths = [...files.keys()];
  if (paths.length === 0) return { paths, lines: [], branch: undefined };
  const known = paths.find((path) => desk.content.texts.has(path));
  if (known !== undefined) throw new WrongUse(`已经有 ${known}`, '今天已登记过，不再重复');
  const { lines, branch } = handIn(
    desk,
    {
      files,
      branch: `remind/${today}${of === undefined ? '' : `-${of}`}`,
      message: `登记${inWords(today)}的催办`,
      as: reviewerPosts,
      isNamed: false,
    },
    options,
  );
  return { paths, lines, branch };
}
