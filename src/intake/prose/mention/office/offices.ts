/**
 * 点名的单位: offices of which something is said and no account with it: 县财政局、白水镇报送的信息存在错别字. Where one
 * portal has the columns of all, a circular names who answers for them; the problem is the unit's own. The grammar:
 *
 *     list = office [part] [count] (、 office [part] [count])* [等N个单位]
 *     part = [负责的] “名”栏目 | 专栏 | 子站
 */
import { cutAt } from '../../passage.ts';
import { chargedIn, isAnswered } from './columns.ts';
import { officesListed, looseIn } from './office-list.ts';
import type { Mention } from '../mentions.ts';
import { WEBSITE_WORD } from '../item.ts';
import { withoutLead } from '../names.ts';

/** The platform of what is named as an office. */
export const OFFICE_WORD = '单位';

/** Leads from a statement to those of whom it holds. */
const LEADS =
  /(?:如|例如|比如|包括|涉及|其中|分别[是为]|的(?:有|是|为)|(?:单位|部门|的(?:乡镇|镇街|县区))(?:共?有|是|为)?(?:\d+[个家])?|\d+[个家])[，：]?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?[，：])?$/u;

/** 栏目更新不及时（3个单位）：, 信息错误：: what is wrong, and then those of whom it holds. */
const SAYS_WRONG =
  /(?:[未不无没缺错差慢少]|滞后|空白|失效|逾期|超期|问题|死链|断链)[^：，；。（）]*(?:（\d+[个家条处][^（）]{0,6}）)?：$/u;

/** What leads up to a list in a word. */
const LIGHT =
  /^(?:(?:个别|部分|少数|一些|有的)(?:单位|部门|乡镇|镇街|县区)(?:，)?(?=[如例比])|唯独|唯有|只有|仅有?|除了?|分别[是为]|如(?!皋|东)|例如|比如|其中|即|由|经查|检查发现|发现|还有|另有|同时|此外|另外|但|而|且|有|是|为|以及|[、和与及]|[一二三四五六七八九]是)+/u;
/** 多次提醒仍未整改: said of who reminds, while another has not mended it. */
const REMINDS =
  /^(?:已|曾|先后|也|还|经)*(?:[多数两二三四五\d]+次|再次|反复|一再|书面|电话|当面|现场|及时|连续|对其|向其|要求其|、|和)*(?:下发|发出|进行)?(?:提醒|催办|催促|督促|督办|敦促|通知|约谈|提示|反馈(?!“|不|未|的|：|称|已|虚)|交办|转办|责令)/u;
/** 发布为0的单位有: what leads up to the offices stands in the same clause. */
const WHOSE =
  /^[^，；：]*的(?:单位|部门|乡镇|镇街)(?:主要|分别|共|还)*(?:有|是|为)(?:\d+[个家])?(?=\p{Script=Han})/u;
