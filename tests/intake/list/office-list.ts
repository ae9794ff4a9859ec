/**
 * 各样的清单: lists as offices lay them out (tests/fixtures/lists, 虚构), written down in plain text: `| a | b |` is a row,
 * `<` goes on with the merged cell to its left, `^` with the one above, ⏎ is a break inside a cell, any other line
 * reaches over the whole width, `@` begins a sheet. Behind `=>` the list's day, and what a careful clerk would enter:
 * unit, account, platform, problem, and the due day, or that it has to be asked for (ask).
 */
import * as ExcelJS from '@cj-tech-master/excelts';
import type { Question } from '../../../src/intake/inquiry/question.ts';
import type { ImportPlan } from '../../../src/intake/record/plan.ts';
import { WEBSITE } from '../../../src/text/terms.ts';
import { bare, type Given, rowsOf } from '../lists.ts';
import { csvOf } from '../papers.ts';

interface Sheet {
  name: string;
  rows: string[][];
}

export interface ListOnPaper {
  sheets: Sheet[];
  day: string;
  /** As the lines of the file. */
  wanted: string[];
}

export function officeList(text: string): ListOnPaper {
  const [body = '', key = ''] = text.split(/^=> /mu);
  const sheets: Sheet[] = [];
  for (const line of body.trim().split('\n')) {
    if (line.startsWith('@ ') || sheets.length === 0) sheets.push({ name: '清单', rows: [] });
    const sheet = sheets.at(-1);
    if (sheet === undefined) continue;
    if (line.startsWith('@ ')) sheet.name = line.slice(2);
    else sheet.rows.push(line.startsWith('|') ? cellsOf(line) : [line]);
  }
  const [day = '', ...wanted] = key.trim().split('\n');
  return {
    sheets,
    day,
    wanted: wanted.map((line) =>
      line
        .split('|')
        .map((text) => text.trim())
        .join(' | '),
    ),
  };
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((text) => text.trim().replaceAll('⏎', '\n'));

const isGoingOn = (text: string | undefined): boolean => text === '^' || text === '<';

/** The list as a workbook with merged cells. */
export async function workbookOf({ sheets }: ListOnPaper): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows } of sheets) {
    const page = book.addWorksheet(name);
    const width = Math.max(...rows.map(({ length }) => length));
    for (const row of rows)
      page.addRow(
        row.map((text) => (isGoingOn(text) ? '' : /^[1-9]\d*$/u.test(text) ? Number(text) : text)),
      );
    for (const [y, row] of rows.entries())
      for (const [x, text] of row.entries()) {
        if (isGoingOn(text)) continue;
        let down = 0;
        while (rows[y + down + 1]?.[x] === '^') down += 1;
        let across = row.length === 1 ? width - 1 : 0;
        while (row[x + across + 1] === '<') across += 1;
        if (down + across > 0) page.mergeCells(y + 1, x + 1, y + 1 + down, x + 1 + across);
      }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The list as a csv, which knows no merges; undefined where its words would be lost. */
export function csvOfList({ sheets }: ListOnPaper): Uint8Array | undefined {
  const [sheet] = sheets;
  const isWhole = sheets.length === 1 && !sheet?.rows.some((row) => row.some(isGoingOn));
  return isWhole ? csvOf.utf8Bom({ above: [], rows: sheet?.rows ?? [] }) : undefined;
}

/** What a clerk answers who trusts what the columns sound like, and enters every row. */
export function clerksAnswers({ questions }: ImportPlan, day: string): Given {
  return Object.fromEntries(
    questions.map((one) => [`${one.ask} ${one.text}`.trim(), clerksAnswer(one, day)]),
  );
}

function clerksAnswer({ ask, candidates, message }: Question, day: string): string {
  const said: Partial<Record<Question['ask'], string>> = {
    listedOn: day,
    campaign: '某某专项检查问题清单',
    measures: '限期整改',
    origin: '本级检查',
    status: '录入为待整改',
    unit: '新增',
    account: '新增',
    problems: '其他',
  };
  const isOfUnit = ask === 'confirm' && candidates.some(({ answer }) => answer === '属于单位');
  if (isOfUnit) return '属于单位';
  // Several offices share one website.
  if (candidates.some(({ answer }) => answer === '归各单位')) return '归各单位';
  const isInside = ask === 'accounts' && message.includes('里写着账号');
  const last = ask === 'deadline' ? '2027年1月1日前' : '';
  return said[ask] ?? (isInside ? '记在单位' : (candidates[0]?.answer ?? last));
}

const DUES: Readonly<Record<string, string>> = {
  immediate: '立即',
  ongoing: '长期',
  relative: '起算',
};

/** What would be entered, as the lines of the file; `first` is the plan before anything was answered. */
export function entered(plan: ImportPlan, first: ImportPlan): string[] {
  const lineOf = ({ sheet, row }: { sheet: string; row: number }): string => `${sheet} ${row}`;
  const open = first.questions
    .filter(({ ask }) => ask === 'deadline')
    .flatMap(({ places }) => places.map(lineOf));
  return rowsOf(plan).map(({ host, name, platform, finding, deadline, place }) => {
    const due = deadline && 'dueOn' in deadline ? deadline.dueOn : DUES[deadline?.kind ?? ''];
    return [
      host,
      name ?? '',
      name === undefined ? '' : titleOf(platform),
      finding,
      open.includes(lineOf(place)) ? 'ask' : (due ?? ''),
    ].join(' | ');
  });
}

const titleOf = (platform: string | undefined): string =>
  platform === WEBSITE.id
    ? '政府网站'
    : (bare.vocabulary.platforms.find(({ id }) => id === platform)?.name ?? '');
