/** `npm run docs`: writes the documents that are made from the program; `--check` only says whether they are current. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deadlinesDoc } from './docs/deadlines.ts';
import { dictionaryDoc } from './docs/dictionary.ts';
import { vscodeSettings, zedSettings } from './docs/editors.ts';
import { figuresDoc } from './docs/figures.ts';
import { glossaryDoc } from './docs/glossary.ts';
import { layoutKinds, schemaDoc, schemaPath } from './docs/schemas.ts';
import { rulesDoc } from './docs/rules.ts';
import { licencesDoc, sbomDoc } from './docs/supply.ts';
import { transitionsDoc } from './docs/transitions.ts';
import { PROGRAM } from './program.ts';
import { own } from '../src/text/own.ts';

/** The generated documents: path in the repository → its text. */
export const generated: Readonly<Record<string, () => string>> = {
  'docs/deadlines.md': deadlinesDoc,
  '.vscode/settings.json': vscodeSettings,
  '.zed/settings.json': zedSettings,
  'docs/dictionary.md': dictionaryDoc,
  'docs/figures.md': figuresDoc,
  'docs/glossary.md': glossaryDoc,
  'docs/rules.md': rulesDoc,
  'docs/sbom.cdx.json': sbomDoc,
  'docs/third-party.md': licencesDoc,
  'docs/transitions.md': transitionsDoc,
  ...Object.fromEntries(layoutKinds.map((kind) => [schemaPath(kind), () => schemaDoc(kind)])),
};

/** The paths whose file differs from what the program makes of them. */
function stale(root: string): string[] {
  return Object.entries(generated)
    .filter(([path, text]) => read(join(root, path)) !== text())
    .map(([path]) => path);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function run(argv: readonly string[]): number {
  const root = PROGRAM;
  const changed = stale(root);
  if (argv.includes('--check')) {
    for (const path of changed) console.error(`${path} 不是最新的，请运行 npm run docs`);
    return changed.length === 0 ? 0 : 1;
  }
  for (const path of changed) {
    const text = own(generated, path);
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text());
    console.log(`已更新 ${path}`);
  }
  return 0;
}

if (import.meta.main) process.exitCode = run(process.argv.slice(2));
