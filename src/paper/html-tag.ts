/** 网页的标签: the tags and words of a page, one after the other; what scripts and styles hold is left out. */

/** Hears what a page holds. */
export interface TagReader {
  say: (words: string) => void;
  /** `attributes` as written; `valueOf` finds one. */
  tag: (isOpen: boolean, name: string, attributes: string) => void;
}

const UNSEEN = new Set(['script', 'style', 'head', 'title', 'xml', 'template', 'noscript']);
const NAMED = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['middot', '·'],
  ['mdash', '—'],
  ['times', '×'],
  ['radic', '√'],
]);

/** Reads a page from front to back. */
export function readTags(text: string, reader: TagReader): void {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    reader.say(text.slice(at, open));
    at = open;
    if (text.startsWith('<!--', open)) {
      at = past(text, '-->', open);
      continue;
    }
    const [, slash = '', tag = ''] =
      /^<(\/?)([a-z][a-z0-9:]*|[!?])/iu.exec(text.slice(open, open + 40)) ?? [];
    const end = tag === '' ? open : endOfTag(text, open);
    if (end < 0) break;
    at = end + 1;
    const name = tag.toLowerCase();
    const attributes = text.slice(open + 1 + slash.length + tag.length, end);
    if (name === '') reader.say('<');
    else if (slash === '' && UNSEEN.has(name) && !attributes.endsWith('/'))
      at = past(text, '>', pastTag(text, name, at));
    else reader.tag(slash === '', name, attributes);
  }
  reader.say(text.slice(at));
}

/** The `>` of a tag, quoted ones passed over; -1 where it does not end. */
function endOfTag(text: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return -1;
}

function pastTag(text: string, name: string, from: number): number {
  const endTag = new RegExp(`</${name}`, 'giu');
  endTag.lastIndex = from;
  return endTag.exec(text) === null ? text.length : endTag.lastIndex;
}

function past(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

export function valueOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`,
    'iu',
  ).exec(attributes);
  return match ? decodedEntities(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

export function decodedEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));?/giu,
    (all: string, hex?: string, decimal?: string, word?: string) => {
      if (word !== undefined) return NAMED.get(word) ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
