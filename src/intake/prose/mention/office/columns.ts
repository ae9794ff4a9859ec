/** 栏目（责任单位）: columns, and in brackets behind each the office that answers for it. */
import type { Mention } from '../mentions.ts';
import { OFFICE, officesOf } from './office-names.ts';

/** What somebody did to a column is no part of its name: 公布栏目. */
const DONE = [
  '公布|公开|开设|设置|新增|增设|新开|负责|管理|维护|主办|承办|牵头|承担|建设|运维',
  '检查|抽查|通报|指导|要求|督促|督办|发现|梳理|清理|规范|完善|优化|整合|调整|更新|明确',
  '转发|印发|召开|组织|对|将|已|按|在|为|应|需|的|及时|认真|全面',
].join('|');
/** What stands in the name of no column: an office, a website, another column, what is wrong. */
const NO_PART =
  '局|委|厅|办公|公室|政府(?!采购|公报|信息)|人民|乡(?!村)|镇|街道|中心|院|馆|部门|单位|网|门户|新媒体|微|账号|栏目|等|存在|出现|未|无|空白|超';
/** How what is said of a column begins. */
const OF_COLUMN =
  '、|[和与及]|等|未|无|不|超|空白|内容|更新|信息|长期|连续|均|都|存在|出现|仍|有|为空|半年|\\d|[一两三四五六七八九十]个?月|[一两三]周|打不开|多|自|近|$';
/** 统计分析栏目: a column that no quotation marks hold. */
export const UNQUOTED_COLUMN = `(?!${DONE})(?:(?!${NO_PART})\\p{Script=Han}){2,10}(?:栏目|专栏|板块|频道)(?=${OF_COLUMN})`;

/** An office of a list, with what the list says of it alone. */
export type Office = Pick<Mention, 'name' | 'part' | 'figure' | 'said'>;

/** 通知公告栏目（县教育局）、政策解读栏目（责任单位：县司法局）: columns, and in brackets who answers for each. */
const ANSWERED = new RegExp(
  String.raw`^(?<part>[^（），；：、“”]{0,30}(?:“[^“”]+”[^（），；：、“”]{0,12})?(?:栏目|专栏|专题|板块|子站)|“[^“”]{2,16}(?:动态|公示|公告|公开|解读|目录|预决算|信息|政策|文件|服务|报告|新闻|要闻|指南|专栏|建设|保障)”)（(?:(?:责任|主办|保障|维护)(?:单位|部门)：?)?(?<name>\p{Script=Han}{1,24}?${OFFICE}(?:、\p{Script=Han}{1,24}?${OFFICE})*)）`,
  'u',
);
/** “政策解读”栏目，责任单位县发展改革局 */
const CHARGED_WITH = new RegExp(
  String.raw`(?<part>“[^“”]{2,16}”(?:栏目|专栏|专题|板块))，?(?:责任|保障|维护)(?:单位|部门)(?:为|是|：)?(?<name>\p{Script=Han}{1,24}?${OFFICE})(?=[；。，]|$)`,
  'gu',
);
/** 3个乡镇（甲乡、乙镇、丙镇）未按时公开 */
const IN_BRACKETS =
  /^(?:有|共|\p{Script=Han}{2,10}等)?(?:\d+|[两三四五六七八九十])[个家](?:乡镇|镇街|街道|单位|部门|县区|镇|乡|苏木)（(?<names>[^（）]{2,300})）(?=[未不没仍无均都超存逾]|网页|信息|内容|栏目|公开)/u;

/** The offices that a bracket behind their count names, and how far it goes. */
export function bracketedIn(words: string): { names: Office[]; length: number } | undefined {
  const match = IN_BRACKETS.exec(words);
  const names = (match?.groups?.['names'] ?? '').split('、');
  const offices = names.flatMap((name) => officesOf(name));
  return match === null || offices.length !== names.length
    ? undefined
    : { names: offices.map((name) => ({ name })), length: match[0].length };
}

/** The offices that answer for columns, each behind its own, with their places in the sentence. */
export function chargedIn(sentence: string): (Office & { at: number; end: number })[] {
  return [...sentence.matchAll(CHARGED_WITH)].flatMap(({ 0: words, index, groups }) => {
    const { name = '', part = '' } = groups ?? {};
    const isOne = officesOf(name).length === 1;
    return isOne ? [{ name, part, at: index, end: index + words.length }] : [];
  });
}

/** 甲栏目（县教育局），|均超过6个月未更新: what is said begins behind the comma. */
export function isAnswered({ names }: { names: readonly Office[] }, behind: string): boolean {
  const isEach = names.every(({ part }) => part !== undefined && /[^“”]{2}$/u.test(part));
  return isEach && /^(?:均|都|超|未|长期|已|存在|无|更新|内容)/u.test(behind);
}

/** “财政预决算”（县财政局）, where what leads up to the list says that it is one of columns. */
const ANSWERED_QUOTE = new RegExp(
  String.raw`^(?<part>“[^“”]{2,16}”)（(?:(?:责任|主办|保障|维护|牵头)(?:单位|部门)：?)?(?<name>\p{Script=Han}{1,24}?${OFFICE}(?:、\p{Script=Han}{1,24}?${OFFICE})*)）`,
  'u',
);

/**
 * The offices that answer for the columns words begin with, and how far the list goes. `isOfColumns`: what stands before
 * them says that columns follow.
 */
export function columnsIn(
  words: string,
  isOfColumns = false,
): { names: Office[]; length: number } | undefined {
  const names: Office[] = [];
  let length = 0;
  for (;;) {
    const joint =
      names.length === 0 ? '' : (/^(?:、|以及|[和与及])/u.exec(words.slice(length))?.[0] ?? '');
    if (names.length > 0 && joint === '') break;
    const rest = words.slice(length + joint.length);
    const match = ANSWERED.exec(rest) ?? (isOfColumns ? ANSWERED_QUOTE.exec(rest) : null);
    const { name = '', part = '' } = match?.groups ?? {};
    const offices = name.split('、').flatMap((one) => officesOf(one));
    if (match === null || offices.length !== name.split('、').length) break;
    names.push(...offices.map((one) => ({ name: one, part })));
    length += joint.length + match[0].length;
  }
  return names.length === 0 ? undefined : { names, length };
}

/** “甲”、 before the office whose “乙”栏目 ends the list. */
export const OPEN_COLUMN = String.raw`的?(?:网页|网站)?(?:“[^“”]+”)+`;

/** 市国资委“国资视线”、经开区“活力经开”: no column behind any of the quotes, so that they are accounts. */
export function isOfQuotesOnly(names: readonly Office[]): boolean {
  const isOpen = (one: Office | undefined): boolean =>
    new RegExp(`^${OPEN_COLUMN}$`, 'u').test(one?.part ?? '');
  return names.length > 1 && isOpen(names.at(-1)) && names.some(isOpen);
}
