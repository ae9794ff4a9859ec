/** A number that is a link promises rows: where it leads, there are as many. */
import { targetOf } from './links.ts';
import { attribute, elements, textOf, type Element, type Page } from './page.ts';

/** 23 · 23 件 · 23 件，未完成 20 件; not 第 2 页, 8.7% or 12 天. */
const counted = /^(\d+)(?: ?[件家个项次])?(?:，未完成 \d+ 件)?$/u;

export interface Count {
  /** How many rows the link promises. */
  rows: number;
  /** How many stand where it leads; withheld ones are counted as the note there says. */
  found: number;
  /** `issues.html “23 件” → figures/total.html`. */
  where: string;
}

/** Every link of a site that is a number of rows, with the rows that it leads to. */
export function countsOf(pages: Page[]): Count[] {
  const rendered = new Map(pages.map((page) => [page.file, page]));
  const rowsAt = new Map<string, number>();
  return pages.flatMap((page) =>
    elements(page).flatMap((link): Count[] => {
      const promised = promise(link);
      if (promised === undefined) return [];
      const target = targetOf({ from: page.file, address: attribute(link, 'href')!, kind: 'link' });
      if (target.kind !== 'file' || !rendered.has(target.file)) return [];
      const { file, anchor } = target;
      const place = anchor === '' ? file : `${file}#${anchor}`;
      const found = rowsAt.get(place) ?? rowsOf(rendered, file, anchor);
      rowsAt.set(place, found);
      return [{ rows: promised, found, where: `${page.file} “${textOf(link)}” → ${place}` }];
    }),
  );
}

/** The number of rows that a link promises; undefined where its text is anything else, as the number of a row or a page. */
function promise(link: Element): number | undefined {
  if (link.tagName !== 'a' || attribute(link, 'href') === undefined) return undefined;
  const name = attribute(link, 'aria-label') ?? '';
  const number = counted.exec(textOf(link))?.[1];
  if (number === undefined || /^(?:第|序号)/u.test(name)) return undefined;
  // 12 天: the days it took, of the same rows.
  const { parentNode } = link;
  return parentNode !== null && /天$/u.test(textOf(parentNode)) ? undefined : Number(number);
}

/** The rows of a page and the pages that go on with it, or of the part of it that an anchor names. */
function rowsOf(rendered: ReadonlyMap<string, Page>, file: string, anchor: string): number {
  if (anchor !== '') return partRows(rendered.get(file)!, anchor);
  const more = file.replace(/\.html$/u, '/');
  const pages = [...rendered.values()].filter(
    (page) =>
      page.file === file ||
      (page.file.startsWith(more) && /^\d+\.html$/u.test(page.file.slice(more.length))),
  );
  const first = textOf(rendered.get(file)!.root);
  const withheld = Number(/其中(\d+).所属的专项不公开/u.exec(first)?.[1] ?? 0);
  return withheld + pages.reduce((sum, page) => sum + tableRows(elements(page)), 0);
}

function partRows(page: Page, anchor: string): number {
  const named = elements(page).find((one) => attribute(one, 'id') === anchor);
  const part = named?.tagName.startsWith('h') === true ? named.parentNode : named;
  return part === undefined || part === null ? 0 : tableRows(elements(part));
}

/** Rows of the lists of issues; where there is none, of any table; where there is no table, of a list of changes or the cards of a unit's tasks. */
function tableRows(within: Element[]): number {
  const tables = within.filter(({ tagName }) => tagName === 'table');
  if (tables.length === 0)
    return within
      .filter((one) => /\b(?:entries|tasks)\b/u.test(attribute(one, 'class') ?? ''))
      .flatMap((list) => elements(list).filter(({ tagName }) => tagName === 'li')).length;
  const issues = tables.filter((table) =>
    /\b(?:issues|listed)\b/u.test(attribute(table, 'class') ?? ''),
  );
  return (issues.length > 0 ? issues : tables)
    .flatMap((table) => elements(table).filter(({ tagName }) => tagName === 'tbody'))
    .flatMap((body) => elements(body).filter(({ tagName }) => tagName === 'tr')).length;
}
