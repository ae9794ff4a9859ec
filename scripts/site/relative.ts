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

export function relativeAddresses(): AstroIntegration {
  let out = '';
  return {
    name: 'relative-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => writing(standard, () => out));
      },
    },
  };
}

/** Astro's prerenderer, with the pages written here. A response without a body tells Astro that nothing is left. */
function writing(standard: AstroPrerenderer, out: () => string): AstroPrerenderer {
  const made = new Set<string>();
  return {
    name: 'relative-addresses',
    setup: async () => {
      await standard.setup?.();
    },
    teardown: async () => {
      await standard.teardown?.();
    },
    getStaticPaths: () => standard.getStaticPaths(),
    render: async (request, options) => {
      const page = decodeURI(new URL(request.url).pathname).replace(/^\//u, '');
      const rendered = await drawn(page, () => standard.render(request, options));
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (!response.ok && response.status !== 404) return rendered;
      if (response.headers.get('content-type')?.startsWith('text/html') !== true) return rendered;
      const file = join(out(), page);
      const folder = dirname(file);
      if (!made.has(folder)) {
        mkdirSync(folder, { recursive: true });
        made.add(folder);
      }
      writeFileSync(file, withRelativeAddresses(await response.text(), page, base()));
      written += 1;
      return new Response(null, { status: 200 });
    },
  };
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
