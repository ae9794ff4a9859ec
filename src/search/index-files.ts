/** Issues → Pagefind's index. */
import { close, createIndex } from 'pagefind';
import type { IssueRecord } from './record.ts';
import { GAP, indexTokens, shownTokens } from './tokens.ts';

/** What an issue is to Pagefind. */
function pagefindContent({ id, row, title, summary, texts }: IssueRecord): string {
  return [
    ...[title, summary].map((text) => shownTokens(indexTokens(text).join(' '))),
    ...[title, summary, ...texts].map((text) => indexTokens(text).join(' ')),
    `id${id.replaceAll('-', 'x')}`,
    `row${String(row)}`,
  ].join(` ${GAP} `);
}

/** Writes Pagefind's index of the issues into `dir`. Throws Error with Pagefind's words when it fails. */
export async function writeIndex(records: readonly IssueRecord[], dir: string): Promise<void> {
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
    const written = await index.writeFiles({ outputPath: dir });
    if (written.errors.length > 0) throw new Error(written.errors.join('；'));
  } finally {
    await close();
  }
}
