import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf } from './face.ts';
import { ledger, scratch } from './run.ts';

const installed =
  spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdfinfo', ['-v']).status === 0;

/** The pages of a document as LibreOffice lays it out: their number and size, and the text. */
function laidOut(file: string): { pages: number; sizes: string[]; text: string } {
  const folder = scratch();
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  const pdf = join(folder, `${basename(file).replace(/\.\w+$/u, '')}.pdf`);
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', '99', pdf], { encoding: 'utf8' });
  return {
    pages: Number(/^Pages:\s+(\d+)/mu.exec(info)?.[1]),
    sizes: [...info.matchAll(/^Page\s+\d+ size:\s+(.+?) pts/gmu)].map((match) => match[1] ?? ''),
    text: execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }),
  };
}

/** Where LibreOffice is not installed the reason is what the test reports. */
const where = installed ? '' : '（没有安装 LibreOffice 和 poppler，排版没有核对）';

test(
  `LibreOffice 打开的报告：正文 A4 竖排，清单横排，表头每页重复${where}`,
  { timeout: 180_000 },
  () => {
    const out = join(scratch(), '报告.docx');
    expect(ledger('report', '--out', out).code).toBe(0);
    if (!installed) {
      expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
      return;
    }
    const { sizes, text } = laidOut(out);
    expect(sizes[0]).toMatch(/^595\.\d+ x 841\.\d+$/u);
    expect(sizes.at(-1)).toMatch(/^841\.\d+ x 595\.\d+$/u);
    const wide = sizes.filter((size) => size.startsWith('841')).length;
    expect(text.match(/整改时限\s*$/gmu)).toHaveLength(wide);
    expect(text).toMatch(/—\s*1\s*—/u);
  },
);

test(`LibreOffice 打开的周报正好一页${where}`, { timeout: 180_000 }, () => {
  const out = join(scratch(), '周报.docx');
  expect(ledger('brief', '--content', contentOf.shili, '--out', out).code).toBe(0);
  if (!installed) {
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    return;
  }
  expect(laidOut(out).pages).toBe(1);
});

test(`LibreOffice 打开的工作簿横放在 A4 上，一页宽${where}`, { timeout: 180_000 }, () => {
  const out = join(scratch(), '台账.xlsx');
  expect(ledger('export', '--form', 'ledger', '--out', out).code).toBe(0);
  if (!installed) {
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    return;
  }
  const { sizes, text } = laidOut(out);
  expect(new Set(sizes.map((size) => size.split('.')[0]))).toEqual(new Set(['841']));
  expect(text).toContain('榆阳区民政局');
});
