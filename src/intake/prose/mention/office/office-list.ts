/** 单位的名单: the offices that words begin with — 县财政局“预算”栏目、县科技局3处 — and how far they go. */
import { cutAt } from '../../passage.ts';
import {
  bracketedIn,
  columnsIn,
  isOfQuotesOnly,
  type Office,
  OPEN_COLUMN,
  UNQUOTED_COLUMN,
} from './columns.ts';
import { looseOffice } from './loose-office.ts';
import { OFFICE, officesOf } from './office-names.ts';

const COUNT = String.raw`(?:等?(?:\d+|[两二三四五六七八九十]+|多)[个家](?:单位|部门|镇街?|乡镇|街道|市|县|区)*的?|等(?:单位|部门|乡镇|镇街)?的?)?`;
/** A part of a portal that is the office's own, or what it wrote. */
const COLUMN = String.raw`(?:(?:所)?(?:负责|主办|承办|维护|管理|运维|报送|保障|牵头)+的?|的)?(?:网页|网站|专栏)?(?:(?:“[^“”]+”[、和，]?)+(?:等)?(?:\d+个|[两二三四五]个)?(?:栏目|专栏|板块|频道|专题)|(?:政府网站|网站|(?:基层)?政务公开|(?:政府)?信息公开)?(?:专栏|子网站|子站|分站|(?:专属)?网页)|(?:报送|发布|上报|上传|公开|制发|起草)的?《[^《》]+》(?:一文)?|的?《[^《》]+》|${UNQUOTED_COLUMN})`;
/** How what is said of an office begins. */
const SAYS = String.raw`${UNQUOTED_COLUMN}|(?:均|都)?[是为][^，；。]{2,40}的(?:单位|部门|乡镇|镇街)(?=[，；。]|$)|“\d{1,2}[.月]\d{1,2}日?”发布的|存在|出现|反馈|错(?:别字|敏|链|误(?:表述|表达|链接|信息)?\d)|死链|[两三四五六七八九]个?(?:季度|月|周)(?=未|没有|无)|对(?:监测|通报|反馈|交办|转办)?(?:工单|问题|投诉)[^，；。]{0,8}(?=不|未|敷衍|超)|\p{Script=Han}{2,12}(?:信息|数据|公开|公示|公告|规划)(?=滞后|[半一二两三四五六七八九十\d]+个?[年月周]|未(?!来|央)|没有|长期|陈旧|缺失|空白)|[将把][^，；。“”]{2,14}(?:作为|当[成作]|写[成错])|对“[^“”]{1,20}”(?:留言|来信|咨询|诉求|信件)[^，；。“”]{0,6}(?=仅|只|未|不|答非)|对[^，；。“”]{2,12}(?:答复|回复)[^，；。“”]{0,4}(?=不[一同]|矛盾)|对[^，；。“”]{2,14}(?:整改|处理|回复|答复|落实|办理|反馈)(?=不(?:及时|到位|力|彻底)|滞后|缓慢|拖延)|(?:重要|有关|相关)(?:政务|政府|政策)?信息(?:转载|转发|公开|发布|报送|更新)(?=不|未|滞后|较|缓慢)|\d{4}年(?:\d{1,2}月|[^，；。“”]{0,14}(?=未|晚于|没有|滞后))|\d+件|(?!办公室|办事处|\p{Script=Han}{0,8}(?:提醒|督|催|通知|约谈|通报))\p{Script=Han}{2,12}(?=至今(?:未|没有))|经(?:[多再反两]|提醒|督|催|通知)|至今(?=未|没有|仍|无)|未|没有|无(?!线)|不(?!动产)|仍|均|都|也|还|报送|上报|上传|上线|更新|发布|超|连续|长期|长时间|多次|多条|\d+[个条篇次份处分月](?!(?:不合格)?(?:政府)?(?:网站|账号|政务|新媒体|微信|微博|单位|部门|乡镇))|信息(?!公开|中心|化)|因|由于|内容|栏目|专栏|子站|子网站|网页|首页|的?政务新媒体|逾期|超期|超过|依申请公开|依法|拖延|瞒报|漏报|迟报|错报|虚报|误(?=将|把|写|发|报)|把(?=“|《)|被(?!监管)|仅(?=有|发布|更新|公开)|只(?=有|发布|更新|公开)|答复|办理|(?:专属)?网页|新媒体(?!中心)|自(?!然|治)|近|全年|[上下]半年(?=未|没有|无|仅|只|共?[报发更])|[两三四五六七八九][条处篇件](?!以上)|\p{Script=Han}{1,6}率[过较偏](?:高|低)|(?:公开|公示|公布|印发|制作|转载|上传|推送|编发)的(?=[^，；。]{1,14}(?:未|没有|错|泄露|泄漏|含有|存在|出现|有误))|各?有\d+[条处篇次份件封起](?!\p{Script=Han}{0,4}(?:账号|网站|单位|部门))|本[月年季次]|[一二三四上下]季度|擅自|违规|泄露|缺|已|尚|扣|得分|答复|回复|办理|开展[^，；。“”]{2,14}后，?(?=未|没有|仍)|(?:\p{Script=Han}{2,6}工作)?(?:整改|落实|处置|处理|审核|把关|推进|管理|维护|运维|保障|重视|履职)(?:工作|情况)?(?=不|未|滞后|缓慢|流于|较|乏力|缺失)|部分(?!单位|部门|乡镇|网站)|个别(?!单位|部门|乡镇|网站)|(?:基层)?政务公开|主动公开|(?:政府)?信息公开|对(?:网民|网友|群众|公众|留言|信件|来信|咨询|投诉)(?![^，；。]*(?:单位|部门|问题|情况)(?:进行|开展|组织|予以|作出|实施)?了?(?:通报|督办|核查|约谈|问责|处理))|在|将(?:“|《)|把(?:“|《)|“[^“”]{1,20}”(?:错|误|写成|应[为是改]|被?写)|“[^“”]{2,12}”(?:更新|数据|链接|页面|未(?!来|央)|长期|超期|滞后|打不开)|公开(?=不|未|滞后|较|缓慢|内容|信息|仅|率|迟)|部门[预决]算|[预决]算|(?:负责|主办|维护|管理)[^，；“”]{0,6}(?:“[^“”]*”(?:栏目|专栏)|\p{Script=Han}{2,10}(?:栏目|专栏))|报|转载|的?《|的?“[^“”]*”(?:、“[^“”]*”)*(?:等)?(?:\d+个|[两二三四]个)?(?:栏目|专栏|板块|频道|专题|一文|信息|稿件|附件|链接|页面|公告|文章|(?:办事|服务)?指南|事项)`;
/** 5处, 承办的5件: how often. */
const FIGURED = String.raw`(?:\d+[处条个篇次份分项件封]|各?有\d+[封件条]|(?:承办|办理|负责)的\d+[件条])`;
const LAST = new RegExp(
  String.raw`^(?<name>\p{Script=Han}{1,24}?${OFFICE})(?<count>${COUNT})(?=(?:${SAYS})|的(?:“|\p{Script=Han}{2,8}栏目)|（|$)`,
  'u',
);
const PART = new RegExp(
  String.raw`^(?<names>\p{Script=Han}{1,40}?${OFFICE})(?<part>${COLUMN}|${OPEN_COLUMN})?(?<figure>${FIGURED})?(?:（(?<said>[^（）]{1,20})）)?$`,
  'u',
);
/** What stands behind the last name and says nothing: a part, a count, a bracket. */
const TAIL = new RegExp(
  String.raw`^(?<part>${COLUMN})?(?<figure>${FIGURED})?(?:（(?<said>[^（）]{1,20})）)?(?=$|[和及与])`,
  'u',
);
/** Another part of the office before it. */
const MORE_PARTS = new RegExp(`^(?:“[^“”]+”|${UNQUOTED_COLUMN})`, 'u');
const FIGURE = new RegExp(`^${FIGURED}`, 'u');
/** 的“甲教育”“甲水利”, and no column. */
const OF_QUOTES =
  /^的(?:“[^“”]*”[、和]?)+(?!等?(?:[两三四五六七八九十\d]+个)?(?:栏目?|专栏|板块|频道|专题|一文|信息|稿件|附件|链接|页面|公告|文章))/u;

