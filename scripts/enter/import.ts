/** `ledger import`: reads an official list, shows what it would become, and writes it only when told to. */
import { existsSync, readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { type Content, readFolder } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { answerBook, readAnswerBook } from '../../src/intake/inquiry/answer-book.ts';
import { readAnswers, withQuestions, type GivenAnswers } from '../../src/intake/inquiry/answers.ts';
import { readPapers, refusals, type UnreadFile } from '../../src/paper/folder.ts';
import type { ImportPlan } from '../../src/intake/record/plan.ts';
import { planData, previewLines } from '../../src/intake/record/preview.ts';
import {
  DataFaults,
  newCommand,
  soundLedger,
  parseDay,
  printJson,
  WrongUse,
  type CommonOptions,
} from '../command.ts';
import { writeWhole } from '../output.ts';
import { enterFiles } from './entry.ts';
import { isColumnOf, messageOf, importPlan, whyNotImported } from './importing.ts';

interface ImportOptions extends CommonOptions {
  campaign?: string;
  listedOn?: string;
  answers?: string;
  askOut?: string;
  write?: boolean;
  branch?: string;
  all?: boolean;
}

export function importCommand(): Command {
  return newCommand(
    'import',
    '导入问题清单：Word、Excel、WPS 表格、csv 或粘贴的文字；默认只预览，不写入',
  )
    .argument('<文件或文件夹>', '清单文件；文件夹里的几个文件当作一份清单')
    .addOption(new Option('--campaign <专项>', '专项编号；台账里没有的，按清单的标题新建'))
    .addOption(new Option('--listed-on <日期>', '填表日期；不写则取清单上写的').argParser(parseDay))
    .addOption(
      new Option('--answers <文件>', '答复文件（yaml 或 xlsx）：认不出的写在里面，答复后再用'),
    )
    .addOption(new Option('--ask-out <文件.xlsx>', '把要确认的写成一张有下拉选项的表'))
    .addOption(new Option('--write', '写入台账文件夹；全部写入或全部不写'))
    .addOption(new Option('--branch <分支>', '不写文件夹，写成 Git 分支上的一次提交，供审核'))
    .addOption(new Option('--all', '不变的行也列出'))
    .action(async (path: string, options: ImportOptions) => {
      if (!existsSync(path)) throw new WrongUse(`找不到 ${path}`, '检查文件名和位置');
      const ledger = soundLedger(options);
      const answers = await answersIn(options.answers);
      const isColumn = isColumnOf(ledger);
      const read = await readPapers(path, isColumn);
      const content = readFolder(options.content);
      const { unread } = read;
      const plan = importPlan(read, {
        ledger,
        content,
        said: options,
        given: answers.given,
        name: path,
      });
      const left = await keepQuestions(options, answers, plan);
      const written = options.write === true || options.branch !== undefined;
      const done = written ? entered(plan, unread, content, options) : undefined;
      if (options.json) printJson({ ...planData(plan), unread, written: done !== undefined });
      else
        process.stdout.write(
          `${[...previewLines(plan, options.all), ...left, done ?? lastWords(plan)].join('\n')}\n`,
        );
    });
}

/** The answers in a file, YAML or a workbook; none where it is not there yet. Throws DataFaults. */
async function answersIn(file: string | undefined): Promise<GivenAnswers & { text?: string }> {
  if (file === undefined || !existsSync(file)) return { given: new Map(), known: new Set() };
  const bytes = readFileSync(file);
  if (isBook(file)) {
    const reading = await readAnswerBook(file, bytes);
    if ('refusal' in reading)
      throw new DataFaults(refusals([{ file, refusal: reading.refusal }]).join('\n'));
    return reading.answers;
  }
  const reading = readAnswers(file, bytes);
  if ('faults' in reading) throw new DataFaults(reading.faults.map(faultLine).join('\n'));
  return { ...reading.answers, text: bytes.toString('utf8') };
}

function isBook(file: string): boolean {
  return /\.xlsx$/iu.test(file);
}

/** Writes questions where they can be answered — into the answers file, or a workbook of their own — and says so. */
async function keepQuestions(
  { answers: file, askOut }: ImportOptions,
  answers: GivenAnswers & { text?: string },
  plan: ImportPlan,
): Promise<string[]> {
  if (plan.questions.length === 0) return [];
  const out = askOut ?? file;
  if (out === undefined)
    return [
      '要答复，加 --answers 文件名：问题会写进那个文件，填好后再运行一次；不写 YAML 的用 --ask-out 提问.xlsx',
    ];
  if (isBook(out)) {
    writeWhole(
      out,
      await answerBook(plan.questions, isBook(file ?? '') ? answers.given : undefined),
    );
    return [`问题写在 ${out}，填好“答复”一栏后，加 --answers ${out} 再运行同一条命令`];
  }
  const text = withQuestions(answers.text, answers.known, plan.questions);
  if (text !== answers.text) writeWhole(out, text);
  return [`问题写在 ${out}，在 answer: 后面填答复，再运行同一条命令`];
}

/** Writes, and says what was written. Throws DataFaults while anything is asked or unread. */
function entered(
  plan: ImportPlan,
  unread: readonly UnreadFile[],
  content: Content,
  options: ImportOptions,
): string {
  const open = whyNotImported(plan, unread);
  if (open !== undefined)
    throw new DataFaults(
      [...(plan.questions.length > 0 ? previewLines(plan) : []), open].join('\n'),
    );
  if (plan.files.size === 0) return '没有新增或改动，什么都没有写入。';
  return enterFiles(plan.files, {
    content: options.content,
    branch: options.branch,
    read: content,
    message: messageOf(plan),
  });
}

function lastWords(plan: ImportPlan): string {
  if (plan.questions.length > 0) return '只是预览，什么都没有写入。';
  return plan.files.size === 0
    ? '没有新增或改动。'
    : `只是预览，什么都没有写入；要写入 ${String(plan.files.size)} 个文件，加 --write，或加 --branch 分支名 供审核。`;
}