const WHOSE_LEADS = /的(?:单位|部门|乡镇|镇街)(?:主要|分别|共|还)*(?:有|是|为)(?:\d+[个家])?$/u;
/** 4月，: the list goes on from the one before it, for another month. */
const MONTH = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?[，：]`;
const NEXT_MONTH = new RegExp(`^[，；]${MONTH}$`, 'u');
/** Who has to mend it, not who is named for it. */
const CHARGED = /(?:责任|牵头|整改|主管|配合|办理|抄送|主送|有关)(?:单位|部门)?(?:是|为)?：?$/u;

/** A list of offices in a sentence. */
export interface OfficeList {
  mentions: Mention[];
  /** Where its clause begins, for what leads up to it counts only where it says so. */
  clause: number;
}

/** The lists of offices in a sentence, beside the accounts that it names. */
export function officesIn(sentence: string, accounts: readonly Mention[] = []): OfficeList[] {
  const lists: OfficeList[] = [];
  let led = -1;
  const isTaken = (from: number, to: number): boolean =>
    accounts.some(({ at, end }) => at < to && from < end);
  for (const [from, to] of stretchesOf(sentence, accounts)) {
    const clause = sentence.slice(from, to).replace(/[，；：。！？]+$/u, '');
    const isOfColumns = /(?:栏目|专栏|板块|频道)[^。；“”]*：$/u.test(sentence.slice(0, from));
    const bare = clause.replace(LIGHT, '');
    const rest = [bare, withoutLead(clause).name, clause.replace(WHOSE, '')].find(
      (words) => officesListed(words, isOfColumns) !== undefined,
    );
    const more = /^[^；。]*/u.exec(sentence.slice(to))?.[0] ?? '';
    const list = rest === undefined ? looseIn(bare, more) : officesListed(rest, isOfColumns);
    const words = rest ?? bare;
    const at = from + clause.length - words.length;
    if (list === undefined || isTaken(at, at + list.length)) continue;
    if (CHARGED.test(sentence.slice(0, at)) || REMINDS.test(words.slice(list.length))) continue;
    const end = at + list.length;
    // 县体育中心“甲”公众号…，|县体育中心未按规定报告: who runs the account that is spoken of.
    if (
      accounts.some(
        ({ unit, end: before }) => before <= at && list.names.some(({ name }) => name === unit),
      )
    )
      continue;
    // 县教育局未通过“甲教育”公众号转发: what is said comes to an account.
    if (accounts.some((one) => one.at >= end && one.at < from + clause.length)) continue;
    // …页面被植入暗链，|市农机局48小时内未作处置: what is wrong is said of the account; whether this is more, a person sees.
    const isDeedBehind =
      sentence[at - 1] === '，' &&
      accounts.some((one) => one.end <= at && one.at > sentence.lastIndexOf('；', at)) &&
      /^[^，；。]{0,24}未(?:作|予以|及时|按[^，；]{1,8})*(?:处置|处理|整改|反馈|报告|响应|说明)/u.test(
        words.slice(list.length),
      );
    const isJoined = accounts.some((one) => one.end === from);
    const isAnnouncing = sentence[to - 1] === '：' && !accounts.some((one) => one.at >= to);
    const before = sentence.slice(0, at);
    const isNext = led >= 0 && NEXT_MONTH.test(sentence.slice(led, at));
    const isAfter = SAYS_WRONG.test(before) && to === sentence.length;
    const isLed = isNext || isAfter || LEADS.test(before) || WHOSE_LEADS.test(before);
    const isWhole = list.length === words.length && !isAnswered(list, sentence.slice(to));
    if (isWhole && !isLed && !isJoined && !isAnnouncing) continue;
    led = isLed ? end : -1;
    lists.push({
      mentions: list.names.map((one) => ({
        ...one,
        at,
        end,
        platform: OFFICE_WORD,
        isUnsure: isDeedBehind,
      })),
      clause: isLed || isJoined ? 0 : from,
    });
  }
  return [...lists, ...charged(sentence)];
}

/** 超过6个月未更新：“甲”栏目，责任单位县发改局；“乙”栏目，责任单位县财政局: what stands in front is said of all. */
function charged(sentence: string): OfficeList[] {
  const all = chargedIn(sentence);
  const [first] = all;
  const isLed =
    first !== undefined && /[未不无没空错逾超][^：；。]*：$/u.test(sentence.slice(0, first.at));
  const mentions = all.map((one) => ({ ...one, platform: OFFICE_WORD, isUnsure: false }));
  return isLed ? [{ mentions, clause: 0 }] : [];
}

/** No list of offices is longer. */
const LONGEST = 1000;
/** What is said of one ends before 、. */
const SAID = /(?:存在|出现|未|不|超|错|空白|链).*、$/u;
/** Where a list may begin: at every clause, and behind an account that it goes on from. */
function stretchesOf(sentence: string, accounts: readonly Mention[]): [from: number, to: number][] {
  const clauses = cutAt(sentence, (char) => '，；：'.includes(char));
  const starts = new Set(accounts.map(({ at }) => at));
  const behind = accounts.flatMap(({ end, platform }): [number, number][] => {
    if (starts.has(end + 1)) return [];
    const to = Math.min(clauses.find(([, b]) => b > end)?.[1] ?? sentence.length, end + LONGEST);
    // 县政府网站住建局专栏: the place, and whose it is.
    const goesOn = platform === WEBSITE_WORD && sentence[end - 1] !== '”';
    return goesOn || /^(?:以及|[、和与及])/u.test(sentence.slice(end, to)) ? [[end, to]] : [];
  });
  // 甲局出现错别字1处、|乙局出现死链2处
  const chained = clauses.flatMap(([from, to]) =>
    cutAt(sentence.slice(from, to), (char) => char === '、')
      .slice(0, -1)
      .filter(([a, b]) => SAID.test(sentence.slice(from + a, from + b)))
      .map(([, b]): [number, number] => [from + b, Math.min(to, from + b + LONGEST)]),
  );
  return [...clauses, ...behind, ...chained].toSorted(([a], [b]) => a - b);
}

/** The offices of a sentence that is nothing but their list: 1.县教育局。 */
export function officesAlone(sentence: string): Mention[] {
  const words = sentence.replace(/[。：]+$/u, '');
  const list = officesListed(words);
  if (list?.length !== words.length) return [];
  return list.names.map((one) => ({
    ...one,
    at: 0,
    end: words.length,
    platform: OFFICE_WORD,
    isUnsure: false,
  }));
}

/** Whether a list names an account, and not offices alone. */
export function isOfAccounts({ mentions }: { mentions: readonly Mention[] }): boolean {
  return mentions.some(({ platform }) => platform !== OFFICE_WORD);
}
