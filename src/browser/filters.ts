/** Sorts and filters a list of issues in place; the choice stands in the address. */
import { acceptedStates, heldState, states } from '../text/terms.ts';

/** In the order in which they are to be looked at. */
const STATES: readonly string[] = [
  states.returned,
  states.open,
  states.rectifying,
  states.submitted,
  heldState,
  ...Object.values(acceptedStates),
  states.sustained,
  states.closed,
  states.void,
];

type Choice = HTMLSelectElement | HTMLInputElement;

interface Row {
  readonly element: HTMLTableRowElement;
  /** Its place in the list as it came. */
  readonly place: number;
}

function start(group: HTMLElement): void {
  const table = group.parentElement?.querySelector<HTMLTableElement>('table[data-filters]');
  const body = table?.tBodies[0];
  const status = group.querySelector<HTMLElement>('[role="status"]');
  const clear = group.querySelector('button');
  if (!body || !status || !clear) return;
  const rows = [...body.rows].map((element, place): Row => ({ element, place }));
  const selects = [...group.querySelectorAll<Choice>('select, input')];

  const show = (): void => {
    let shown = 0;
    for (const { element } of rows) {
      element.hidden = !selects.every((select) => matches(element, select));
      if (!element.hidden) shown += 1;
    }
    const sort = selects.find(({ name }) => name === 'sort')?.value ?? '';
    body.append(...rows.toSorted((a, b) => order(a, b, sort)).map(({ element }) => element));
    const chosen = selects.some(({ value }) => value !== '');
    clear.hidden = !chosen;
    status.textContent = words(shown, rows.length);
  };
  const remember = (): void => {
    const query = new URLSearchParams();
    for (const { name, value } of selects) if (value !== '') query.set(name, value);
    const text = query.toString();
    history.replaceState(
      null,
      '',
      `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`,
    );
  };

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    const options = 'options' in select ? [...select.options] : [];
    if (options.length === 0 || options.some((option) => option.value === value)) {
      select.value = value;
    }
  }
  group.addEventListener('input', () => {
    show();
    remember();
  });
  clear.addEventListener('click', () => {
    for (const select of selects) select.value = '';
    show();
    remember();
    selects[0]?.focus();
  });
  if (!selects.some(({ value }) => value !== '')) return;
  show();
  // On a phone the choices stand behind a switch; what is chosen must be seen.
  const opener = group.previousElementSibling;
  if (opener instanceof HTMLDetailsElement) opener.open = true;
}

/** Spaces and the case of letters do not tell words apart. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, '').toLowerCase();
}

/** A row may have several values of a kind, as an issue with two problems has. */
function matches(row: HTMLTableRowElement, { name, value }: Choice): boolean {
  if (value === '' || name === 'sort') return true;
  // A row says a name short; whoever knows it whole finds it too.
  if (name === 'find')
    return [row.textContent, row.dataset['unit'] ?? '', row.dataset['campaign'] ?? ''].some(
      (text) => plain(text).includes(plain(value)),
    );
  return (row.dataset[name] ?? '').split('|').includes(value);
}

function order(a: Row, b: Row, sort: string): number {
  const value = ({ element }: Row): string =>
    sort === 'state'
      ? String(STATES.indexOf(element.dataset['state']?.split('|').at(-1) ?? ''))
      : sort === ''
        ? ''
        : (element.dataset[sort] ?? '');
  const x = value(a);
  const y = value(b);
  return x === y ? a.place - b.place : x < y ? -1 : 1;
}

function words(shown: number, all: number): string {
  if (shown === all) return `共${String(all)}个`;
  return shown === 0
    ? `没有符合条件的问题（共${String(all)}个）`
    : `显示${String(shown)}个，共${String(all)}个`;
}

for (const group of document.querySelectorAll<HTMLElement>('[role="group"][data-filters]'))
  start(group);
