import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hashes of the files of evidence in a ledger, each read once. */
export function evidenceHashes(folder: string): (file: string) => string | undefined {
  const hashes = new Map<string, string | undefined>();
  return (file) => {
    if (!hashes.has(file)) {
      const path = join(folder, 'evidence', file);
      const bytes = existsSync(path) ? readFileSync(path) : undefined;
      hashes.set(file, bytes && createHash('sha256').update(bytes).digest('hex'));
    }
    return hashes.get(file);
  };
}
