/** Opens a ledger of which a site is rendered with what is remembered of its records (src/ledger/record-memory.ts). */
import { join } from 'node:path';
import { shortHash } from '../../../src/asked.ts';
import type { ReadRecord } from '../../../src/ledger/record.ts';
import { RecordMemory } from '../../../src/ledger/record-memory.ts';
import { cacheFolder } from '../../program.ts';
import { programDigest } from '../program-digest.ts';

/** What `open` gives when it reads each record by what it is handed; then remembers what was read. `content`: absolute. */
export function openedWithMemory<T>(content: string, open: (read?: ReadRecord) => T): T {
  const cache = cacheFolder();
  if (cache === undefined) return open();
  const memory = new RecordMemory(join(cache, 'records', shortHash(content)), programDigest());
  const opened = open(memory.read);
  memory.keep();
  return opened;
}
