/** `ledger init FOLDER`: an office's own ledger out of a few answers and its own papers, in a repository of its own. */
import { chmodSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { questionKey, type Question } from '../../src/intake/inquiry/question.ts';
import { columnNamesOf } from '../../src/intake/record/papers.ts';
import { type ImportPlan, planImport } from '../../src/intake/record/plan.ts';
import { NEW_UNIT } from '../../src/intake/record/row/host.ts';
import type { Paper } from '../../src/paper/sheet.ts';
import { newId, UnitNames, unitKindOf } from '../../src/intake/words/unit-names.ts';
import { git, GitRefused } from '../../src/history/git/git.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import type { Content } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import type { Site } from '../../src/schema/site.ts';
import { DataFaults, parseDay, todayInChina, WrongUse } from '../command.ts';
import { contentWith } from '../enter/entry.ts';
import { bookAnswers, entriesIn, entryLines, keepBook, papersIn } from '../enter/new/new-many.ts';
import { refuseTaken, writeFolder, writeWhole } from '../output.ts';
import { PROGRAM } from '../program.ts';
import { firstCommit } from './first-commit.ts';
import { nextSteps } from './next-steps.ts';
import { type Answers, answersText, ownAnswers, publicationIn } from './own-answers.ts';
import { ownFiles, RUNNABLE } from './own-files.ts';
import { publicationTexts, siteFrom, vocabularyWith } from './own-site.ts';
import { PIN, withoutSignIn } from './own-workflow.ts';

interface InitOptions {
  answers?: string;
  asOf?: string;
}

export function initCommand(): Command {
  return new Command('init')
    .description(
      '立一个新台账：回答几个问题，读入单位名单、名册和问题清单，写成自己的仓库，有第一次提交',
    )
    .argument('<文件夹>', '新的或空的文件夹')
    .addOption(
      new Option(
        '--answers <文件>',
        '答复文件，一行一条“题目：答案”；不写则在终端上问，答复记在旁边的 文件夹名-答复.txt',
      ),
    )
    .addOption(new Option('--as-of <日期>', '从哪天起；不写则为今天').argParser(parseDay))
    .action(init);
}

async function init(folder: string, options: InitOptions): Promise<void> {
  refuseTaken(folder);
  const file = options.answers ?? `${folder.replace(/[\\/]+$/u, '')}-答复.txt`;
  if (options.answers !== undefined && !existsSync(file))
    throw new WrongUse(`找不到 ${file}`, '检查文件名和位置；要在终端上回答的不写 --answers');
  const answers = await ownAnswers(file);
  if (options.answers === undefined) writeWhole(file, answersText(answers));
  const today = options.asOf ?? todayInChina();
  const asked = `${folder.replace(/[\\/]+$/u, '')}-提问.xlsx`;
  const book = await bookAnswers(asked);
  const read = await ledgerFrom(answers, book.given, today);
  if (read.questions.length > 0)
    throw new DataFaults(
      [
        ...read.lines,
        await keepBook(book, read.questions),
        '这不是出错：台账要等问的都答了才立，所以命令以 1 退出。',
      ].join('\n'),
    );
  const { content, site } = read;
  const source = programSource();
  const from = withoutSignIn(source);
  const own = ownFiles(site, from);
  const encoder = new TextEncoder();
  writeFolder(
    folder,
    new Map([
      ...[...own].map(([path, text]) => [path, encoder.encode(text)] as const),
      ...content.texts,
    ]),
  );
  for (const file of RUNNABLE) chmodSync(join(folder, file), 0o755);
  firstCommit(resolve(folder), site);
  const local =
    /^(?:[/\\.]|[A-Za-z]:|file:)/u.test(from) && own.has('.github/workflows/review.yml');
  const told = [
    ...(local
      ? [`! 流程要取得到程序：把 ${PIN} 里的 from 改成程序仓库的地址（现在是本机的 ${from}）`]
      : []),
    ...(from === source
      ? []
      : [`! 程序的来处里写着登录的账户或口令，没有写进 ${PIN}：流程取程序要登录的，在平台上另设`]),
    ...(site.reviewers.length === 1
      ? [
          '! 只有一位审核员：收件和决定由一人办，审计记“单人代录”，不算错；以后添人用 ledger staff 审核员 --in 账户',
        ]
      : []),
  ];
  process.stdout.write(
    `${[...read.lines, ...told, ...nextSteps(folder, site, publicationIn(answers))].join('\n')}\n`,
  );
}

interface Read {
  content: Content;
  site: Site;
  questions: readonly Question[];
  lines: string[];
}

/** The whole ledger in memory, from the answers and the papers. Throws WrongUse and DataFaults. */
async function ledgerFrom(
  answers: Answers,
  given: ReadonlyMap<string, readonly string[]>,
  today: string,
): Promise<Read> {
  const lines: string[] = [];
  const site = siteFrom(answers, today);
  let content = vocabularyWith(site);
  let ledger = ledgerIn(content);
  const files = { units: answers.get('单位名单'), register: answers.get('名册') };
  const entries = await entriesIn(files, ledger, given, today);
  lines.push(...entryLines(entries));
  if (entries.questions.length > 0) return { content, site, questions: entries.questions, lines };
  content = contentWith(content, entries.files);
  ledger = ledgerIn(content);
  const office = new UnitNames(ledger).find(site.authority);
  site.office =
    office ?? newId(new UnitNames(ledger).stem(site.authority), (id) => ledger.units.has(id));
  if (office === undefined) {
    const kind = unitKindOf(site.authority);
    const unit = { name: site.authority, kind };
    content = contentWith(
      content,
      new Map([[`units/${site.office}.yaml`, canonical('unit', unit)]]),
    );
  }
  content = contentWith(content, new Map([['site.yaml', canonical('site', site)]]));
  ledger = ledgerIn(content);
  const listed = columnNamesOf(ledger);
  const list = await papersIn(answers.get('问题清单'), (name) => listed.find(name) !== undefined);
  if (list.length > 0) {
    const plan = firstPlan(list, ledger, given, content.texts);
    lines.push(...plan.notes.map((note) => `! ${note}`));
    if (plan.questions.length > 0) return { content, site, questions: plan.questions, lines };
    content = contentWith(content, plan.files);
    content = contentWith(content, publicationTexts(ledgerIn(content), publicationIn(answers)));
    lines.push(`问题 ${String(plan.rows.length)} 个。`);
  }
  const result = checkLedger(content);
  if (!isSound(result))
    throw new DataFaults(
      `照这些材料写，台账会有错，什么都没有写：\n${result.faults
        .filter(({ severity }) => severity === 'fault')
        .map(faultLine)
        .join('\n')}`,
    );
  return { content, site, questions: [], lines };
}

/** The import into a ledger without campaigns: each that the list names is new, since there is none to choose from. */
function firstPlan(
  list: readonly Paper[],
  ledger: Ledger,
  given: ReadonlyMap<string, readonly string[]>,
  texts: Content['texts'],
): ImportPlan {
  const plan = planImport(list, ledger, {}, given, texts);
  const named = plan.questions.filter(
    ({ ask, candidates }) =>
      ask === 'campaign' && candidates.some(({ answer }) => answer === NEW_UNIT),
  );
  if (named.length === 0) return plan;
  const answers = named.map(({ ask, text }) => [questionKey(ask, text), [NEW_UNIT]] as const);
  return planImport(list, ledger, {}, new Map([...given, ...answers]), texts);
}

/** Throws DataFaults. */
function ledgerIn(content: Content): Ledger {
  const { ledger, faults } = readLedger(content);
  if (ledger === undefined) throw new DataFaults(faults.map(faultLine).join('\n'));
  return ledger;
}

/** Where others get the program from: where this one came from, else its folder. */
function programSource(): string {
  try {
    return git(PROGRAM, ['remote', 'get-url', 'origin']).toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitRefused) return PROGRAM;
    throw error;
  }
}
