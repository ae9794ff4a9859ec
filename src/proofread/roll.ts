/** 名单: names in a row, how many they may be, and the number that they are set against. */
import { numeralValue, numeralWords } from '../text/numeral.ts';
import { type Contradiction, quoteAround } from './contradiction.ts';
import type { PlacedText } from './document/paper.ts';
import { withoutBrackets } from './scope.ts';

/** How many names a list may hold: 和 joins two names or stands inside one. `open` where 等 leaves room. */
export interface Names {
  readonly least: number;
  readonly most: number;
  readonly open: boolean;
}

export interface Count {
  readonly value: number;
  readonly words: string;
  readonly at: number;
  readonly end: number;
}

const HAN = '一二两三四五六七八九十';
/**
 * Stands before a number. 几十个, 数十家, 近10个: about how many, which nothing listed contradicts; 一百二十家: more than is
 * read here.
 */
export const EXACTLY = `(?<!第|\\d|[.,]|几|(?<!总)数(?=十)|[${HAN}百千](?=[${HAN}])|(?<![附最就邻])[近约](?=\\d{1,2}0(?!\\d)|[二三四五六七八九]?十(?![${HAN}])))`;
/** A number of names, in either script. */
export const NUMBER = `${EXACTLY}(\\d{1,3}|[${HAN}]{1,3})`;
/** A number in either script. */
export function valueWritten(words = ''): number | undefined {
  return /\d/u.test(words) ? Number(words) : numeralValue(words);
}

/** The number that a match of `NUMBER` begins with. */
export function countAt(match: RegExpExecArray): Count | undefined {
  const [words, number = ''] = match;
  const value = valueWritten(number);
  return value === undefined
    ? undefined
    : { value, words, at: match.index, end: match.index + words.length };
}

/** A count that no reading of the names makes, unless far more are meant than are named. */
export function countsOff(
  rule: string,
  passage: PlacedText,
  count: Count,
  from: number,
  to: number,
  names: Names,
): Contradiction[] {
  const { value, words } = count;
  if (names.open ? names.least <= value : names.least <= value && value <= names.most) return [];
  const listed = value > names.most ? names.most : names.least;
  // Far more than are named: these are examples, or others are meant.
  if (Math.abs(value - listed) > Math.max(2, value * 0.3)) return [];
  const number = /^\d/u.test(words) ? String(listed) : numeralWords(listed);
  return [
    {
      rule,
      place: passage.place,
      quote: quoteAround(passage.text, Math.min(from, count.at), Math.max(to, count.end)),
      message: `写的是“${words}”，列出的是${String(listed)}个`,
      expected: `应为${number}${/^[\d一二两三四五六七八九十]+ ?(个|家|名|所|位|.{1,3})/u.exec(words)?.[1] ?? ''}，或补全列举`,
    },
  ];
}

/** Kinds of things, not names of them: 20个部门（单位、街道）, 12个县（市、区）. */
const KINDS =
  /^(?:县|市|区|旗|州|盟|县级市|开发区|街|办|单位|部门|街道|乡镇|镇|乡|村|社区|企业|个人|学校|机构|镇街|微信|微博|微信公众号|新浪微博|今日头条|抖音|快手|网站|新媒体)$/u;

const PLATFORM =
  /(?:微信|微博|公众号|订阅号|服务号|视频号|抖音|快手|头条|小程序|客户端|网站|小红书|百家号)[号账户短视频]*/u;
const TWO_PLATFORMS = new RegExp(
  `${PLATFORM.source}(?:[、和及与]|以及)(?:新浪|腾讯|政务|今日)?${PLATFORM.source}`,
  'u',
);
/** How many names nobody can count may be. */
const MOST_NAMES = 99;

/** 甲镇、乙镇微信公众号和抖音号: every unit may have every platform. */
function isOnTwoPlatforms(masked: string): boolean {
  return TWO_PLATFORMS.test(masked.replace(/微信(?=公众号|视频号|订阅号|服务号|小程序)/gu, ''));
}

/** 县教育局、县水利局“局长信箱”、“咨询投诉”: some have quotations and others none; nobody can tell how many these are. */
export function areHalfQuoted(text: string): boolean {
  const quoted = withoutBrackets(text)
    .replace(/“[^”]*”/gu, 'Q')
    .split('、')
    .map((item) => item.includes('Q'));
  return quoted.includes(true) && quoted.includes(false);
}

/** The names of a list behind a colon; undefined where it is no list of names. */
export function namesIn(text: string, alone = false): Names | undefined {
  const masked = withoutBrackets(text).replace(
    /“[^”]*”/gu,
    (name) => `${'Q'.repeat(name.length - 1)}”`,
  );
  if (isOnTwoPlatforms(masked)) return { least: 1, most: MOST_NAMES, open: true };
  if (/[\d%。]|其中|详见|见附|下同|以下|简称|一是/u.test(masked)) return undefined;
  const all = masked.split(/[、，]/u).map((item) => item.trim());
  const stop = all.findIndex((item) =>
    /^(?:均|都|已|未|上述|存在|且|并|但|请|共|主要|目前|现|其)|状态|运行/u.test(item),
  );
  const items = stop < 0 ? all : all.slice(0, stop);
  const open = items.some((item) => /等\S{0,6}$/u.test(item));
  // “甲”“乙”微信公众号、“丙”微博: every quotation is a name.
  const quoted = items.map((item) => (item.match(/Q+/gu) ?? []).length);
  if (items.length > 0 && quoted.every((count) => count > 0) && !alone) {
    const count = quoted.reduce((sum, one) => sum + one, 0);
    return count < 2 ? undefined : { least: count, most: count, open };
  }
  if (
    items.length < (alone ? 1 : 2) ||
    items.some((item) => item === '' || item.length > 40 || KINDS.test(item))
  ) {
    return undefined;
  }
  // 更新、互动、安全: what is described is no name.
  if (items.some((item) => !/Q/u.test(item) && /不|未|[^目]的|了$/u.test(item))) return undefined;
  // 甲局和乙局微信公众号、丙局抖音号: of accounts any item may be two of them.
  const isOfAccounts = items.some((item) => PLATFORM.test(item));
  const joints = items
    .filter((_, index) => isOfAccounts || index === items.length - 1)
    .flatMap((item) => [...item.matchAll(/以及|[和及与]/gu)]).length;
  return { least: items.length, most: items.length + joints, open };
}
