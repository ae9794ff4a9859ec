/** 两棵树: the ledger on the base and as the proposal would leave it, with blobs read only where they are needed. */
import { blobsOf, sizesOf, treeAt } from '../../history/git/objects.ts';
import type { Content } from '../../ledger/content.ts';
import { isIgnored } from '../../ledger/ignored.ts';
import { committedContent } from '../../ledger/migrations/migrate.ts';
import { kindOfPath, largestOf, layoutKinds } from '../../schema/layout.ts';
import { updateAt } from '../../text/update-path.ts';
import type { LedgerChange } from './change.ts';

/** Paths below the ledger's folder → hash of the blob. */
export type Tree = ReadonlyMap<string, string>;

/** The regular files of the ledger at a commit. */
export function ledgerTree(repository: string, commit: string, prefix: string): Tree {
  return new Map(
    treeAt(repository, commit, prefix)
      .filter(({ mode }) => mode.startsWith('100'))
      .map(({ path, object }) => [path.slice(prefix.length), object]),
  );
}

/** The tree after the changes; links and submodules are left out, as on the base. */
export function mergedTree(base: Tree, changes: readonly LedgerChange[]): Tree {
  const merged = new Map(base);
  for (const { path, fileKind, after } of changes) {
    if (fileKind === 'program') continue;
    if (after?.mode.startsWith('100')) merged.set(path, after.object);
    else merged.delete(path);
  }
  return merged;
}

/** Where the records of a tree lie, by id; updates and evidence by the id of their issue. */
export interface Index {
  readonly units: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
  readonly campaigns: ReadonlyMap<string, string>;
  readonly issues: ReadonlyMap<string, string>;
  readonly updates: ReadonlyMap<string, readonly string[]>;
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  /** By account: whose an account is may depend on them. */
  readonly registry: ReadonlyMap<string, readonly string[]>;
  /** Site, vocabulary and evidence/removed.yaml. */
  readonly settings: readonly string[];
}

/** A tree with its index. */
export interface LedgerSide {
  readonly tree: Tree;
  readonly index: Index;
}

/** Sorts the paths of a tree. */
export function sideOf(tree: Tree): LedgerSide {
  return { tree, index: indexOf(tree) };
}

const APART: ReadonlySet<string> = new Set([
  'inspections',
  'bulletins',
  'self-checks',
  'probes',
  'children',
  'assignments',
  'assigned-checks',
  'snapshots',
  'internal-snapshots',
  'rosters',
  'internal-rosters',
]);

function indexOf(tree: Tree): Index {
  const units = new Map<string, string>();
  const accounts = new Map<string, string>();
  const campaigns = new Map<string, string>();
  const issues = new Map<string, string>();
  const updates = new Map<string, string[]>();
  const evidence = new Map<string, string[]>();
  const registry = new Map<string, string[]>();
  const settings: string[] = [];
  const add = (group: Map<string, string[]>, issue: string, path: string) => {
    const list = group.get(issue);
    if (list) list.push(path);
    else group.set(issue, [path]);
  };
  const named = new Map(Object.entries({ units, accounts, campaigns, issues }));
  for (const path of tree.keys()) {
    const parts = path.split('/');
    const [top = '', folder = ''] = parts;
    const update = updateAt(path);
    if (update !== undefined) add(updates, update.issue, path);
    else if (top === 'evidence' && parts.length === 3) add(evidence, folder, path);
    else if (top === 'registry' && parts.length === 3) add(registry, folder, path);
    else if (named.has(top) && path.endsWith('.yaml'))
      named.get(top)?.set(parts.at(-1)?.slice(0, -'.yaml'.length) ?? '', path);
    // Reports on issues are judged without what the regular supervision keeps.
    else if (!APART.has(top) && kindOfPath(path) !== undefined) settings.push(path);
  }
  return { units, accounts, campaigns, issues, updates, registry, evidence, settings };
}

/** Any record of this size is refused for it, whatever it holds, in bytes. */
const LARGEST_READ = 1024 + Math.max(...layoutKinds.map(largestOf));

/** How much is read at a time, in bytes. */
const GROUP = 32 * 1024 * 1024;

/** Blobs by hash, each read once. */
export class Blobs {
  readonly #repository: string;
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #sizes = new Map<string, number>();

  constructor(repository: string) {
    this.#repository = repository;
  }

  /** Of records that are too large to be any, only that is remembered: they are refused unread. */
  leaveOut(sides: readonly { readonly object: string; readonly mode: string }[]): void {
    const objects = sides.flatMap(({ mode, object }) => (mode.startsWith('100') ? [object] : []));
    const sizes = this.sizes(objects);
    for (const object of objects) {
      const size = sizes.get(object) ?? 0;
      if (size > LARGEST_READ) this.#bytes.set(object, new Uint8Array(LARGEST_READ));
    }
  }

  /** Reads what is not read yet, all in one go. */
  load(objects: Iterable<string>): void {
    const wanted = [...objects].filter((object) => !this.#bytes.has(object));
    for (const [object, bytes] of blobsOf(this.#repository, wanted)) {
      this.#bytes.set(object, bytes);
      this.#sizes.set(object, bytes.length);
    }
  }

  /** The bytes of a blob; empty where the repository does not hold it. */
  bytes(object: string): Uint8Array {
    if (!this.#bytes.has(object)) this.load([object]);
    return this.#bytes.get(object) ?? new Uint8Array();
  }

  /** Hands every blob to `take` and forgets it again, some at a time, so that many large ones do not fill the memory. */
  each(objects: readonly string[], take: (object: string, bytes: Uint8Array) => void): void {
    const sizes = this.sizes(objects);
    let group: string[] = [];
    let weight = 0;
    const flush = () => {
      for (const [object, bytes] of blobsOf(this.#repository, group)) take(object, bytes);
      group = [];
      weight = 0;
    };
    for (const object of new Set(objects)) {
      group.push(object);
      weight += sizes.get(object) ?? 0;
      if (weight > GROUP) flush();
    }
    flush();
  }

  /** The sizes of blobs in bytes, without reading them. */
  sizes(objects: readonly string[]): ReadonlyMap<string, number> {
    const wanted = objects.filter((object) => !this.#sizes.has(object));
    for (const [object, size] of sizesOf(this.#repository, wanted)) this.#sizes.set(object, size);
    return this.#sizes;
  }
}

/**
 * The named paths of a tree as the ledger's reader takes them, in the order of the tree's names; in the form of the
 * present version where site.yaml is among them and states an older one.
 */
export function contentOf(tree: Tree, blobs: Blobs, paths: Iterable<string>): Content {
  const texts: [string, string][] = [];
  const files: [string, string][] = [];
  for (const path of [...new Set(paths)].toSorted()) {
    const object = tree.get(path);
    if (object === undefined || isIgnored(path)) continue;
    if (path.startsWith('evidence/') && path !== 'evidence/removed.yaml')
      files.push([path.slice('evidence/'.length), object]);
    else texts.push([path, object]);
  }
  blobs.load(texts.map(([, object]) => object));
  const sizes = blobs.sizes(files.map(([, object]) => object));
  return committedContent({
    texts: new Map(texts.map(([path, object]) => [path, blobs.bytes(object)])),
    evidence: new Map(files.map(([path, object]) => [path, sizes.get(object) ?? 0])),
  });
}
