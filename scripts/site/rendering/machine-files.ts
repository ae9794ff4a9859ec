/** robots.txt and sitemap.xml: what search engines may read. Nothing of the internal site. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { USER_AGENT } from '../../../src/probe/fetch.ts';
import type { Audience } from '../../../src/schema/field.ts';

/** As many as one sitemap may hold (sitemaps.org, protocol 0.9). */
const MOST = 50_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Nothing for search engines; the sums for the office above, whose program asks. */
const INSIDE = `User-agent: ${USER_AGENT}
Allow: /data/summary.json
Allow: /data/ledger.json
Disallow: /

User-agent: *
Disallow: /
`;

/** Writes both into a built site. `address`: of the public site, without a slash at its end; without one no sitemap. */
export function writeMachineFiles(
  folder: string,
  audience: Audience,
  address: string | undefined,
): void {
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  if (audience === 'internal') {
    write('robots.txt', INSIDE);
    return;
  }
  if (address === undefined) {
    write('robots.txt', 'User-agent: *\nAllow: /\n');
    return;
  }
  const pages = pagesIn(folder);
  const parts = Array.from({ length: Math.ceil(pages.length / MOST) }, (_, at) =>
    pages.slice(at * MOST, (at + 1) * MOST),
  );
  const location = (path: string): string => `<loc>${xml(`${address}/${path}`)}</loc>`;
  const urls = (of: readonly string[]): string =>
    sitemap(
      'urlset',
      of.map((path) => `<url>${location(path)}</url>`),
    );
  if (parts.length === 1) write('sitemap.xml', urls(pages));
  else {
    const names = parts.map((_, at) => `sitemap-${String(at + 1)}.xml`);
    for (const [at, name] of names.entries()) write(name, urls(parts[at] ?? []));
    write(
      'sitemap.xml',
      sitemap(
        'sitemapindex',
        names.map((name) => `<sitemap>${location(name)}</sitemap>`),
      ),
    );
  }
  write('robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${address}/sitemap.xml\n`);
}

/** Every page but those that only lead on and the one of what is not there; index.html as the folder's own address. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html') && path !== '404.html' && path !== 'search.html')
    .map((path) => (path === 'index.html' ? '' : path))
    .toSorted();
}

function sitemap(tag: string, rows: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${tag} xmlns="${NAMESPACE}">\n${rows.join('\n')}\n</${tag}>\n`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}
