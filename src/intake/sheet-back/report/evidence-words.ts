/** 佐证栏的写法: what the words of the cell 佐证 are — addresses, and words that may name a file or be a number. */

export type Word =
  /** `what`: the words before the address, where they say more than that one follows. */
  | { kind: 'link'; link: string; what?: string }
  /** An address that is cut off or runs into other words. */
  | { kind: 'broken-link'; text: string }
  | { kind: 'words'; text: string };

/** What ends an address: spaces and every mark of Chinese text. */
const ADDRESS = /https?:\/\/[^\s，。；、：！？“”‘’（）《》【】<>"'|]+/giu;
/** An address without http, as people read it out. */
const BARE_ADDRESS =
  /(?:^|[^\w@./-])(?:www\.[\w-]+|[\w-]+)(?:\.[\w-]+)*\.(?:cn|com|net|org|gov|edu)(?=[/:\s，。；、）]|$)/iu;
/** What follows an address after a space and may well be its other half. */
const OTHER_HALF = /^ +(?!https?:)[\w/?&=%.~-]+(?=\s|$)/iu;
const EDGES = /^[\s，,、；;：:。和及与]+|[\s，,、；;：:。和及与]+$/gu;
/** What an address may be wrapped in, and what counts a list: （1）, 2. */
const OPENING = /[（(“"<《【[]+$/u;
const MARKER = /^[（(]?\d{0,2}[)）.．、]?$/u;
const ONLY_LABEL =
  /^(?:见|附|详见)?(?:网址|链接|地址|网页|网站|连接|url)(?:地址)?(?:为|是|如下)?\d?$/iu;

/** The pieces of a cell, in their order. */
export function wordsIn(text: string): Word[] {
  return text
    .split(/\n|；|;(?=\s|https?:|\p{Script=Han}|$)/u)
    .flatMap((line) => withAddresses(line.replace(/[,;](?=https?:\/\/)/giu, '，')));
}

function withAddresses(line: string): Word[] {
  const found: Word[] = [];
  const pattern = new RegExp(ADDRESS);
  let from = 0;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    const address = withoutTail(match[0]);
    const end = match.index + address.length;
    const half = OTHER_HALF.exec(line.slice(end))?.[0] ?? '';
    const { before, what } = labelIn(line.slice(from, match.index));
    found.push(...plain(before));
    if (half !== '' || !URL.canParse(address))
      found.push({ kind: 'broken-link', text: address + half });
    else found.push({ kind: 'link', link: address, ...(what !== '' && { what }) });
    from = end + half.length;
    // Behind the words that are glued to an address may stand another one.
    pattern.lastIndex = from;
  }
  return [...found, ...plain(line.slice(from))];
}

/** An address without what was written right behind it. Chinese characters belong to it only where a part begins with them. */
function withoutTail(address: string): string {
  const [whole] = /^(?:[^\p{Script=Han}]|(?<=[/=\p{Script=Han}])\p{Script=Han})*/u.exec(
    address,
  ) ?? [''];
  const isOpen = whole.includes('(') || whole.includes('[');
  return whole.replace(isOpen ? /[.,;:!?]+$/u : /[.,;:!?)\]]+$/u, '');
}

/** The words right before an address are its label; what stands before them are words of their own. */
function labelIn(text: string): { before: string; what: string } {
  const words = text.replace(OPENING, '').replace(EDGES, '');
  const at = Math.max(...['，', ',', '、', '。'].map((mark) => words.lastIndexOf(mark)));
  const label = words.slice(at + 1).trim();
  if (isNumber(label)) return { before: words, what: '' };
  const isNothing = ONLY_LABEL.test(label) || MARKER.test(label);
  return {
    before: words.slice(0, Math.max(at, 0)),
    what: isNothing ? '' : label.replace(/(?:[详请]?见|如下)$/u, '').replace(EDGES, ''),
  };
}

function plain(text: string): Word[] {
  return text.split(/(?<=\.\w{3,4})[、，,]/u).flatMap((piece): Word[] => {
    const words = piece.replace(EDGES, '');
    const isNothing = ONLY_LABEL.test(words) || MARKER.test(words);
    if (isNothing || /^[\p{P}\p{S}\s]*$/u.test(words)) return [];
    return BARE_ADDRESS.test(words) || /https?[:：]/iu.test(words)
      ? [{ kind: 'broken-link', text: words }]
      : [{ kind: 'words', text: words }];
  });
}

/** Days, amounts, enclosures, telephones and chat groups: figures that are no number of anything registered. */
const NO_NUMBER = [
  /[\w.+-]+@[\w.-]+|(?:QQ|微信|钉钉)[群号码:：\s]*\d+|群[号:：\s]*\d+/giu,
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}[-./]\d{1,2}[-./]\d{1,2}/gu,
  /第?\d+(?:\.\d+)?\s*(?:张|份|条|篇|个|页|次|项|人|幅|件|天|场|处|家|万|元|%|％|时|点|分|年|日)/gu,
  /(?:附件|附图|附表|截图|图片|照片|图|附|表|页|行|列|格|屏)\s*[\d①-⑳]+(?:[-—~、]\d+)*/gu,
  /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/gu,
];

/**
 * True for words that hold a number of registration, receipt or document (粤备440106000123, 榆政办函〔2020〕58号). Words
 * that only point somewhere (见微信群, 见附件1, 6月10日截图2张) hold none.
 */
export function isNumber(text: string): boolean {
  const plainText = text.normalize('NFKC');
  if (/[〇零一二三四五六七八九十百]+号/u.test(plainText)) return true;
  const rest = NO_NUMBER.reduce((left, pattern) => left.replace(pattern, ''), plainText);
  // One or two figures alone are an amount or a place in a list.
  return /\d/u.test(rest) && /\d.*\d.*\d|[A-Za-z号〔]/u.test(rest);
}