function isOwnerOf(name: string, behind: string): boolean {
  return /(?:县|市|区|旗|州)$/u.test(name) && OF_QUOTES.test(behind);
}

/** An office in words that no list of beginnings foresees. */
export function looseIn(
  words: string,
  behind: string,
): { names: Office[]; length: number } | undefined {
  const office = looseOffice(words, behind);
  return office && { names: [{ name: office.name }], length: office.length };
}

/** The names that words begin with, and how far they and their count go; undefined where words begin with no office. */
export function officesListed(
  words: string,
  isOfColumns = false,
): { names: Office[]; length: number } | undefined {
  const columns = columnsIn(words, isOfColumns) ?? bracketedIn(words);
  if (columns !== undefined) return columns;
  const list = officesAt(words);
  return list !== undefined && isOfQuotesOnly(list.names) ? undefined : list;
}

function officesAt(words: string): { names: Office[]; length: number } | undefined {
  const names: Office[] = [];
  for (const [from, to] of cutAt(words, (char) => char === '、')) {
    // 由县教育局负责的“甲”栏目、由县卫健局负责的“乙”栏目
    const skip = /^由(?!拳)/u.exec(words.slice(from, to))?.[0].length ?? 0;
    const text = words.slice(from + skip, to);
    const { names: whole = '', ...more } = PART.exec(text.replace(/、$/u, ''))?.groups ?? {};
    const item = officesOf(whole);
    if (item.length > 0 && isOwnerOf(whole, more['part'] ?? '')) return undefined;
    if (item.length > 0) {
      names.push(...item.map((name) => ({ name, ...more })));
      if (to === words.length) return { names, length: to };
      continue;
    }
    const { name = '', count = '' } = LAST.exec(text)?.groups ?? {};
    const last = officesOf(name);
    // 县统计局“统计分析”栏目、“政务公开”栏目未更新: both are its own, and belong to what is said of it.
    const [only] = names;
    if (last.length === 0 && only?.part !== undefined && MORE_PARTS.test(text)) {
      if (names.length === 1) return { names: [{ name: only.name }], length: only.name.length };
      const own = names.pop() ?? only;
      const part = new RegExp(`^${COLUMN}`, 'u').exec(words.slice(from))?.[0] ?? '';
      names.push({ ...own, part: `${own.part ?? ''}、${part}` });
      if (from + part.length < to - 1 || to === words.length)
        return { names, length: from + part.length };
      continue;
    }
    if (last.length === 0) return undefined;
    const end = from + skip + name.length + count.length;
    // 甲县的“甲教育”“甲水利”: whose accounts they are.
    if (isOwnerOf(name, words.slice(end))) return undefined;
    const { length, ...said } = lastOf(words.slice(end), names);
    names.push(...last.map((one) => ({ name: one, ...said })));
    return { names, length: end + length };
  }
  return undefined;
}

/** What stands behind the last name of a list and is its own, as the others before it have theirs. */
function lastOf(
  behind: string,
  others: readonly Office[],
): Omit<Office, 'name'> & { length: number } {
  const tail = TAIL.exec(behind);
  if (tail !== null && tail[0] !== '') return { ...tail.groups, length: tail[0].length };
  const take = (has: boolean, what: RegExp): string | undefined =>
    has ? what.exec(behind)?.[0] : undefined;
  const part = take(
    others.some((one) => one.part !== undefined),
    new RegExp(`^${COLUMN}`, 'u'),
  );
  // 甲县5条、乙县2条未办结: each has its own count.
  const figure = take(
    others.some((one) => one.figure !== undefined),
    FIGURE,
  );
  return { part, figure, length: (part ?? figure ?? '').length };
}
