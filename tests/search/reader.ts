/** What a question is answered from, read from a site's own index instead of Pagefind's files. */
import { searchEntries } from '../../src/search/index/entries.ts';
import { issueRecords } from '../../src/search/index/records.ts';
import { searchWords } from '../../src/search/index/search-files.ts';
import type { IssueReader } from '../../src/search/question/issues.ts';
import type { Face } from '../../src/views/face.ts';
import type { MenuEntry, PaperPage } from '../../src/views/menu-view.ts';

export function readerOf(
  face: Face,
  menu: readonly MenuEntry[] = [],
  papers: readonly PaperPage[] = [],
) {
  const records = issueRecords(face);
  const words = searchWords(searchEntries(face, menu, papers), records, face.today);
  const reader: IssueReader = {
    ask: () => Promise.resolve([]),
    having: (facet, value) =>
      Promise.resolve(
        records.flatMap(({ facets }, place) => (facets[facet].includes(value) ? [place] : [])),
      ),
    words: () => Promise.resolve(words),
    sounds: () => Promise.resolve(() => undefined),
  };
  return { records, words, reader };
}
