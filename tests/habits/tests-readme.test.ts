/** tests/README.md: the table of kinds and cases says what stands there. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const at = (path: string) => new URL(`../${path}`, import.meta.url);
const source = (path: string) => readFileSync(at(path), 'utf8');
const rows = (path: string, heads = 1) => source(path).trimEnd().split('\n').slice(heads);
const first = (lines: readonly string[]) => new Set(lines.map((line) => line.split('\t')[0])).size;
const files = (folder: string) => readdirSync(at(folder)).filter((name) => !name.endsWith('.md'));
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

const sentences = rows('fixtures/circulars/sentences.tsv');
const lists = source('intake/cases.test.ts');
const clerks = source('intake/sheet-back/clerks.test.ts');
const deadlines = rows('domain/deadline-phrases.tsv');
const queries = rows('search/queries.tsv');

/** What the first column of the table names → kinds, cases. */
const counted: Record<string, readonly [kinds: number, cases: number]> = {
  'lists in Word, Excel, csv': [count(lists, /^describe\(/gmu), files('fixtures/paper').length],
  'passages of circulars': [
    first(sentences),
    sentences.length + rows('fixtures/circulars/cases.tsv').length,
  ],
  'whole circulars': [
    1,
    files('fixtures/circulars/whole').filter((name) => name.endsWith('.txt')).length,
  ],
  'sheets that come back': [
    count(clerks, /^describe\(/gmu) + files('fixtures/sheet-back').length,
    count(clerks, /^ {2}test(?:\.each)?\(/gmu) + files('fixtures/sheet-back').length,
  ],
  'passages for `proofread`': [
    files('../src/proofread/rules').length,
    rows('fixtures/proofread/own.tsv').length + rows('fixtures/proofread/short.tsv', 0).length,
  ],
  'deadlines as they are written': [first(deadlines), deadlines.length],
  'questions to the search': [first(queries), queries.length],
};

test.each(Object.entries(counted))('%s', (what, [kinds, cases]) => {
  const row = source('README.md')
    .split('\n')
    .find((line) => line.startsWith(`| ${what} `));
  const cells = row?.split('|').map((cell) => cell.trim());
  expect(cells?.slice(3, 5)).toEqual([String(kinds), String(cases)]);
});
