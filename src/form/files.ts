/** Writes the form: a page of its own with its own content security policy, its configuration, Decap CMS itself. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { dump } from 'js-yaml';
import type { Ledger } from '../schema/ledger.ts';
import type { FormBackend } from './backend.ts';
import type { FormIssue } from './choices.ts';
import { formConfig } from './config.ts';

/** The scripts around Decap's, beside each other in src/browser/. */
const SCRIPTS = ['form-before', 'form-words', 'form-after'] as const;

/**
 * Writes `<dir>/admin/…` where somebody could sign in; elsewhere the page that stands there says how to report.
 * `issues`: those that may be chosen. Throws what the file system throws.
 */
export async function writeForm(
  ledger: Ledger,
  issues: readonly FormIssue[],
  backend: FormBackend,
  dir: string,
): Promise<void> {
  if (!canSignIn(ledger, backend)) return;
  const folder = join(dir, 'admin');
  await mkdir(folder, { recursive: true });
  const decap = dirname(createRequire(import.meta.url).resolve('decap-cms/package.json'));
  await Promise.all([
    copyFile(join(decap, 'dist', 'decap-cms.js'), join(folder, 'decap-cms.js')),
    writeFile(
      join(folder, 'config.yml'),
      dump(formConfig(ledger, issues, backend), { noRefs: true, lineWidth: -1 }),
    ),
    writeFile(join(folder, 'index.html'), formPage(ledger, backend)),
    ...SCRIPTS.map(async (name) => {
      const source = await readFile(new URL(`../browser/${name}.ts`, import.meta.url), 'utf8');
      await writeFile(
        join(folder, `${name}.js`),
        (await transform(source, { loader: 'ts', minify: true })).code,
      );
    }),
  ]);
}

/** Whether anybody could sign in to the form: the other kinds of repository know no sign-in from a page. */
function canSignIn({ site }: Ledger, { kind }: FormBackend): boolean {
  return kind === 'local' || ['github', 'gitlab', 'gitea'].includes(site.forge?.kind ?? '');
}

/** The one page that may evaluate code (Decap compiles its validators), and connects only to the repository. */
export function formPolicy({ site }: Ledger, backend: FormBackend): string {
  const address =
    backend.kind === 'local'
      ? backend.proxy.startsWith('/')
        ? undefined
        : new URL(backend.proxy).origin
      : site.forge?.address && new URL(site.forge.address).origin;
  const github =
    site.forge?.kind === 'github' && backend.kind === 'forge' ? ' https://api.github.com' : '';
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' blob:${address ? ` ${address}` : ''}${github}`,
    "font-src 'self' data:",
    "base-uri 'none'",
  ].join('; ');
}

function formPage(ledger: Ledger, backend: FormBackend): string {
  return `<!doctype html>
<html lang="zh-Hans">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${formPolicy(ledger, backend)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>整改填报</title>
    <link rel="cms-config-url" type="text/yaml" href="config.yml">
  </head>
  <body>
    <noscript>填报要用到脚本，请在浏览器里允许，或改用整改报送单。</noscript>
    <script src="form-before.js"></script>
    <script src="decap-cms.js"></script>
    <script src="form-words.js"></script>
    <script src="form-after.js"></script>
  </body>
</html>
`;
}
