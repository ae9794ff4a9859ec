/** 表前的话: what stands above a list — its title, 报送单位, 填表日期. */
import type { PaperPlace } from '../../paper/sheet.ts';
import { dayIn } from '../words/day-cell.ts';
import { tidy } from '../words/wording.ts';

/** A value of the head with its place. */
export interface HeadValue {
  value: string;
  place: PaperPlace;
}

export interface ListHead {
  title?: HeadValue;
  reportedBy?: HeadValue;
  /** YYYY-MM-DD. */
  listedOn?: HeadValue;
  /** A unit named above a table that has no column for it. */
  host?: HeadValue;
}

const COLON = '[：:]';
const FILLED =
  /(?:填表|制表|填报|报送|上报|列表|编制|交办|印发|下发|发文|通报|制发|转办|督办|整理|汇总|制单|发出)(?:日期|时间)(?:[^：:]{0,8}[：:]\s*|\s+(?=\d{4}))(?<day>[^；;，,]*)/u;
/** 日期：2026年9月1日 */
const PLAIN_DAY =
  /(?:^|\s)(?:日期|时间|印发|制发|下发|填报|制表|通报)[：:]\s*(?<day>\d{4}[年.\-/][^；;，,\s]*)/u;
/** …交办表（2024年11月15日印发） */
const ISSUED =
  /[（(](?<day>\d{4}年\d{1,2}月\d{1,2}日)(?:印发|制发|下发|交办|通报|制表|填报)?[）)]$/u;
/** 制表：县政府办　2025年9月2日 */
const SIGNED =
  /(?:填表|制表|填报|报送|编制|汇总)(?:单位|部门|人)?[：:][^：:]{1,30}\s(?<day>\d{4}年\d{1,2}月\d{1,2}日)$/u;
const REPORTED = new RegExp(
  `(?:报送|填报|填表|上报|制表|编制)单位[^：:]{0,8}${COLON}\\s*(?<unit>[^；;，,\\s]+)`,
  'u',
);
const HOST = new RegExp(
  `(?:^|\\s)(?:主办单位|责任单位|整改单位|单位名称|单位)(?:[（(][^）)]*[)）])?${COLON}\\s*(?<unit>[^；;，,\\s]+)`,
  'u',
);
const TITLE =
  /(?:清单|台账|名单|一览表|汇总表|问题表|明细表|统计表|情况表|整改表|登记表|对照表|反馈表|销号表|任务表|问题汇总|情况汇总|分解表|分工表|明细|问题表|任务书|交办[表单函]|督办[表单函]|整改单|通知单|告知单|反馈单|问题单|提示单|[转交督]办[单表函]|[打评]分表|检查表|抽查表|巡查表|排查表|核查表|任务分解)(?:[（(][^）)]*[)）])*$/u;

/** 微信公众号检查情况: names the list where no line above it is worded as a title. */
const WEAK =
  /(?:附表|(?:检查|抽查|监测|自查|排查|巡查|整改|问题)(?:结果|情况)?(?:汇总|情况|通报|一览|统计|登记)|(?:检查|抽查|监测|自查|排查|巡查|月度|季度|年度)(?:发现)?(?:的)?问题)(?:[（(][^）)]*[)）])*$/u;

/** Whose list it is: a title that says so is of all tables. */
const OF_PLACE = /[省市区县州盟旗镇乡]/u;

/** Adds to `head` what the lines above a table say. What was told first stays; the title is the line nearest the table. */
export function readHead(head: ListHead, lines: readonly HeadValue[]): void {
  let title: HeadValue | undefined;
  for (const [index, { value, place }] of lines.entries()) {
    const line = oneLine(value);
    const day =
      dayIn(FILLED.exec(line)?.groups?.['day'] ?? '') ??
      dayIn(ISSUED.exec(line)?.groups?.['day'] ?? '') ??
      dayIn(PLAIN_DAY.exec(line)?.groups?.['day'] ?? '') ??
      dayIn(SIGNED.exec(line)?.groups?.['day'] ?? '') ??
      dayAlone(line);
    if (day !== undefined) head.listedOn ??= { value: day, place };
    const reportedBy = REPORTED.exec(line)?.groups?.['unit'];
    if (reportedBy !== undefined) head.reportedBy ??= { value: reportedBy, place };
    const host = HOST.exec(line)?.groups?.['unit'];
    if (host !== undefined) head.host = { value: host, place };
    // 附件1 政务新媒体问题清单 is the caption of one table below the title of all.
    const isOfAll = OF_PLACE.test(title?.value ?? '') && !OF_PLACE.test(line);
    const isCaption = isOfAll && ANNEX.test(line);
    if ((isTitle(line) && !isCaption) || (title === undefined && isTitle(line, WEAK)))
      title = { value: wholeTitle(line, lines[index - 1]), place };
  }
  if (title !== undefined) head.title ??= title;
}

function oneLine(text: string): string {
  return tidy(text).replaceAll('\n', ' ');
}

/** A date that stands by itself above a table is the list's. */
function dayAlone(line: string): string | undefined {
  return line.length <= 14 && /^[（(]?[\d〇○零一二三四五六七八九].*日[）)]?$/u.test(line)
    ? dayIn(line)
    : undefined;
}

/** 附件2：, 附表 1: no part of a title. */
const ANNEX = /^附[件表]\s*\d{0,2}\s*(?:[：:.、]\s*|(?=\p{Script=Han})|\s+)/u;

/** True for a line that names a list, and says nothing else. */
export function namesList(line: string): boolean {
  return !/[。，；]/u.test(line) && (isTitle(line) || isTitle(line, WEAK));
}

function isTitle(said: string, ends = TITLE): boolean {
  const line = said.replace(ANNEX, '');
  return !/[：:]/u.test(line) && line.length <= 60 && ends.test(line.replace(/ /gu, ''));
}

/** A title that was set on two lines: 某某县政府网站和政务新媒体 / 检查问题整改台账. */
function wholeTitle(line: string, before: HeadValue | undefined): string {
  const upper = before === undefined ? '' : oneLine(before.value);
  const isFirstHalf =
    upper !== '' &&
    upper.length <= 40 &&
    !/[：:。，,；;]|^附件|^附\s*\d|\d日$/u.test(upper) &&
    !isTitle(upper) &&
    /^(?:[^\p{Script=Han}]*)(?:检查|发现|存在|问题|整改|工作|专项|情况|隐患|反馈|自查)/u.test(
      line,
    ) &&
    line.length <= 24;
  return `${isFirstHalf ? upper : ''}${line}`
    .replace(ANNEX, '')
    .replace(ISSUED, '')
    .replace(/(?<=[\p{Script=Han}）]) +(?=[\p{Script=Han}（])/gu, '');
}
