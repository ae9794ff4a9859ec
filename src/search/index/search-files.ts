/** What the browser fetches beside Pagefind's index: the names of pages and the sounds of characters. */
import { hash } from 'node:crypto';
import type { Face } from '../../views/face.ts';
import type { MenuEntry, PaperPage } from '../../views/menu-view.ts';
import { soundTable, syllablesOf, traditionalOf } from './characters.ts';
import { searchEntries } from './entries.ts';
import type { SearchEntry, IssueRecord } from '../record.ts';
import { normalize } from '../tokens.ts';
import type { SearchWords } from '../words.ts';

/** By their path below the root of the site. `menu` and `papers`: the parts of this face, and what stands on its shelves; `records`: its issues. */
export function searchFiles(
  face: Face,
  menu: readonly MenuEntry[],
  papers: readonly PaperPage[],
  records: () => readonly IssueRecord[],
): ReadonlyMap<string, () => string> {
  return new Map([
    [
      'search/words.json',
      () => {
        const entries = searchEntries(face, menu, papers);
        return JSON.stringify(searchWords(entries, records(), face.today));
      },
    ],
    ['search/sounds.json', () => JSON.stringify(soundTable())],
  ]);
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
  entries: readonly SearchEntry[],
  records: readonly IssueRecord[],
  today: string,
): SearchWords {
  const said = records
    .flatMap(({ title, summary, texts }) => [title, summary, ...texts])
    .join('\n');
  const written = [...entries.flatMap(({ names, title }) => [...names, title]), said].join('');
  return {
    today,
    // What the ledgers below call their own does not tell what this one's begin with.
    lead: leadOf(
      entries.flatMap(({ kind, title, whose }) =>
        kind === 'unit' && whose === undefined ? [title] : [],
      ),
    ),
    simplified: traditionalOf(written),
    letters: [...new Set(normalize(said).match(/[a-z]+/gu))].toSorted(),
    version: hash('sha256', JSON.stringify(records), 'base64url').slice(0, 10),
    entries: entries.map((entry) => ({
      ...entry,
      names: entry.names.map((name) => ({ name, syllables: syllablesOf(name) })),
    })),
  };
}
