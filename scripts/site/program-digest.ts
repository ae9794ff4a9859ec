/** What tells one version of this program from another, for all that is kept between builds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { shortHash } from '../../src/asked.ts';
import { PACKAGES, PROGRAM } from '../program.ts';

/** All of the program that decides how a page is rendered. */
export function programDigest(): string {
  const files = sourcesIn(PROGRAM);
  const parts = [...packageFiles(), ...files.toSorted()].map((file) => `${file} ${read(file)}`);
  return shortHash([process.version, ...parts].join('\n'));
}

/** What is installed may be other than what is written down. */
function packageFiles(): string[] {
  return ['package.json', 'package-lock.json', 'npm-shrinkwrap.json']
    .map((name) => join(PROGRAM, name))
    .concat(join(PACKAGES, '.package-lock.json'));
}

/** The same wherever the program lies: what tells whether two machines run one program with the same packages. */
export function programOf(): string {
  const packages = packageFiles().map((file) => read(file));
  return shortHash([process.version, ...packages, sourcesDigest(PROGRAM)].join('\n'));
}

/** The program's own files in the folder `program`, wherever that lies. */
export function sourcesDigest(program: string): string {
  const named = sourcesIn(program).map(
    (file) => [relative(program, file).split(sep).join('/'), file] as const,
  );
  return shortHash(
    named
      .map(([name, file]) => `${name} ${read(file)}`)
      .toSorted()
      .join('\n'),
  );
}

/** What an operating system lays beside files that somebody looks at. */
const LEFT_BY_SYSTEMS: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

function sourcesIn(program: string): string[] {
  return ['src', 'public', 'scripts/site'].flatMap((folder) =>
    readdirSync(join(program, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !LEFT_BY_SYSTEMS.has(entry.name.toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

function read(file: string): string {
  try {
    return shortHash(readFileSync(file));
  } catch {
    return '';
  }
}
