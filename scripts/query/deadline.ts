/** `ledger deadline TEXT --listed-on DATE`: how a phrase of a list is read, and why. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { deadlineGroups } from '../../src/domain/figures/breakdown.ts';
import { type Day, inWords, weekdayOf } from '../../src/day/calendar.ts';
import { dueOn, reminderOn, recheckOn } from '../../src/domain/issue/deadline/deadline.ts';
import { readDeadline } from '../../src/domain/phrase/read.ts';
import { everyInWords } from '../../src/domain/phrase/frequency/every.ts';
import { valueOn } from '../../src/domain/setting.ts';
import { isWorkday } from '../../src/day/workday.ts';
import { readRecord } from '../../src/ledger/record.ts';
import type { Timing } from '../../src/schema/vocabulary.ts';
import { parseDay, printJson, WrongUse } from '../command.ts';

interface DeadlineOptions {
  listedOn: Day;
  content: string;
  json?: boolean;
}

/** What the office's settings add, on the list's day. */
interface Settings {
  closeOfBusiness: string;
  reviewEveryDays: number;
}

/** What holds where a folder has no timing.yaml: the values that the program ships. */
const SHIPPED: Settings = { closeOfBusiness: '18:00', reviewEveryDays: 90 };
const WEEKDAYS = '一二三四五六日';

export function deadlineCommand(): Command {
  return new Command('deadline')
    .description('看一句整改时限怎样读、为什么这样读；读不准的列出可能的读法')
    .argument('<时限>', '来源文件里的写法，如 5月底')
    .addOption(
      new Option('--listed-on <日期>', '列入日期（清单的填表日期），如 2020-05-13')
        .argParser(parseDay)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--content <文件夹>', '台账所在文件夹，从中取下班时刻和复查间隔').default(
        'content',
      ),
    )
    .addOption(new Option('--json', '输出 JSON，供其他程序使用'))
    .action((text: string, options: DeadlineOptions) => {
      if (text.trim() === '') throw new WrongUse('时限是空的', '写上来源文件里的时限，如 5月底');
      const shown = flatDeadline(text, options.listedOn, settingsIn(options));
      if (options.json) printJson(shown);
      else process.stdout.write(`${deadlineLines(shown, options.listedOn).join('\n')}\n`);
    });
}

/** The reading of a phrase as one flat object; what a kind does not have is null. */
export function flatDeadline(text: string, listedOn: Day, settings: Settings) {
  const { closeOfBusiness, reviewEveryDays } = settings;
  const { deadline, why, asks } = readDeadline(text, { listedOn, closeOfBusiness });
  const due = dueOn(deadline);
  const recheck = recheckOn(deadline, { listedOn, reviewEveryDays });
  return {
    kind: deadline.kind,
    text: deadline.text,
    dueOn: due?.day ?? null,
    dueOnCertain: due?.certain ?? null,
    time: 'time' in deadline ? (deadline.time ?? null) : null,
    goal: 'goal' in deadline ? (deadline.goal ?? null) : null,
    reportOn: 'reportOn' in deadline ? (deadline.reportOn ?? null) : null,
    from: 'from' in deadline ? (deadline.from ?? null) : null,
    start: 'start' in deadline ? (deadline.start ?? null) : null,
    length: 'length' in deadline ? deadline.length : null,
    every: 'every' in deadline ? deadline.every : null,
    reviewOn: recheck?.day ?? null,
    reviewEvery: recheck?.every ?? null,
    reviewSetBy: recheck?.setBy ?? null,
    reminderOn: due ? reminderOn(due.day).day : null,
    unread: deadline.kind === 'unread',
    candidates: deadline.kind === 'unread' ? deadline.candidates : [],
    why,
    asks: asks ?? null,
  };
}

type Shown = ReturnType<typeof flatDeadline>;

/** The same in Chinese, a line each. */
function deadlineLines(shown: Shown, listedOn: Day): string[] {
  const { dueOn: due, reminderOn: reminder, reviewOn: recheck, every } = shown;
  const set = shown.reviewSetBy === '系统设定' ? '（系统设定）' : '';
  const line = (title: string, value: string | null) =>
    value === null ? [] : [`${title}：${value}`];
  return [
    `时限：${shown.text}`,
    `列入日期：${withWeekday(listedOn)}`,
    `类型：${deadlineGroups[shown.kind]}`,
    ...line('截止日', due === null ? null : dueWords(due, shown)),
    ...line('提醒日', reminder === null || reminder === due ? null : withWeekday(reminder)),
    ...line('报送日', shown.reportOn === null ? null : withWeekday(shown.reportOn)),
    ...line('到期目标', shown.goal),
    ...line('起算', shown.kind === 'relative' ? (shown.start ?? fromWords(shown.from)) : null),
    ...line('频次', every === null ? null : everyInWords(every)),
    ...line('首次复查', recheck === null ? null : withWeekday(recheck)),
    ...line('复查间隔', recheck === null ? null : `${String(shown.reviewEvery)} 天${set}`),
    '依据：',
    ...shown.why.map((sentence) => `  ${sentence}`),
    ...(shown.candidates.length > 0 ? ['可能的读法：'] : []),
    ...shown.candidates.map((candidate, index) => `  ${String(index + 1)}. ${candidate}`),
    ...(shown.asks === null ? [] : [shown.asks]),
  ];
}

function fromWords(from: Day | null): string | null {
  return from === null ? null : withWeekday(from);
}

function dueWords(due: Day, { time, dueOnCertain }: Shown): string {
  const off = isWorkday(due).workday ? '' : '，不上班，截止日不变';
  const doubt = dueOnCertain === false ? '（推算，可能有变）' : '';
  return `${withWeekday(due)}${time === null ? '' : ` ${time}`}${off}${doubt}`;
}

function withWeekday(day: Day): string {
  return `${inWords(day)}，星期${WEEKDAYS.charAt(weekdayOf(day) - 1)}`;
}

/** The settings that hold on the list's day. Throws WrongUse when the folder's timing.yaml cannot be read. */
function settingsIn({ content, listedOn }: DeadlineOptions): Settings {
  const file = join(content, 'vocabulary', 'timing.yaml');
  if (!existsSync(file)) return SHIPPED;
  const reading = readRecord(file, 'timing', readFileSync(file));
  if (!reading.ok)
    throw new WrongUse(`${file} 有错，取不到时限规则`, '先运行 npx ledger check 改正');
  const timing = reading.value as Timing;
  return {
    closeOfBusiness: valueOn(timing.closeOfBusiness, listedOn),
    reviewEveryDays: valueOn(timing.reviewEveryDays, listedOn),
  };
}
