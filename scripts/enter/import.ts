/** `ledger import`: reads an official list, shows what it would become, and writes it only when told to. */
import { existsSync, readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { type Content, readFolder } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { answerBook, readAnswerBook } from '../../src/intake/inquiry/answer-book.ts';
import { readAnswers, withQuestions, type GivenAnswers } from '../../src/intake/inquiry/answers.ts';
import { readPapers, type UnreadFile } from '../../src/paper/folder.ts';
import { columnNamesOf } from '../../src/intake/record/papers.ts';
import { planImport, type ImportPlan } from '../../src/intake/record/plan.ts';
import type { Ask } from '../../src/intake/inquiry/question.ts';
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
import { enter, overlaid } from './entry.ts';

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
      if (ledger.vocabulary.columns.length === 0)
        throw new WrongUse(
          '台账没有 vocabulary/columns.yaml，认不出清单的栏名',
          '从程序自带的台账复制这个文件',
        );
      const names = columnNamesOf(ledger);
      const { papers, unread } = await readPapers(path, (name) => names.find(name) !== undefined);
      if (papers.length === 0)
        throw new DataFaults(refusals(unread).join('\n') || '文件夹里没有文件');
      const content = readFolder(options.content);
      const plan = planImport(papers, ledger, options, answers.given, content.texts);
      plan.notes.unshift(...refusals(unread));
      if (isNoList(plan))
        throw new DataFaults(
          [
            ...plan.notes,
            `${path} 没有读出清单：没有认得的表头，也没有成句的问题 → 表头要有“存在问题”“主办单位”“整改时限”这样的栏名，别的叫法可添在 vocabulary/columns.yaml`,
          ].join('\n'),
        );
      checkResult(content, plan);
      const left = await keepQuestions(options, answers, plan);
      const written = options.write === true || options.branch !== undefined;
      const done = written ? entered(plan, unread, content, options) : undefined;
      if (options.json) printJson({ ...planData(plan), unread, written: done !== undefined });
      else
        process.stdout.write(
          `${[...previewLines(plan, options.all), ...left, done ?? closing(plan)].join('\n')}\n`,
        );
    });
}

/** True where nothing was read but perhaps a head: what is asked then is about the list as a whole. */
function isNoList({ rows, nothingFound, leftOut, questions }: ImportPlan): boolean {
  const whole: readonly Ask[] = ['campaign', 'listedOn', 'origin'];
  return (
    rows.length + nothingFound + leftOut === 0 && questions.every(({ ask }) => whole.includes(ask))
  );
}

function refusals(unread: readonly UnreadFile[]): string[] {
  return unread.map(
    ({ file, refusal }) => `${file} 没有读：${refusal.problem} → ${refusal.remedy}`,
  );
}

/** The answers in a file, YAML or a workbook; none where it is not there yet. Throws DataFaults. */
async function answersIn(file: string | undefined): Promise<GivenAnswers & { text?: string }> {
  if (file === undefined || !existsSync(file)) return { given: new Map(), known: new Set() };
  const bytes = readFileSync(file);
  if (isBook(file)) {
    const reading = await readAnswerBook(file, bytes);
    if ('refusal' in reading)
      throw new DataFaults(
        `${file} 没有读：${reading.refusal.problem} → ${reading.refusal.remedy}`,
      );
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

/** What would be written must be a sound ledger. Throws DataFaults. */
function checkResult(content: Content, plan: ImportPlan): void {
  if (plan.files.size === 0) return;
  const result = checkLedger(overlaid(content, plan.files));
  if (isSound(result)) return;
  const faults = result.faults.filter(({ severity }) => severity === 'fault');
  throw new DataFaults(`照这份清单写入，台账会有错：\n${faults.map(faultLine).join('\n')}`);
}

/** Writes, and says what was written. Throws DataFaults while anything is asked or unread. */
function entered(
  plan: ImportPlan,
  unread: readonly UnreadFile[],
  content: Content,
  options: ImportOptions,
): string {
  if (plan.questions.length > 0)
    throw new DataFaults(
      `${previewLines(plan).join('\n')}\n还有 ${String(plan.questions.length)} 处要确认，什么都没有写入。`,
    );
  if (unread.length > 0)
    throw new DataFaults(
      `${refusals(unread).join('\n')}\n文件夹算一份清单，有 ${String(unread.length)} 个文件没有读，什么都没有写入；改好或移出文件夹再运行一次。`,
    );
  if (plan.files.size === 0) return '没有新增或改动，什么都没有写入。';
  const count = (status: string): string =>
    String(plan.rows.filter((row) => row.status === status).length);
  return enter(plan.files, {
    content: options.content,
    branch: options.branch,
    read: content,
    message: `导入清单：新增 ${count('new')} 条、改动 ${count('changed')} 条（${plan.campaign ?? ''}）`,
  });
}

function closing(plan: ImportPlan): string {
  if (plan.questions.length > 0) return '只是预览，什么都没有写入。';
  return plan.files.size === 0
    ? '没有新增或改动。'
    : `只是预览，什么都没有写入；要写入 ${String(plan.files.size)} 个文件，加 --write，或加 --branch 分支名 供审核。`;
}
