/**
 * 用到的文件: which files of the installed packages the program can load. Packages bring several builds of the same, tests,
 * declarations and documents; Node loads what imports lead to, and nothing else is shipped to an office.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { RENDERING } from '../site/rendering.ts';
import { bundlers } from './members.ts';
import { filesBelow } from '../files.ts';

/** Whoever ships a package ships what it may be used under, and Node reads the manifest to find a file. */
const alwaysKept =
  /^(?:package\.json$|\.package-lock\.json$|(?:licen[cs]e|notice|copying|authors)(?:\W|$))/iu;

/**
 * Takes away every file of `program`'s packages that no file of the program leads to by import or require with a name
 * written out, and the folders left empty. `whole`: places of packages found in another way (programs of a system).
 * Throws esbuild's error where a name cannot be found: then a package is missing.
 */
export async function keepReached(program: string, whole: readonly string[]): Promise<void> {
  const reached = await reachedIn(program);
  const isKept = (path: string): boolean =>
    reached.has(path) ||
    whole.some((place) => path.startsWith(`${place}/`)) ||
    path.split('/').some((name) => alwaysKept.test(name));
  const packages = join(program, 'node_modules');
  for (const path of filesBelow(packages, program)) if (!isKept(path)) rmSync(join(program, path));
  removeEmpty(packages);
}

/** As Node would find them: its conditions, `main` and nothing that a bundler adds. */
async function reachedIn(program: string): Promise<ReadonlySet<string>> {
  const own = ['scripts', 'src', RENDERING]
    .flatMap((folder) => filesBelow(join(program, folder), program))
    // The scripts of browsers are bundled already, with what they need.
    .filter((path) => /\.m?js$/u.test(path) && !/^drawing\/(?:client|forms)\//u.test(path));
  const { metafile } = await build({
    stdin: {
      contents: own.map((path) => `import ${JSON.stringify(`./${path}`)};`).join('\n'),
      resolveDir: program,
    },
    absWorkingDir: program,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    conditions: ['node-addons', 'module-sync'],
    mainFields: ['main'],
    external: [...bundlers],
    // Node loads what is imported even where a package says that nothing happens there.
    ignoreAnnotations: true,
    preserveSymlinks: true,
    logLevel: 'silent',
  });
  return new Set(Object.keys(metafile.inputs));
}

function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
