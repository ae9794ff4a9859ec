/** What answers questions on every page: the names in front, Pagefind behind them, each fetched once when first asked. */
import type { Hit } from '../search/hit.ts';
import type { SearchCall } from '../search/issues.ts';
import { answer } from '../search/question.ts';
import { soundsOf, type SearchWords, type SoundTable } from '../search/words.ts';
import type { IssueText } from './search-results.ts';

interface Pagefind {
  options: (options: { basePath: string; baseUrl: string }) => Promise<void>;
  search: SearchCall<IssueText>;
  filters: () => Promise<Record<string, Record<string, number>>>;
}

export interface SearchEngine {
  engine: () => Promise<Pagefind>;
  /** The hits of a question, the best first. */
  hitsOf: (question: string) => Promise<Hit<IssueText>[]>;
}

/** `folder`: where the site keeps what it searches in, with a slash at its end. */
export function searchEngine(folder: URL): SearchEngine {
  const engine = once(async () => {
    const pagefind = (await import(
      /* @vite-ignore */ new URL('pagefind/pagefind.js', folder).href
    )) as Pagefind;
    await pagefind.options({ basePath: new URL('pagefind/', folder).href, baseUrl: '/' });
    return pagefind;
  });
  const fetched = async <T>(name: string): Promise<T> =>
    (await (await fetch(new URL(name, folder))).json()) as T;
  const reader = {
    words: once(() => fetched<SearchWords>('words.json')),
    sounds: once(async () => soundsOf(await fetched<SoundTable>('sounds.json'))),
  };
  return {
    engine,
    hitsOf: async (question) => {
      const { search } = await engine();
      return answer<IssueText>(question, { ask: search, ...reader });
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
