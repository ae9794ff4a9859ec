/** `npm run package`: the program as one archive, dist/rectification-ledger-版本.tgz, which npm installs anywhere. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../program.ts';
import { writePackage } from './package-files.ts';

const folder = join(PROGRAM, 'dist', 'program');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writePackage(folder);
const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', '..'], {
  cwd: folder,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
process.stdout.write(`dist/${name.trim()}\n`);
