/** 简短的名称: names of units without what all of them begin with (示例区). */

/** What all names begin with, where each of them goes on behind it by at least two characters; empty for a single one. */
export function commonLead(all: readonly string[]): string {
  const [first = '', ...others] = all;
  if (others.length === 0) return '';
  let size = 0;
  const goesOn = (name: string): boolean =>
    name.startsWith(first.slice(0, size + 1)) && name.length >= size + 3;
  while (all.every(goesOn)) size += 1;
  return first.slice(0, size);
}
