/**
 * 首页最新信息: the latest day that a home page gives for one of its items. Only links count, with what stands in their
 * address (t20260612_31.html, /2026/06/12/) and beside them in the same row; the date of today, of a copyright or of a
 * weather box is no item. What is read goes to a person with the item's words, never into a verdict.
 */
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface NewestItem {
  /** YYYY-MM-DD. */
  readonly on: string;
  /** The words of the item, at most 60 characters. */
  readonly words: string;
}

const UNSEEN = new Set(['script', 'style', 'noscript', 'template']);
/** What holds one item of a list. */
const ROWS = new Set(['li', 'tr', 'dd', 'dt', 'article', 'p']);
/** Longer than any item: not a row but a part of the page. */
const LONGEST = 200;
const WORDS = 60;

/** The newest item of a page in bytes; undefined where no item has a day. */
export function newestItem(
  body: Buffer,
  type: string,
  url: URL,
  today: string,
): NewestItem | undefined {
  const links = linksOf(parse(decoded(body, type)));
  let newest: NewestItem | undefined;
  for (const link of links) {
    const words = textOf(rowOf(link));
    for (const on of [...daysOfAddress(link, url), ...daysIn(words, today)]) {
      if (on > today || (newest !== undefined && on <= newest.on)) continue;
      newest = { on, words: (textOf(link) || words || on).slice(0, WORDS).trim() };
    }
  }
  return newest;
}

/** By the header, else by what the page says of itself, else UTF-8. */
function decoded(body: Buffer, type: string): string {
  const head = body.subarray(0, 4096).toString('latin1');
  const said =
    /charset=\s*["']?([\w-]+)/iu.exec(type)?.[1] ??
    /<meta[^>]+charset=\s*["']?([\w-]+)/iu.exec(head)?.[1];
  try {
    return new TextDecoder(said).decode(body);
  } catch {
    // A name that nobody knows.
    return new TextDecoder().decode(body);
  }
}

function linksOf(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  const inside = node.childNodes.flatMap((child) =>
    UNSEEN.has(child.nodeName) ? [] : linksOf(child),
  );
  return node.nodeName === 'a' && 'attrs' in node && attribute(node, 'href') !== undefined
    ? [node, ...inside]
    : inside;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The row that the link stands in, or the link alone. */
function rowOf(link: Element): Element {
  let node: Node | null = link.parentNode;
  for (let steps = 0; node !== null && steps < 5; steps += 1) {
    if (ROWS.has(node.nodeName) && 'attrs' in node)
      return textOf(node).length <= LONGEST ? node : link;
    node = 'parentNode' in node ? node.parentNode : null;
  }
  return link;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node)
    return node.value.replaceAll(/\s+/gu, ' ').trim();
  if (!('childNodes' in node) || UNSEEN.has(node.nodeName)) return '';
  return node.childNodes
    .map(textOf)
    .filter((text) => text !== '')
    .join(' ');
}

/** Days in the address of a link to the same site. */
function daysOfAddress(link: Element, base: URL): string[] {
  const url = URL.parse(attribute(link, 'href') ?? '', base);
  if (url?.hostname !== base.hostname) return [];
  const found = [...url.pathname.matchAll(/(?<!\d)(20\d\d)[-/_]?(\d{2})[-/_]?(\d{2})(?!\d)/gu)];
  return found.flatMap(([, year, month, date]) => dayOf(year, month, date));
}

/** Days in the words of a row, with a year or, as lists of news have them, without: then the last one before `today`. */
function daysIn(words: string, today: string): string[] {
  const whole = [
    ...words.matchAll(/(?<!\d)(20\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/gu),
  ];
  if (whole.length > 0) return whole.flatMap(([, year, month, date]) => dayOf(year, month, date));
  const short = [...words.matchAll(/(?<![\d.\-/])(\d{2})[-/](\d{2})(?![\d.\-/])/gu)];
  const thisYear = Number(today.slice(0, 4));
  return short.flatMap(([, month, date]) => {
    const [day] = dayOf(String(thisYear), month, date);
    return day !== undefined && day > today
      ? dayOf(String(thisYear - 1), month, date)
      : (day ?? []);
  });
}

/** The day, if the calendar has it. */
function dayOf(year = '', month = '', date = ''): string[] {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? [] : [text];
}
