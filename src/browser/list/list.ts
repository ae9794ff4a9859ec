/**
 * 找、筛选、排序: filters and sorts a list of issues in place. The choice stands in the address and in buttons that take it
 * back; the address can be copied and the rows that are shown taken away. What is seldom needed is fetched when it is.
 */
import { chosenName, renderChips } from './chips.ts';
import { addOfficer, type FilterField, fits, type FilterRow, sorted, valuesOf } from './rows.ts';

const NO_ROWS = '没有取到清单的其余各页，请刷新页面再试。';
const NOT_APPLIED =
  '没有取到清单的其余各页，所选的条件没有用上，下面是没有筛选的，不能下载。请刷新页面再试。';

function start(list: HTMLElement): void {
  const body = list.querySelector<HTMLTableElement>('table[data-filters]')?.tBodies[0];
  const panel = list.querySelector<HTMLElement>('.filters');
  const status = list.querySelector<HTMLElement>('[role="status"]');
  const chips = list.querySelector<HTMLElement>('.chips');
  const opener = list.querySelector<HTMLButtonElement>('.roll-switch');
  const saver = list.querySelector<HTMLAnchorElement>('[data-download-shown]');
  const copier = list.querySelector<HTMLButtonElement>('[data-copy-address]');
  if (!body || !panel || !status || !chips || !opener || !saver || !copier) return;
  const pager = list.querySelector<HTMLElement>('.pager');
  const tabs = [...list.querySelectorAll<HTMLAnchorElement>('.tabs a')];
  addOfficer(panel);
  const choices = [...panel.querySelectorAll<FilterField>('select, input')];
  const total = Number(status.dataset['total']);
  const pages = Number(panel.dataset['pages'] ?? '1');
  let rows = [...body.rows].map((element, place): FilterRow => ({ element, place, own: true }));
  let fetching: Promise<void> | undefined;
  /** What the address asks for, until it can be set; what somebody has chosen since stays. */
  const query = new URLSearchParams(location.search);
  const asksFor = ({ name }: FilterField): string => query.get(name)?.trim() ?? '';
  let pending = choices.some((choice) => asksFor(choice) !== '');
  const touched = new Set<FilterField>();
  /** On paper there are no buttons: what is chosen is said. */
  const paper = document.createElement('p');
  paper.className = 'print-only';

  const chosenOf = (): FilterField[] => choices.filter(({ value }) => value.trim() !== '');
  const show = (): void => {
    const chosen = chosenOf();
    let shown = 0;
    for (const row of rows) {
      const { element, own } = row;
      element.hidden = chosen.length === 0 ? !own : !chosen.every((choice) => fits(row, choice));
      if (!element.hidden) shown += 1;
    }
    const sort = choices.find(({ name }) => name === 'sort')?.value ?? '';
    body.append(...sorted(rows, sort).map(({ element }) => element));
    if (pager) pager.hidden = chosen.length > 0;
    renderChips(chips, chosen, drop);
    saver.hidden = shown === 0;
    saver.textContent = `下载所示${String(shown)}个`;
    status.textContent = chosen.length === 0 ? `共${String(total)}个` : words(shown, total);
    paper.textContent = `${status.textContent}：${chosen.map(chosenName).join('，')}。`;
    if (chosen.length === 0) paper.remove();
    else panel.before(paper);
  };
  const remember = (): void => {
    const values = choices.map((choice) => [
      choice.name,
      choice.value.trim() || (pending && !touched.has(choice) ? asksFor(choice) : ''),
    ]);
    const asks = new URLSearchParams(values.filter(([, value]) => value !== '')).toString();
    const text = asks === '' ? '' : `?${asks}`;
    history.replaceState(history.state, '', `${location.pathname}${text}${location.hash}`);
    // The other lists of the same place are asked for the same.
    for (const tab of tabs) tab.search = text;
    // Where the address stands in a field to be copied, it is that of now.
    const field = copier.parentElement?.querySelector<HTMLInputElement>('input[readonly]');
    if (field) field.value = location.href;
  };
  /** Sets what the address asks for; `all` when the values of all rows are known, so that another is one of no row. */
  const read = (all: boolean): void => {
    if (!pending) return;
    for (const choice of choices) {
      const value = asksFor(choice);
      if (touched.has(choice) || value === '') continue;
      if ('options' in choice && ![...choice.options].some((option) => option.value === value)) {
        if (!all || choice.name === 'sort') continue;
        choice.append(optionOf(choice, value, 0));
        choice.hidden = false;
      }
      choice.value = value;
    }
    pending = !all;
    remember();
  };
  /** All rows of a list of several pages, and the values that they have. */
  const whole = async (): Promise<void> => {
    if (pages === 1) {
      read(true);
      return;
    }
    fetching ??= import('./pages.ts').then(async ({ rowsOfPages }) => {
      rows = await rowsOfPages(rows, pager, pages);
      body.append(...rows.flatMap(({ element, own }) => (own ? [] : [element])));
      for (const choice of choices) if ('options' in choice) fill(choice, rows);
    });
    saver.hidden = true;
    status.textContent = `正在取全部${String(total)}个……`;
    await fetching.catch((error: unknown) => {
      fetching = undefined;
      throw error;
    });
    read(true);
  };
  /** The other pages did not come: what is shown is this page, whatever is chosen. */
  const failed = (): void => {
    const isAsked = pending || chosenOf().length > 0;
    saver.hidden = isAsked;
    status.textContent = isAsked ? NOT_APPLIED : NO_ROWS;
  };
  const asked = async (): Promise<void> => {
    try {
      if (pending || chosenOf().length > 0) await whole();
      show();
    } catch {
      failed();
    }
  };
  const drop = (dropped: readonly FilterField[]): void => {
    const at = [...chips.children].indexOf(document.activeElement ?? chips);
    for (const choice of dropped) {
      choice.value = '';
      touched.add(choice);
    }
    remember();
    show();
    // Whoever came by keyboard goes on where the button was.
    const next = chips.children[Math.min(at, chips.children.length - 1)] ?? opener;
    if (next instanceof HTMLElement) next.focus();
  };
  const isOpen = (): boolean => panel.getClientRects().length > 0;
  const open = async (): Promise<void> => {
    const wasOpen = isOpen();
    // Above what is seen, or always open: gone to in place of closed.
    const isAbove = list.getBoundingClientRect().top < 0;
    if (!wasOpen || !isAbove) panel.classList.toggle('open');
    opener.setAttribute('aria-expanded', String(isOpen()));
    if (!isOpen()) return;
    if (isAbove) list.scrollIntoView();
    choices[0]?.focus({ preventScroll: true });
    try {
      await whole();
      show();
    } catch {
      failed();
    }
  };
  const save = async (): Promise<void> => {
    const shown = [...body.rows].filter(({ hidden }) => !hidden);
    const name = [list.dataset['issueList'] ?? '', ...chosenOf().map(chosenName)].join('-');
    try {
      const { saveShown } = await import('./save.ts');
      status.textContent = await saveShown(saver.href, name, shown);
    } catch {
      status.textContent = '没有取到要下载的内容，请刷新页面再试。';
    }
  };

  opener.setAttribute('aria-expanded', String(isOpen()));
  opener.addEventListener('click', () => void open());
  saver.addEventListener('click', (event) => {
    event.preventDefault();
    void save();
  });
  copier.addEventListener('click', () => {
    void import('./copy.ts').then(async ({ copyAddress }) => {
      status.textContent = await copyAddress(copier, pending || chosenOf().length > 0);
    });
  });
  panel.addEventListener('input', ({ target }) => {
    for (const choice of choices) if (choice === target) touched.add(choice);
    remember();
    void asked();
  });
  if (!pending) return;
  // Few rows need no filters, but a choice that comes with the address is said and can be taken back.
  list.classList.remove('few');
  opener.setAttribute('aria-expanded', String(isOpen()));
  read(false);
  // What was chosen may be a value that only another page has.
  void asked();
}

/** The values that the rows have, as options; a choice of one value is none. */
function fill(select: HTMLSelectElement, rows: readonly FilterRow[]): void {
  if (select.name === 'sort') return;
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of valuesOf(row, select.name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = [...counts].map(([value, count]) => optionOf(select, value, count));
  select.append(...options);
  select.hidden = options.length <= (select.name === 'officer' ? 0 : 1);
}

function optionOf({ name }: HTMLSelectElement, value: string, count: number): HTMLOptionElement {
  return new Option(`${value}${name === 'officer' ? '负责的' : ''}（${String(count)}）`, value);
}

function words(shown: number, all: number): string {
  if (shown === all) return `共${String(all)}个`;
  return shown === 0
    ? `没有符合条件的问题（共${String(all)}个）`
    : `显示${String(shown)}个，共${String(all)}个`;
}

for (const list of document.querySelectorAll<HTMLElement>('[data-issue-list]')) start(list);
