import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { contentOf } from '../../documents/face.ts';
import { ledger, scratch } from '../../documents/run.ts';

const list = `问题清单
填表日期：2020年5月13日
序号,政府网站/政务新媒体,主办单位,存在问题,整改措施,整改时限
24,微信公众号：榆阳统计,榆阳区统计局,未进行备案,进行备案,5月底`;

test('没有表头、读不出清单的文件，退出码是 1，说明要什么栏名', () => {
  const file = join(scratch(), '通知.csv');
  writeFileSync(file, '请各单位,按时报送\n谢谢,配合');
  const { code, out, err } = ledger('import', file);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('没有读出清单：没有认得的表头');
});

test('文件夹里有一个文件读不了，就一个字也不写', () => {
  const folder = scratch();
  writeFileSync(join(folder, '清单.csv'), list);
  writeFileSync(join(folder, '续表.docx'), '');
  const { code, out } = ledger('import', folder);
  expect([code, out]).toEqual([0, expect.stringContaining('续表.docx 没有读：文件是空的')]);
  const branch = ledger('import', folder, '--branch', 'import/never');
  expect(branch.code).toBe(1);
  expect(branch.err).toContain('有 1 个没有读，什么都没有写入');
});

test('工作台账导出、改一格、再导入：只有改过的那一条有改动，原文不变，别的专项不混进来，不问问题来源', async () => {
  const file = join(scratch(), '台账.xlsx');
  const own = ['--content', contentOf.shili];
  expect(ledger('export', ...own, '--form', 'ledger', '--out', file).code).toBe(0);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const page = book.worksheets[0];
  const cells = page
    ?.getSheetValues()
    .flatMap((row, index) =>
      Array.isArray(row) && row.includes('2026-check-07') ? [{ row: index, column: 5 }] : [],
    );
  const [at] = cells ?? [];
  const cell = page?.getCell(at?.row ?? 0, at?.column ?? 0);
  if (cell) cell.value = '改过的措施';
  await book.xlsx.writeFile(file);
  const { code, out } = ledger('import', file, ...own, '--campaign', '2026-check', '--json');
  expect(code).toBe(0);
  const plan = JSON.parse(out) as {
    questions: unknown[];
    notes: string[];
    rows: { issue: string; status: string; differences: { field: string }[] }[];
  };
  expect(plan.questions).toEqual([]);
  expect(plan.rows).toHaveLength(54);
  expect(plan.notes).toContain('有 154 行是台账里别的专项的问题，没有读；一次导入一个专项');
  expect(
    plan.rows
      .filter(({ status }) => status !== 'unchanged')
      .map(({ issue, differences }) => [issue, differences.map(({ field }) => field)]),
  ).toEqual([['2026-check-07', ['measures']]]);
});

test.each([
  ['list', 'xlsx'],
  ['list', 'docx'],
  ['list', 'csv'],
  ['ledger', 'xlsx'],
  ['ledger', 'csv'],
  ['ledger', 'docx'],
])('不涉及账号的专项，%s 导出成 %s 再导入，没有变化，也不问', (form, format) => {
  const file = join(scratch(), `导出.${format}`);
  const own = ['--content', contentOf.shili, '--campaign', '2026-hazard'];
  const out = ['--form', form, '--format', format, '--out', file];
  expect(ledger('export', ...own, ...out).code).toBe(0);
  const { code, out: said } = ledger('import', file, ...own, '--json');
  expect(code).toBe(0);
  const plan = JSON.parse(said) as { questions: unknown[]; rows: { status: string }[] };
  expect(plan.questions).toEqual([]);
  expect(plan.rows.map(({ status }) => status)).toEqual(Array(8).fill('unchanged'));
});
