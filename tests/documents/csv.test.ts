/** 我们写的 CSV 原样读得回来: every table of text that the program writes, read again by the room that reads what is sent. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../src/documents/data/data.ts';
import { siteFiles } from '../../src/documents/download.ts';
import { csv } from '../../src/documents/sheet/csv.ts';
import { ledgerSheet } from '../../src/documents/sheet/working-ledger-columns.ts';
import { listSheet } from '../../src/documents/sheet/list-sheet.ts';
import { selectedRows } from '../../src/documents/sheet/selection.ts';
import { cellText, type Sheet } from '../../src/documents/sheet/sheet.ts';
import { readPaper } from '../../src/paper/paper.ts';
import { campaignView } from '../../src/views/kind/campaign-view.ts';
import { contentOf, face } from './face.ts';
import { ledger, scratch } from './run.ts';

/** The rows of a CSV file as the paper room reads them. */
async function read(text: string): Promise<string[][]> {
  const reading = await readPaper('表.csv', new TextEncoder().encode(text), () => false);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  const [grid] = reading.paper.blocks;
  return grid?.kind === 'grid' ? grid.rows.map((row) => row.map((cell) => cell.text)) : [];
}

const sheetOf = (rows: readonly (readonly string[])[]): Pick<Sheet, 'columns' | 'rows'> => ({
  columns: (rows[0] ?? []).map((_, index) => ({
    key: String(index),
    title: `栏${String(index)}`,
    width: 9,
    kind: 'text',
  })),
  rows,
});

const textsOf = ({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string[][] => [
  columns.map(({ title }) => title),
  ...rows.map((row) => row.map(cellText)),
];

/** Line breaks are written as they are and read as `\n`; nothing else may differ. */
const plain = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((text) => text.replaceAll('\r\n', '\n').trim()));

test.each([
  ['逗号、引号、换行', ['甲,乙', '他说"好"', '一行\n两行', '"', ',,', '；;']],
  ['前面的零和长号码', ['007', '440106202600123456', '0912-3456789', '00.50', '1e5', '-0']],
  ['像公式的', ['=1+1', '-未进行备案', '+86 10', '@所有人', "'=1", "''-2", '＝甲']],
  ['像日期和真假的', ['2026-06-10', '6.10', '1/2', 'TRUE', '6月10日']],
  ['空的和别的字', ['', '　', 'constructor', '__proto__', '𠮷', '#REF!']],
])('%s', async (_, row) => {
  const sheet = sheetOf([row, row.toReversed()]);
  expect(await read(csv(sheet))).toEqual(plain(textsOf(sheet)));
});

test('任何文字写出去再读进来都一样', async () => {
  const sign = fc.constantFrom(',', '"', '\n', ';', "'", '=', '-', '0', '甲', ' ', '\t', '|');
  const cell = fc
    .string({ unit: sign, maxLength: 8 })
    .map((text) => text.trim())
    .filter((text) => !/ (?=\n)|\n(?= )/u.test(text));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      const sheet = sheetOf([...some, ['完', '完', '完']]);
      expect(await read(csv(sheet))).toEqual(textsOf(sheet));
    }),
    { numRuns: 300 },
  );
});

describe.each(['yuyang', 'shili'] as const)('%s', (name) => {
  const whole = face(name);

  test('每个专项的清单和工作台账', async () => {
    for (const id of whole.ledger.campaigns.keys()) {
      const { rows } = selectedRows(whole, { campaign: id });
      if (rows.length === 0) continue;
      for (const sheet of [
        listSheet(campaignView(whole, id), rows),
        ledgerSheet('台账', [], rows, { audience: 'internal', onPaper: false }),
      ])
        expect(await read(csv(sheet))).toEqual(plain(textsOf(sheet)));
    }
  });

  test('开放数据：CSV 与 JSON 说的一样', async () => {
    const files = dataFiles(whole);
    for (const [path, text] of files) {
      if (!path.endsWith('.csv')) continue;
      const json = JSON.parse(files.get(path.replace(/csv$/u, 'json')) ?? '[]') as Record<
        string,
        string | number | string[] | null
      >[];
      const [head = [], ...rows] = await read(text);
      const said = json.map((row) =>
        head.map((field) => {
          const value = row[field] ?? '';
          return Array.isArray(value) ? value.join('、') : String(value);
        }),
      );
      expect([path, rows]).toEqual([path, plain(said)]);
    }
  });

  test('网站上的每个 CSV 都读得出，各行一样宽', async () => {
    for (const [path, { make }] of siteFiles(whole)) {
      if (!path.endsWith('.csv')) continue;
      const made = await make();
      const rows = await read(typeof made === 'string' ? made : new TextDecoder().decode(made));
      expect([path, new Set(rows.map((row) => row.length)).size]).toEqual([path, 1]);
    }
  });
});

test.each(['list', 'ledger'])('%s 导出再导入，像公式的文字、引号和长号码也一处不变', (form) => {
  const folder = scratch();
  const content = join(folder, 'content');
  cpSync(join(import.meta.dirname, '../..', contentOf.shili), content, { recursive: true });
  const path = join(content, 'issues/2026-check/2026-check-30.yaml');
  const odd = String.raw`"-未进行备案，编号007与440106202600123456不符；原话“是”,'=1'"`;
  const text = readFileSync(path, 'utf8').replace('finding: 未进行备案', `finding: ${odd}`);
  writeFileSync(path, text);
  const out = join(folder, '清单.csv');
  const common = ['--content', content, '--campaign', '2026-check'];
  const wrote = ledger('export', ...common, '--form', form, '--format', 'csv', '--out', out);
  expect([wrote.code, wrote.err]).toEqual([0, expect.stringContaining('统计截止日：')]);
  expect(readFileSync(out, 'utf8')).toContain("'-未进行备案");
  const read = ledger('import', out, ...common);
  expect([read.code, read.out]).toEqual([0, expect.stringContaining('没有新增或改动')]);
});
