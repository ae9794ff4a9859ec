/** The files of a ledger before anything is known of them: from a folder, or from a commit (history/). */
import { type Dirent, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isIgnored, isIgnoredFolder, isPaperBeside } from './ignored.ts';
import { pendingIn } from './writing/pending.ts';

export interface Content {
  /** Every file outside evidence/, and evidence/removed.yaml: path below content/ → bytes. */
  texts: ReadonlyMap<string, Uint8Array>;
  /** Every file below evidence/: `<issue>/<name>` → size in bytes. */
  evidence: ReadonlyMap<string, number>;
}

/**
 * Reads a folder whole, file names in Unicode NFC, sorted by code unit; a batch of files that was being written when the
 * program was stopped counts as written (pending.ts).
 * Throws what the file system throws (ENOENT, EACCES) when the folder itself cannot be read.
 */
export function readFolder(dir: string): Content {
  const pending = pendingIn(dir);
  const texts = new Map<string, Uint8Array>();
  const evidence = new Map<string, number>();
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(dir, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const name = path.normalize('NFC');
      if (entry.isDirectory()) {
        if (!isIgnoredFolder(name)) walk(path);
      } else if (isIgnored(name) || isPaperBeside(name)) continue;
      // A link to a folder, a socket: never read, and told as a file that does not belong here.
      else if (!isReadable(join(dir, path), entry))
        texts.set(`${name}（不是普通文件）`, new Uint8Array());
      else if (name.startsWith('evidence/') && name !== 'evidence/removed.yaml') {
        evidence.set(name.slice('evidence/'.length), statSync(join(dir, path)).size);
      } else texts.set(name, asCommitted(readFileSync(join(dir, path))));
    }
  };
  walk('');
  for (const [path, bytes] of pending) {
    if (path.startsWith('evidence/') && path !== 'evidence/removed.yaml')
      evidence.set(path.slice('evidence/'.length), bytes.length);
    else texts.set(path, bytes);
  }
  return { texts: sortKeys(texts), evidence: sortKeys(evidence) };
}

/**
 * A text as Git holds it: one whose every line ends in CRLF was checked out by Git for Windows, which takes them away
 * again when it is committed. Mixed ends are a mistake and stay.
 */
function asCommitted(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(CR)) return bytes;
  let carriages = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte === LF && bytes[at - 1] !== CR) return bytes;
    if (byte !== CR) continue;
    if (bytes[at + 1] !== LF) return bytes;
    carriages += 1;
  }
  return carriages === 0 ? bytes : bytes.filter((byte) => byte !== CR);
}

const CR = 13;
const LF = 10;

/** A file, or a link to one. */
function isReadable(path: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function sortKeys<V>(map: ReadonlyMap<string, V>): Map<string, V> {
  return new Map([...map].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
