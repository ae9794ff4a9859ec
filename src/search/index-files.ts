/** Records → the files of the search: Pagefind's index of issues, the names of pages, the sounds of characters. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { soundTable, syllablesOf, traditionalOf } from './characters.ts';
import type { Entry, IssueRecord } from './record.ts';
import { GAP, indexTokens, shownTokens } from './tokens.ts';
import type { SearchWords } from './words.ts';

/** What an issue is to Pagefind. */
function pagefindContent({ id, row, title, summary, texts }: IssueRecord): string {
  return [
    ...[title, summary].map((text) => shownTokens(indexTokens(text).join(' '))),
    ...[title, summary, ...texts].map((text) => indexTokens(text).join(' ')),
    `id${id.replaceAll('-', 'x')}`,
    `row${String(row)}`,
  ].join(` ${GAP} `);
}

/** What most of the names begin with (示例区, 榆阳区), where they go on behind it. */
export function leadOf(names: readonly string[]): string {
  const leads = names.flatMap((name) => /^.{2,5}?[省市区县旗州盟]/u.exec(name)?.[0] ?? []);
  const counts = Map.groupBy(leads, (lead) => lead);
  const [most = '', all = []] = [...counts].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
  return all.length * 2 > names.length ? most : '';
}

/** words.json: entries in their order, each name with its syllables. */
export function searchWords(
  entries: readonly Entry[],
  records: readonly IssueRecord[],
  today: string,
): SearchWords {
  const written = [
    ...entries.flatMap(({ names, title }) => [...names, title]),
    ...records.flatMap(({ title, summary, texts }) => [title, summary, ...texts]),
  ].join('');
  return {
    today,
    lead: leadOf(entries.flatMap(({ kind, title }) => (kind === 'unit' ? [title] : []))),
    simplified: traditionalOf(written),
    entries: entries.map((entry) => ({
      ...entry,
      names: entry.names.map((name) => ({ name, syllables: syllablesOf(name) })),
    })),
  };
}

/** Writes `<dir>/pagefind/…`, `<dir>/words.json` and `<dir>/sounds.json`. Throws Error with Pagefind's words when it fails. */
export async function writeIndex(
  entries: readonly Entry[],
  records: readonly IssueRecord[],
  today: string,
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
        meta: { title: record.title, summary: record.summary },
        filters: Object.fromEntries(
          Object.entries(record.facets).map(([name, values]) => [name, [...values]]),
        ),
        sort: { order: String(position).padStart(8, '0') },
      });
      if (added.errors.length > 0) throw new Error(added.errors.join('；'));
    }
    const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
    if (written.errors.length > 0) throw new Error(written.errors.join('；'));
  } finally {
    await close();
  }
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'words.json'), JSON.stringify(searchWords(entries, records, today)));
  await writeFile(join(dir, 'sounds.json'), JSON.stringify(soundTable()));
}
