/** Files as the objects of a repository of their own, as a review reads them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Blobs } from '../../src/review/proposal/tree.ts';

/** The blobs, and the hash of each file by its path. The repository is gone when the test is over. */
export function blobsWith(files: Readonly<Record<string, string | Uint8Array>>): {
  blobs: Blobs;
  objects: Readonly<Record<string, string>>;
} {
  const repository = mkdtempSync(join(tmpdir(), 'ledger-blobs-'));
  onTestFinished(() => rmSync(repository, { recursive: true, force: true }));
  execFileSync('git', ['init', '--quiet', '--bare', repository]);
  const write = ['-C', repository, 'hash-object', '-w', '--stdin'];
  const objects = Object.fromEntries(
    Object.entries(files).map(([path, input]) => [
      path,
      execFileSync('git', write, { input, encoding: 'utf8' }).trim(),
    ]),
  );
  return { blobs: new Blobs(repository), objects };
}
