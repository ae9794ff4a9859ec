/** Modules of the program in a page of their own in a real browser, without a site around them. */
import { build } from 'esbuild';
import path from 'node:path';
import type { Page } from 'playwright-core';

const src = path.resolve(import.meta.dirname, '../../src');
/** By script: most tests of a file open the same page. */
const made = new Map<string, Promise<string>>();

/** Puts what a script makes of modules of src/ into a page; `script` names their folder as SRC. */
export async function addBundled(page: Page, script: string): Promise<void> {
  const bundle = made.get(script) ?? bundled(script);
  made.set(script, bundle);
  await page.addScriptTag({ content: await bundle });
}

async function bundled(script: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script.replaceAll('SRC', src), resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}
