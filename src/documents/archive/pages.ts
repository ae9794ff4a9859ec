/** 页数: of pictures and of PDF files whose page objects lie open; undefined where only a reader could tell. */

/** `ending` is that of the file's name, without the dot. */
export function pageCount(ending: string, bytes: Uint8Array): number | undefined {
  switch (ending.toLowerCase()) {
    case 'jpg':
    case 'jpeg':
    case 'png':
    case 'webp':
      return 1;
    case 'pdf':
      return pagesOfPdf(new TextDecoder('latin1').decode(bytes));
    default:
      return undefined;
  }
}

/** The page tree's own count, where it is the only one; packed objects are not unpacked. */
function pagesOfPdf(text: string): number | undefined {
  if (text.includes('/ObjStm')) return undefined;
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/gu)?.length ?? 0;
  return pages === 0 ? undefined : pages;
}
