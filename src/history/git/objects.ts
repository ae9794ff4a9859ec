/** Trees and blobs of a repository, read as Git objects: nothing is checked out, nothing is run. */
import { git } from './git.ts';

/** An entry of a tree. `mode` is Git's: 100644 file, 100755 with the run bit, 120000 symbolic link, 160000 submodule. */
export interface TreeEntry {
  readonly mode: string;
  /** The hash of the blob, or of the commit of a submodule. */
  readonly object: string;
  /** From the top of the repository, as Git has it: not normalised. */
  readonly path: string;
}

/** All entries below `prefix` (empty: everything; a folder with or without its slash; a file) at `commit`, in the order of Git. */
export function treeAt(repository: string, commit: string, prefix = ''): TreeEntry[] {
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit];
  const output = git(repository, prefix === '' ? args : [...args, '--', prefix]);
  return output
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const match = /^(\d{6}) \w+ ([0-9a-f]+)\t(.+)$/su.exec(line);
      if (match === null) return [];
      const [, mode = '', object = '', path = ''] = match;
      return [{ mode, object, path }];
    });
}

/** The size in bytes of each blob; what the repository does not hold is left out. */
export function sizesOf(repository: string, objects: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const line of ask(repository, '--batch-check', objects).toString('latin1').split('\n')) {
    const match = /^([0-9a-f]+) blob (\d+)$/u.exec(line);
    if (match) sizes.set(match[1] ?? '', Number(match[2]));
  }
  return sizes;
}

/** The bytes of each blob, all from one process; what the repository does not hold is left out. */
export function blobsOf(repository: string, objects: readonly string[]): Map<string, Uint8Array> {
  const output = ask(repository, '--batch', objects);
  const blobs = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    if (end < 0) break;
    const match = /^([0-9a-f]+) (\w+) (\d+)$/u.exec(output.toString('latin1', at, end));
    at = end + 1;
    // "<name> missing" has no bytes behind it.
    if (!match) continue;
    const [, object = '', type = '', size = ''] = match;
    if (type === 'blob') blobs.set(object, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

function ask(repository: string, how: '--batch' | '--batch-check', objects: readonly string[]) {
  const wanted = [...new Set(objects)];
  if (wanted.length === 0) return Buffer.alloc(0);
  return git(repository, ['cat-file', how], wanted.map((object) => `${object}\n`).join(''));
}
