/** Every address in a built site, looked up on disk: pages, anchors, pictures, styles, scripts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attribute, elements, textOf, type Element, type Page } from './page.ts';

export interface Reference {
  /** The file it stands in, below the site's folder. */
  from: string;
  address: string;
  /** A link is followed by a reader; an asset is loaded with the page. */
  kind: 'link' | 'asset';
}

const assetAttributes: Record<string, string[]> = {
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  script: ['src'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
};
const linkAttributes: Record<string, string[]> = {
  a: ['href'],
  area: ['href'],
  form: ['action'],
  button: ['formaction'],
};
/** What `<link>` names without loading it. */
const named = ['canonical', 'alternate', 'next', 'prev', 'license', 'author', 'help', 'search'];

/** All addresses of a page. */
export function referencesOf(page: Page): Reference[] {
  const found = elements(page).flatMap((element): Omit<Reference, 'from'>[] => [
    ...read(element, assetAttributes, 'asset'),
    ...read(element, linkAttributes, 'link'),
    ...readLink(element),
    ...readStyle(element),
  ]);
  return found.map((one) => ({ from: page.file, ...one }));
}

function read(
  element: Element,
  table: Record<string, string[]>,
  kind: Reference['kind'],
): Omit<Reference, 'from'>[] {
  return (table[element.tagName] ?? []).flatMap((name) => {
    const value = attribute(element, name);
    if (value === undefined) return [];
    const addresses = name === 'srcset' ? value.split(',').map(firstWord) : [value.trim()];
    return addresses.map((address) => ({ kind, address }));
  });
}

const firstWord = (text: string) => text.trim().split(/\s+/u)[0] ?? '';

function readLink(element: Element): Omit<Reference, 'from'>[] {
  const address = attribute(element, 'href');
  if (element.tagName !== 'link' || address === undefined) return [];
  const rels = (attribute(element, 'rel') ?? '').split(/\s+/u);
  return [{ address, kind: rels.some((rel) => named.includes(rel)) ? 'link' : 'asset' }];
}

function readStyle(element: Element): Omit<Reference, 'from'>[] {
  const css = element.tagName === 'style' ? textOf(element) : attribute(element, 'style');
  return (css === undefined ? [] : addressesInCss(css)).map((address) => ({
    kind: 'asset',
    address,
  }));
}

/** Addresses in a style sheet: `url(…)` and `@import`. */
export function addressesInCss(css: string): string[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//gu, '');
  return [
    ...plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gu),
    ...plain.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gu),
  ].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
}

/** Addresses a module imports at once, or names in a literal `import('…')`. */
export function addressesInScript(script: string): string[] {
  const quoted = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/gu;
  return [...script.matchAll(quoted)].map((match) => match[1] ?? '');
}

/** The references inside the style sheets and scripts among `files`. */
export function referencesOfAssets(folder: string, files: string[]): Reference[] {
  return files.flatMap((from) => {
    const extension = path.extname(from);
    if (extension !== '.css' && extension !== '.js') return [];
    const text = readFileSync(path.join(folder, from), 'utf8');
    const addresses = extension === '.css' ? addressesInCss(text) : addressesInScript(text);
    return addresses.map((address): Reference => ({ from, address, kind: 'asset' }));
  });
}

/** Where a reference leads: a file of the site with its anchor, another origin, data in place, or nowhere. */
export type Target =
  | { kind: 'file'; file: string; anchor: string }
  | { kind: 'elsewhere' }
  | { kind: 'inline' }
  | { kind: 'fault'; message: string };

/** Follows a reference. Only relative addresses work below any path and from a USB stick. */
export function targetOf({ from, address }: Reference): Target {
  if (/^(?:mailto|tel|data|blob):/iu.test(address)) return { kind: 'inline' };
  if (/^(?:https?:)?\/\//iu.test(address)) return { kind: 'elsewhere' };
  if (/^[a-z][a-z+.-]*:/iu.test(address)) return { kind: 'fault', message: '不认识的地址类型' };
  if (address.startsWith('/') && from !== '404.html') {
    return { kind: 'fault', message: '以 / 开头，放在子目录或 U 盘上时失效，应写相对地址' };
  }
  const [beforeAnchor = '', anchor = ''] = address.split('#', 2);
  const [place = ''] = beforeAnchor.split('?', 1);
  try {
    // 404.html is shown at any depth: it alone names whole paths, here below the root.
    const base = place.startsWith('/') ? '.' : path.posix.dirname(from);
    const file = path.posix.join(base, decodeURIComponent(place));
    return {
      kind: 'file',
      file: place === '' ? from : file,
      anchor: decodeURIComponent(anchor),
    };
  } catch {
    return { kind: 'fault', message: '含有不能解开的 % 编码' };
  }
}

/** Faults of all references of a site, one Chinese sentence each; `from` names the file. */
export function linkFaults(pages: Page[], files: string[], references: Reference[]): string[] {
  const present = new Set(files);
  const anchors = new Map(pages.map((page) => [page.file, anchorsOf(page)]));
  return references.flatMap((reference) => {
    const { from, address, kind } = reference;
    const fault = (message: string) => [`${from}：“${address}” ${message}`];
    const target = targetOf(reference);
    switch (target.kind) {
      case 'inline':
        return [];
      case 'fault':
        return fault(target.message);
      case 'elsewhere':
        return kind === 'asset' ? fault('从别的网站取内容') : [];
      case 'file': {
        const { file, anchor } = target;
        if (file.startsWith('..')) return fault('指到站点之外');
        if (!present.has(file)) {
          return fault(present.has(path.posix.join(file, 'index.html')) ? folder : '没有这个文件');
        }
        const missing = anchor !== '' && anchors.get(file)?.has(anchor) === false;
        return missing ? fault('页面里没有这个锚点') : [];
      }
    }
  });
}

const folder = '指向文件夹，从 U 盘打开时看不到页面，应写到 index.html';

function anchorsOf(page: Page): Set<string> {
  const ids = elements(page).flatMap((element) => attribute(element, 'id') ?? []);
  return new Set([...ids, 'top']);
}

/** Ids that stand twice on a page. */
export function repeatedIds(page: Page): string[] {
  const ids = elements(page).flatMap((element) => attribute(element, 'id') ?? []);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** How many clicks every page is from `index.html`, itself 0; pages that no chain of links reaches are not in it. */
export function clicksTo(references: Reference[]): ReadonlyMap<string, number> {
  const links = Map.groupBy(
    references.filter(({ kind }) => kind === 'link'),
    ({ from }) => from,
  );
  const clicks = new Map([['index.html', 0]]);
  // What is added while it runs is visited too, so that pages come in the order of their distance.
  for (const [file, distance] of clicks) {
    for (const reference of links.get(file) ?? []) {
      const target = targetOf(reference);
      if (target.kind === 'file' && !clicks.has(target.file)) clicks.set(target.file, distance + 1);
    }
  }
  return clicks;
}

/** What no page leads to: the page of wrong addresses, and the address that the form had before. */
const APART: ReadonlySet<string> = new Set(['404.html', 'admin/index.html']);

/** Pages that no chain of links from `index.html` reaches. */
export function unreachedPages(pages: Page[], references: Reference[]): string[] {
  const clicks = clicksTo(references);
  return pages.map(({ file }) => file).filter((file) => !clicks.has(file) && !APART.has(file));
}
