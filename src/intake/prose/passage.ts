/**
 * 段: the paragraphs of a circular, whichever way its lines were broken, and a plain form of their words in which every
 * mark is full width and every quotation mark looks the way it is turned. Both forms are equally long.
 */
import type { Line, PaperPlace } from '../../paper/sheet.ts';
import { mendedText } from '../words/wording.ts';

export interface Passage {
  /** As written, without the spaces and breaks of line setting. */
  text: string;
  /** For looking at: marks full width, quotes “ and ”. */
  plain: string;
  placeAt(offset: number): PaperPlace;
}

/** Lines shorter than this were not broken by the width of a page. */
const FULL_LINE = 28;
/** No paragraph is broken over more lines. */
const MOST_LINES = 60;
const ENDS = /[。！？；：.!?;:]$/u;
/** What a new paragraph begins with, whatever stood before it. */
const BEGINS =
  /^(?:[A-Z][.．、]\s*\p{Script=Han}|▲|(?:政务)?(?:新浪微博|微博|微信(?:公众号|订阅号|服务号|视频号|小程序)?|公众号|视频号|抖音号?|快手号?|今日头条号?|头条号?|小程序|APP|客户端)：|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）]|[①-⑳]|——|[●■◆▲★•]|附件|附：|第[一二三四五六七八九十]+[章条部])/u;

/** 县教育局——大河教育（微信公众号）：…, 大河教育（微信公众号）（新增）: an account on a line of its own. */
const ENTRY =
  /^[^，。；：]{2,24}(?:——|—)[^，。；：]{2,24}|^[^，。；：“（）]{2,30}(?:（[^（）]{2,14}）)+(?:：|\s*$)/u;

/** A point of a list without a number. */
const BULLET = /^(?:——|[●■◆▲★•])\s*/u;

/** （续上段）: says where the words belong, and is none of them. */
const CONTINUED =
  /[（(](?:续上[段页表行文]|[接承]上[段页表行文]|续[表前]?|下转[^（）()]{0,6})[）)]/gu;

/** The paragraphs of some lines. */
export function passagesOf(lines: readonly Line[]): Passage[] {
  const groups: { text: string; place: PaperPlace }[][] = [];
  for (const { text, place } of lines) {
    const line = mendedText(text).replace(CONTINUED, '').trim();
    if (line === '') continue;
    const open = groups.at(-1);
    if (open !== undefined && isBroken(open, line, place)) open.push({ text: line, place });
    else groups.push([{ text: line.replace(BULLET, ''), place }]);
  }
  return groups.map(passageOf);
}

/** Whether a line is the rest of the paragraph before it. */
function isBroken(
  open: readonly { text: string; place: PaperPlace }[],
  line: string,
  place: PaperPlace,
): boolean {
  const last = open.at(-1);
  if (last === undefined || last.place.file !== place.file || open.length >= MOST_LINES)
    return false;
  const before = plainOf(open.map(({ text }) => text).join(''));
  if (/[、，]$/u.test(before)) return true;
  if (BEGINS.test(line) || ENTRY.test(plainOf(line))) return false;
  const opened = [...before.matchAll(/“/gu)].length - [...before.matchAll(/”/gu)].length;
  if (opened > 0 && last.text.length - last.text.lastIndexOf('“') <= 30) return true;
  const isFull = last.text.length >= FULL_LINE && !ENDS.test(last.text);
  // A title is set on lines of its own; what follows it addresses somebody or begins with spaces.
  return (
    isFull &&
    !/(?:通报|报告|通知|函|汇报|(?:情况|有关)的?说明|讲稿)$/u.test(before) &&
    /^[\p{Script=Han}“]/u.test(line)
  );
}

function passageOf(lines: readonly { text: string; place: PaperPlace }[]): Passage {
  const starts: { at: number; place: PaperPlace }[] = [];
  let text = '';
  for (const { text: line, place } of lines) {
    starts.push({ at: text.length, place });
    text += line;
  }
  const nowhere = { file: '', sheet: '', row: 0, cell: '' };
  return {
    text,
    plain: plainOf(text),
    placeAt: (offset) => starts.findLast(({ at }) => at <= offset)?.place ?? nowhere,
  };
}

