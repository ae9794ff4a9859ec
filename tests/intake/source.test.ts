/** The acceptance of import: the source document, in every format, becomes the ledger that was made by hand. */
import { describe, expect, it } from 'vitest';
import { ColumnNames } from '../../src/intake/list/column-names.ts';
import { readPaper } from '../../src/paper/paper.ts';
import { planImport, type ImportPlan } from '../../src/intake/record/plan.ts';
import { planData } from '../../src/intake/record/preview.ts';
import { questionKey } from '../../src/intake/inquiry/question.ts';
import type { ListOptions } from '../../src/intake/record/target.ts';
import type { Issue } from '../../src/schema/issue.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';
import { csvOf, docxOf, textOf, xlsOf, xlsxOf, type SheetOfPaper } from './papers.ts';
import {
  header,
  headLines,
  ledgerWithout,
  opened,
  rows,
  shippedFolder,
  sourceText,
  title,
} from './source.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const paper: SheetOfPaper = { above: [title, ...headLines], rows: [header, ...rows] };
const encode = (text: string) => new TextEncoder().encode(text);

/** As a converter from PDF leaves the table: every line of a cell on a line of its own. */
const broken: SheetOfPaper = {
  ...paper,
  rows: paper.rows.map((row) => row.map((text) => text.replace(/(.{9})(?=.{2})/gu, '$1\n'))),
};

const formats: readonly (readonly [string, string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['Word 文档', '清单.docx', () => docxOf(paper)],
  ['单元格里断了行的 Word 文档', '清单.docx', () => docxOf(broken)],
  ['Excel 工作簿', '清单.xlsx', () => xlsxOf(paper)],
  ['旧工作簿（xls、et）', '清单.et', () => xlsOf(paper)],
  ['UTF-8 的 csv', '清单.csv', () => csvOf.utf8(paper)],
  ['带 BOM 的 csv', '清单.csv', () => csvOf.utf8Bom(paper)],
  ['GBK 的 csv', '清单.csv', () => csvOf.gbk(paper)],
  ['UTF-16 的 csv', '清单.csv', () => csvOf.utf16(paper)],
  ['来源文本', '报告.txt', () => encode(sourceText)],
  ['制表符分隔的文字', '清单.txt', () => encode(textOf.tabs(paper))],
  ['竖线分隔的文字', '清单.txt', () => encode(textOf.pipes(paper))],
  ['一格一行的文字', '清单.txt', () => encode(textOf.cellALine(paper))],
];

/** The list does not say who found the problems, the report in front of it does. */
const given = new Map([[questionKey('origin', ''), ['自查']]]);

async function planned(
  name: string,
  bytes: Uint8Array,
  ledger: Ledger,
  said: ListOptions = {},
): Promise<ImportPlan> {
  const names = new ColumnNames(ledger.vocabulary.columns);
  const reading = await readPaper(name, bytes, (one) => names.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return planImport([reading.paper], ledger, said, given);
}

/** What the import does not make: where in the report a row stands, and what people wrote about disputed readings. */
function comparable({ source: _source, readings: _readings, ...facts }: Issue): object {
  const { id: _id, path: _path, ...plain } = facts as Issue & { id?: string; path?: string };
  return {
    ...plain,
    // Row 12: by hand the training was called 业务培训; the import keeps the words of the measure.
    duties:
      plain.row === 12 ? plain.duties.map(({ what: _what, ...often }) => often) : plain.duties,
  };
}

const shipped = opened(shippedFolder);

describe('来源清单导入空台账', () => {
  it.each(formats)('%s 得到与手工录入一样的 23 条', async (_, name, bytes) => {
    const ledger = opened(ledgerWithout('issues'));
    const plan = await planned(name, await bytes(), ledger);
    expect(plan.questions).toEqual([]);
    expect(plan.rows.map(({ status }) => status)).toEqual(Array(23).fill('new'));
    const made = plan.rows.map(({ record }) => record && comparable(record));
    expect(made).toEqual([...shipped.issues.values()].map(comparable));
    expect(plan.rows.map(({ issue }) => issue)).toEqual([...shipped.issues.keys()]);
    expect(plan.listedOn).toBe('2020-05-13');
  });

  it.each(formats)('%s 再导入一次，没有一条变化', async (_, name, bytes) => {
    const plan = await planned(name, await bytes(), shipped);
    expect(plan.questions).toEqual([]);
    expect(plan.rows.map(({ status }) => status)).toEqual(Array(23).fill('unchanged'));
    expect([...plan.files]).toEqual([]);
  });

  it('没有单位、账号和专项的台账里，按清单新增 20 个单位、23 个账号和 1 个专项', async () => {
    const folder = ledgerWithout('issues', 'units', 'accounts', 'campaigns');
    writeFileSync(
      join(folder, 'site.yaml'),
      `schemaVersion: ${String(SCHEMA_VERSION)}\nname: 台账\nauthority: 榆林市榆阳区人民政府办公室\nrepository: public\n`,
    );
    const plan = await planned('清单.docx', await docxOf(paper), opened(folder), {
      campaign: '2020-special',
    });
    expect(plan.questions).toEqual([]);
    const written = [...plan.files.keys()];
    // 20 units of the list, and the office that reports it.
    expect(written.filter((path) => path.startsWith('units/'))).toHaveLength(21);
    expect(written.filter((path) => path.startsWith('accounts/'))).toHaveLength(23);
    expect(written.filter((path) => path.startsWith('campaigns/'))).toEqual([
      'campaigns/2020-special.yaml',
    ]);
    // Ids of accounts are made anew; everything else is what was made by hand.
    const facts = (record: Issue | undefined) => record && { ...comparable(record), account: '' };
    expect(plan.rows.map(({ record }) => facts(record))).toEqual(
      [...shipped.issues.values()].map(facts),
    );
    const names = planData(plan).rows.map(
      ({ name, platform }) => `${platform ?? ''} ${name ?? ''}`,
    );
    expect(names).toEqual(
      [...shipped.issues.values()].map(({ account }) => {
        const known = shipped.accounts.get(account ?? '');
        return known?.kind === 'new-media' ? `${known.platform} ${known.name}` : '';
      }),
    );
  });
});
