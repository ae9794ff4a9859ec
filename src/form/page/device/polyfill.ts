/**
 * 老浏览器缺的: what the shared rules use and Chromium 86 to 116 do not know yet. Only what the bundle calls; a test takes
 * all of it away and reports.
 */

type Method = (this: never, ...args: never[]) => unknown;

function add(owner: object, name: string, method: Method): void {
  if (!Object.prototype.hasOwnProperty.call(owner, name))
    Object.defineProperty(owner, name, { value: method, writable: true, configurable: true });
}

add(Object, 'hasOwn', (owner: object, key: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(owner, key),
);
for (const kind of [Array, String])
  add(kind.prototype, 'at', function at(this: ArrayLike<unknown>, index: number) {
    return this[index < 0 ? this.length + index : index];
  });
add(
  Array.prototype,
  'findLastIndex',
  function findLastIndex(this: unknown[], test: (one: unknown, at: number) => boolean) {
    for (let at = this.length - 1; at >= 0; at -= 1) if (test(this[at], at)) return at;
    return -1;
  },
);
add(
  Array.prototype,
  'findLast',
  function findLast(this: unknown[], test: (one: unknown, at: number) => boolean) {
    return this[this.findLastIndex(test)];
  },
);
add(
  Array.prototype,
  'toSorted',
  function toSorted(this: unknown[], order?: (a: unknown, b: unknown) => number) {
    return [...this].sort(order);
  },
);
add(Array.prototype, 'toReversed', function toReversed(this: unknown[]) {
  return [...this].reverse();
});
add(Map, 'groupBy', (items: Iterable<unknown>, keyOf: (item: unknown, at: number) => unknown) => {
  const groups = new Map<unknown, unknown[]>();
  let at = 0;
  for (const item of items) {
    const key = keyOf(item, at);
    groups.set(key, [...(groups.get(key) ?? []), item]);
    at += 1;
  }
  return groups;
});
add(AbortSignal, 'timeout', (milliseconds: number) => {
  const waiting = new AbortController();
  setTimeout(() => {
    waiting.abort();
  }, milliseconds);
  return waiting.signal;
});
