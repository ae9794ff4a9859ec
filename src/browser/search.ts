/** The search page: question and filters live in the address, so that an answer can be sent. */
import type { Hit } from '../search/hit.ts';
import { drawnFacets } from '../search/record.ts';
import { searchEngine } from './search-engine.ts';
import {
  clear,
  drawFacets,
  type Facet,
  issueItem,
  type IssueText,
  pageItem,
  sentence,
} from './search-results.ts';

const PAGE = 20;
const root = document.querySelector<HTMLElement>('[data-search]');
if (root) start(root);

function start(page: HTMLElement): void {
  const folder = new URL('search/', document.baseURI);
  const input = page.querySelector<HTMLInputElement>('input[name=q]');
  const status = page.querySelector<HTMLElement>('[data-search-status]');
  const facetBox = page.querySelector<HTMLElement>('[data-search-facets]');
  const box = page.querySelector<HTMLElement>('[data-search-list]');
  const more = page.querySelector<HTMLButtonElement>('[data-search-more]');
  if (!input || !status || !facetBox || !box || !more) return;
  const invitation = status.textContent.trim();
  // A list without entries is not valid, so it is made when there is a script to fill it.
  const list = document.createElement('ol');
  list.className = 'search-results';
  list.dataset['searchResults'] = '';
  box.append(list);

  const { engine, hitsOf } = searchEngine(folder);
  // The issues of a facet's value: by their numbers alone, none of them is opened.
  const members = new Map<string, Promise<ReadonlySet<string>>>();
  const membersOf = (name: string, value: string): Promise<ReadonlySet<string>> => {
    const key = `${name}\n${value}`;
    const known = members.get(key);
    if (known !== undefined) return known;
    const asked = engine().then(async ({ search }) => {
      const { results } = await search(null, {
        sort: { order: 'asc' },
        filters: { [name]: value },
      });
      return new Set(results.map(({ id }) => id));
    });
    members.set(key, asked);
    return asked;
  };
  const facetsOf = async (hits: readonly Hit<IssueText>[]): Promise<Facet[]> => {
    const ids = hits.flatMap((hit) => (hit.kind === 'issue' ? [hit.id] : []));
    if (ids.length < 2) return [];
    const known = await (await engine()).filters();
    const facets: Facet[] = [];
    for (const name of drawnFacets) {
      for (const value of Object.keys(known[name] ?? {})) {
        const all = await membersOf(name, value);
        const count = ids.filter((id) => all.has(id)).length;
        if (count > 0) facets.push({ name, value, count });
      }
    }
    return facets;
  };
  const fitting = async (
    hits: readonly Hit<IssueText>[],
    chosen: readonly (readonly [string, string])[],
  ): Promise<Hit<IssueText>[]> => {
    if (chosen.length === 0) return [...hits];
    const sets = await Promise.all(chosen.map(([name, value]) => membersOf(name, value)));
    return hits.filter((hit) => hit.kind === 'issue' && sets.every((set) => set.has(hit.id)));
  };

  let turn = 0;
  let shown = PAGE;

  const draw = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const params = new URLSearchParams(location.search);
    const question = (params.get('q') ?? '').trim();
    if (input.value.trim() !== question) input.value = question;
    if (question === '') {
      status.textContent = invitation;
      clear(facetBox, list);
      more.hidden = true;
      return;
    }
    status.textContent = '正在检索……';
    try {
      const hits = await hitsOf(question);
      const chosen = [...params].filter(([name]) =>
        (drawnFacets as readonly string[]).includes(name),
      );
      const [all, facets] = [await fitting(hits, chosen), await facetsOf(hits)];
      // Only what is shown is opened: each issue is a small file of its own.
      const rows = await Promise.all(
        all
          .slice(0, shown)
          .map(async (hit) =>
            hit.kind === 'page'
              ? pageItem(hit.entry, question)
              : issueItem(await hit.data(), question),
          ),
      );
      if (mine !== turn) return;
      status.textContent = sentence(question, all);
      drawFacets(facetBox, facets, chosen, question);
      list.replaceChildren(...rows);
      more.hidden = all.length <= shown;
      more.textContent = `再显示 ${String(Math.min(PAGE, all.length - shown))} 条`;
    } catch {
      if (mine !== turn) return;
      clear(facetBox, list);
      status.textContent =
        location.protocol === 'file:'
          ? '从文件夹直接打开时不能检索，请从下面的目录进入。'
          : '检索没有成功，请刷新页面再试，或从下面的目录进入。';
    }
  };

  const go = (question: string): void => {
    const params = new URLSearchParams({ q: question });
    history.replaceState(null, '', `${location.pathname}?${params.toString()}`);
    shown = PAGE;
    void draw();
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
    void draw();
  });
  more.addEventListener('click', () => {
    const next = list.children.length;
    shown += PAGE;
    void draw().then(() => list.children[next]?.querySelector('a')?.focus());
  });
  window.addEventListener('popstate', () => void draw());
  void draw();
}
