/**
 * 打包画法: has Astro bundle the pages and esbuild what stands beside them. Loaded only where that must be done: the builder
 * is the largest part of what there is to load, and an office's bundle has none.
 */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as drawWithAstro } from 'astro';
import type { AstroIntegration, HookParameters } from 'astro';
import { build as bundleOf } from 'esbuild';
import { writeFormScripts } from '../../../src/form/bundle.ts';
import { astroIn, withPages } from './scratch.ts';

/** What Astro knows of a page and its bundle does not: its styles. */
type Pages = HookParameters<'astro:build:setup'>['pages'];
export type Styles = readonly (readonly [
  page: string,
  data: Pick<NonNullable<ReturnType<Pages['get']>>, 'styles'>,
])[];

/** The modules of Astro that render-pages.ts and kept-pages.ts run, in one that needs no package. */
const RUNTIME = `export { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
export { escapeHTML } from 'astro/runtime/server/escape.js';`;

/** Writes `prerender/` (with what Astro lends to the rendering as `runtime`), `client/` and `forms/` into `scratch`. No page is rendered. */
export async function makeRendering(scratch: string, runtime: string): Promise<Styles> {
  withPages(scratch);
  const outDir = join(scratch, 'bundled');
  let pages: Pages = new Map();
  const saving: AstroIntegration = {
    name: 'drawing',
    hooks: {
      'astro:build:setup': (set) => {
        ({ pages } = set);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'drawing',
          setup: () => {
            renameSync(join(outDir, '.prerender'), join(scratch, 'prerender'));
            return Promise.resolve();
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('no page is drawn here')),
        });
      },
    },
  };
  const config = await astroIn(scratch, [saving]);
  const from = process.cwd();
  try {
    // What Astro bundles for itself goes below the folder that it runs in.
    process.chdir(scratch);
    await drawWithAstro({ ...config, outDir, logLevel: 'error' });
  } finally {
    process.chdir(from);
  }
  renameSync(outDir, join(scratch, 'client'));
  await writeRuntime(join(scratch, 'prerender', runtime));
  await writeFormScripts(join(scratch, 'forms'));
  return [...pages].map(([page, { styles }]) => [page, { styles }]);
}

async function writeRuntime(outfile: string): Promise<void> {
  await bundleOf({
    stdin: { contents: RUNTIME, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    legalComments: 'inline',
    logLevel: 'silent',
  });
}
