/** The 23 rows of the source document, and ledgers to import them into. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { mendedText } from '../../src/intake/words/wording.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import type { Ledger } from '../../src/schema/ledger.ts';

export const sourcePath = fileURLToPath(
  new URL('../fixtures/source/yuyang-2020-report.txt', import.meta.url),
);
export const sourceText = readFileSync(sourcePath, 'utf8');
export const shippedFolder = fileURLToPath(new URL('../../content/', import.meta.url));

export const header = [
  '序号',
  '政府网站/政务新媒体',
  '主办单位',
  '存在问题',
  '整改措施',
  '整改时限',
];
export const title = '政府网站/政务新媒体基础建设专项整治工作问题清单';
export const headLines = [
  '报送单位（盖章）：榆林市榆阳区人民政府办公室',
  '填表日期：2020年5月13日',
];

/** The rows as the source prints them: with the spaces that line setting left, row 6 in two pieces. */
export const printedRows: readonly (readonly string[])[] = sourceText
  .split('\n')
  .filter((line) => line.includes('\t'))
  .slice(1)
  .map((line) => line.split('\t'));

/** The 23 rows as an office has them in its own file, where lines break by themselves. */
export const rows: readonly (readonly string[])[] = printedRows.reduce<string[][]>(
  (whole, printed) => {
    const last = whole.at(-1);
    if (printed[0] === '' && last) {
      printed.forEach((text, index) => {
        last[index] = mendedText(`${last[index] ?? ''}\n${text}`);
      });
    } else whole.push(printed.map((text) => (text.includes('不够丰富') ? text : mendedText(text))));
    return whole;
  },
  [],
);

/** A copy of the shipped ledger in a folder of its own, without some of its parts; removed after the test. */
export function ledgerWithout(...parts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-intake-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const content = join(folder, 'content');
  cpSync(shippedFolder, content, { recursive: true });
  for (const part of parts) rmSync(join(content, part), { recursive: true, force: true });
  return content;
}

/** The ledger in a folder. Throws when it has faults. */
export function opened(folder: string): Ledger {
  const { ledger, faults } = checkLedger(readFolder(folder));
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0) throw new Error(JSON.stringify(wrong));
  return ledger;
}
