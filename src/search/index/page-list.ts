/** Pagefind's list of the pages that it knows, which every browser fetches before its first question: made as short as it can be. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';
import { pageName } from './issue-files.ts';

/** Before the CBOR stands this word, as Pagefind 1.6 writes it (`pagefind_web`, decoding a part). */
const MARK = Buffer.from('pagefind_dcd');

/** Behind the name of the list: a browser that keeps one of before, of the same content, must not take it for this. */
const RENAMED = 'p';

/** Version, pages as [name, words, group], and lists that stay as they are: the `MetaIndex` of Pagefind 1.6. */
const pageList = z.tuple(
  [z.string(), z.array(z.tuple([z.string(), z.int(), z.string()]))],
  z.unknown(),
);

/**
 * Names each page by its place in the list, and says of each that it has as many words. Pagefind names them by seven
 * digits of a hash, which do not compress: 120 KB of a first search at 20,000 issues, 24 then. No file is fetched by
 * that name here, results tell the place by it (`placeNamed`), and the number of words is for an order that is not used.
 * The file has a name of its own, from that of the old content, which changes with it.
 * Throws Error when the list in the folder `dir` is none that Pagefind 1.6 writes.
 */
export async function nameByPlace(dir: string): Promise<void> {
  for (const name of (await readdir(dir)).filter((one) => one.endsWith('.pf_meta'))) {
    const path = join(dir, name);
    const bytes = gunzipSync(await readFile(path));
    if (!bytes.subarray(0, MARK.length).equals(MARK))
      throw new Error(`${path}：Pagefind 的索引变了样子`);
    const [version, pages, ...rest] = pageList.parse(decode(bytes.subarray(MARK.length)));
    const named = pages.map((_, place) => [pageName(place), 1, '']);
    const list = encode([version, named, ...rest]);
    await writeFile(
      path.replace(/\.pf_meta$/u, `${RENAMED}.pf_meta`),
      gzipSync(Buffer.concat([MARK, list]), { level: 9 }),
    );
    await rm(path);
    const entry = join(dir, 'pagefind-entry.json');
    const hash = name.replace(/^pagefind\.|\.pf_meta$/gu, '');
    await writeFile(
      entry,
      (await readFile(entry, 'utf8')).replace(`"${hash}"`, `"${hash}${RENAMED}"`),
    );
  }
}
