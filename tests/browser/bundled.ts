/** Modules of the program in a page of their own in a real browser, without a site around them. */
import { build } from 'esbuild';
import path from 'node:path';
import type { Page } from 'playwright-core';

const src = path.resolve(import.meta.dirname, '../../src');

/** Puts what a script makes of modules of src/ into a page; `script` names their folder as SRC. */
export async function addBundled(page: Page, script: string): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: script.replaceAll('SRC', src), resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
}
