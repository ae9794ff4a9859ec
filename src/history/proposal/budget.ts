/**
 * 总量: how much a proposal unfolds to, counted before anything of it is compared or read. A few kilobytes of objects
 * may name one another over and over; every object is looked at once and its count is remembered.
 */
import { git, GitOverflow, printedLines } from '../git/git.ts';

/** What one review may take: commits, objects that the base has not, bytes of their files, and files of any commit beyond those of the base. */
const MOST = { commits: 2000, objects: 100_000, bytes: 2 ** 28, files: 20_000 };

/** Bytes of a line that names an object, and of one that lists a tree's entry, at the most. */
const LINE = 80;
const LONGEST_TREES = 2 ** 27;

/** True when the commits that `head` has and `base` has not stay within the budget. Throws GitRefused. */
export function isWithinBudget(repository: string, base: string, head: string): boolean {
  try {
    const range = [head, `^${base}`];
    const trees = printedLines(
      git(repository, ['log', `--max-count=${MOST.commits + 1}`, '--format=%T', ...range]),
    );
    if (trees.length > MOST.commits) return false;
    const fresh = printedLines(
      git(
        repository,
        ['rev-list', '--objects', '--no-object-names', ...range],
        '',
        MOST.objects * LINE,
      ),
    );
    if (fresh.length > MOST.objects) return false;
    const sizes = printedLines(
      git(
        repository,
        ['cat-file', '--batch-check=%(objecttype) %(objectsize)'],
        fresh.map((object) => `${object}\n`).join(''),
      ),
    );
    const bytes = sizes.reduce(
      (sum, line) => sum + Number(/^blob (\d+)$/u.exec(line)?.[1] ?? 0),
      0,
    );
    if (bytes > MOST.bytes) return false;
    const counts = baseCounts(repository, base);
    const most = (counts.get('') ?? 0) + MOST.files;
    const count = counter(repository, counts);
    return [...new Set(trees)].every((tree) => count(tree) <= most);
  } catch (error) {
    if (error instanceof GitOverflow) return false;
    throw error;
  }
}

let latest: { of: string; counts: ReadonlyMap<string, number> } | undefined;

/** How many files each tree of the base holds, by hash; the whole base by the empty name. Many proposals have one base. */
function baseCounts(repository: string, base: string): Map<string, number> {
  const of = `${repository}\0${base}`;
  if (latest?.of !== of) latest = { of, counts: countedBase(repository, base) };
  return new Map(latest.counts);
}

function countedBase(repository: string, base: string): Map<string, number> {
  const hashes = new Map<string, string>();
  const held = new Map<string, number>();
  const listing = git(repository, ['ls-tree', '-r', '-t', '-z', '--full-tree', base]);
  for (const line of listing.toString('latin1').split('\0')) {
    const match = /^\d{6} (\w+) ([0-9a-f]+)\t(.+)$/su.exec(line);
    if (match === null) continue;
    const [, type, hash = '', path = ''] = match;
    if (type === 'tree') {
      hashes.set(path, hash);
      continue;
    }
    for (
      let at = path.length;
      at >= 0;
      at = at === 0 ? -1 : Math.max(0, path.lastIndexOf('/', at - 1))
    ) {
      const above = path.slice(0, at);
      if (above !== path) held.set(above, (held.get(above) ?? 0) + 1);
    }
  }
  const counts = new Map<string, number>([['', held.get('') ?? 0]]);
  for (const [path, hash] of hashes) counts.set(hash, held.get(path) ?? 0);
  return counts;
}

interface Node {
  readonly files: number;
  readonly folders: readonly string[];
}

/** Counts the files of a tree; trees that are not known are read level by level, each once. */
function counter(repository: string, counts: Map<string, number>): (tree: string) => number {
  const nodes = new Map<string, Node>();
  const sum = (tree: string, depth: number): number => {
    const known = counts.get(tree);
    if (known !== undefined) return known;
    // A folder in a folder without end is no ledger; Git itself would run out of memory on it.
    if (depth > 64) throw new GitOverflow('文件夹太深');
    const { files, folders } = nodes.get(tree) ?? { files: 0, folders: [] };
    const total = folders.reduce((all, folder) => all + sum(folder, depth + 1), files);
    counts.set(tree, total);
    return total;
  };
  return (tree) => {
    for (let level = [tree]; level.length > 0;) {
      const wanted = [...new Set(level)].filter((one) => !counts.has(one) && !nodes.has(one));
      level = [];
      for (const [hash, node] of treesOf(repository, wanted)) {
        nodes.set(hash, node);
        level.push(...node.folders);
      }
      if (nodes.size > MOST.objects) throw new GitOverflow('文件夹太多');
    }
    return sum(tree, 0);
  };
}

/** The entries of trees, one level each. */
function* treesOf(repository: string, trees: readonly string[]): Generator<[string, Node]> {
  if (trees.length === 0) return;
  const input = trees.map((tree) => `${tree}\n`).join('');
  const output = git(repository, ['cat-file', '--batch'], input, LONGEST_TREES);
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    if (end < 0) return;
    const match = /^([0-9a-f]+) tree (\d+)$/u.exec(output.toString('latin1', at, end));
    at = end + 1;
    if (!match) continue;
    const [, hash = '', size = ''] = match;
    yield [hash, nodeOf(output.subarray(at, at + Number(size)), hash.length / 2)];
    at += Number(size) + 1;
  }
}

/** `mode SP name NUL hash`, over and over; a folder's mode is 40000. */
function nodeOf(bytes: Buffer, width: number): Node {
  let files = 0;
  const folders: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const name = bytes.indexOf(0, at);
    if (name < 0) break;
    if (bytes.toString('latin1', at, at + 6) === '40000 ')
      folders.push(bytes.toString('hex', name + 1, name + 1 + width));
    else files += 1;
    at = name + 1 + width;
  }
  return { files, folders };
}
