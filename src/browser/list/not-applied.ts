/** On a list of very many pages, which has no filters: a choice that the address brings is said, with the search for it. */

/** What the search calls the columns of a list; it does not know the others. */
const FACETS: Readonly<Record<string, string>> = {
  campaign: '专项',
  unit: '单位',
  platform: '平台',
  problem: '问题',
  origin: '来源',
  state: '状态',
};
/** What else an address may ask of a list. */
const OTHERS = ['find', 'officer', 'closed', 'light'];

/**
 * What the search is asked for what `asked` asks of a list whose own facets are `own`; undefined where nothing is asked
 * for. The words of the question are those looked for, else the values.
 */
export function searchFor(
  asked: URLSearchParams,
  own: Iterable<readonly [string, string]>,
): URLSearchParams | undefined {
  const valueOf = (name: string): string => asked.get(name)?.trim() ?? '';
  const chosen = Object.entries(FACETS).filter(([name]) => valueOf(name) !== '');
  const words = OTHERS.map(valueOf).filter((value) => value !== '');
  if (chosen.length === 0 && words.length === 0) return undefined;
  const question = words.length > 0 ? words : chosen.map(([name]) => valueOf(name));
  const search = new URLSearchParams([['q', question.join(' ')], ...own].map((pair) => [...pair]));
  for (const [name, facet] of chosen) search.append(facet, valueOf(name));
  return search;
}

function start(note: HTMLElement): void {
  const form = note.closest('form');
  const link = note.querySelector('a');
  if (form === null || link === null) return;
  const own = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
  const search = searchFor(
    new URLSearchParams(location.search),
    own.map(({ name, value }) => [name, value] as const),
  );
  if (search === undefined) return;
  link.search = search.toString();
  note.hidden = false;
}

if (typeof document !== 'undefined')
  for (const note of document.querySelectorAll<HTMLElement>('[data-not-applied]')) start(note);
