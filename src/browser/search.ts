/** The search page: question and filters live in the address, so that an answer can be sent. */
import { answer, type SearchCall, type PagefindResult } from '../search/question.ts';
import { clear, drawFacets, item, sentence, type SearchHit } from './search-results.ts';
import type { SearchWords } from '../search/index-files.ts';
import { own } from '../text/own.ts';

interface Pagefind {
  options: (options: { basePath: string; baseUrl: string }) => Promise<void>;
  search: SearchCall<SearchHit>;
}

const PAGE = 20;
const root = document.querySelector<HTMLElement>('[data-search]');
if (root) start(root);

function start(page: HTMLElement): void {
  const folder = new URL('search/', document.baseURI);
  const input = page.querySelector<HTMLInputElement>('input[name=q]');
  const status = page.querySelector<HTMLElement>('[data-search-status]');
  const facets = page.querySelector<HTMLElement>('[data-search-facets]');
  const box = page.querySelector<HTMLElement>('[data-search-list]');
  const more = page.querySelector<HTMLButtonElement>('[data-search-more]');
  if (!input || !status || !facets || !box || !more) return;
  const invitation = status.textContent.trim();
  // A list without entries is not valid, so it is made when there is a script to fill it.
  const list = document.createElement('ol');
  list.className = 'search-results';
  list.dataset['searchResults'] = '';
  box.append(list);

  const engine = once(async () => {
    const pagefind = (await import(
      /* @vite-ignore */ new URL('pagefind/pagefind.js', folder).href
    )) as Pagefind;
    await pagefind.options({ basePath: new URL('pagefind/', folder).href, baseUrl: '/' });
    return pagefind;
  });
  const words = once(
    async () => (await (await fetch(new URL('words.json', folder))).json()) as SearchWords,
  );

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
      clear(facets, list);
      more.hidden = true;
      return;
    }
    status.textContent = '正在检索……';
    try {
      const { search } = await engine();
      const results = await answer<SearchHit>(question, search, words);
      if (mine !== turn) return;
      // Only so many are opened: each is a small file of its own.
      const opened = await Promise.all(
        results.slice(0, 300).map((result: PagefindResult<SearchHit>) => result.data()),
      );
      if (mine !== turn) return;
      const chosen = [...params].filter(([name]) => name !== 'q');
      const fitting = opened.filter((one) =>
        chosen.every(([name, value]) => own(one.filters, name)?.includes(value)),
      );
      status.textContent = sentence(question, fitting.length, results.length > opened.length);
      drawFacets(facets, opened, chosen, question);
      list.replaceChildren(...fitting.slice(0, shown).map((one) => item(one, question)));
      more.hidden = fitting.length <= shown;
      more.textContent = `再显示 ${String(Math.min(PAGE, fitting.length - shown))} 条`;
    } catch {
      if (mine !== turn) return;
      clear(facets, list);
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
  facets.addEventListener('click', (event) => {
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

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
