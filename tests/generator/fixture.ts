/** `npm run fixtures`: writes tests/fixtures/shili, the fictional ledger that the demonstration and many tests use. */
import { fileURLToPath } from 'node:url';
import type { GenerateOptions } from './generate.ts';
import { generate } from './generate.ts';
import { writeFiles } from './write.ts';

/** Monday, 15 June 2026; the year's calendar of days off is known. */
export const shili: GenerateOptions = {
  seed: 2026,
  issues: 150,
  units: 40,
  asOf: '2026-06-15',
  supervised: true,
  hazards: true,
  handOvers: true,
  children: true,
};

/** The folder of the fixture. */
export const shiliFolder = fileURLToPath(new URL('../fixtures/shili/', import.meta.url));

if (import.meta.main) writeFiles(shiliFolder, generate(shili));
