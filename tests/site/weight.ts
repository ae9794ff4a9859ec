/** What a page weighs over the wire, without the search index: what comes with it, and what its scripts may ask for later. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { wireSize } from '../browser/server.ts';
import { addressesInCss, addressesInScript, referencesOf, targetOf } from './links.ts';
import type { Page } from './page.ts';

/** Files that every page may load and that count once: their sizes are remembered. */
export type Sizes = Map<string, number>;

/**
 * Bytes of the page and, each once, of the files that come with it. `later` adds what its scripts import when it is needed
 * (tests/browser/report.test.ts sees that nothing of that comes before).
 */
export function weightOf(
  page: Page,
  folder: string,
  sizes: Sizes = new Map(),
  later = false,
): number {
  const files = new Set([page.file]);
  for (const reference of referencesOf(page)) {
    if (reference.kind === 'asset') add(files, reference.from, reference.address);
  }
  // What a form fetches with its rules stands in a file beside the page.
  if (later)
    for (const [, address = ''] of page.html.matchAll(/\sdata-slice="([^"]+)"/gu))
      add(files, page.file, address);
  for (const file of files) {
    const extension = path.extname(file);
    if (extension !== '.css' && extension !== '.js') continue;
    const whole = readFileSync(path.join(folder, file), 'utf8');
    const text = later ? whole : whole.replaceAll(/\bimport\(/gu, 'later(');
    for (const address of extension === '.css' ? addressesInCss(text) : addressesInScript(text)) {
      add(files, file, address);
    }
  }
  return [...files].reduce((sum, file) => sum + sizeOf(path.join(folder, file), sizes), 0);
}

function add(files: Set<string>, from: string, address: string): void {
  const target = targetOf({ from, address, kind: 'asset' });
  if (target.kind === 'file' && !target.file.startsWith('pagefind/')) files.add(target.file);
}

function sizeOf(file: string, sizes: Sizes): number {
  const size = sizes.get(file) ?? wireSize(file);
  sizes.set(file, size);
  return size;
}
