/**
 * 相对地址: every address of a page made relative, so that the site works below any path and from a USB stick.
 *
 * It stands in Astro's own hook for prerendering: pages are rendered by Astro and written here, synchronously and with
 * every folder made once. Astro's own writing awaits two calls a page and takes half the time of a large build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { listening } from '../../src/asked.ts';
import type { KeptPages } from './kept-pages.ts';

/** Where the site stands for pages that are served at any depth: 404.html. `/` unless LEDGER_BASE says otherwise. */
function base(): string {
  const path = process.env['LEDGER_BASE'] ?? '/';
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * `html` with every address that begins with `/` made relative to `page` (its path below the root, without a leading
 * slash). The page for what is not found is shown at any address: it keeps whole paths, below `root`.
 */
export function withRelativeAddresses(html: string, page: string, root: string): string {
  const up = page === '404.html' ? root : '../'.repeat(page.split('/').length - 1);
  return html.replaceAll(/(?<=\s(?:href|src|action|data-root)=")\/(?!\/)/gu, up === '' ? './' : up);
}

let written = 0;

/** How many pages this process has written. */
export function pagesWritten(): number {
  return written;
}

/** `kept`: what of the last site need not be drawn. */
export function relativeAddresses(kept?: KeptPages): AstroIntegration {
  let out = '';
  return {
    name: 'relative-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => writing(standard, () => out, kept));
      },
    },
  };
}

/** Astro's prerenderer, with the pages written here. A response without a body tells Astro that nothing is left. */
function writing(
  standard: AstroPrerenderer,
  out: () => string,
  kept: KeptPages | undefined,
): AstroPrerenderer {
  const made = new Set<string>();
  /** What the routes tell their pages, as far as they tell them something. */
  const given = new Map<string, string>();
  const write = (page: string, bytes: Uint8Array): Response => {
    const file = join(out(), page);
    const folder = dirname(file);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    writeFileSync(file, bytes);
    if (page.endsWith('.html')) written += 1;
    return new Response(null, { status: 200 });
  };
  return {
    name: 'relative-addresses',
    setup: async () => {
      await standard.setup?.();
    },
    teardown: async () => {
      await standard.teardown?.();
    },
    getStaticPaths: async () => {
      const paths = await standard.getStaticPaths();
      for (const { pathname, cacheKey } of paths)
        if (cacheKey !== undefined) given.set(plainPath(pathname), cacheKey);
      return paths;
    },
    render: async (request, options) => {
      const page = decodeURI(new URL(request.url).pathname).replace(/^\//u, '');
      const told = given.get(plainPath(page)) ?? '';
      const last = kept?.take(page, told);
      if (last !== undefined) return write(page, last);
      const { result: rendered, questions } = await listening(() =>
        drawn(page, async () => {
          const answer = await standard.render(request, options);
          const response = answer instanceof Response ? answer : answer.response;
          if (!response.ok && response.status !== 404) return answer;
          return { response, body: new Uint8Array(await response.arrayBuffer()) };
        }),
      );
      if (rendered instanceof Response || !('body' in rendered)) return rendered;
      const isPage = rendered.response.headers.get('content-type')?.startsWith('text/html');
      const bytes =
        isPage === true
          ? encoder.encode(
              withRelativeAddresses(new TextDecoder().decode(rendered.body), page, base()),
            )
          : rendered.body;
      kept?.note(page, told, questions, bytes);
      return write(page, bytes);
    },
  };
}

const encoder = new TextEncoder();

/** Routes and addresses name a page with and without a slash before and `.html` behind it. */
function plainPath(path: string): string {
  return path.replace(/^\//u, '').replace(/\.html$/u, '');
}

/** Names the page, and with it the record, that could not be drawn. */
async function drawn<T>(page: string, draw: () => Promise<T>): Promise<T> {
  try {
    return await draw();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${page} 画不出来：${reason}；请核对它所说的那条记录`, { cause: error });
  }
}
