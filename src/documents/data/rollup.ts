/** 汇总文件: data/summary.json and data/ledger.json, and both in one file for a stick. */
import { createHash } from 'node:crypto';
import { FILE_FORMAT, ROLLUP_VERSION } from '../../schema/rollup.ts';
import type { Face } from '../../views/face.ts';
import { rowsOfFace, sumsOfFace } from '../../views/rollup/rollup-view.ts';
import { jsonFile } from '../../text/notation/json.ts';

export interface RollupTexts {
  readonly summary: string;
  readonly ledger: string;
}

/** Both texts; the sums name the rows by their checksum. */
export function rollupTexts(face: Face, commit: string): RollupTexts {
  const ledger = `${JSON.stringify(rowsOfFace(face))}\n`;
  const bytes = new TextEncoder().encode(ledger);
  const summary = sumsOfFace(face, commit, {
    file: 'ledger.json',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  return { summary: jsonFile(summary), ledger };
}

/** One file with both and their checksum, and the signature of the sums where there is one. */
export function rollupInOne(texts: RollupTexts, signature?: string): string {
  const sha256 = createHash('sha256').update(texts.summary).update(texts.ledger).digest('hex');
  const head = { format: FILE_FORMAT, version: ROLLUP_VERSION, sha256 };
  return `${JSON.stringify({ ...head, ...texts, signature })}\n`;
}

/** Both as files of a site, by their path below its root; made once, when first asked for. */
export function rollupFiles(
  face: Face,
  commit: () => string,
): [path: string, make: () => string][] {
  let texts: RollupTexts | undefined;
  const made = (): RollupTexts => (texts ??= rollupTexts(face, commit()));
  return [
    ['data/summary.json', () => made().summary],
    ['data/ledger.json', () => made().ledger],
  ];
}
