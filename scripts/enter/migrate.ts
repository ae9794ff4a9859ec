/** `ledger migrate`: brings a ledger of an older format to the program's; all of it or nothing. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { readFolder } from '../../src/ledger/content.ts';
import { writeTogether } from '../../src/ledger/writing/pending.ts';
import { migrate, type MigrationResult } from '../../src/ledger/migrations/migrate.ts';
import { isBareStamp } from '../../src/text/stamp.ts';
import {
  DataFaults,
  WrongUse,
  newCommand,
  printJson,
  shownFault,
  type CommonOptions,
} from '../command.ts';

export function migrateCommand(): Command {
  return newCommand('migrate', '把旧格式的台账升级到本程序的格式')
    .option('--dry-run', '只看要改哪些文件，不写')
    .action((options: CommonOptions & { dryRun?: boolean }) => {
      const folder = resolve(options.content);
      if (!existsSync(folder) || !statSync(folder).isDirectory())
        throw new WrongUse(
          `找不到台账文件夹 ${options.content}`,
          '用 --content 指明台账所在文件夹',
        );
      const content = readFolder(folder);
      const result = migrate(content);
      if (options.json) printJson(plainResult(result));
      if (result.kind === 'refused') {
        if (options.json) {
          process.exitCode = 1;
          return;
        }
        throw new DataFaults(
          `${result.faults.map((fault) => shownFault(options.content, fault)).join('\n')}\n没有升级，也没有写任何文件。`,
        );
      }
      if (result.kind === 'migrated' && !options.dryRun) writeFiles(folder, result.files);
      if (!options.json)
        process.stdout.write(
          `${[...linesOf(result, options.dryRun ?? false), ...bareLines(content.texts.keys())].join('\n')}\n`,
        );
    });
}

/** Changed files all or none; a file that is no longer needed goes only when they are in place. */
function writeFiles(folder: string, files: ReadonlyMap<string, string | undefined>): void {
  const kept = [...files].flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  writeTogether(folder, new Map(kept));
  for (const [path, text] of files) if (text === undefined) rmSync(join(folder, path));
}

function plainResult(result: MigrationResult): object {
  if (result.kind !== 'migrated') return result;
  const { kind, from, to, steps, files } = result;
  return { kind, from, to, steps: steps.map(({ title }) => title), files: [...files.keys()] };
}

/** Names the records whose names have no ending: the form's are by UTC, and only a person knows who wrote one by hand. */
function bareLines(paths: Iterable<string>): string[] {
  const bare = [...paths].filter(
    (path) => /^(?:updates|registry)\//u.test(path) && isBareStamp(path.replace(/\.yaml$/u, '')),
  );
  if (bare.length === 0) return [];
  return [
    `有 ${String(bare.length)} 份记录的文件名里时刻后面没有编码，是网页表单写的，按世界时（比北京时间早 8 小时）排先后。手写而按北京时间起的名，同一天有几份时请核对先后：`,
    ...bare.map((path) => `  ${path}`),
  ];
}

function linesOf(
  result: Exclude<MigrationResult, { kind: 'refused' }>,
  dryRun: boolean,
): readonly string[] {
  if (result.kind === 'current') return [`台账已是第 ${String(result.version)} 版，不用升级。`];
  const { from, to, steps, files } = result;
  return [
    ...steps.map((step) => `第 ${String(step.to)} 版：${step.title}`),
    ...[...files].map(([path, text]) => `${text === undefined ? '删除' : '修改'} ${path}`),
    dryRun
      ? `从第 ${String(from)} 版升级到第 ${String(to)} 版要改 ${String(files.size)} 个文件；现在没有写，去掉 --dry-run 就升级。`
      : `已从第 ${String(from)} 版升级到第 ${String(to)} 版，改了 ${String(files.size)} 个文件，升级后检查没有错误。`,
  ];
}
