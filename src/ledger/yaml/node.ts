/** The nodes of a YAML text: each value with its path and the offsets at which its key and it begin and end. */
import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, getScalarValue, type Event } from 'js-yaml';

/** A path into a record: keys and list indexes. */
export type DataPath = readonly (string | number)[];

/** One value of a document; offsets are in UTF-16 units from 0, ends exclusive. */
export interface Node {
  path: DataPath;
  /** The key, or the value itself for an item of a list. */
  keyStart: number;
  keyEnd: number;
  /** With quotes and brackets. A block text (`|`, `>`) begins at its first line; nothing at the end of its key. */
  valueStart: number;
  /** The end of a collection is its closing bracket, or the end of the last thing in it. */
  valueEnd: number;
  type: 'scalar' | 'sequence' | 'mapping' | 'alias';
  event: Event;
  /** True for a text that is written in a block. */
  block: boolean;
  /** True for a list, map or alias that is itself a key. */
  isKey: boolean;
}

interface Frame {
  node: Node;
  key: { text: string; start: number; end: number } | undefined;
  index: number;
}

/** Every node with its path, a parent before its children. A key that stands twice yields two nodes of the same path. */
export function nodesOf(source: string, events: readonly Event[]): Node[] {
  const nodes: Node[] = [];
  const stack: Frame[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      close(source, stack);
      continue;
    }
    const frame = stack.at(-1);
    const { start, end } = rangeOf(source, event, nothingAt(frame));
    const isKey = frame?.node.type === 'mapping' && frame.key === undefined;
    if (isKey) {
      const text = event.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : '';
      frame.key = { text, start, end };
      if (event.type === EVENT_ID.SCALAR) continue;
    }
    const node: Node = {
      path: pathIn(frame),
      keyStart: frame?.key?.start ?? start,
      keyEnd: frame?.key?.end ?? start,
      valueStart: start,
      valueEnd: end,
      type: typeOf(event),
      event,
      block: isBlock(event),
      isKey,
    };
    nodes.push(node);
    if (frame) {
      frame.node.valueEnd = Math.max(frame.node.valueEnd, end);
      if (!isKey) {
        frame.key = undefined;
        frame.index += 1;
      }
    }
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
      stack.push({ node, key: undefined, index: 0 });
  }
  return nodes;
}

function pathIn(frame: Frame | undefined): DataPath {
  if (!frame) return [];
  return [
    ...frame.node.path,
    frame.node.type === 'mapping' ? (frame.key?.text ?? '') : frame.index,
  ];
}

/** Where a value that is not written would stand. */
function nothingAt(frame: Frame | undefined): number {
  return frame?.key?.end ?? frame?.node.valueEnd ?? 0;
}

function isBlock(event: Event): boolean {
  return (
    event.type === EVENT_ID.SCALAR &&
    (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK)
  );
}

/** Ends a collection: its closing bracket, where it has one, belongs to it. */
function close(source: string, stack: Frame[]): void {
  const closed = stack.pop();
  if (!closed) return;
  const { node } = closed;
  if ('style' in node.event && node.type !== 'scalar' && node.event.style === COLLECTION_STYLE.FLOW)
    node.valueEnd = bracketAfter(source, Math.max(node.valueEnd, node.valueStart + 1)) + 1;
  const parent = stack.at(-1);
  if (parent) parent.node.valueEnd = Math.max(parent.node.valueEnd, node.valueEnd);
}

/** The offset of the bracket that closes what ended at `from`: only commas, spaces and comments stand between. */
function bracketAfter(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const char = source[at];
    if (char === '#') at = source.indexOf('\n', at) < 0 ? source.length : source.indexOf('\n', at);
    else if (char === ']' || char === '}') return at;
  }
  return source.length - 1;
}

function rangeOf(source: string, event: Event, nothing: number): { start: number; end: number } {
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      if (event.valueStart < 0) return { start: nothing, end: nothing };
      const quoted =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return quoted
        ? { start: event.valueStart - 1, end: event.valueEnd + 1 }
        : { start: event.valueStart, end: event.valueEnd };
    }
    case EVENT_ID.ALIAS:
      return { start: event.anchorStart - 1, end: event.anchorEnd };
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return { start: event.start, end: Math.min(event.start + 1, source.length) };
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return { start: 0, end: 0 };
    default:
      return event satisfies never;
  }
}

function typeOf(event: Event): Node['type'] {
  switch (event.type) {
    case EVENT_ID.MAPPING:
      return 'mapping';
    case EVENT_ID.SEQUENCE:
      return 'sequence';
    case EVENT_ID.ALIAS:
      return 'alias';
    default:
      return 'scalar';
  }
}
