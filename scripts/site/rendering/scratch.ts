/**
 * 临时文件夹: where Astro works. It writes below its root, imports what it has bundled from there and wants its pages
 * there; so it gets a copy of them in a folder of the user's from which the program's packages are found, and the
 * program's own folder may be read-only or lie below `node_modules`.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { cacheFolder, PACKAGES, PROGRAM } from '../../program.ts';

/** A new folder; whoever asked takes it away. */
export function newScratch(): string {
  const folder = mkdtempSync(join(parent(), 'site-'));
  try {
    symlinkSync(PACKAGES, join(folder, 'node_modules'), 'junction');
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Copies the pages there. */
export function withPages(scratch: string): void {
  for (const name of ['src', 'public'])
    cpSync(join(PROGRAM, name), join(scratch, name), { recursive: true });
}

/** How Astro sees the program's pages in `scratch`, with `more` to do. */
export async function astroIn(
  scratch: string,
  more: readonly AstroIntegration[] = [],
): Promise<AstroInlineConfig> {
  const { siteConfig } = await import('./config.ts');
  const cacheDir = join(scratch, 'cache');
  const vite = { ...siteConfig.vite, cacheDir };
  const integrations = [...(siteConfig.integrations ?? []), ...more];
  return { ...siteConfig, integrations, configFile: false, root: scratch, cacheDir, vite };
}

/** The user's cache, mostly on the disk of what they work on; else the system's folder for what is temporary. */
function parent(): string {
  const cache = cacheFolder();
  try {
    if (cache !== undefined) mkdirSync(cache, { recursive: true });
    return cache ?? tmpdir();
  } catch {
    return tmpdir();
  }
}
