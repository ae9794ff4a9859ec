/** 抽查: a draw that anybody can repeat — the same seed and the same register give the same accounts. */

/** `share` percent of `ids`, rounded up, in the order of the ids. An account's luck depends on the seed and its id alone. */
export function draw(ids: readonly string[], seed: number, share: number): string[] {
  return luckiest(ids, seed, sampleSize(ids.length, share));
}

/** The `size` of `ids` that the seed favours most, in the order of the ids. */
export function luckiest(ids: readonly string[], seed: number, size: number): string[] {
  return ids
    .toSorted()
    .map((id) => ({ id, luck: luckOf(seed, id) }))
    .toSorted((a, b) => a.luck - b.luck)
    .slice(0, size)
    .map(({ id }) => id)
    .toSorted();
}

/** How many of `total` are `share` percent, rounded up. */
export function sampleSize(total: number, share: number): number {
  return Math.ceil((total * share) / 100);
}

/** A number from 0 to 2³²−1, by FNV-1a over seed and id with a last stirring. */
function luckOf(seed: number, id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${String(seed)}/${id}`))
    hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
