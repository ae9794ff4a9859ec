/** Built pages, read from disk and parsed as a browser would. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface Page {
  /** Below the site's folder, with forward slashes: `units/dangjia.html`. */
  file: string;
  html: string;
  root: DefaultTreeAdapterTypes.Document;
}

/** A built site that is under test. */
export interface Site {
  name: string;
  folder: string;
  audience: 'public' | 'internal';
}

const known: Site[] = [
  { name: '公开站', folder: 'dist/public', audience: 'public' },
  { name: '内部站', folder: 'dist/internal', audience: 'internal' },
  { name: '示例区公开站', folder: 'dist/demo-public', audience: 'public' },
  { name: '示例区内部站', folder: 'dist/demo-internal', audience: 'internal' },
];

/**
 * The sites under test. LEDGER_SITES names others (folders, comma-separated; `internal` in the name says which face).
 * A site that is not built fails its tests.
 */
export function sitesUnderTest(): Site[] {
  const folders = process.env['LEDGER_SITES']?.split(',');
  return folders === undefined ? known : folders.map(siteIn);
}

function siteIn(folder: string): Site {
  const audience = /internal/u.test(path.basename(folder)) ? 'internal' : 'public';
  return known.find((one) => one.folder === folder) ?? { name: folder, folder, audience };
}

/** All files of a site, below its folder, in a stable order. Throws a Chinese sentence when it is not built. */
export function filesOf({ name, folder }: Pick<Site, 'name' | 'folder'>): string[] {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(
      `${name}还没有生成：${folder} 里没有 index.html。→ 先运行 npm run build 等命令。`,
    );
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

const parsed = new Map<string, Page[]>();

/** The pages of a site, parsed once a process. */
export function pagesOf(site: Pick<Site, 'name' | 'folder'>): Page[] {
  const pages =
    parsed.get(site.folder) ??
    filesOf(site)
      .filter((file) => file.endsWith('.html'))
      .map((file) => readPage(file, readFileSync(path.join(site.folder, file), 'utf8')));
  parsed.set(site.folder, pages);
  return pages;
}

export function readPage(file: string, html: string): Page {
  return { file, html, root: parse(html) };
}

/** What sort of page this is: `<body data-kind>`, else the folder it lies in, else its own name. */
export function kindOf(page: Page): string {
  const body = elements(page).find(({ tagName }) => tagName === 'body');
  const named = body && attribute(body, 'data-kind');
  if (named !== undefined) return named;
  const [first = '', second] = page.file.split('/');
  return second === undefined ? first.replace(/\.html$/u, '') : first;
}

/** At most `each` pages of every kind: the first, the last and the longest between them. */
export function samplePages(pages: Page[], each = 3): Page[] {
  const kinds = Map.groupBy(pages, kindOf);
  return [...kinds.values()].flatMap((all) => {
    const longest = all.reduce((one, other) => (other.html.length > one.html.length ? other : one));
    return [...new Set([longest, all[0]!, all.at(-1)!])].slice(0, each);
  });
}

/** All elements of a page or below an element, in document order. What a `<template>` holds is not on the page. */
export function elements(within: Page | Node): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit('root' in within ? within.root : within);
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The text below a node, spaces trimmed. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value.trim();
  if (!('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join(' ').trim();
}

/** At most thirty faults and how many more: a report that a person reads to the end. */
export function brief(faults: string[]): string[] {
  const most = 30;
  return faults.length <= most
    ? faults
    : [...faults.slice(0, most), `……另有 ${String(faults.length - most)} 处`];
}
