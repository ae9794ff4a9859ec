/**
 * `npm run package`: the program as one archive, dist/rectification-ledger-版本.tgz, which npm installs anywhere. Another
 * folder for the files may be named; the archive lies beside it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { PROGRAM } from './program.ts';
import { writePackage } from './ship/package-files.ts';

const folder = resolve(process.argv[2] ?? join(PROGRAM, 'dist', 'program'));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writePackage(folder);
const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', '..'], {
  cwd: folder,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
process.stdout.write(`${relative('', join(dirname(folder), name.trim()))}\n`);
