/**
 * 程序包: the files of a released program. Node refuses TypeScript below `node_modules`, so types are taken away as Node
 * itself takes them away when it runs a checkout: every line stays where it is, and so does every comment.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { isCheckout, PROGRAM } from '../program.ts';
import { jsonFile } from '../../src/text/notation/json.ts';

/** What is shipped, by its place in the program's folder. */
const shipped = [
  'bin',
  'content/templates',
  'content/vocabulary',
  'docs',
  'public',
  'scripts',
  'src',
  'tests/fixtures/shili',
  '.github/workflows/decide.yml',
  '.github/workflows/publish.yml',
  '.github/workflows/remind.yml',
  '.github/workflows/review.yml',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'SECURITY.md',
  '台账.cmd',
  '台账.command',
];
/** Only for whoever works on the program. */
const unshipped =
  /^scripts\/(?:bench|docs|package\.ts|docs\.ts|fuzz\.ts|gate\.ts|test\.ts|versions\.mjs)(?:\/|$)|^docs\/images(?:\/|$)/u;

interface Manifest {
  dependencies: Record<string, string>;
  [key: string]: unknown;
}

/** Writes the files of the package into `folder`; those of a program that is a package itself as they are. */
export function writePackage(folder: string): void {
  for (const path of shipped) copy(path, folder);
  const manifest = jsonOf('package.json') as Manifest;
  write(join(folder, 'package.json'), jsonFile(manifestOf(manifest)));
  const lock = jsonOf(isCheckout ? 'package-lock.json' : 'npm-shrinkwrap.json') as Lock;
  write(join(folder, 'npm-shrinkwrap.json'), jsonFile(lockOf(lock)));
}

function copy(path: string, to: string): void {
  cpSync(join(PROGRAM, path), join(to, path), {
    recursive: true,
    filter: (source) => {
      const name = relative(PROGRAM, source).split(sep).join('/');
      if (unshipped.test(name)) return false;
      const text = /\.(?:ts|astro|mjs)$/u.test(name) && !name.endsWith('.d.ts');
      if (text)
        write(join(to, javaScriptName(name)), javaScript(name, readFileSync(source, 'utf8')));
      return !text;
    },
  });
}

const javaScriptName = (name: string): string => name.replace(/\.ts$/u, '.js');

/** A file as JavaScript; Astro strips the types of its own kind. */
export function javaScript(name: string, text: string): string {
  const plain = name.endsWith('.ts') ? stripped(text) : text;
  return plain.replaceAll(/(?<=(['"])\.{1,2}\/[^'"\n]*)\.ts(?=\1)/gu, '.js');
}

/** Node says at the first call that the function is new: of no use to whoever packs. */
function stripped(text: string): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** What npm needs to know of the package. */
function manifestOf(manifest: Manifest): Manifest {
  const { devDependencies: _dev, scripts: _scripts, private: _private, ...kept } = manifest;
  return { ...kept, bin: { ledger: 'scripts/ledger.js' } };
}

interface Lock {
  packages: Record<string, { dev?: boolean; devDependencies?: unknown; bin?: unknown }>;
}

/** The lock file without what only whoever works on the program installs. */
function lockOf(lock: Lock): Lock {
  const { '': own, ...others } = lock.packages;
  const { devDependencies: _dev, ...root } = own ?? {};
  const kept = Object.entries(others).filter(([, { dev }]) => dev !== true);
  return {
    ...lock,
    packages: {
      '': { ...root, bin: { ledger: 'scripts/ledger.js' } },
      ...Object.fromEntries(kept),
    },
  };
}

function jsonOf(name: string): unknown {
  return JSON.parse(readFileSync(join(PROGRAM, name), 'utf8'));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
