/** Where the program itself lies. Files of the program are found from here, however deep the file that asks. */
import { resolve } from 'node:path';

/** Absolute path of the program's folder (the one with package.json). */
export const PROGRAM = resolve(import.meta.dirname, '..');
