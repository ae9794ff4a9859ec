/**
 * 画网页: renders every page and file of the site from the bundled pages, and keeps what of the last site would come out
 * the same. Astro's own loop makes requests, dates and promises for each page; here are only its routes and its
 * rendering.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BaseApp } from 'astro/app';
import type { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { listening } from '../../src/asked.ts';
import type { Rendering } from './rendering.ts';
import type { Styles } from './rendering/made.ts';
import type { KeptPages } from './rendering/kept-pages.ts';
import { giveSecondName } from './rendering/second-name.ts';
import { withRelativeAddresses } from './rendering/relative.ts';

/** What Astro's prerenderer is to Astro's builder; what it asks of it is no more than this. */
interface PagesApp extends BaseApp {
  setInternals: (internals: { pagesByKeys: Map<string, Styles[number][1]> }) => void;
  setOptions: (options: unknown) => void;
}

type Route = Awaited<ReturnType<StaticPaths['getAll']>>[number];

/** What a site consists of: every page and file that is rendered, each once, by its path below the root. */
export interface Plan {
  readonly app: PagesApp;
  readonly routes: ReadonlyMap<string, Route>;
}

/** Writes a file of the site by its path below the root; `same`: a file that holds just these bytes. */
export type Write = (path: string, bytes: Uint8Array, same?: string) => void;

let written = 0;

/** How many pages this process has written. */
export function pagesWritten(): number {
  return written;
}

/** Reads the ledger that the environment names, and plans its site. */
export async function planOf({ entry, runtime, styles }: Rendering): Promise<Plan> {
  const { app } = (await import(entry)) as { app: PagesApp };
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  const routes = new Map<string, Route>();
  for (const route of await new runtime.StaticPaths(app).getAll()) {
    const path = fileOf(route);
    if (!routes.has(path)) routes.set(path, route);
  }
  return { app, routes };
}

/** Renders the pages of a plan, all or some. Throws Error that names the page which cannot be rendered. */
export async function renderPages(
  { app, routes }: Plan,
  write: Write,
  base: string,
  kept: KeptPages,
): Promise<void> {
  for (const [page, route] of routes) {
    const told = route.cacheKey ?? '';
    const last = kept.take(page, told);
    if (last !== undefined) {
      write(page, last, kept.lastFileOf(page));
      continue;
    }
    const { result, questions } = await listening(() => rendered(app, page, route));
    const bytes =
      result.html === undefined
        ? kept.note(page, told, questions, result.body)
        : kept.notePage(page, told, questions, withRelativeAddresses(result.html, page, base));
    write(page, bytes);
  }
}

/** Astro says nothing but what went wrong. */
const destination = {
  write: ({ message }: { message: string }): void => {
    process.stderr.write(`${message}\n`);
  },
};

/** Where a page lies below the root of the site, without a slash before it. */
function fileOf({ pathname, route }: Route): string {
  const path = pathname.replaceAll(/^\/+|\/+$/gu, '');
  if (route.type === 'endpoint') return path;
  return `${path === '' ? 'index' : path}.html`;
}

/**
 * Synchronously and with every folder made once: waiting for two calls a page takes half the time of a large build. What
 * lies there already becomes a second name of the same file, and nothing is written.
 */
export function writerInto(out: string): Write {
  const made = new Set<string>();
  return (page, bytes, same) => {
    const file = join(out, page);
    const folder = dirname(file);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    if (same === undefined || !giveSecondName(same, file, (there) => there.equals(bytes)))
      writeFileSync(file, bytes);
    if (page.endsWith('.html')) written += 1;
  };
}

/** A page as text, any other file as bytes. Names the page, and with it the record, that could not be rendered. */
async function rendered(
  app: PagesApp,
  page: string,
  { route }: Route,
): Promise<{ html: string } | { html?: undefined; body: Uint8Array }> {
  try {
    const request = new Request(new URL(`/${page}`, 'http://localhost'));
    const response = await app.render(request, { routeData: route });
    if (!response.ok && response.status !== 404) throw new Error(`HTTP ${String(response.status)}`);
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    return isPage ? { html: await response.text() } : { body: await response.bytes() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${page} 画不出来：${reason}；请核对它所说的那条记录`, { cause: error });
  }
}
