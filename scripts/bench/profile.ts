/**
 * 剖面: where the processor time of one command goes, by Node's own profiler: by the rooms of the program, by package, and
 * what Node does for each with them. The bundled pages say of what file each of their lines is.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGES, PROGRAM } from '../program.ts';

/** Seconds of the main thread. */
export interface Spent {
  readonly on: string;
  readonly seconds: number;
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
}
/** What Node writes (the `Profile` of V8's inspector protocol). */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the last sample. */
  readonly timeDeltas: readonly number[];
}

/** Options of Node with which it writes profiles into `folder`, made empty. */
export function profiling(folder: string): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return ['--cpu-prof', '--cpu-prof-dir', folder];
}

/** What the profiles in `folder` say, the most first. `bundles`: folders of bundled pages, by the hash in the file's name. */
export function spentIn(folder: string, drawings: string): Spent[] {
  const spent = new Map<string, number>();
  const modules = new Modules(drawings);
  for (const name of readdirSync(folder)) {
    const profile = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as CpuProfile;
    const on = namesOf(profile, modules);
    for (const [at, node] of profile.samples.entries()) {
      const what = on.get(node) ?? '';
      spent.set(what, (spent.get(what) ?? 0) + (profile.timeDeltas[at] ?? 0) / 1e6);
    }
  }
  spent.delete(IDLE);
  return [...spent]
    .map(([what, seconds]) => ({ on: what, seconds }))
    .toSorted((a, b) => b.seconds - a.seconds);
}

const IDLE = '(idle)';
const OF_V8 = new Map([
  ['(garbage collector)', '回收内存'],
  ['(program)', 'Node 自己'],
  ['(idle)', IDLE],
]);

/** What each node's time is counted to: the room or package it is of; what Node does, to whoever asked for it. */
function namesOf({ nodes }: CpuProfile, modules: Modules): Map<number, string> {
  const names = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const walk = (id: number, asker: string): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    const isNode = url === '' || url.startsWith('node:');
    const own = OF_V8.get(functionName) ?? (isNode ? asker : modules.nameOf(node.callFrame));
    names.set(id, own);
    for (const child of node.children ?? []) walk(child, own);
  };
  const [root] = nodes;
  if (root !== undefined) walk(root.id, 'Node 启动、读程序');
  return names;
}

/** Tells of what room or package a place in a file is. */
class Modules {
  readonly #drawings: string;
  /** For each bundled file the name of each line. */
  readonly #lines = new Map<string, readonly string[]>();

  constructor(drawings: string) {
    this.#drawings = drawings;
  }

  nameOf({ url, lineNumber }: CallFrame): string {
    if (!url.startsWith('file:')) return url;
    const file = fileURLToPath(url);
    const [, bundled] = /[/\\]prerender[/\\](.+)$/u.exec(file) ?? [];
    if (bundled === undefined) return partOf(file);
    return this.#linesOf(bundled)[lineNumber] ?? '打包的网页';
  }

  #linesOf(bundled: string): readonly string[] {
    const known = this.#lines.get(bundled);
    if (known !== undefined) return known;
    const [place] = existsSync(this.#drawings)
      ? readdirSync(this.#drawings)
          .map((one) => path.join(this.#drawings, one, 'prerender', bundled))
          .filter((one) => existsSync(one))
      : [];
    let name = '打包的网页';
    const lines = place === undefined ? [] : readFileSync(place, 'utf8').split('\n');
    const names = lines.map((line) => {
      const [, module] = /^\/\/ (\S+\.(?:astro|[cm]?[jt]s))$/u.exec(line) ?? [];
      if (module !== undefined) name = partOf(module);
      return name;
    });
    this.#lines.set(bundled, names);
    return names;
  }
}

/** src/views of the program's files; the package's name of others. */
function partOf(file: string): string {
  const posix = file.replaceAll('\\', '/');
  const [, scope] = /.*\/?node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(posix) ?? [];
  if (scope !== undefined) return scope;
  const own = posix.startsWith(PROGRAM) ? posix.slice(PROGRAM.length + 1) : posix;
  const [, room] = /^(src\/[^/]+|scripts\/[^/]+)/u.exec(own) ?? [];
  return room ?? (posix.startsWith(PACKAGES) ? '依赖' : '别的');
}
