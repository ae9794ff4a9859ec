/** 页上的数据怎样写: JSON with quotation marks and backticks changed for each other, since HTML writes `"` as six characters. */

function swapped(text: string): string {
  return text.replaceAll(/["`]/gu, (mark) => (mark === '"' ? '`' : '"'));
}

/** `data` as the text of a page's template. */
export function told(data: unknown): string {
  return swapped(JSON.stringify(data));
}

/** What was told. Throws SyntaxError for any other text. */
export function readTold(text: string): unknown {
  return JSON.parse(swapped(text));
}
