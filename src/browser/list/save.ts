/** 下载所示: the rows that are shown, as the file of the list has them, in the order in which they are shown. */

/** What the file calls an issue. */
const ID = '编号';
const BOM = '\uFEFF';

/**
 * Saves those lines of the file at `address` (CSV with a head) that are of the rows `shown`, and says so. A file that
 * lacks a row is of another day than the page: nothing is saved, and that is said.
 */
export async function saveShown(
  address: string,
  name: string,
  shown: readonly HTMLTableRowElement[],
): Promise<string> {
  const answer = await fetch(address, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`);
  const [head = '', ...lines] = linesOf((await answer.text()).replace(BOM, ''));
  const at = cellsOf(head).indexOf(ID);
  const byId = new Map(lines.map((line) => [cellsOf(line)[at] ?? '', line]));
  const found = shown.flatMap((row) => byId.get(idOf(row)) ?? []);
  if (found.length < shown.length) return '台账刚刚更新过，请刷新页面再下载。';
  const text = `${BOM}${[head, ...found].join('\r\n')}\r\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${name.replaceAll(/[\\/:*?"<>|“”\s]+/gu, '')}-${String(found.length)}个.csv`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
  return `已下载${String(found.length)}个（CSV，Excel 和 WPS 可打开）`;
}

function idOf(row: HTMLTableRowElement): string {
  const link = row.querySelector<HTMLAnchorElement>('.what > a');
  return /([^/]+)\.html$/u.exec(link?.pathname ?? '')?.[1] ?? '';
}

/** Lines as they are written; a line break inside quotation marks ends none. */
function linesOf(text: string): string[] {
  return text.match(/(?:"[^"]*"|[^"\r\n])+/gu) ?? [];
}

function cellsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}
