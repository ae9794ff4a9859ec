/** Issues → Pagefind's index of their words, and what lies beside it. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import {
  facetFile,
  type FacetTable,
  type FacetTables,
  type IssueText,
  textFile,
  TEXTS_A_FILE,
} from './issue-files.ts';
import { type FacetName, facetNames, type IssueRecord } from '../record.ts';
import { nameByPlace } from './page-list.ts';
import { GAP, indexTokens, searchPassages, shownTokens } from '../tokens.ts';

/** What Pagefind writes besides for its own pages and for results that it shows itself; none of it is fetched here. */
const UNUSED = [
  'fragment',
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
  'pagefind-worker.js',
];

/** So many issues are handed to Pagefind at once; it takes them in their order. Waiting for each is most of handing them over. */
const TOGETHER = 200;

/** Waits for what goes on by itself. Throws what went wrong meanwhile. */
export type Finish = () => Promise<void>;

/**
 * Writes what the search has of the issues into `dir`. Pagefind's own process makes the index from the moment when it has
 * all words, and this one may do something else until then. Throws Error with Pagefind's words when it fails.
 */
export async function beginIndex(records: readonly IssueRecord[], dir: string): Promise<Finish> {
  const finish = await beginPagefind(records, join(dir, 'pagefind'));
  for (const [path, value] of [...textFiles(records), ...facetFiles(records)]) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), JSON.stringify(value));
  }
  return finish;
}

/** Results are known by their place among the records, so Pagefind need keep neither their texts nor an order. */
async function beginPagefind(records: readonly IssueRecord[], dir: string): Promise<Finish> {
  const { index, errors } = await createIndex({
    forceLanguage: 'zh',
    writePlayground: false,
    maxFragments: 1,
  });
  if (!index) throw new Error(errors.join('；'));
  try {
    for (let from = 0; from < records.length; from += TOGETHER) {
      const some = records.slice(from, from + TOGETHER);
      const added = await Promise.all(
        some.map((record) =>
          index.addCustomRecord({
            url: record.address,
            content: pagefindContent(record),
            language: 'zh',
          }),
        ),
      );
      const said = added.flatMap((one) => one.errors);
      if (said.length > 0) throw new Error(said.join('；'));
    }
  } catch (error) {
    await close();
    throw error;
  }
  const writing = index.writeFiles({ outputPath: dir }).finally(close);
  // Whoever waits is told.
  writing.catch(() => undefined);
  return async () => {
    const written = await writing;
    if (written.errors.length > 0) throw new Error(written.errors.join('；'));
    for (const name of UNUSED) await rm(join(dir, name), { recursive: true, force: true });
    await nameByPlace(dir);
  };
}

/** What an issue is to Pagefind: what its result shows, and every further passage that does not stand there already. */
function pagefindContent({ id, row, title, summary, texts }: IssueRecord): string {
  const shown = [title, summary];
  const passages = [...new Set(shown.flatMap(searchPassages))];
  const further = [...new Set(texts.flatMap(searchPassages))].filter(
    (one) => !passages.some((passage) => passage.includes(one)),
  );
  return [
    ...shown.map((text) => shownTokens(indexTokens(text).join(' '))),
    ...further.map((text) => indexTokens(text).join(' ')),
    `id${id.replaceAll('-', 'x')}`,
    `row${String(row)}`,
  ].join(` ${GAP} `);
}

function textFiles(records: readonly IssueRecord[]): Map<string, IssueText[]> {
  const files = new Map<string, IssueText[]>();
  for (let from = 0; from < records.length; from += TEXTS_A_FILE) {
    const own = records.slice(from, from + TEXTS_A_FILE);
    files.set(
      textFile(from),
      own.map(({ address, title, summary, lateness }) => [
        address,
        title,
        lateness === '' ? summary : `${lateness} · ${summary}`,
      ]),
    );
  }
  return files;
}

function facetFiles(records: readonly IssueRecord[]): Map<string, FacetTables> {
  const files = new Map<string, FacetTables>();
  for (const name of facetNames) {
    const file = facetFile(name);
    files.set(file, { ...files.get(file), [name]: facetTable(name, records) });
  }
  return files;
}

function facetTable(name: FacetName, records: readonly IssueRecord[]): FacetTable {
  const places = new Map<string, number>();
  const placeOf = (value: string): number => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  };
  const of = records.map(({ facets }) => {
    const [first, ...more] = facets[name].map(placeOf);
    return first !== undefined && more.length === 0
      ? first
      : [...(first === undefined ? [] : [first]), ...more];
  });
  return { values: [...places.keys()], of };
}
