/**
 * 局部修改: changes one thing in an existing YAML text where it stands, so that comments, order and everybody else's
 * spelling stay as they are. Each function reads its own result again and throws unless only that one thing changed.
 * All throw RangeError where the path does not fit the text, YAMLException where the text is not YAML.
 */
import { isDeepStrictEqual } from 'node:util';
import { COLLECTION_STYLE, constructFromEvents, parseEvents } from 'js-yaml';
import type { z } from 'zod';
import { flowText, valueLines } from './canon.ts';
import { nodesOf, type DataPath, type Node } from './node.ts';
import { scalarText } from './scalar.ts';
import { own } from '../../text/own.ts';

/** A text with `value` at `path`, which must be there already. `schema` is the value's, for the order of its keys. */
export function setValue(
  source: string,
  path: DataPath,
  value: unknown,
  schema?: z.ZodType,
): string {
  const nodes = parsed(source);
  const node = nodeAt(nodes, path);
  const end = trimmedEnd(source, node);
  const colon = isKeyed(node) ? source.indexOf(':', node.keyEnd) + 1 : -1;
  let result: string;
  if (colon <= 0 || isInFlow(nodes, path)) {
    result = replaced(source, node.valueStart, end, flowText(schema, value), colon);
  } else {
    const between = source.slice(colon, node.valueStart);
    if (!node.block && between.includes('#'))
      result = replaced(source, node.valueStart, end, flowText(schema, value), -1);
    else {
      const key = source.slice(node.keyStart, colon);
      const indent = columnOf(source, node.keyStart);
      const lines = valueLines(key, schema, value, indent).join('\n').slice(indent);
      result = source.slice(0, node.keyStart) + lines + source.slice(Math.max(end, colon));
    }
  }
  return verified(source, result, (record) => changeAt(record, path, () => value));
}

/** A text with `key: value` added to the map at `parent`: behind the key `after`, else last. */
export function addKey(
  source: string,
  parent: DataPath,
  key: string,
  value: unknown,
  options: { after?: string | undefined; schema?: z.ZodType | undefined } = {},
): string {
  const nodes = parsed(source);
  const map = nodeAt(nodes, parent);
  const children = childrenOf(nodes, parent);
  if (map.type !== 'mapping' || children.some(({ path }) => path.at(-1) === key))
    throw new RangeError(`不能加 ${key}：已经有了，或上一层不是一组栏目`);
  const before = children.find(({ path }) => path.at(-1) === options.after) ?? children.at(-1);
  const added = isFlow(map)
    ? addToFlow(source, map, before, `${scalarText(key)}: ${flowText(options.schema, value)}`)
    : addToBlock(source, before, key, value, options.schema);
  return verified(source, added, (record) =>
    changeAt(record, parent, (held) => ({ ...(held as object), [key]: value })),
  );
}

/** A text in which the key at `path` has another name. */
export function renameKey(source: string, path: DataPath, name: string): string {
  const node = nodeAt(parsed(source), path);
  if (!isKeyed(node)) throw new RangeError(`${path.join('.')} 不是栏目，不能改名`);
  const result = source.slice(0, node.keyStart) + scalarText(name) + source.slice(node.keyEnd);
  return verified(source, result, (record) =>
    changeAt(record, path.slice(0, -1), (held) => {
      const { [String(path.at(-1))]: value, ...rest } = held as Record<string, unknown>;
      return { ...rest, [name]: value };
    }),
  );
}

function parsed(source: string): Node[] {
  return nodesOf(source, parseEvents(source, {}));
}

function nodeAt(nodes: readonly Node[], path: DataPath): Node {
  const found = nodes.filter((node) => isSame(node.path, path));
  const [node] = found;
  if (!node || found.length > 1) throw new RangeError(`${path.join('.')} 没有写，或写了两次`);
  return node;
}

function isSame(a: DataPath, b: DataPath): boolean {
  return a.length === b.length && a.every((part, index) => String(part) === String(b[index]));
}

function childrenOf(nodes: readonly Node[], parent: DataPath): Node[] {
  return nodes.filter(
    ({ path }) => path.length === parent.length + 1 && isSame(path.slice(0, -1), parent),
  );
}

function isKeyed(node: Node): boolean {
  return typeof node.path.at(-1) === 'string';
}

function isFlow({ event }: Node): boolean {
  return 'style' in event && event.style === COLLECTION_STYLE.FLOW && !('valueStart' in event);
}

/** True inside brackets, where a value must stay on one line. */
function isInFlow(nodes: readonly Node[], path: DataPath): boolean {
  return path.some((_, length) => isFlow(nodeAt(nodes, path.slice(0, length))));
}

/** The end of a value without the line breaks that a block text takes along. */
function trimmedEnd(source: string, node: Node): number {
  let end = node.valueEnd;
  while (node.block && end > node.valueStart && source[end - 1] === '\n') end -= 1;
  return end;
}

function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

/** Puts `text` in; where there was nothing, behind the colon with a space. */
function replaced(source: string, start: number, end: number, text: string, colon: number): string {
  if (start !== end || colon < 0) return source.slice(0, start) + text + source.slice(end);
  return `${source.slice(0, colon)} ${text}${source.slice(colon)}`;
}

function addToFlow(source: string, map: Node, before: Node | undefined, entry: string): string {
  if (!before) return `${source.slice(0, map.valueStart)}{ ${entry} }${source.slice(map.valueEnd)}`;
  const end =
    before.valueEnd > before.valueStart ? before.valueEnd : source.indexOf(':', before.keyEnd) + 1;
  return `${source.slice(0, end)}, ${entry}${source.slice(end)}`;
}

function addToBlock(
  source: string,
  before: Node | undefined,
  key: string,
  value: unknown,
  schema: z.ZodType | undefined,
): string {
  if (!before) throw new RangeError('文件里没有栏目');
  const indent = columnOf(source, before.keyStart);
  // the hyphen of a list stands before the first key of an item; the others line up with that key
  const lines = valueLines(`${scalarText(key)}:`, schema, value, indent).join('\n');
  const end = source.indexOf('\n', trimmedEnd(source, before));
  if (end < 0) return `${source}\n${lines}\n`;
  return `${source.slice(0, end)}\n${lines}${source.slice(end)}`;
}

function changeAt(record: unknown, path: DataPath, change: (held: unknown) => unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return change(record);
  if (Array.isArray(record))
    return record.map((held: unknown, index) =>
      index === head ? changeAt(held, rest, change) : held,
    );
  const map = record as Record<string, unknown>;
  return { ...map, [head]: changeAt(own(map, String(head)), rest, change) };
}

/** The result, if reading it gives the old record with the one change. Throws Error where it does not. */
function verified(source: string, result: string, change: (record: unknown) => unknown): string {
  const read = (text: string): unknown =>
    constructFromEvents(parseEvents(text, {}), { source: text })[0];
  if (!isDeepStrictEqual(read(result), change(read(source))))
    throw new Error('a splice changed more, or less, than it was asked to');
  return result;
}
