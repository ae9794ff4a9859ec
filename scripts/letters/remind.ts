/** `ledger remind`: by unit what is due, overdue or silent; recorded once each with --record. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { calendarFile } from '../../src/documents/data/calendar.ts';
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
import { warningsOf } from '../../src/domain/warning.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { reminderLevels } from '../../src/schema/reminder.ts';
import { type Edition, editionOf } from '../../src/views/edition.ts';
import {
  asOfDay,
  type CommonOptions,
  DataFaults,
  newCommand,
  soundLedger,
  printJson,
  WrongUse,
} from '../command.ts';
import { writeAll } from '../output.ts';
import { unitNamed } from '../scope.ts';
import { worded } from './wording.ts';

interface RemindOptions extends CommonOptions {
  unit?: string;
  record?: boolean;
  format: 'text' | 'md' | 'ics';
  channel?: string;
  to?: string;
}

export function remindCommand(): Command {
  return newCommand(
    'remind',
    '催办：按单位列出临期、逾期和没有动静的问题，逐级提醒、督办函、通报、约谈；后面附快到期的更新、备案、认证和复查',
  )
    .addOption(new Option('--unit <单位>', '只要一个单位的：编号、名称或别名'))
    .addOption(new Option('--record', '发出之后登记在 reminders/ 里，每次只登记一回'))
    .addOption(
      new Option('--format <格式>', 'text 发群的文字，md Markdown，ics 日历')
        .choices(['text', 'md', 'ics'])
        .default('text'),
    )
    .addOption(new Option('--channel <渠道>', '登记时写明渠道，如 工作群、函'))
    .addOption(new Option('--to <收件人>', '登记时写明收件人（职务）'))
    .action((options: RemindOptions) => {
      const ledger = soundLedger(options);
      const today = asOfDay(options, ledger);
      const unit = options.unit === undefined ? undefined : unitNamed(ledger, options.unit).id;
      const edition = editionOf(ledger, today, 'internal');
      if (options.format === 'ics') {
        process.stdout.write(calendarFile(edition, unit));
        return;
      }
      const off = dayOff(today);
      const due = off === undefined ? remindersOf(edition, unit) : [];
      const records = options.record === true ? record(ledger, due, today, options) : [];
      if (options.json) {
        const warnings = off === undefined ? warningsOf(edition.standing) : [];
        printJson({
          asOf: today,
          dayOff: off ?? null,
          reminders: due.map(dataOf),
          warnings: warnings.filter((one) => unit === undefined || one.unit === unit),
          records,
        });
        return;
      }
      process.stdout.write(
        off === undefined
          ? wordsOf(edition, due, unit, options)
          : `${inWords(off.on)}不上班，不催办；下一个工作日是${inWords(off.next)}。\n`,
      );
      if (records.length > 0) process.stdout.write(`已登记 ${records.join('、')}。\n`);
    });
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
  unit: string | undefined,
  options: RemindOptions,
): string {
  const written = options.format === 'md' ? markdown : chatText;
  const letters = due.map((one) =>
    written(worded(options.content, 'remind', remindValues(edition, one)).blocks),
  );
  const warnings = warningBlocks(edition, unit).map(written);
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

/** Writes one record a unit and level, all or none. Throws WrongUse. */
function record(
  { site }: Ledger,
  due: readonly DueReminder[],
  today: string,
  { content, channel, to }: RemindOptions,
): string[] {
  if (site.repository === 'public') {
    throw new WrongUse('台账在公开仓库里，不能登记催办', '催办记录只放在内部仓库；去掉 --record');
  }
  const files = due.map(({ unit, level, due: issues }) => {
    const path = `reminders/${today}-${unit}-${level}.yaml`;
    const ids = issues.map(({ issue }) => issue.id);
    const text = canonical('reminder', { unit, level, sentOn: today, issues: ids, channel, to });
    return { path, target: join(resolve(content), path), text };
  });
  const known = files.find(({ target }) => existsSync(target));
  if (known) throw new WrongUse(`已经有 ${known.path}`, '今天已登记过，不再重复');
  writeAll(files.map(({ target, text }) => ({ path: target, bytes: text })));
  return files.map(({ path }) => path);
}
