/** 表头信息: what stands above a list — its title, 报送单位, 填表日期. */
import { dayOf } from '../../day/calendar.ts';
import type { Place } from '../../paper/sheet.ts';
import { tidy } from '../words/wording.ts';

/** A value of the head with its place. */
export interface Told {
  value: string;
  place: Place;
}

export interface Head {
  title?: Told;
  reportedBy?: Told;
  /** YYYY-MM-DD. */
  listedOn?: Told;
  /** A unit named above a table that has no column for it. */
  host?: Told;
}

const COLON = '[：:]';
const FILLED =
  /(?:填表|制表|填报|报送|上报|列表|编制)(?:日期|时间)[^：:]{0,8}[：:]\s*(?<day>[^；;，,]*)/u;
const REPORTED = new RegExp(
  `(?:报送|填报|填表|上报|制表|编制)单位[^：:]{0,8}${COLON}\\s*(?<unit>[^；;，,\\s]+)`,
  'u',
);
const HOST = new RegExp(
  `(?:^|\\s)(?:主办单位|责任单位|整改单位|单位名称|单位)(?:[（(][^）)]*[)）])?${COLON}\\s*(?<unit>[^；;，,\\s]+)`,
  'u',
);
const TITLE = /(?:清单|台账|一览表|汇总表|问题表|明细表|统计表|情况表)(?:[（(][^）)]*[)）])?$/u;

/** Adds to `head` what a line says. What was told first stays. */
export function readHeadLine(head: Head, text: string, place: Place): void {
  const line = tidy(text).replaceAll('\n', ' ');
  const day = dayIn(FILLED.exec(line)?.groups?.['day'] ?? '');
  if (day !== undefined) head.listedOn ??= { value: day, place };
  const reportedBy = REPORTED.exec(line)?.groups?.['unit'];
  if (reportedBy !== undefined) head.reportedBy ??= { value: reportedBy, place };
  const host = HOST.exec(line)?.groups?.['unit'];
  if (host !== undefined) head.host = { value: host, place };
  const isTitle = !/[：:]/u.test(line) && line.length <= 60 && TITLE.test(line.replace(/ /gu, ''));
  if (isTitle)
    head.title = { value: line.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''), place };
}

const ARABIC = /(?<y>\d{4})\s*[年./-]\s*(?<m>\d{1,2})\s*[月./-]\s*(?<d>\d{1,2})/u;
const CHINESE =
  /(?<y>[〇○零一二三四五六七八九]{4})年(?<m>[一二三四五六七八九十]{1,3})月(?<d>[一二三四五六七八九十]{1,3})日/u;
const DIGITS = '〇一二三四五六七八九';

/** The first whole date in a text, in Arabic or Chinese figures, full or half width; undefined without one. */
export function dayIn(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const arabic = ARABIC.exec(plain)?.groups;
  if (arabic) return dayOf(Number(arabic['y']), Number(arabic['m']), Number(arabic['d']));
  const chinese = CHINESE.exec(plain)?.groups;
  if (!chinese) return undefined;
  const year = [...(chinese['y'] ?? '')].map((digit) =>
    DIGITS.indexOf(digit.replace(/[○零]/u, '〇')),
  );
  return dayOf(Number(year.join('')), upTo99(chinese['m'] ?? ''), upTo99(chinese['d'] ?? ''));
}

/** 一 to 九十九. */
function upTo99(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['〇', text];
  return (
    (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) * 10 +
    (ones === '' ? 0 : DIGITS.indexOf(ones ?? ''))
  );
}
