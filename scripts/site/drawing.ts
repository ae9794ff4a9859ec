/**
 * 画法: the pages as Vite bundles them, with the files that browsers fetch for them. It depends on this program alone, so
 * it is made once and kept in the user's cache, and every build, the first as well, draws from it (draw-pages.ts).
 * One that is missing, of another program or not as it was written is made anew.
 */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { hashed } from '../../src/asked.ts';
import { cacheFolder } from '../program.ts';
import { programDigest } from './program-digest.ts';
import { astroIn, withPages } from './drawing/scratch.ts';

/** What Astro knows of a page and its bundle does not: its styles. */
type Pages = HookParameters<'astro:build:setup'>['pages'];
export type Styles = readonly (readonly [
  page: string,
  data: Pick<NonNullable<ReturnType<Pages['get']>>, 'styles'>,
])[];

export interface Drawing {
  /** The module that draws; another one each time, since it holds what it has read of a ledger. */
  readonly entry: string;
  readonly styles: Styles;
}

/** What is written beside the files. */
interface Label {
  readonly styles: Styles;
  readonly files: readonly (readonly [path: string, bytes: string])[];
}

/** Days after which one that nobody drew from is taken away. */
const IDLE_DAYS = 30;
const LABEL = 'drawing.json';

/** Brings the drawing into `scratch`, and what browsers fetch for its pages into `staging`. */
export async function drawingIn(scratch: string, staging: string): Promise<Drawing> {
  const cache = cacheFolder();
  const kept = cache === undefined ? undefined : join(cache, 'drawings', programDigest());
  const known = kept === undefined ? undefined : taken(kept, scratch);
  const styles = known ?? (await made(scratch));
  if (known === undefined && kept !== undefined) keep(scratch, styles, kept);
  renameSync(join(scratch, 'client'), staging);
  const [entry = ''] = readdirSync(join(scratch, 'prerender')).filter((name) =>
    /^prerender-entry\..*mjs$/u.test(name),
  );
  return { entry: pathToFileURL(join(scratch, 'prerender', entry)).href, styles };
}

/** Has Astro bundle the pages: `prerender/` and `client/` in `scratch`. No page is drawn. */
async function made(scratch: string): Promise<Styles> {
  // Only here: the builder is the largest part of what there is to load.
  const { build } = await import('astro');
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
    await build({ ...config, outDir, logLevel: 'error' });
  } finally {
    process.chdir(from);
  }
  renameSync(outDir, join(scratch, 'client'));
  return [...pages].map(([page, { styles }]) => [page, { styles }]);
}

/** Copies a kept one into `scratch`; undefined where it is not whole. */
function taken(kept: string, scratch: string): Styles | undefined {
  try {
    const { styles, files } = JSON.parse(readFileSync(join(kept, LABEL), 'utf8')) as Label;
    if (!files.every(([path, bytes]) => hashed(readFileSync(join(kept, path))) === bytes))
      return undefined;
    for (const part of ['prerender', 'client'])
      cpSync(join(kept, part), join(scratch, part), { recursive: true });
    const now = new Date();
    utimesSync(kept, now, now);
    return styles;
  } catch {
    for (const part of ['prerender', 'client'])
      rmSync(join(scratch, part), { recursive: true, force: true });
    return undefined;
  }
}

/** Keeps what lies in `scratch`. What cannot be written is not kept. */
function keep(scratch: string, styles: Styles, kept: string): void {
  const folder = join(kept, '..');
  const part = `${kept}.${String(process.pid)}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    forgetIdle(folder);
    for (const name of ['prerender', 'client'])
      cpSync(join(scratch, name), join(part, name), { recursive: true });
    const files = filesIn(part).map(
      (path) => [path, hashed(readFileSync(join(part, path)))] as const,
    );
    writeFileSync(join(part, LABEL), JSON.stringify({ styles, files } satisfies Label));
    rmSync(kept, { recursive: true, force: true });
    renameSync(part, kept);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
}

function forgetIdle(folder: string): void {
  const oldest = Date.now() - IDLE_DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const one = join(folder, name);
    if (statSync(one).mtimeMs < oldest) rmSync(one, { recursive: true, force: true });
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
