/**
 * 提问表: the questions of an import as a workbook, for people who write no YAML — one row a question, a list to choose
 * from in the cell of the answer. It is read back by its columns 问什么 and 原文, whatever program saved it.
 */
import { bookBytes, Workbook } from '../../paper/book.ts';
import { readPaper } from '../../paper/paper.ts';
import type { Refusal } from '../../paper/sheet.ts';
import { tidy } from '../words/wording.ts';
import type { GivenAnswers } from './answers.ts';
import {
  type Ask,
  asks,
  questionKey,
  questionParts,
  placesInWords,
  type Question,
} from './question.ts';

const TITLES = ['序号', '问什么', '原文', '说明', '在哪里', '答复', '可以答'] as const;
const WIDTHS = [6, 14, 30, 50, 34, 30, 60];
const HINT =
  '在“答复”一栏选或写，存盘以后再运行同一条命令（import 要加上 --answers 和这个文件）。写着“单独答”的行可以不填。';
/** What is said of an answer that is kept. A question that is put (again) has its own row, and that one holds. */
const KEPT = '已经答过';
/** So many choices are written beside the question; all of them are in the list of the cell. */
const SHOWN = 12;
/** A list of choices in a cell is at most this long; longer ones stand on a sheet of their own. */
const CHOICES = '选项';
const FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8DC' } } as const;

/** The bytes of the workbook; `given` are the answers of an earlier round, which stay in it. */
export async function answerBook(
  questions: readonly Question[],
  given: GivenAnswers['given'] = new Map(),
): Promise<Uint8Array> {
  const book = new Workbook();
  const page = book.addWorksheet('提问', { views: [{ state: 'frozen', ySplit: 2 }] });
  const choices = book.addWorksheet(CHOICES, { state: 'hidden' });
  page.columns = WIDTHS.map((width) => ({ width }));
  page.addRow([HINT]);
  page.mergeCells(1, 1, 1, TITLES.length);
  page.addRow([...TITLES]).font = { bold: true };
  let count = 0;
  const add = (question: Question, isOptional: boolean): void => {
    const { ask, text, message, candidates } = question;
    count += 1;
    const may = candidates.map(({ answer, label }) =>
      answer === label ? answer : `${answer}（${label}）`,
    );
    const row = page.addRow([
      isOptional ? '' : count,
      `${asks[ask]}${isOptional ? '（单独答）' : ''}`,
      text,
      message,
      placesInWords(question),
      '',
      [
        ...may.slice(0, SHOWN),
        ...(may.length > SHOWN ? [`…… 共 ${String(may.length)} 项，其余在“答复”格的下拉表里`] : []),
      ].join('\n'),
    ]);
    row.alignment = { vertical: 'top', wrapText: true };
    // Text stays text: a number of a row, a date.
    row.eachCell((cell) => (cell.numFmt = '@'));
    const cell = row.getCell(6);
    cell.numFmt = '@';
    cell.fill = FILL;
    if (candidates.length > 0) {
      const column = choices.getColumn(count);
      column.values = candidates.map(({ answer }) => answer);
      cell.dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`${CHOICES}!$${column.letter}$1:$${column.letter}$${candidates.length}`],
        showErrorMessage: false,
      };
    }
  };
  const put = new Set<string>();
  for (const question of questions) {
    add(question, false);
    for (const one of question.each ?? []) add(one, true);
    for (const { ask, text } of [question, ...(question.each ?? [])])
      put.add(questionKey(ask, text));
  }
  for (const [key, answer] of given) {
    if (put.has(key)) continue;
    const { ask, text } = questionParts(key);
    const row = page.addRow(['', asks[ask], text, KEPT, '', answer.join('\n'), '']);
    row.eachCell((cell) => (cell.numFmt = '@'));
  }
  return bookBytes(book);
}

/** The answers in a workbook that came back. */
export async function readAnswerBook(
  file: string,
  bytes: Uint8Array,
): Promise<{ answers: GivenAnswers } | { refusal: Refusal }> {
  const reading = await readPaper(file, bytes, () => false);
  if ('refusal' in reading) return reading;
  const given = new Map<string, readonly string[]>();
  const keptBefore = new Map<string, readonly string[]>();
  const known = new Set<string>();
  for (const block of reading.paper.blocks) {
    if (block.kind !== 'grid') continue;
    const rows = block.rows.map((row) =>
      row.map(({ text, merged }) => (merged === 'across' ? '' : text)),
    );
    const head = rows.findIndex((row) => TITLES.every((title) => row.includes(title)));
    if (head < 0) continue;
    const at = (row: readonly string[], title: (typeof TITLES)[number]): string =>
      tidy(row[rows[head]?.indexOf(title) ?? -1] ?? '');
    for (const row of rows.slice(head + 1)) {
      const ask = askNamed(at(row, '问什么'));
      if (ask === undefined) continue;
      const key = questionKey(ask, at(row, '原文'));
      known.add(key);
      const answer = at(row, '答复');
      if (answer === '') continue;
      (at(row, '说明') === KEPT ? keptBefore : given).set(key, answer.split('\n'));
    }
  }
  if (known.size === 0) {
    const problem = '文件里没有“问什么”“原文”“答复”这样的提问表';
    return { refusal: { problem, remedy: '用 --ask-out 写出的表填写' } };
  }
  return { answers: { given: new Map([...keptBefore, ...given]), known } };
}

function askNamed(words: string): Ask | undefined {
  const name = words.replace(/（单独答）$/u, '');
  return (Object.keys(asks) as Ask[]).find((ask) => asks[ask] === name);
}
