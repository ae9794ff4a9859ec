/**
 * XML: the parts of office files as trees, read once from front to back. Names lose their prefixes. No entity is ever
 * defined, nothing is fetched; depth and number of nodes are limited, and what is handed over while reading (`take`)
 * is not kept, so that a sheet of many rows needs no tree.
 */
import { decodeText } from '../decode.ts';
import { beyondLimit, limits, Refused } from '../limits.ts';
import { brokenArchive } from './archive.ts';

export interface XmlNode {
  /** Without its prefix. */
  name: string;
  /** The attributes as written; `attribute` finds one. */
  raw: string;
  children: (XmlNode | string)[];
}

/** Called where an element ends; true lets go of it. */
export type Take = (node: XmlNode, above: readonly XmlNode[]) => boolean;

/** How many elements of this name, prefix and all, have an end of their own: known before any is read. */
export function endTagsOf(name: string, bytes: Buffer): number {
  const end = `</${name}>`;
  let count = 0;
  for (let at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, at + end.length)) count += 1;
  return count;
}

/** Reads a part. Throws Refused on one that is not well formed or over a limit. */
export function readXml(bytes: Uint8Array, take: Take = () => false): XmlNode {
  const text = decodeText(bytes).text;
  const root: XmlNode = { name: '', raw: '', children: [] };
  const stack = [root];
  let nodes = 0;
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    if (open > at) addText(stack, text.slice(at, open));
    const next = text.charCodeAt(open + 1);
    if (next === 0x21 /* ! */ || next === 0x3f /* ? */) {
      at = skipped(text, open, stack);
      continue;
    }
    const close = endOfTag(text, open);
    if (next === 0x2f /* / */) {
      const node = stack.pop();
      if (node === undefined || stack.length === 0) throw brokenArchive();
      if (!isNamed(text, open + 2, close, node.name)) throw brokenArchive();
      if (take(node, stack) && stack.length > 1) nodes -= finish(stack);
    } else {
      const isEmpty = text.charCodeAt(close - 1) === 0x2f;
      const node = nodeOf(text, open + 1, isEmpty ? close - 1 : close, isEmpty ? NONE : []);
      stack.at(-1)?.children.push(node);
      nodes += 1;
      if (nodes > limits.nodes.most) throw beyondLimit('nodes');
      if (!isEmpty) {
        stack.push(node);
        if (stack.length > limits.depth.most) throw beyondLimit('depth');
      } else if (take(node, stack) && stack.length > 1) nodes -= finish(stack);
    }
    at = close + 1;
  }
  const [top] = root.children;
  if (stack.length !== 1 || top === undefined || typeof top === 'string') throw brokenArchive();
  return top;
}

/** Lets go of the last child of the innermost open element. Its own children were counted and are gone with it. */
function finish(stack: readonly XmlNode[]): number {
  const gone = stack.at(-1)?.children.pop();
  return gone === undefined || typeof gone === 'string' ? 0 : sizeOf(gone);
}

function sizeOf(node: XmlNode): number {
  return node.children.reduce(
    (sum, child) => sum + (typeof child === 'string' ? 0 : sizeOf(child)),
    1,
  );
}

function addText(stack: readonly XmlNode[], text: string): void {
  if (stack.length > 1) stack.at(-1)?.children.push(unescaped(text));
}

/** Where a comment, an instruction or a piece of literal text ends. */
function skipped(text: string, open: number, stack: readonly XmlNode[]): number {
  const past = (mark: string): number => {
    const end = text.indexOf(mark, open);
    if (end < 0) throw brokenArchive();
    return end + mark.length;
  };
  if (text.startsWith('<!--', open)) return past('-->');
  if (text.startsWith('<![CDATA[', open)) {
    const end = past(']]>');
    if (stack.length > 1) stack.at(-1)?.children.push(text.slice(open + 9, end - 3));
    return end;
  }
  if (text.startsWith('<!', open))
    throw new Refused('文件里夹带实体定义（DTD），不合规范', '请对方用 WPS 或 Office 另存一份重发');
  return past('?>');
}

/** The `>` of a tag, quoted ones passed over. */
function endOfTag(text: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at;
  }
  throw brokenArchive();
}

/** True for a closing tag of this name, with or without a prefix. */
function isNamed(text: string, from: number, to: number, name: string): boolean {
  if (to - from === name.length && text.startsWith(name, from)) return true;
  return text.slice(from, to).trim().replace(/^.*:/u, '') === name;
}

/** Of every element without an end of its own: nothing is ever put into it. */
const NONE = Object.freeze<(XmlNode | string)[]>([]) as (XmlNode | string)[];

function nodeOf(text: string, from: number, to: number, children: (XmlNode | string)[]): XmlNode {
  let start = from;
  let end = from;
  for (; end < to; end += 1) {
    const code = text.charCodeAt(end);
    if (code <= 0x20) break;
    if (code === 0x3a) start = end + 1;
  }
  return { name: text.slice(start, end), raw: text.slice(end, to), children };
}

/** An attribute by its name without prefix. */
export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  if (node === undefined || !node.raw.includes(name)) return undefined;
  const { raw } = node;
  for (let at = 0; at < raw.length;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) return undefined;
    let from = equals + 1;
    while (from < raw.length && raw.charCodeAt(from) <= 0x20) from += 1;
    const end = raw.indexOf(raw.charAt(from), from + 1);
    if (end < 0) return undefined;
    const key = raw.slice(at, equals).trim();
    if (key === name || (key.endsWith(name) && key.at(-name.length - 1) === ':'))
      return unescaped(raw.slice(from + 1, end));
    at = end + 1;
  }
  return undefined;
}

/** All attributes, names without prefix: of two that differ in their prefix alone both are here. */
export function attributes({ raw }: XmlNode): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = [];
  for (let at = 0; ;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) return found;
    let from = equals + 1;
    while (from < raw.length && raw.charCodeAt(from) <= 0x20) from += 1;
    const end = raw.indexOf(raw.charAt(from), from + 1);
    if (end < 0) return found;
    const key = raw.slice(at, equals).trim().split(/\s/u).at(-1) ?? '';
    if (!key.startsWith('xmlns:'))
      found.push({
        name: key.slice(key.indexOf(':') + 1),
        value: unescaped(raw.slice(from + 1, end)),
      });
    at = end + 1;
  }
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text with its entities resolved. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu,
    (all: string, hex?: string, decimal?: string, word?: string) => {
      if (word !== undefined) return ENTITIES.get(word) ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** The elements below a node. */
export function elements(node: XmlNode | undefined, name?: string): XmlNode[] {
  const found: XmlNode[] = [];
  for (const child of node?.children ?? [])
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  return found;
}

/** The first element below a node, along a path of names. */
export function element(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  let found = node;
  for (const name of path)
    found = found?.children.find(
      (child): child is XmlNode => typeof child !== 'string' && child.name === name,
    );
  return found;
}

/** All elements of a name, however deep, in the order of the file. */
export function descendants(node: XmlNode | undefined, ...names: string[]): XmlNode[] {
  return elements(node).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...descendants(child, ...names),
  ]);
}

/** All text below a node. */
export function textIn(node: XmlNode | string | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? '';
  return node.children.map(textIn).join('');
}
