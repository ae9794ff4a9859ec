/** The frozen ledgers of versions 1, 2 and 3 (tests/fixtures/ledger-v1/ to -v3/, never generated again), as files and as the old programs counted them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { overviewOf } from '../../src/domain/figures/overview.ts';
import { rowsOf } from '../../src/domain/figures/figures.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { readFolder } from '../../src/ledger/content.ts';
import type { Ledger } from '../../src/schema/ledger.ts';

const root = new URL('../fixtures/ledger-v1/', import.meta.url);
export const v1Folder = fileURLToPath(new URL('content/', root));
export const v1Sent = fileURLToPath(new URL('sent/', root));
export const v1Content = readFolder(v1Folder);
export const v1Bulletin = readFileSync(new URL('bulletin.yaml', root), 'utf8');

/** By day: figure → words and rows; dimension → part → counts. */
export type Counted = Readonly<
  Record<
    string,
    {
      figures: Readonly<Record<string, readonly [words: string, rows: string]>>;
      parts: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
    }
  >
>;
export const v1Figures = figuresIn(root);

/** What the old program counted. */
function figuresIn(folder: URL): Counted {
  const counted = JSON.parse(readFileSync(new URL('figures.json', folder), 'utf8')) as Counted;
  return Object.fromEntries(
    Object.entries(counted).map(([day, { figures, parts }]) => [
      day,
      {
        figures: Object.fromEntries(
          Object.entries(figures).map(([id, [words, rows]]) => [
            id,
            [words, bySelf(rows.split(' '))],
          ]),
        ),
        parts,
      },
    ]),
  );
}

/** Which rows a figure counts, whatever the order in which units stand on a page. */
function bySelf(rows: readonly string[]): string {
  return rows.toSorted().join(' ');
}

const second = new URL('../fixtures/ledger-v2/', import.meta.url);
export const v2Content = readFolder(fileURLToPath(new URL('content/', second)));
export const v2Figures = figuresIn(second);

const third = new URL('../fixtures/ledger-v3/', import.meta.url);
export const v3Content = readFolder(fileURLToPath(new URL('content/', third)));
export const v3Figures = figuresIn(third);

/** The same of a ledger as it is read now. */
export function countedOn(ledger: Ledger, day: string): Counted[string] {
  const { figures, breakdowns } = overviewOf(standing(ledger, day));
  return {
    figures: Object.fromEntries(
      figures.map(({ id, words, value }) => [id, [words, bySelf(rowsOf(value))]]),
    ),
    parts: Object.fromEntries(
      breakdowns.map(({ dimension, parts }) => [
        dimension,
        Object.fromEntries(parts.map(({ key, figures: own }) => [key, Object.values(own)])),
      ]),
    ),
  };
}
