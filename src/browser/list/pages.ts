/** The other pages of a list, fetched when somebody filters it, so that a choice holds for the whole list. */
import type { FilterRow } from './rows.ts';

/**
 * The rows of all `pages` pages in the order of the list; those of this page are the given ones. `pager` links the pages.
 * Throws where a page does not come, or has no list.
 */
export async function rowsOfPages(
  own: readonly FilterRow[],
  pager: HTMLElement | null,
  pages: number,
): Promise<FilterRow[]> {
  const first = pager?.querySelector<HTMLAnchorElement>('a')?.href;
  const here = Number(pager?.querySelector('[aria-current]')?.textContent);
  if (first === undefined || !(here >= 1)) throw new RangeError('no pages');
  const parts = await Promise.all(
    Array.from({ length: pages }, async (_, at): Promise<HTMLTableRowElement[]> => {
      if (at + 1 === here) return own.map(({ element }) => element);
      const address = at === 0 ? first : first.replace(/\.html$/u, `/${String(at + 1)}.html`);
      return rowsAt(address);
    }),
  );
  return parts.flatMap((part, at) =>
    part.map((element, index) => ({ element, place: at * 1000 + index, own: at + 1 === here })),
  );
}

async function rowsAt(address: string): Promise<HTMLTableRowElement[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const rows = page.querySelector<HTMLTableElement>('table[data-filters]')?.tBodies[0]?.rows;
  if (rows === undefined) throw new Error(`${address}: no list`);
  return [...rows].map((row) => {
    // Addresses are relative to the page on which they were written.
    for (const link of row.querySelectorAll('a'))
      link.href = new URL(link.getAttribute('href') ?? '', address).href;
    return document.adoptNode(row);
  });
}
