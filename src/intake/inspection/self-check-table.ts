/** 自查表: what a unit wrote on its sheet — every item of the checklist with 有, 无 or 不适用; nothing is guessed. */
import type { SelfCheck } from '../../schema/self-check.ts';
import { type Cell, type Paper, placeInWords } from '../../paper/sheet.ts';
import { bareText, mendedText } from '../words/wording.ts';

/** The columns of the sheet. */
export const selfCheckTitles = { item: '重点内容', answer: '自查结果', note: '情况说明' } as const;
type Column = keyof typeof selfCheckTitles;

export interface SelfCheckReading {
  readonly unit: string | undefined;
  readonly campaign: string | undefined;
  readonly answers: SelfCheck['answers'];
  /** Cells that cannot be read, each a Chinese sentence with its place. */
  readonly wrong: readonly string[];
}

const answers = new Map([
  ...['有', '是', '存在'].map((word) => [word, 'yes'] as const),
  ...['无', '否', '没有', '未发现', '不存在'].map((word) => [word, 'no'] as const),
  ...['不适用', '不涉及'].map((word) => [word, 'na'] as const),
]);

/** True for a title of the sheet, whatever stands behind it in brackets. */
export function isSelfCheckTitle(title: string): boolean {
  return columnOf(title) !== undefined;
}

function columnOf(title: string): Column | undefined {
  const outside = bareText(title.replace(/[（(][^（）()]*[)）]/gu, ''));
  return (Object.keys(selfCheckTitles) as Column[]).find((key) => selfCheckTitles[key] === outside);
}

/** Reads a sheet that came back; undefined where no table of it is a self-check. */
export function readSelfCheck({ blocks }: Paper): SelfCheckReading | undefined {
  for (const block of blocks) {
    if (block.kind !== 'grid') continue;
    const head = block.rows.findIndex((row) => {
      const columns = row.map(({ text }) => columnOf(text));
      return columns.includes('item') && columns.includes('answer');
    });
    if (head < 0) continue;
    const above = block.rows
      .slice(0, head)
      .flatMap((row) => row.map(({ text }) => mendedText(text)));
    const columns = (block.rows[head] ?? []).map(({ text }) => columnOf(text));
    const wrong: string[] = [];
    const read = block.rows.slice(head + 1).flatMap((row) => answerIn(row, columns, wrong));
    return { unit: idIn(above, '单位'), campaign: idIn(above, '专项'), answers: read, wrong };
  }
  return undefined;
}

/** 单位：示例局（shili-ju） → shili-ju. */
function idIn(lines: readonly string[], name: string): string | undefined {
  const pattern = new RegExp(`${name}[:：].*[（(]([a-z0-9-]+)[)）]`, 'u');
  for (const line of lines) {
    const id = pattern.exec(line)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

function answerIn(
  row: readonly Cell[],
  columns: readonly (Column | undefined)[],
  wrong: string[],
): SelfCheck['answers'] {
  const cell = (column: Column) => row[columns.indexOf(column)];
  const item = mendedText(cell('item')?.text ?? '');
  if (item === '') return [];
  const given = cell('answer');
  const note = mendedText(cell('note')?.text ?? '');
  const answer = answers.get(bareText(given?.text ?? ''));
  if (answer === undefined) {
    const where = given === undefined ? item : placeInWords(given.place);
    wrong.push(`${where}：“${mendedText(given?.text ?? '')}”不是有、无或不适用`);
    return [];
  }
  if (answer === 'yes' && note === '') wrong.push(`“${item}”答有，没有写情况说明`);
  return [{ item, answer, ...(note === '' ? {} : { note }) }];
}
