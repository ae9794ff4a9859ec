/** `ledger new units|accounts FILE`: a whole list of units, or another system's register, entered at once and never twice. */
import { existsSync, readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { answerBook, readAnswerBook } from '../../../src/intake/inquiry/answer-book.ts';
import type { Question } from '../../../src/intake/inquiry/question.ts';
import { type RegisterEntries, registerEntries } from '../../../src/intake/register-entries.ts';
import { registerColumnOf, registerRows } from '../../../src/intake/register-table.ts';
import { readPapers, refusals } from '../../../src/paper/folder.ts';
import type { Paper } from '../../../src/paper/sheet.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { DataFaults, newCommand, todayInChina, WrongUse } from '../../command.ts';
import { writeWhole } from '../../output.ts';
import { handIn, type HandingOptions, handingOptions, openHandingPlace } from '../handing-in.ts';
import { reviewerPosts } from './new-record.ts';

interface ManyOptions extends HandingOptions {
  answers?: string;
}

/** The two subcommands. */
export function manyCommands(): Command[] {
  return [
    many(
      'units',
      '登记一份单位名单里的全部单位：单位名称、简称、值班电话；已有的不重复',
      '单位名单',
    ),
    many(
      'accounts',
      '登记一份名册里的全部网站和账号，连同台账里没有的主办单位；已有的不重复',
      '名册：别的系统导出的 Excel、WPS 表格、csv 或 Word',
    ),
  ];
}

function many(name: 'units' | 'accounts', description: string, file: string): Command {
  return handingOptions(newCommand(name, description))
    .argument('<文件或文件夹>', file)
    .addOption(
      new Option('--answers <文件.xlsx>', '提问写到哪里；填好“答复”一栏再运行').default(
        '提问.xlsx',
      ),
    )
    .action(async (path: string, options: ManyOptions) => {
      const desk = openHandingPlace(options);
      const paths = name === 'units' ? { units: path } : { register: path };
      const book = await bookAnswers(options.answers ?? '提问.xlsx');
      const entries = await entriesIn(
        paths,
        desk.ledger,
        book.given,
        options.asOf ?? todayInChina(),
      );
      const told = entryLines(entries);
      if (entries.questions.length > 0)
        throw new DataFaults([...told, await keepBook(book, entries.questions)].join('\n'));
      if (entries.files.size === 0) {
        process.stdout.write(`${told.join('\n')}\n没有要登记的。\n`);
        return;
      }
      const { lines } = handIn(
        desk,
        {
          files: entries.files,
          branch: `record/${name}-${(options.asOf ?? todayInChina()).replaceAll('-', '')}`,
          message: `登记单位 ${String(entries.units)} 个、账号 ${String(entries.accounts)} 个`,
          as: reviewerPosts,
          isNamed: false,
        },
        options,
      );
      process.stdout.write(`${[...told, ...lines].join('\n')}\n`);
    });
}

/** What the papers add to a ledger. Throws WrongUse and DataFaults. */
export async function entriesIn(
  { units, register }: { units?: string | undefined; register?: string | undefined },
  ledger: Ledger,
  given: ReadonlyMap<string, readonly string[]>,
  on: string,
): Promise<RegisterEntries> {
  const { registerColumns } = ledger.vocabulary;
  const find = registerColumnOf(registerColumns);
  const lists = await papersIn(units, () => true);
  const papers = await papersIn(register, (name) => find(name) !== undefined);
  const table = registerRows(papers, registerColumns);
  if (papers.length > 0 && table.rows.length === 0)
    throw new DataFaults(
      '没有读出名册：没有认得“账号名称”一栏的表头 → 把那一栏的栏名改成“账号名称”，或在 vocabulary/register-columns.yaml 里添上它',
    );
  const entries = registerEntries(lists, table, ledger, given, on);
  if (table.strange.length === 0) return entries;
  return { ...entries, notes: [...entries.notes, `没有登记的栏：${table.strange.join('、')}`] };
}

/** The papers of a file or folder; none where none is named. Throws WrongUse and DataFaults. */
export async function papersIn(
  path: string | undefined,
  isColumn: (name: string) => boolean,
): Promise<readonly Paper[]> {
  if (path === undefined) return [];
  if (!existsSync(path)) throw new WrongUse(`找不到 ${path}`, '检查文件名和位置');
  const { papers, unread } = await readPapers(path, isColumn);
  if (unread.length > 0) throw new DataFaults(refusals(unread).join('\n'));
  return papers;
}

/** What was read, in words. */
export function entryLines({ units, accounts, known, notes }: RegisterEntries): string[] {
  const before = known > 0 ? `；已有的 ${String(known)} 行没有重复登记` : '';
  return [
    `单位 ${String(units)} 个、账号 ${String(accounts)} 个${before}。`,
    ...notes.map((note) => `! ${note}`),
  ];
}

/** A workbook of questions with what was answered in it. */
interface AnswerBook {
  file: string;
  exists: boolean;
  given: ReadonlyMap<string, readonly string[]>;
}

/** Throws DataFaults. */
export async function bookAnswers(file: string): Promise<AnswerBook> {
  if (!existsSync(file)) return { file, exists: false, given: new Map() };
  const reading = await readAnswerBook(file, readFileSync(file));
  if ('refusal' in reading)
    throw new DataFaults(refusals([{ file, refusal: reading.refusal }]).join('\n'));
  return { file, exists: true, given: reading.answers.given };
}

/** Writes the questions, with the answers so far, and says what to do. */
export async function keepBook(
  { file, exists, given }: AnswerBook,
  questions: readonly Question[],
): Promise<string> {
  writeWhole(file, await answerBook(questions, exists ? given : undefined));
  return `有 ${String(questions.length)} 处要确认，写在 ${file}，什么都没有写入 → 填好“答复”一栏，再运行同一条命令`;
}