const FULL = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['(', '（'],
  [')', '）'],
  ['?', '？'],
  ['!', '！'],
  ['「', '“'],
  ['」', '”'],
  ['『', '“'],
  ['』', '”'],
  ['＂', '"'],
  ['｡', '。'],
  ['､', '、'],
]);

/** 甲交警【抖音号】: square brackets hold a platform or something said; else they hold a name. */
const OF_KIND =
  /[，；：、]|^\d|^(?:官方|政务|政府)*(?:微信|公众|抖音|快手|微博|新浪|头条|今日头条|视频号|小程序|订阅|服务号|网站|客户端|小红书|APP)|(?:号|网站|客户端|APP|局|委|办|镇|乡|街道)$/iu;

/** 更新类, 内容方面, 问题通报: what a paragraph is about. */
const LABEL =
  /(?:类|方面|情况|问题|提示|提醒|通报|通知|表扬|预警|警示|曝光|案例|要求|措施|结果|概况|说明|背景|红榜|黑榜|榜|篇|例)$/u;

/** The same words with every mark full width and every quotation mark turned; as long as they were. */
export function plainOf(text: string): string {
  const chars = text.split('').map((char, at) => {
    const isBetweenFigures = /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '');
    const isAddress = char === ':' && text[at + 1] === '/';
    return isBetweenFigures || isAddress ? char : (FULL.get(char) ?? char);
  });
  const squared = [...chars.join('').matchAll(/[【[](?<inside>[^【】[\]“”（）]{2,40})[】\]]/gu)];
  for (const { 0: whole, index, groups } of squared) {
    const inside = groups?.['inside'] ?? '';
    // 【更新类】“甲发布”…: what the paragraph is about; 【甲发布】微信公众号… begins with a name.
    const isLabel = index === 0 && (LABEL.test(inside) || chars[inside.length + 2] === '“');
    const isName = !isLabel && !OF_KIND.test(inside);
    chars[index] = isName ? '“' : '（';
    chars[index + whole.length - 1] = isName ? '”' : '）';
  }
  let isOpen = false;
  for (const [at, char] of chars.entries()) {
    if (char === '"') {
      chars[at] = isOpen ? '”' : '“';
      isOpen = !isOpen;
    } else if (char === '“') isOpen = true;
    else if (char === '”') {
      // ”三审三校”: turned the wrong way.
      if (!isOpen && /^[^“”。]{1,30}”/u.test(chars.slice(at + 1, at + 33).join(''))) {
        chars[at] = '“';
        isOpen = true;
      } else isOpen = false;
    }
  }
  return chars.join('');
}

/** Cuts at the marks that `isEnd` names, which stand outside quotes and brackets; each piece keeps its mark. */
export function cutAt(
  plain: string,
  isEnd: (char: string) => boolean,
): [from: number, to: number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const close = bracketEndAt(plain, at);
    if (close !== undefined) {
      at = close;
      continue;
    }
    if (!isEnd(plain[at] ?? '')) continue;
    pieces.push([from, at + 1]);
    from = at + 1;
  }
  if (from < plain.length) pieces.push([from, plain.length]);
  return pieces;
}

/** What stands in brackets or quotes is shorter than this; a mark that nothing closes would be sought for ever. */
const LONGEST = 800;
const PAIRS = new Map([
  ['“', '”'],
  ['（', '）'],
  ['《', '》'],
  ['〔', '〕'],
]);

/** The offset of the mark that closes the quote, bracket or title which opens at an offset. */
export function bracketEndAt(plain: string, at: number): number | undefined {
  const open = plain[at] ?? '';
  const close = PAIRS.get(open);
  if (close === undefined) return undefined;
  let depth = 0;
  for (let end = at; end < Math.min(plain.length, at + LONGEST); end += 1) {
    const char = plain[end];
    // A quote that opens again without having closed was never closed.
    if (open === '“' && char === '“' && end > at) return undefined;
    if (open === '“' && char === '。' && end - at > 40) return undefined;
    if (char === open) depth += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) return end;
    }
  }
  return undefined;
}

/** Whether a passage is a date that stands alone: the line above it is who signs. */
export function isFollowedByDate(next: Passage | undefined): boolean {
  return (
    next !== undefined &&
    /^\s*[\d〇○零一二三四五六七八九十]{2,4}年.{1,3}月.{1,3}日\s*$/u.test(next.plain)
  );
}
