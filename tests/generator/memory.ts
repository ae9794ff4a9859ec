/** A generated ledger as the reader receives it, without a folder. */
import type { Content } from '../../src/ledger/content.ts';

/** Path below content/ → text, or the bytes of an evidence file. */
export type Files = Map<string, string | Uint8Array>;

/** The files as content: texts in the order of their paths, evidence with its size. */
export function contentOf(files: Files): Content {
  const texts = new Map<string, Uint8Array>();
  const evidence = new Map<string, number>();
  for (const path of [...files.keys()].toSorted()) {
    const content = files.get(path) ?? '';
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (path.startsWith('evidence/') && path !== 'evidence/removed.yaml')
      evidence.set(path.slice('evidence/'.length), bytes.length);
    else texts.set(path, bytes);
  }
  return { texts, evidence };
}
