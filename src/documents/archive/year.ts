/** 年度归档: a folder an issue that was done with in a year, the catalogue of all items, checksums. */
import type { Face } from '../../views/face.ts';
import { checksums, SUMS } from '../checksums.ts';
import { csv } from '../sheet/csv.ts';
import { workbook } from '../sheet/xlsx.ts';
import { type ArchiveItem, catalogueSheet, type CatalogueHead } from './catalogue.ts';
import { type ArchiveTools, doneOn, issueFile } from './issue-file.ts';

export interface YearArchive {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly issues: readonly string[];
  readonly items: readonly ArchiveItem[];
}

/** `year` is YYYY; `first` the number of the first item in the office's own order. */
export async function yearArchive(
  face: Face,
  year: string,
  first: number,
  tools: ArchiveTools,
): Promise<YearArchive> {
  const done = face.standing.issues
    .filter((one) => doneOn(one)?.startsWith(`${year}-`))
    .toSorted((a, b) => ((doneOn(a) ?? '') < (doneOn(b) ?? '') ? -1 : 1));
  const files = new Map<string, Uint8Array>();
  const items: ArchiveItem[] = [];
  for (const [index, one] of done.entries()) {
    const folder = `${String(index + 1).padStart(3, '0')}-${one.id}`;
    const made = await issueFile(face, one, folder, tools);
    for (const [path, bytes] of made.files) files.set(path, bytes);
    items.push(...made.items);
  }
  const { authority, archive, fiction } = face.ledger.site;
  const head: CatalogueHead = { year, authority, archive, first, fiction };
  const sheet = catalogueSheet(items, head);
  const book = await workbook([sheet], { office: authority, on: face.today });
  files.set('归档文件目录.xlsx', book);
  files.set('归档文件目录.csv', new TextEncoder().encode(csv(sheet)));
  files.set(SUMS, checksums(files));
  return { files, issues: done.map(({ id }) => id), items };
}
