/** The rows of a list of issues in the browser: which of them fit what was chosen, and in which order they stand. */
import { acceptedStates, heldState, states } from '../../text/terms.ts';

export type FilterField = HTMLSelectElement | HTMLInputElement;

export interface FilterRow {
  readonly element: HTMLTableRowElement;
  /** Its place in the whole list as it came. */
  readonly place: number;
  /** It stands on this page where nothing is chosen. */
  readonly own: boolean;
}

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

/** Spaces and the case of letters do not tell words apart. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, '').toLowerCase();
}

/** A row may have several values of a kind, as an issue with two problems has. */
export function valuesOf({ element }: FilterRow, name: string): string[] {
  return (element.dataset[name] ?? '').split('|').filter((value) => value !== '');
}

export function fits(row: FilterRow, { name, value }: FilterField): boolean {
  if (value === '' || name === 'sort') return true;
  if (name !== 'find') return valuesOf(row, name).includes(value);
  // A row says a name short; whoever knows it whole finds it too.
  const { textContent, dataset } = row.element;
  return [textContent, dataset['unit'] ?? '', dataset['campaign'] ?? ''].some((text) =>
    plain(text).includes(plain(value)),
  );
}

/** `sort`: due, unit or state; empty for the order in which the rows came. */
export function sorted(rows: readonly FilterRow[], sort: string): FilterRow[] {
  const key = ({ element: { dataset } }: FilterRow): string => {
    if (sort === '') return '';
    if (sort !== 'state') return dataset[sort] ?? '';
    return String(STATES.indexOf(dataset['state']?.split('|').at(-1) ?? '')).padStart(2, '0');
  };
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    return x === y ? a.place - b.place : x < y ? -1 : 1;
  });
}

/** A list without officers has no choice of one: where the address asks for one, there is, and no row fits. */
export function addOfficer(panel: HTMLElement): void {
  const isAsked = (new URLSearchParams(location.search).get('officer') ?? '').trim() !== '';
  if (!isAsked || panel.querySelector('[name="officer"]') !== null) return;
  const select = document.createElement('select');
  select.className = 'field';
  select.name = 'officer';
  select.ariaLabel = '经办人';
  select.append(new Option('全部经办人', ''));
  panel.append(select);
}
