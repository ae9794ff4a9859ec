/**
 * Answers as somebody types in the head of a page: a combobox with a list (ARIA APG), moved through by arrow keys. Enter
 * without a choice opens the search page; nothing is asked while an input method composes; without an answer the field
 * is what it was.
 */
import { searchKinds } from '../search/record.ts';
import { searchEngine } from './search-engine.ts';
import { markedText } from './search-results.ts';

const MOST = 7;
const PAUSE = 150;

interface Suggestion {
  readonly kind: string;
  readonly title: string;
  readonly href: string;
}

export function suggest(field: HTMLInputElement, isComposing: boolean): void {
  const { form } = field;
  if (!form) return;
  const { hitsOf, textOf } = searchEngine(new URL('search/', form.action));
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '可能要找的');
  list.hidden = true;
  form.append(list);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
    ['autocomplete', 'off'],
  ] as const)
    field.setAttribute(name, value);

  let turn = 0;
  let chosen = -1;
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const close = (): void => {
    turn += 1;
    chosen = -1;
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const choose = (next: number): void => {
    const all = options();
    // One before the first is the field itself.
    chosen = next < -1 ? all.length - 1 : next >= all.length ? -1 : next;
    for (const [at, option] of all.entries())
      option.setAttribute('aria-selected', String(at === chosen));
    const active = all[chosen];
    if (active === undefined) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    }
  };
  const show = async (): Promise<void> => {
    const question = field.value.trim();
    turn += 1;
    const mine = turn;
    if (question === '') {
      close();
      return;
    }
    const found = await suggestionsOf(question);
    if (mine !== turn || document.activeElement !== field) return;
    list.replaceChildren(...found.map((one, at) => option(one, at, question)));
    list.hidden = found.length === 0;
    field.setAttribute('aria-expanded', String(found.length > 0));
    choose(-1);
  };
  const suggestionsOf = async (question: string): Promise<Suggestion[]> => {
    try {
      const hits = await hitsOf(question);
      const address = (path: string): string => new URL(path.replace(/^\//u, ''), form.action).href;
      return await Promise.all(
        hits.slice(0, MOST).map(async (hit): Promise<Suggestion> => {
          if (hit.kind === 'page') {
            const { kind, title, address: path } = hit.entry;
            return { kind: searchKinds[kind], title, href: address(path) };
          }
          const [path, title] = await textOf(hit.place);
          return { kind: searchKinds.issue, title, href: address(path) };
        }),
      );
    } catch {
      // The field still opens the search page, which says what is wrong.
      return [];
    }
  };

  let waiting = 0;
  let composing = isComposing;
  const ask = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void show(), PAUSE);
  };
  field.addEventListener('compositionstart', () => {
    composing = true;
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    ask();
  });
  field.addEventListener('input', () => {
    if (!composing) ask();
  });
  field.addEventListener('focus', () => {
    if (list.children.length > 0 && field.value.trim() !== '') ask();
  });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) options()[chosen]?.click();
    else return;
    event.preventDefault();
  });
  // The field keeps the cursor while an answer is pressed, or it would be gone before.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element && event.target.closest<HTMLElement>('li');
    if (pressed && pressed.dataset['href'] !== undefined) location.href = pressed.dataset['href'];
  });
  if (field.value.trim() !== '' && !composing) ask();
}

function option({ kind, title, href }: Suggestion, at: number, question: string): HTMLLIElement {
  const row = document.createElement('li');
  row.id = `suggestion-${String(at)}`;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  row.dataset['href'] = href;
  const name = document.createElement('span');
  name.className = 'suggestion-kind';
  name.textContent = kind;
  const words = document.createElement('span');
  words.append(...markedText(title, question));
  row.append(name, words);
  return row;
}
