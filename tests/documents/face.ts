/** The shipped ledger and the fictional one as faces, opened once. */
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/open.ts';
import type { Audience } from '../../src/schema/field.ts';
import { type Face, faceOf } from '../../src/views/face.ts';

const root = join(import.meta.dirname, '..', '..');

export const contentOf = { yuyang: 'content', shili: join('tests', 'fixtures', 'shili') } as const;

const opened = new Map<string, ReturnType<typeof openLedger>>();
const made = new Map<string, Face>();

/** The ledger as it stands on its own day, or on `today`. Asked again, the same face. */
export function face(
  name: keyof typeof contentOf,
  audience: Audience = 'internal',
  today?: string,
): Face {
  const ledger = opened.get(name) ?? openLedger(join(root, contentOf[name]));
  opened.set(name, ledger);
  const day = today ?? ledger.site.asOf ?? '2026-06-15';
  const key = [name, audience, day].join(' ');
  const known = made.get(key) ?? faceOf(ledger, day, audience);
  made.set(key, known);
  return known;
}
