/** The files of a ledger as a commit holds them, read as Git objects: nothing is checked out. */
import { GitRefused } from './git/git.ts';
import { blobsOf, sizesOf, treeAt } from './git/objects.ts';
import type { Place } from './place.ts';

/** The same shape that reading a folder gives: texts with their bytes, evidence with its sizes. */
export interface ContentAt {
  readonly texts: ReadonlyMap<string, Uint8Array>;
  /** `<issue>/<file>` → bytes in size. */
  readonly evidence: ReadonlyMap<string, number>;
}

interface File {
  /** Below the ledger's folder, in Unicode NFC. */
  readonly path: string;
  readonly object: string;
}

/** The ledger in `place` at `commit` (a full hash), sorted by code unit. Throws GitRefused. */
export function contentAt(place: Place, commit: string): ContentAt {
  const files = filesAt(place, commit);
  const proofs = files.filter(isEvidence);
  const records = files.filter((file) => !isEvidence(file));
  return {
    texts: paired(records, blobsOf(place.repository, objectsOf(records))),
    evidence: paired(
      proofs.map((file) => ({ ...file, path: file.path.slice('evidence/'.length) })),
      sizesOf(place.repository, objectsOf(proofs)),
    ),
  };
}

/** All regular files; a symbolic link or a submodule is none, and nothing of a ledger may be one. */
function filesAt({ repository, prefix }: Place, commit: string): File[] {
  return treeAt(repository, commit, prefix)
    .filter(({ mode }) => mode === '100644' || mode === '100755')
    .map(({ path, object }) => ({ path: path.slice(prefix.length).normalize('NFC'), object }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function isEvidence({ path }: File): boolean {
  return path.startsWith('evidence/') && path !== 'evidence/removed.yaml';
}

function objectsOf(files: readonly File[]): string[] {
  return files.map(({ object }) => object);
}

/** Path → what Git says of its object. Throws GitRefused when the repository does not hold one. */
function paired<V>(files: readonly File[], found: ReadonlyMap<string, V>): Map<string, V> {
  return new Map(
    files.map(({ path, object }): [string, V] => {
      const value = found.get(object);
      if (value === undefined) throw new GitRefused(`仓库缺少 ${path} 的内容（${object}）`);
      return [path, value];
    }),
  );
}
