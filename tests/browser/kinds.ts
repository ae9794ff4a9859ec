/** The kinds of page of a built site, by `<body data-kind>`, with the page that has most to show. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Kind → file below `folder`: the largest of that kind; of equals the first. */
export function kindsOf(folder: string, files: readonly string[]): Map<string, string> {
  const largest = new Map<string, { file: string; size: number }>();
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(path.join(folder, file), 'utf8');
    const kind = /<body[^>]* data-kind="([^"]+)"/u.exec(html)?.[1];
    if (kind === undefined) continue;
    const known = largest.get(kind);
    if (known === undefined || html.length > known.size)
      largest.set(kind, { file, size: html.length });
  }
  return new Map([...largest].map(([kind, { file }]) => [kind, file]));
}
