/** The files of a ledger as a commit holds them, read as Git objects: nothing is checked out. */
import { git } from './git.ts';
import type { Place } from './place.ts';

/** The same shape that reading a folder gives: texts with their bytes, evidence with its sizes. */
export interface ContentAt {
  readonly texts: ReadonlyMap<string, Uint8Array>;
  /** `<issue>/<file>` → bytes in size. */
  readonly evidence: ReadonlyMap<string, number>;
}

interface Blob {
  /** Below the ledger's folder, in Unicode NFC. */
  readonly path: string;
  readonly object: string;
  readonly size: number;
}

/** The ledger in `place` at `commit` (a full hash), sorted by code unit. Throws GitRefused. */
export function contentAt(place: Place, commit: string): ContentAt {
  const texts: Blob[] = [];
  const evidence = new Map<string, number>();
  for (const blob of blobsAt(place, commit)) {
    if (blob.path.startsWith('evidence/') && blob.path !== 'evidence/removed.yaml') {
      evidence.set(blob.path.slice('evidence/'.length), blob.size);
    } else texts.push(blob);
  }
  return { texts: bytesOf(place, texts), evidence };
}

/** All regular files; a symbolic link or a submodule is none, and nothing of a ledger may be one. */
function blobsAt({ repository, prefix }: Place, commit: string): Blob[] {
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit];
  const tree = git(repository, prefix === '' ? args : [...args, '--', prefix]);
  const blobs: Blob[] = [];
  for (const entry of tree.toString('utf8').split('\0')) {
    const match = /^100(?:644|755) blob ([0-9a-f]+) +(\d+)\t(.+)$/su.exec(entry);
    if (match === null) continue;
    const [, object = '', size = '', path = ''] = match;
    blobs.push({
      path: path.slice(prefix.length).normalize('NFC'),
      object,
      size: Number(size),
    });
  }
  return blobs.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The bytes of blobs, all from one process: `<hash> blob <size>`, a line end, the bytes, a line end. */
function bytesOf({ repository }: Place, blobs: readonly Blob[]): Map<string, Uint8Array> {
  const asked = blobs.map(({ object }) => `${object}\n`).join('');
  const output = git(repository, ['cat-file', '--batch'], asked);
  const bytes = new Map<string, Uint8Array>();
  let at = 0;
  for (const { path, size } of blobs) {
    const from = output.indexOf('\n', at) + 1;
    bytes.set(path, output.subarray(from, from + size));
    at = from + size + 1;
  }
  return bytes;
}
