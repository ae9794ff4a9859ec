/** What answers questions on every page: the names in front, Pagefind behind them, each fetched once when first asked. */
import type { Hit } from '../search/question/hit.ts';
import {
  byValue,
  facetFile,
  type FacetTable,
  type FacetTables,
  type IssueText,
  placeNamed,
  textFile,
  TEXTS_A_FILE,
} from '../search/index/issue-files.ts';
import { answer } from '../search/question/question.ts';
import type { FacetName } from '../search/record.ts';
import { soundsOf, type SearchWords, type SoundTable } from '../search/words.ts';

interface Pagefind {
  options: (options: { basePath: string; baseUrl: string; noWorker: true }) => Promise<void>;
  search: (query: string) => Promise<{ results: readonly { id: string }[] }>;
}

export interface SearchEngine {
  /** The hits of a question, the best first. */
  hitsOf: (question: string) => Promise<Hit[]>;
  /** The issue at a place of the list, as a result shows it. */
  textOf: (place: number) => Promise<IssueText>;
  facet: (name: FacetName) => Promise<FacetTable>;
}

/** `folder`: where the site keeps what it searches in, with a slash at its end. */
export function searchEngine(folder: URL): SearchEngine {
  const fetched = async <T>(name: string): Promise<T> =>
    // What has no version in its address must be of the site that stands there now.
    (await (await fetch(new URL(name, folder), { cache: 'no-cache' })).json()) as T;
  const words = once(() => fetched<SearchWords>('words.json'));
  const ofVersion = remembered(async (name: string): Promise<unknown> => {
    const { version } = await words();
    return (await fetch(new URL(`${name}?v=${version}`, folder))).json();
  });
  const facet = async (name: FacetName): Promise<FacetTable> =>
    ((await ofVersion(facetFile(name))) as FacetTables)[name] ?? { values: [], of: [] };
  const values = remembered(async (name: FacetName) => byValue(await facet(name)));

  const engine = once(async () => {
    const pagefind = (await import(
      /* @vite-ignore */ new URL('pagefind/pagefind.js', folder).href
    )) as Pagefind;
    await pagefind.options({
      basePath: new URL('pagefind/', folder).href,
      baseUrl: '/',
      noWorker: true,
    });
    return pagefind;
  });
  const reader = {
    ask: remembered(async (query: string): Promise<number[]> => {
      const { results } = await (await engine()).search(query);
      return results.map(({ id }) => placeNamed(id));
    }),
    having: async (name: FacetName, value: string) => (await values(name)).get(value) ?? [],
    words,
    sounds: once(async () => soundsOf(await fetched<SoundTable>('sounds.json'))),
  };
  return {
    hitsOf: (question) => answer(question, reader),
    textOf: async (place) => {
      const texts = (await ofVersion(textFile(place))) as readonly IssueText[];
      const text = texts[place % TEXTS_A_FILE];
      if (text === undefined) throw new RangeError(`no issue at ${String(place)}`);
      return text;
    },
    facet,
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  const known = remembered<undefined, T>(make);
  return () => known(undefined);
}

/** Made once for each key; what failed is tried again when it is next asked for. */
function remembered<Key, T>(make: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const all = new Map<Key, Promise<T>>();
  return (key) => {
    const made =
      all.get(key) ??
      make(key).catch((error: unknown) => {
        all.delete(key);
        throw error;
      });
    all.set(key, made);
    return made;
  };
}
