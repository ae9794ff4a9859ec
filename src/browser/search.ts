/** The search page: question and filters live in the address, so that an answer can be sent. */
import type { Hit } from '../search/question/hit.ts';
import { byValue } from '../search/index/issue-files.ts';
import { type FacetName, facetNames, shownFacets } from '../search/record.ts';
import { searchEngine } from './search-engine.ts';
import {
  emptyBoxes,
  renderFacets,
  type Facet,
  facetCounts,
  issueItem,
  pageItem,
  sentence,
} from './search-results.ts';

/** Each may stand in a file of its own. */
const PAGE = 10;
const root = document.querySelector<HTMLElement>('[data-search]');
if (root) start(root);

function start(page: HTMLElement): void {
  const folder = new URL('search/', document.baseURI);
  const input = page.querySelector<HTMLInputElement>('input[name=q]');
  const status = page.querySelector<HTMLElement>('[data-search-status]');
  const facetBox = page.querySelector<HTMLElement>('[data-search-facets]');
  const fold = page.querySelector<HTMLDetailsElement>('[data-search-fold]');
  const box = page.querySelector<HTMLElement>('[data-search-list]');
  const more = page.querySelector<HTMLButtonElement>('[data-search-more]');
  if (!input || !status || !facetBox || !fold || !box || !more) return;
  const wide = matchMedia('(min-width: 48rem)');
  fold.open = wide.matches;
  // A phone that is turned: beside the results the filters stand open.
  wide.addEventListener('change', () => {
    if (wide.matches) fold.open = true;
  });
  const invitation = status.textContent.trim();
  // A list without entries is not valid, so it is made when there is a script to fill it.
  const list = document.createElement('ol');
  list.className = 'search-results';
  list.dataset['searchResults'] = '';
  box.append(list);

  const { hitsOf, textOf, facet } = searchEngine(folder);
  const facetsOf = async (hits: readonly Hit[]): Promise<Facet[]> => {
    const issues = hits.flatMap((hit) => (hit.kind === 'issue' ? [hit.place] : []));
    if (issues.length < 2) return [];
    const tables = await Promise.all(
      shownFacets.map(async (name) => facetCounts(name, await facet(name), issues)),
    );
    return tables.flat();
  };
  const fitting = async (
    hits: readonly Hit[],
    chosen: readonly (readonly [FacetName, string])[],
  ): Promise<Hit[]> => {
    if (chosen.length === 0) return [...hits];
    // Several values of a facet are any of them, as those of the list from which somebody came.
    const sets = await Promise.all(
      [...Map.groupBy(chosen, ([name]) => name)].map(async ([name, values]) => {
        const places = byValue(await facet(name));
        return new Set(values.flatMap(([, value]) => places.get(value) ?? []));
      }),
    );
    return hits.filter((hit) => hit.kind === 'issue' && sets.every((set) => set.has(hit.place)));
  };

  let turn = 0;
  let shown = PAGE;

  const render = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const params = new URLSearchParams(location.search);
    const question = (params.get('q') ?? '').trim();
    if (input.value.trim() !== question) input.value = question;
    // On paper it says what was asked.
    status.classList.toggle('screen-only', question === '');
    if (question === '') {
      status.textContent = invitation;
      emptyBoxes(facetBox, list);
      fold.hidden = true;
      more.hidden = true;
      return;
    }
    status.textContent = '正在检索……';
    try {
      const hits = await hitsOf(question);
      const chosen = facetNames.flatMap((name) =>
        params.getAll(name).map((value) => [name, value] as const),
      );
      const [all, facets] = [await fitting(hits, chosen), await facetsOf(hits)];
      // Only what is shown is opened.
      const rows = await Promise.all(
        all
          .slice(0, shown)
          .map(async (hit) =>
            hit.kind === 'page'
              ? pageItem(hit.entry, question)
              : issueItem(await textOf(hit.place), question),
          ),
      );
      if (mine !== turn) return;
      status.textContent = sentence(question, all);
      renderFacets(facetBox, facets, chosen, question);
      fold.hidden = facetBox.childElementCount === 0;
      if (chosen.length > 0) fold.open = true;
      list.replaceChildren(...rows);
      more.hidden = all.length <= shown;
      more.textContent = `再显示${String(Math.min(PAGE, all.length - shown))}个`;
    } catch {
      if (mine !== turn) return;
      emptyBoxes(facetBox, list);
      status.textContent =
        location.protocol === 'file:'
          ? '从文件夹直接打开时不能检索，请从下面的目录进入。'
          : '检索没有成功，请刷新页面再试，或从下面的目录进入。';
    }
  };

  const go = (question: string): void => {
    const params = new URLSearchParams({ q: question });
    // Whoever came from a list goes on asking within it.
    for (const [name, value] of new URLSearchParams(location.search))
      if (isHiddenFacet(name)) params.append(name, value);
    history.replaceState(null, '', `${location.pathname}?${params.toString()}`);
    shown = PAGE;
    void render();
  };
  let waiting = 0;
  let composing = false;
  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    go(input.value.trim());
  });
  input.addEventListener('input', () => {
    if (composing) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      go(input.value.trim());
    }, 200);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    go(input.value.trim());
  });
  facetBox.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    shown = PAGE;
    void render();
  });
  more.addEventListener('click', () => {
    const next = list.children.length;
    shown += PAGE;
    void render().then(() => list.children[next]?.querySelector('a')?.focus());
  });
  window.addEventListener('popstate', () => void render());
  void render();
}

/** A facet that only a list names: it is not rendered beside the results. */
function isHiddenFacet(name: string): boolean {
  return facetNames.some((one) => one === name) && !shownFacets.some((one) => one === name);
}
