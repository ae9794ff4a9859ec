/** 位置: line and column in a YAML text, worked out only for what is wrong, once a file. */
import { parseEvents } from 'js-yaml';
import { nodesOf, type DataPath, type Node } from './node.ts';

export type { DataPath } from './node.ts';

/** Line and column, both from 1, the column counted in characters. */
export interface YamlPlace {
  line: number;
  col: number;
}

/** Finds the places of one text; parses it at most once. */
export class Positions {
  readonly source: string;
  #lineStarts: number[] | undefined;
  #nodes: Map<string, Node> | undefined;

  constructor(source: string) {
    this.source = source;
  }

  /** The place of a character offset; past the end that of the end. */
  at(offset: number): YamlPlace {
    const starts = (this.#lineStarts ??= lineStartsOf(this.source));
    const end = Math.min(Math.max(0, offset), this.source.length);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= end) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, col: [...this.source.slice(starts[low], end)].length + 1 };
  }

  /**
   * Where `path` stands: its key when `at` is 'key', else its value. What is not there (a missing key) is placed at
   * the nearest parent that is. Throws YAMLException where the text is not YAML.
   */
  of(path: DataPath, at: 'key' | 'value' = 'value'): YamlPlace {
    const nodes = (this.#nodes ??= indexOf(this.source));
    for (let length = path.length; length >= 0; length -= 1) {
      const found = nodes.get(nameOf(path.slice(0, length)));
      if (!found) continue;
      const isEmpty = found.valueEnd === found.valueStart;
      const atKey = at === 'key' || length < path.length || isEmpty;
      return this.at(atKey ? found.keyStart : found.valueStart);
    }
    return { line: 1, col: 1 };
  }
}

function lineStartsOf(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

function indexOf(source: string): Map<string, Node> {
  const index = new Map<string, Node>();
  for (const node of nodesOf(source, parseEvents(source, {}))) {
    const name = nameOf(node.path);
    if (!index.has(name)) index.set(name, node);
  }
  return index;
}

/** A path as one text: list indexes and keys that are numbers alike. */
function nameOf(path: DataPath): string {
  return JSON.stringify(path.map(String));
}
