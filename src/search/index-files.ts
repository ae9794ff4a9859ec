/** Records → the files of the search: Pagefind's index and the list of names for pinyin and for splitting questions. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { pinyin } from 'pinyin-pro';
import { searchKinds, type SearchKind, type SearchRecord } from './record.ts';
import { GAP, NAME_END, NAME_START, indexTokens } from './tokens.ts';
import type { SpelledName } from './syllables.ts';

/** Beside the index: what the browser needs to understand a question. */
export interface SearchWords {
  /** Names of units and accounts with their pinyin. */
  names: readonly SpelledName[];
  /** Words by which a question without spaces can be split, longest first. */
  words: readonly string[];
}

/** What one record is to Pagefind. Exported for the tests. */
export function pagefindContent(record: SearchRecord): string {
  // An issue has no name of its own: its title is made of the account's name and the finding.
  const names = record.kind === 'issue' ? [] : [record.title, ...record.names];
  const fields = [
    ...names.map((name) => [NAME_START, ...indexTokens(name, 'name'), NAME_END].join(' ')),
    ...[record.title, ...record.names, record.summary, ...record.texts].map((text) =>
      indexTokens(text).join(' '),
    ),
    `id${record.id.replaceAll('-', 'x')}`,
    ...(record.row === undefined ? [] : [`row${String(record.row)}`]),
  ];
  return fields.join(` ${GAP} `);
}

/** Syllables of a name, without tones; what is not Chinese stays as it is. */
export function syllablesOf(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/gu, ''))
    .filter((syllable) => syllable !== '');
}

/** The words and names of all records, each once, in a fixed order. */
export function indexWords(
  records: readonly SearchRecord[],
  vocabulary: readonly string[],
): SearchWords {
  const names = new Set<string>();
  for (const record of records) {
    if (record.kind === 'issue') continue;
    for (const name of [record.title, ...record.names]) names.add(name);
  }
  const words = new Set([...names, ...vocabulary]);
  return {
    names: [...names].map((name) => ({ name, syllables: syllablesOf(name) })),
    words: [...words].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
  };
}

const kindOrder = Object.keys(searchKinds) as SearchKind[];

/**
 * Writes `<dir>/pagefind/…` and `<dir>/words.json`. `vocabulary`: names and aliases of platforms, problems and states.
 * Throws Error with Pagefind's own words when it fails.
 */
export async function writeIndex(
  records: readonly SearchRecord[],
  vocabulary: readonly string[],
  dir: string,
): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: 'zh',
    writePlayground: false,
    maxFragments: 2000,
  });
  if (!index) throw new Error(errors.join('；'));
  try {
    for (const [position, record] of records.entries()) {
      const added = await index.addCustomRecord({
        url: record.address,
        content: pagefindContent(record),
        language: 'zh',
        meta: {
          title: record.title,
          summary: record.summary,
          kind: searchKinds[record.kind],
          names: record.names.join('、'),
        },
        filters: {
          类别: [searchKinds[record.kind]],
          ...Object.fromEntries(
            Object.entries(record.facets).map(([name, values]) => [name, [...values]]),
          ),
        },
        sort: {
          order: `${String(kindOrder.indexOf(record.kind))}${String(position).padStart(8, '0')}`,
        },
      });
      if (added.errors.length > 0) throw new Error(added.errors.join('；'));
    }
    const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
    if (written.errors.length > 0) throw new Error(written.errors.join('；'));
  } finally {
    await close();
  }
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'words.json'), JSON.stringify(indexWords(records, vocabulary)));
}
