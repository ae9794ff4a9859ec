/** 自己的键: a table asked with a word from outside, where constructor or toString must be a word like any other. */
export function own<T>(
  table: Readonly<Record<string, T>> | undefined,
  word: string,
): T | undefined {
  return table !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Adds a value to those that a map holds under a key. */
export function pushAt<V>(map: Map<string, V[]>, key: string, value: V): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}
