/** Everything that was crafted. */
import type { CraftedSet } from './kinds.ts';
import { office } from './office.ts';
import { hidden } from './office-hidden.ts';
import { pdfs } from './pdf.ts';
import { pictures } from './pictures.ts';

export const craftedEvidence: CraftedSet = { ...pictures, ...pdfs, ...office, ...hidden };
