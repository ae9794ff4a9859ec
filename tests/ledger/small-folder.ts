/** The small ledger where commands find one: as files of a folder, or as what a command has read of it. (示例区，虚构) */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HandingPlace } from '../../scripts/enter/handing-in.ts';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import { scratch } from '../documents/run.ts';
import { type Changes, checkSmall, contentOf, small } from './small.ts';

/** Lays files down below a folder, which is gone when the test is over; where they lie. */
export function laidIn(changes: Changes = {}): string {
  const folder = join(scratch(), 'content');
  for (const [path, text] of Object.entries({ ...small, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What a command or the desk has read of it on a day, where there is no repository. */
export function smallPlace(changes: Changes = {}, today = '2026-06-15'): HandingPlace {
  const { ledger: recorded, faults } = checkSmall(changes);
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (recorded === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  const content = contentOf(changes);
  return {
    content,
    recorded,
    ledger: ledgerOn(recorded, today),
    place: undefined,
    base: undefined,
  };
}
