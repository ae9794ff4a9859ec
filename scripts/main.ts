/** Finds the command, runs it, turns what it throws into an exit code. */
import { diskTrouble } from './output.ts';
import { CommanderError, type Command } from 'commander';
import { GitIncomplete } from '../src/history/git/git.ts';
import { didYouMean } from '../src/ledger/message.ts';
import { DataFaults, WrongUse, chineseHelp, newProgram } from './command.ts';
import { commands } from './commands.ts';

/** Runs `ledger ARGV` and returns the exit code: 0 right, 1 faults in the data, 2 wrong use, 3 broken. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const program = newProgram();
    const name = nameIn(argv);
    const known = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (name !== undefined && !known && name !== 'help') {
      throw new WrongUse(
        `没有“${name}”这个命令`,
        didYouMean(name, Object.keys(commands)) || '运行 npx ledger --help 看有哪些命令',
      );
    }
    if (known) program.addCommand(strict(await known.load()));
    else
      for (const [command, { about }] of Object.entries(commands))
        program.command(command).description(about);
    if (argv.length === 0 || (argv.length === 1 && argv[0] === 'help')) {
      process.stdout.write(program.helpInformation());
      return 0;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    return sayError(error, argv);
  }
}

/** The first word that is no option: the command's name. */
function nameIn(argv: readonly string[]): string | undefined {
  return argv.find((word) => !word.startsWith('-'));
}

/** Whether what failed is that the program is here without the packages that bundle its pages. */
function needsBuilder(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ERR_MODULE_NOT_FOUND' && /'(?:astro|esbuild)[/']/u.test(message);
}

function strict(command: Command): Command {
  command.exitOverride();
  command.configureOutput({ writeErr: () => undefined });
  chineseHelp(command);
  command.commands.forEach((sub) => strict(sub));
  return command;
}

function sayError(error: unknown, argv: readonly string[]): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const help = ['npx ledger', nameIn(argv) ?? [], '--help'].flat().join(' ');
    process.stderr.write(`用法不对：${commanderSentence(error)}\n看用法：${help}\n`);
    return 2;
  }
  if (error instanceof WrongUse) {
    process.stderr.write(`${error.message} → ${error.remedy}\n`);
    return 2;
  }
  if (error instanceof DataFaults || error instanceof GitIncomplete) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (needsBuilder(error)) {
    process.stderr.write(
      '这里装的是办公室部分，没有打包网页的工具（dev、bundle 要用） → 用生成部分的离线包（ledger bundle --part builder），或装有 npm 的电脑上的程序\n',
    );
    return 2;
  }
  const reason = diskTrouble(error);
  if (reason !== undefined) {
    const { path } = error as NodeJS.ErrnoException;
    process.stderr.write(`${reason}${path === undefined ? '' : `：${path}`} → 处理后再运行一次\n`);
    return 1;
  }
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `程序出错：${text}\n请把这句话和所用的命令一起告诉管理员；设 LEDGER_DEBUG=1 再运行可看到详细位置。\n`,
  );
  if (process.env['LEDGER_DEBUG'] && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
  return 3;
}

function commanderSentence(error: CommanderError): string {
  const named = /'([^']+)'/u.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return `没有 ${named} 这个选项`;
    case 'commander.missingArgument':
      return `缺少参数 ${named}`;
    case 'commander.optionMissingArgument':
      return `选项 ${named} 后面缺少值`;
    case 'commander.missingMandatoryOptionValue':
      return `必须给出选项 ${named}`;
    case 'commander.excessArguments':
      return '多余的参数';
    case 'commander.invalidArgument':
      return invalidSentence(error.message);
    case 'commander.unknownCommand':
      return `没有 ${named} 这个子命令`;
    default:
      return error.message;
  }
}

/** `option '--action <事项>' argument '销号' is invalid. Allowed choices are a, b.` in Chinese. */
function invalidSentence(message: string): string {
  const match =
    /^error: option '(?:-\w, )?(\S+).*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/su.exec(
      message,
    );
  if (!match) return message.replace(/^error: /u, '');
  const [, option = '', value = '', choices = ''] = match;
  return `选项 ${option} 的值“${value}”不对，可选：${choices.replaceAll(', ', '、')}`;
}
