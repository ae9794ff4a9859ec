/** Line and column in a YAML text; worked out only for what is wrong. */
import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  parseEvents,
  type Event,
} from 'js-yaml';

/** A path into a record: keys and list indexes. */
export type DataPath = readonly (string | number)[];

export interface Place {
  line: number;
  col: number;
}

/** Line and column, both from 1, of a character offset. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, Math.max(0, offset));
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, col: [...before.slice(lastBreak + 1)].length + 1 };
}

/** One node of a document with where its key (in a mapping) and its value begin and end, as character offsets. */
export interface Node {
  path: DataPath;
  /** Offset of the key, or of the value for an item of a list. */
  keyStart: number;
  valueStart: number;
  /** Exclusive; for a collection the end of its last scalar. */
  valueEnd: number;
  type: 'scalar' | 'sequence' | 'mapping' | 'alias';
  event: Event;
}

interface Frame {
  node: Node;
  pendingKey?: { text: string; start: number } | undefined;
  index: number;
}

/**
 * Walks the events of a document and yields every node with its path.
 * Duplicate keys yield two nodes of the same path.
 */
export function nodesOf(source: string, events: readonly Event[]): Node[] {
  const nodes: Node[] = [];
  const stack: Frame[] = [];
  for (const event of events) {
    if (event.type === EVENT_DOCUMENT) continue;
    if (event.type === EVENT_POP) {
      const closed = stack.pop();
      const parent = stack.at(-1);
      if (closed && parent)
        parent.node.valueEnd = Math.max(parent.node.valueEnd, closed.node.valueEnd);
      continue;
    }
    const start = startOf(event);
    const end =
      event.type === EVENT_SCALAR
        ? event.valueEnd
        : event.type === EVENT_ALIAS
          ? event.anchorEnd
          : start;
    const frame = stack.at(-1);
    if (frame?.node.type === 'mapping' && frame.pendingKey === undefined) {
      const text = event.type === EVENT_SCALAR ? getScalarValue(source, event) : '';
      frame.pendingKey = { text, start };
      if (event.type === EVENT_SCALAR) continue;
    }
    const node: Node = {
      path: pathIn(frame),
      keyStart: frame?.pendingKey?.start ?? start,
      valueStart: start,
      valueEnd: end,
      type: typeOf(event),
      event,
    };
    if (frame) {
      frame.node.valueEnd = Math.max(frame.node.valueEnd, end);
      frame.pendingKey = undefined;
      frame.index += 1;
    }
    nodes.push(node);
    if (event.type === EVENT_MAPPING || event.type === EVENT_SEQUENCE)
      stack.push({ node, index: 0 });
  }
  return nodes;
}

function startOf(event: Event): number {
  switch (event.type) {
    case EVENT_SCALAR:
      return event.valueStart;
    case EVENT_ALIAS:
      return event.anchorStart;
    case EVENT_MAPPING:
    case EVENT_SEQUENCE:
      return event.start;
    default:
      return 0;
  }
}

function typeOf(event: Event): Node['type'] {
  switch (event.type) {
    case EVENT_MAPPING:
      return 'mapping';
    case EVENT_SEQUENCE:
      return 'sequence';
    case EVENT_ALIAS:
      return 'alias';
    default:
      return 'scalar';
  }
}

function pathIn(frame: Frame | undefined): DataPath {
  if (!frame) return [];
  return [
    ...frame.node.path,
    frame.node.type === 'mapping' ? (frame.pendingKey?.text ?? '') : frame.index,
  ];
}

const samePath = (a: DataPath, b: DataPath): boolean =>
  a.length === b.length && a.every((part, index) => String(part) === String(b[index]));

/**
 * Where `path` stands in `source`: its key when `at` is 'key', else its value.
 * What is not there (a missing key) is placed at the nearest parent that is.
 */
export function locate(source: string, path: DataPath, at: 'key' | 'value' = 'value'): Place {
  const nodes = nodesOf(source, parseEvents(source, {}));
  for (let length = path.length; length >= 0; length -= 1) {
    const found = nodes.find((node) => samePath(node.path, path.slice(0, length)));
    if (found)
      return placeAt(
        source,
        at === 'key' || length < path.length ? found.keyStart : found.valueStart,
      );
  }
  return { line: 1, col: 1 };
}
