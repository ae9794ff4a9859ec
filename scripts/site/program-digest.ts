/** What tells one version of this program from another, for all that is kept between builds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashed } from '../../src/asked.ts';
import { PACKAGES, PROGRAM } from '../program.ts';

/** All of the program that decides how a page is drawn. */
export function programDigest(): string {
  const files = ['src', 'public', 'scripts/site'].flatMap((folder) =>
    readdirSync(join(PROGRAM, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const read = (file: string): string => {
    try {
      return hashed(readFileSync(file));
    } catch {
      return '';
    }
  };
  // What is installed may be other than what is written down.
  const packages = ['package.json', 'package-lock.json', 'npm-shrinkwrap.json']
    .map((name) => join(PROGRAM, name))
    .concat(join(PACKAGES, '.package-lock.json'));
  const parts = [...packages, ...files.toSorted()].map((file) => `${file} ${read(file)}`);
  return hashed([process.version, ...parts].join('\n'));
}
