/**
 * 画法: the pages as Vite bundles them, with the files that browsers fetch for them and the scripts of the forms. It depends
 * on this program alone, so it is made once (rendering/made.ts) and kept in the user's cache, and every build, the first as
 * well, renders from it (render-pages.ts). One that is missing, of another program or not as it was written is made anew. A
 * bundle for machines without a network brings it ready made, in `drawing/` of the program's folder.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { escapeHTML } from 'astro/runtime/server/escape.js';
import { shortHash } from '../../src/asked.ts';
import { DataFaults } from '../command.ts';
import { cacheFolder, PROGRAM } from '../program.ts';
import type { Styles } from './rendering/made.ts';
import { newScratch } from './rendering/scratch.ts';
import { programDigest, sourcesDigest } from './program-digest.ts';
import { filesBelow } from '../files.ts';

export interface Rendering {
  /** The module that renders; another one each time, since it holds what it has read of a ledger. */
  readonly entry: string;
  /** What Astro lends to render-pages.ts and kept-pages.ts. */
  readonly runtime: { StaticPaths: typeof StaticPaths; escapeHTML: typeof escapeHTML };
  readonly styles: Styles;
  /** The folder of the forms' scripts, by their places below the root of the site. */
  readonly forms: string;
}

/** What is written beside the files. */
interface Label {
  readonly styles: Styles;
  readonly files: readonly (readonly [path: string, bytes: string])[];
  /** Of a rendering that is shipped: the files of the program that it was made of. */
  readonly program?: string;
}

/** Days after which one that nobody rendered from is taken away. */
const IDLE_DAYS = 30;
const LABEL = 'drawing.json';
const PARTS = ['prerender', 'client', 'forms'];
/** Where a bundle has it, in the program's folder. */
export const RENDERING = 'drawing';
const RUNTIME = 'astro-runtime.mjs';

/** Brings the rendering into `scratch`, and what browsers fetch for its pages into `staging`. Throws DataFaults where a bundle is not whole. */
export async function renderingIn(scratch: string, staging: string): Promise<Rendering> {
  const styles = await broughtInto(scratch);
  renameSync(join(scratch, 'client'), staging);
  const [entry = ''] = readdirSync(join(scratch, 'prerender')).filter((name) =>
    /^prerender-entry\..*mjs$/u.test(name),
  );
  const urlOf = (name: string): string => pathToFileURL(join(scratch, 'prerender', name)).href;
  const runtime = (await import(urlOf(RUNTIME))) as Rendering['runtime'];
  return { entry: urlOf(entry), runtime, styles, forms: join(scratch, 'forms') };
}

/** Writes the rendering of this program into `program`, a copy of it that is to be shipped. */
export async function shipRendering(program: string): Promise<void> {
  const scratch = newScratch();
  try {
    const styles = await broughtInto(scratch);
    lay(scratch, join(program, RENDERING), { styles, program: sourcesDigest(program) });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function broughtInto(scratch: string): Promise<Styles> {
  const shipped = join(PROGRAM, RENDERING);
  const isShipped = existsSync(shipped);
  const ready = isShipped ? taken(shipped, scratch, sourcesDigest(PROGRAM)) : undefined;
  if (ready !== undefined) return ready;
  const cache = cacheFolder();
  const kept = cache === undefined ? undefined : join(cache, 'drawings', programDigest());
  const known = kept === undefined ? undefined : taken(kept, scratch);
  if (known !== undefined) {
    const now = new Date();
    if (kept !== undefined) utimesSync(kept, now, now);
    return known;
  }
  const styles = await made(scratch, isShipped);
  if (kept !== undefined) keep(scratch, styles, kept);
  return styles;
}

async function made(scratch: string, isShipped: boolean): Promise<Styles> {
  try {
    // Only here: the builder is the largest part of what there is to load.
    const { makeRendering } = await import('./rendering/made.ts');
    return await makeRendering(scratch, RUNTIME);
  } catch (error) {
    if (!isShipped || (error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new DataFaults(
      '离线包里画网页的文件（program/drawing）缺了、被改过，或程序的文件改过 → 从压缩包重新解开；要用改过的程序，换生成部分的离线包（ledger bundle --part builder）',
      { cause: error },
    );
  }
}

/** Copies one that lies ready into `scratch`; undefined where it is not whole, or of another program. */
function taken(ready: string, scratch: string, program?: string): Styles | undefined {
  try {
    const label = JSON.parse(readFileSync(join(ready, LABEL), 'utf8')) as Label;
    const isWhole = label.files.every(
      ([path, bytes]) => shortHash(readFileSync(join(ready, path))) === bytes,
    );
    if (!isWhole || label.program !== program) return undefined;
    for (const part of PARTS) cpSync(join(ready, part), join(scratch, part), { recursive: true });
    return label.styles;
  } catch {
    for (const part of PARTS) rmSync(join(scratch, part), { recursive: true, force: true });
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
    lay(scratch, part, { styles });
    rmSync(kept, { recursive: true, force: true });
    renameSync(part, kept);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Copies what lies in `scratch` to `to`, with its label. */
function lay(scratch: string, to: string, label: Omit<Label, 'files'>): void {
  for (const part of PARTS) cpSync(join(scratch, part), join(to, part), { recursive: true });
  const files = filesBelow(to).map(
    (path) => [path, shortHash(readFileSync(join(to, path)))] as const,
  );
  writeFileSync(join(to, LABEL), JSON.stringify({ ...label, files } satisfies Label));
}

function forgetIdle(folder: string): void {
  const oldest = Date.now() - IDLE_DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const one = join(folder, name);
    if (statSync(one).mtimeMs < oldest) rmSync(one, { recursive: true, force: true });
  }
}
