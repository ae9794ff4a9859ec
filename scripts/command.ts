/** What every command shares: Chinese help, common options, opening a ledger, the two errors a command may throw (`main.ts` turns them into exit codes). */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { ledgerOn } from '../src/domain/ledger-on.ts';
import { checkLedger, isSound, type CheckResult } from '../src/ledger/check.ts';
import { readFolder } from '../src/ledger/content.ts';
import { type Fault, faultLine } from '../src/ledger/fault.ts';
import type { ReadRecord } from '../src/ledger/record.ts';
import { inWords } from '../src/day/calendar.ts';
import { laterInWords, recordsAfter } from '../src/domain/later.ts';
import { isOfOurTime, isRealDay } from '../src/schema/field.ts';
import type { Ledger } from '../src/schema/ledger.ts';
import { dayInChina } from '../src/day/china.ts';
import { jsonFile } from '../src/text/notation/json.ts';

/** The command was used wrongly: exit code 2. */
export class WrongUse extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** The data has faults: exit code 1. `message` is what is printed. */
export class DataFaults extends Error {}

export interface CommonOptions {
  content: string;
  asOf?: string;
  json?: boolean;
}

/** A command with the common options `--content --as-of --json`. */
export function newCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(new Option('--content <文件夹>', '台账所在文件夹').default(ledgerHere()))
    .addOption(new Option('--as-of <日期>', '统计截止日，如 2020-05-31').argParser(parseDay))
    .addOption(new Option('--json', '输出 JSON，供其他程序使用'));
}

/** Where records lie unless somebody says: at the root of the ledger's own repository, when run in it, else in content/. */
function ledgerHere(): string {
  return existsSync('site.yaml') ? '.' : 'content';
}

/** The program without commands. */
export function newProgram(): Command {
  const program = new Command('ledger').description(
    '整改台账：政府网站与政务新媒体问题的登记、催办、销号与统计',
  );
  program.exitOverride();
  program.configureOutput({ writeErr: () => undefined });
  chineseHelp(program);
  program.addHelpText(
    'after',
    '\n每个命令加 --help 看详细用法，如：npx ledger check --help\n退出码：0 正常 · 1 台账有错 · 2 用法不对 · 3 程序出错',
  );
  return program;
}

/** Chinese words for commander's own. */
export function chineseHelp(command: Command): void {
  command.helpOption('-h, --help', '显示用法');
  command.helpCommand(false);
  command.configureHelp({
    styleTitle: (title) =>
      title
        .replace('Usage:', '用法：')
        .replace('Options:', '选项：')
        .replace('Arguments:', '参数：')
        .replace('Commands:', '命令：'),
    optionDescription: (option) => {
      const parts: string[] = [];
      if (option.argChoices) parts.push(`可选：${option.argChoices.join('、')}`);
      const otherwise = option.defaultValueDescription;
      if (otherwise !== undefined) parts.push(`不写则${otherwise}`);
      else if (option.defaultValue !== false && String(option.defaultValue ?? '') !== '')
        parts.push(`不写则为 ${String(option.defaultValue)}`);
      return parts.length > 0 ? `${option.description}（${parts.join('；')}）` : option.description;
    },
    commandUsage: (cmd) =>
      `npx ${[cmd.parent?.parent?.name(), cmd.parent?.name(), cmd.name()].filter(Boolean).join(' ')} ${cmd.usage().replace('[options]', '[选项]').replace('[command]', '[命令]')}`,
    subcommandTerm: (cmd) => cmd.name(),
  });
}

/** A day given on the command line. Throws WrongUse. */
export function parseDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && isRealDay(text) && isOfOurTime(text)) return text;
  throw new WrongUse(`“${text}”不是日期`, '写成 2020-05-31 这样');
}

/** Today in China, YYYY-MM-DD. The one place where commands read the clock. */
export function todayInChina(): string {
  return dayInChina(new Date());
}

/**
 * The day from which a command counts: `--as-of`, else the ledger's own `asOf`, else today. A day that the ledger pins is
 * named before anything else, with what it leaves out: an empty list of such a day is not an empty ledger.
 */
export function asOfDay(options: CommonOptions, ledger: Ledger): string {
  const { asOf } = ledger.site;
  if (options.asOf === undefined && asOf !== undefined) sayPinned(asOf, ledger);
  return options.asOf ?? asOf ?? todayInChina();
}

/** Ledgers whose pinned day was named: a command that asks twice says it once. */
const named = new WeakSet<Ledger['site']>();

/** Names the day that a ledger pins, and the records that are later. On stderr, so that JSON stays JSON. */
export function sayPinned(asOf: string, ledger: Ledger): void {
  if (named.has(ledger.site)) return;
  named.add(ledger.site);
  process.stderr.write(
    `统计截止日：${inWords(asOf)}（site.yaml 写定的 asOf，不是今天；要别的日子用 --as-of）。${laterInWords(recordsAfter(ledger, asOf))}\n`,
  );
}

/** Refuses an official paper with nothing in it, unless it is asked for. Throws WrongUse. */
export function refuseEmpty(isEmpty: boolean, what: string, on: string, empty?: boolean): void {
  if (!isEmpty || empty === true) return;
  throw new WrongUse(
    `截至${inWords(on)}，${what}，没有生成`,
    '核对统计截止日（--as-of）和范围；确要一份空的，加 --empty',
  );
}

/** The option that asks for it. */
export const emptyOption = (): Option => new Option('--empty', '没有内容也生成');

/** Checks the folder named by `--content`. Shows progress on a terminal when it takes long. `read` as in `readLedger`. Throws WrongUse. */
export function openContent(dir: string, read?: ReadRecord): CheckResult {
  const folder = resolve(dir);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new WrongUse(`找不到台账文件夹 ${dir}`, '用 --content 指明台账所在文件夹');
  }
  if (!existsSync(join(folder, 'site.yaml')) && !existsSync(join(folder, 'vocabulary')))
    throw new WrongUse(
      `${dir} 不是台账：里面没有 site.yaml`,
      '用 --content 指明台账所在文件夹；新立台账的，运行 npx ledger init 新文件夹',
    );
  const started = performance.now();
  const line = { shown: false };
  const progress = (done: number, all: number): void => {
    if (!process.stderr.isTTY || performance.now() - started < 500) return;
    line.shown = true;
    process.stderr.write(`\r读取 ${String(done)} / ${String(all)} 个文件`);
  };
  const result = checkLedger(readFolder(folder), progress, read);
  if (line.shown) process.stderr.write('\r\u001B[K');
  return result;
}

/** A fault with its file as seen from where the command was given, so that a terminal opens it at a click. */
export function shownFault(content: string, fault: Fault): string {
  return faultLine({ ...fault, file: join(content, fault.file) });
}

/** A sound ledger, with units and accounts as on the day; or DataFaults that lists what is wrong. `read` as in `readLedger`. Throws WrongUse. */
export function soundLedger(options: CommonOptions, read?: ReadRecord): Ledger {
  const result = openContent(options.content, read);
  if (result.ledger && isSound(result))
    return ledgerOn(result.ledger, asOfDay(options, result.ledger));
  const faults = result.faults.filter(({ severity }) => severity === 'fault');
  throw new DataFaults(
    `${faults.map((fault) => shownFault(options.content, fault)).join('\n')}\n台账有 ${String(faults.length)} 处错误，请先改正。`,
  );
}

/** Prints one JSON value. */
export function printJson(value: unknown): void {
  process.stdout.write(jsonFile(value));
}
