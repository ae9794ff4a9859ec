/** 问题: what words say is wrong, without what leads up to it and without what is said of others. */
import type { Known } from '../record/known.ts';
import { COLUMN, NOT_ACCOUNT } from './mention/item.ts';
import { cutAt } from './passage.ts';
import { toneOf } from './tone.ts';

/** A stretch of a sentence: offsets into its text. */
export interface TextStretch {
  from: number;
  to: number;
}

/** 等5个政务新媒体, 账号, 均: what stands between the names and what is said of them. */
const BEHIND =
  /^(?:[，、：；）\s]|（[a-z0-9.:/_-]+）|（(?:以下)?简称[^（）]*）|（\d+[次条处篇天个项]）|（(?:微信号|账号|微博号|ID|网址)：?[^（）]*）|（(?!存在|主要|问题)[^（）：]{1,8}：[^（）]*）|等(?:等)?(?:(?:\d+|[两二三四五六七八九十几]+)?[个家](?!月|工作日|小时|季度))?(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|网站|单位|平台)?|(?:\d+|[两二三四五六七八九十]+)[个家](?!月|多月|工作日|小时|自然|季度|以上|栏目|页面|链接|问题|错)(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|网站|微信公众号|单位|平台)?|账号|帐号|政务新媒体|(?:也|均|都|分别|还|就|则|已(?=超)|各)(?!为|是|系)|的(?=网站|网址|域名|栏目|内容|问题|“)|被(?=通报)|中(?![国央心])|上(?![级报线传述]))+/u;
/** What begins to speak of somebody else. */
const OTHERS =
  /^(?:对(?![外口台接应])|其余|其他|其它|剩余|各(?!项|类信息)|全[国省市县区州]|大部分|多数|所有|上述|以上|请|要求|希望|望|责令|我[办局单]|同时，?(?:对|请|要)|对此|为此|需|应(?!更)|下一步|按照要求|(?!未|不|无|没|该|其|主办|主管|运维|责任|网上|办事|个人|用户|信息|服务)\p{Script=Han}{1,14}?(?:局|委|(?<![开主承举经申代督创兴协])办|厅|镇|乡|街道|部门|政府|中心|管委会|联社|合作社)(?:[、和等\d]|的|“\d|专栏|栏目|\p{Script=Han}{2,10}(?:栏目|专栏|板块)|子站|存在|未|仍|有|在|发布|更新|长期|政务新媒体|新媒体|微信|微博|抖音|公众号|网站)|[^，；]+等(?:\d+|多)?[个家](?:账号|帐号|网站|单位|政务新媒体|公众号))/u;
/** 个别账号…, 一些未…, 另有3个账号…: said of accounts that nobody names. */
const OF_NOBODY =
  /^(?:但|另外?|此外|同时|还|也|仍|且|并|发现)*有?(?:个别|部分|一些|有的|有些|少数|多数|大多数|绝大(?:多数|部分)|某些|不少|许多|几个|多个|\d+[个家])(?:[^，；。]{0,10}?(?:账号|帐号|新媒体|网站|公众号|微博|抖音|视频号|平台|单位|部门|乡镇|县区|地方|[局委镇乡])|(?=[未不无没仍还]|存在|出现|更新|长期|超过))/u;
/** 政务新媒体未…: begins to speak of accounts in general. */
const OF_A_KIND =
  /^(?:但|另外?|此外|同时)*(?:政府网站|政务新媒体|新媒体|微信公众号|政务微博)(?:账号)?(?:方面|存在|未|不|无|更新|出现)/u;
/** “某某平台”作为…: quotes at the head of a clause name somebody else, unless they name a column. */
const NAMED =
  /^(?!“[^“”]*(?:信箱|热线|专题|专栏|栏目|公告|公开|解读|动态|新闻|咨询|投诉|调查|征集|指南|目录|简介|职能|概况|留言|互动|查询)”)(?:“[^“”]*”[、和]?)+(?!(?:等)?(?:[两二三四五六七八九十几\d]+个)?的?(?:栏目?|专栏|板块|模块|频道|专题|页面|菜单|功能|链接|一栏|字样|问题|现象|信息|信箱|误|错|应[为是改]|写[成为]|改[成为]|表述|一词|[二两]字|等字|中的))/u;
/** 错别字1处、“乙发布”存在…: another that is named behind what was said, or a column of the same. */
const NEXT_QUOTED =
  /(?<=\d[处条个次篇项]|更新|回复|空白)、(?=“(?<name>[^“”，。！？；：]+)”[^“”，。；、]{0,8}?(?:存在|出现|未|超过?|更新|有\d|错))/gu;
/** 未备案的账号：… begins a list of others. */
const OF_OTHERS = /的(?:单位|部门|乡镇|账号|网站|栏目)(?:有|是|为|分别是|分别为)?：/u;
/** What leads from a statement to the names: 的有, 分别是, 如. */
const CONNECTOR =
  /(?:[，、：；（\s]|(?:主要|具体|分别|其中|例如|比如|诸如|譬如|包括|包含|涉及|即|如|名单|如下|以下)+|(?:的)?(?:有|为|是|系)|的|(?<=[：有为])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)+$/u;
/** Who the statement is about, in general: 部分政务新媒体, 有3个微信公众号, 检查发现10个账号. */
const WHOM =
  /^(?:[一二三四五六七八九十]是|经|其中|本次|此次|对|针对|另外|此外|同时|检查|抽查|监测|巡查|排查|核查|过程中|中|结果|显示|发现|但|仍|目前|截至目前|，|有|尚|还|共|我[市县区州省]|全[市县区州省]|以下|下列|如下|：)*(?:(?:部分|个别|有的|有些|一些|少数|多数|大多数|某些|以下|下列|如下|各|(?:\d+(?:余|多)?|[一二两三四五六七八九十几多]+)[个家](?!月|季|工作日|星期|小时))[^，；“”]{0,12}?(?:账号|帐号|政府门户网站|政府网站|政务网站|政务新媒体|新媒体|微信公众号|订阅号|服务号|公众号|微博|抖音|快手|头条|视频号|小程序|网站|单位|部门|县区|平台|乡镇)?(?:账号|帐号)?|(?:账号|政务新媒体|新媒体|网站|单位)(?:账号)?)?(?:中)?/u;

/** Where another is named behind what was said; “政策解读”栏目, “简介” and “二十大”错写为… are of the one before. */
function nextNamed(predicate: string): number | undefined {
  return [...predicate.matchAll(NEXT_QUOTED)].find(({ index, groups }) => {
    const { name = '' } = groups ?? {};
    const behind = predicate.slice(index + `、“${name}”`.length).replace(/^（/u, '');
    return !COLUMN.test(name) && !NOT_ACCOUNT.test(behind) && !/^[的地]/u.test(behind);
  })?.index;
}

/** The clauses of a predicate that speak of the names before it, up to where it comes to others. */
function ownClauses(plain: string, stretch: TextStretch): TextStretch[] {
  const { from, to } = trimmedStretch(plain, stretch);
  // 表述错误1处、|“石桥发布”存在错别字3处: what is said of the next begins behind 、 as well.
  const end = from + (nextNamed(plain.slice(from, to)) ?? to - from);
  const clauses = cutAt(plain.slice(from, end), (char) => char === '，' || char === '；').map(
    ([a, b]): TextStretch => ({ from: from + a, to: from + b }),
  );
  const kept: TextStretch[] = [];
  for (const clause of clauses) {
    const words = plain.slice(clause.from, clause.to);
    const isOther = [OTHERS, NAMED].some((one) => one.test(words)) && kept.length > 0;
    const isLater = kept.length > 0 || /[，；]$/u.test(plain.slice(stretch.from, clause.from));
    const isNobodys = isLater && [OF_NOBODY, OF_A_KIND].some((one) => one.test(words));
    if (OF_OTHERS.test(words) || isOther || isNobodys) break;
    kept.push(clause);
    if (/外[，；]?$/u.test(words)) break;
  }
  return kept;
}

/** The part of a predicate that speaks of the names before it. */
export function ownWords(plain: string, stretch: TextStretch): TextStretch {
  const clauses = ownClauses(plain, stretch);
  return { from: clauses[0]?.from ?? stretch.from, to: clauses.at(-1)?.to ?? stretch.from };
}

/** 二、出现扣分情形的政务新媒体名单: where a line end was lost, a heading stands behind a list; it says of nobody what is wrong. */
const HEADING = /^（?[一二三四五六七八九十]+[、）][^，；]*(?:名单|清单|情况|一览表)$/u;

/** The findings that a predicate states, in its order; empty where it states none. */
export function findingsIn(plain: string, stretch: TextStretch, known: Known): TextStretch[] {
  const kept = ownClauses(plain, stretch);
  const findings: Stated[] = [];
  let begun: TextStretch | undefined;
  for (const clause of kept) {
    const words = plain.slice(clause.from, clause.to);
    const tone = toneOf(words, known);
    if (tone === 'problem') {
      const last = findings.at(-1);
      const isNew = begun !== undefined && !GOES_ON.test(plain.slice(begun.from, begun.to));
      if (!isNew && last !== undefined && !isOwn(words, last, known)) {
        last.kinds.push(...kindsIn(plain, { from: last.to, to: clause.to }, known));
        last.to = clause.to;
      } else {
        const stated = { from: (begun ?? clause).from, to: clause.to };
        findings.push({ ...stated, kinds: kindsIn(plain, stated, known) });
      }
      begun = undefined;
    } else if (tone === 'none') begun ??= { ...clause };
    else begun = undefined;
  }
  return findings
    .map(({ from, to }) => edged(plain, { from, to }))
    .filter((one) => one.to > one.from && !HEADING.test(plain.slice(one.from, one.to)));
}

/** 经多次催办，仍未整改; 县政府办两次督促后仍未改正: goes on with the same problem. */
const GOES_ON =
  /^(?:经[^，；]*(?:催|督|提醒|通知|通报)|仍|至今|\p{Script=Han}{2,16}?(?:[多数两二三四五\d]+次|再次|反复|一再)(?:提醒|催|督|通知|约谈)|[^，；]{2,16}?(?:提醒|催办|督办|通知|约谈|通报|交办|反馈)后，?仍)/u;

/** What goes on with these: 栏目最后更新时间为3月，超过半年未更新. */
const SAME_STALE = ['homepage-stale', 'columns-stale'];

/** A finding with the kinds of problem that its clauses name: a long one is not read anew for every clause. */
interface Stated extends TextStretch {
  kinds: string[];
}

function kindsIn(plain: string, { from, to }: TextStretch, known: Known): string[] {
  return [...known.phrases.read(plain.slice(from, to)).problems];
}

/** Whether the words of a clause state another problem than what was said before, and do not go on with the same one. */
function isOwn(words: string, { kinds: one }: Stated, known: Known): boolean {
  if (GOES_ON.test(words)) return false;
  const other = known.phrases.read(words).problems;
  const isSame = (id: string): boolean =>
    one.includes(id) || (id === 'content-stale' && SAME_STALE.some((wide) => one.includes(wide)));
  if (one.length > 0 && other.length > 0) return !other.every(isSame);
  return /^(?:(?:并|同时|还|且|另|并且|而且|也|又)+(?:存在|出现|有|未|无)|\d+[个处条])/u.test(
    words,
  );
}

/** Nothing is said: marks, a count, a bracket (详见附件1). */
export function isBare(plain: string, stretch: TextStretch): boolean {
  const { from, to } = trimmedStretch(plain, stretch);
  return /^(?:(?:现|特|予以|被|全[市县区省]|进行|给予)*通报(?:批评)?|（[^（）]*）|各?\d+[次条处篇天]|等|[，、。；：）])*$/u.test(
    plain.slice(from, to),
  );
}

/** Without what stands between names and what is said of them, and without marks and connecting words at its ends. */
export function trimmedStretch(plain: string, { from, to }: TextStretch): TextStretch {
  const words = plain.slice(from, to);
  const behind = BEHIND.exec(words)?.[0].length ?? 0;
  const count = /^各?\d+[次条处篇天]，/u.exec(words.slice(behind))?.[0].length ?? 0;
  return edged(plain, { from: from + behind + count, to });
}

/** Words that began before where they were cut, or were not closed: 月内无原创, “三审. */
export function isFragment(words: string): boolean {
  const count = (char: string): number => words.split(char).length;
  return (
    /^(?:个?月[内前里]|个(?!别|人)|[天周次条处]|的|了|等|及|与|和|之|相比|[前后](?:[一二两三四五六七八九十\d]+[个家]|者))/u.test(
      words,
    ) ||
    /(?:问题|情况)?(?:主要)?(?:是|为|有|包括|如下)：?$/u.test(words) ||
    count('（') !== count('）')
  );
}

/** 是错别字次数较多的单位: what is said stands between. */
const ARE_THOSE =
  /^(?<lead>(?:均|都|也)?[是为])[^，；]{2,40}(?<tail>的(?:单位|部门|乡镇|镇街|网站|账号|政务新媒体)[，；。]*)$/u;

/** Without marks and connecting words at its ends. */
function edged(plain: string, { from, to }: TextStretch): TextStretch {
  const words = plain.slice(from, to);
  const those = ARE_THOSE.exec(words)?.groups;
  if (those !== undefined)
    return {
      from: from + (those['lead']?.length ?? 0),
      to: to - (those['tail']?.length ?? 0),
    };
  const lead =
    /^[，；、\s]*(?:均|都|也|还)*(?:存在|主要|发现|出现)?(?:以下|如下|下列|同一|同样|相同|共同|类似|主要|突出|具体)*的?问题(?:主要)?(?:是|为|有)?：|^[，；、\s]*(?:且|并|同时|但|而|其中|其|还|另)+(?=存在|出现|有|未|无|互|更|发|\d|[^，]{4})|^[，；、\s]+/u.exec(
      words,
    )?.[0].length ?? 0;
  const rest = words.slice(lead);
  const tail =
    /(?:[，；、。！？：\s（]|，?(?:其中|例如|比如|如|另外|此外|同时|以及)|(?<=[，；])(?:和|与|及)|(?<=上线运行|更新|运行)外)+$/u.exec(
      rest,
    )?.[0].length ?? 0;
  return { from: from + lead, to: Math.max(from + lead, to - tail) };
}

/** The words before the last ：, where what follows it only begins a list: 未更新：甲县妇联（. */
function beforeList(words: string, known: Known): string {
  const at = words.lastIndexOf('：');
  return at > 0 && toneOf(words.slice(at), known) !== 'problem' ? words.slice(0, at) : words;
}

/** Clauses between a statement and the names that only lead from one to the other. */
const AROUND =
  /^(?:共|其中|涉及|分别|具体|主要|名单|详见|检查|抽查|经|有|现|特|请|对|一[是些]|部分|个别|分布|包括|本次)|\d+[个家]/u;

/** 此类问题涉及: points back to what was said. */
export const POINTING = /^(?:此类|该类|这类|此|该|上述|以上)(?:问题|情况|现象)/u;

/** 现将典型问题通报如下: says that problems follow, and none. */
const ANNOUNCING = /^(?:现|特|兹)?(?:就|将|对)[^，；]*(?:通报|公布|曝光|反馈)(?:如下)?[：，。]?$/u;

/** What a statement before the names says is wrong: 连续两周未更新的有 → 连续两周未更新. */
export function statementIn(
  plain: string,
  stretch: TextStretch,
  known: Known,
): TextStretch | undefined {
  const words = beforeList(plain.slice(stretch.from, stretch.to).replace(/[。！？]$/u, ''), known);
  const end =
    stretch.from +
    words.replace(/的(?:有|是|为)[^，；未不无]{1,12}（$/u, '').replace(CONNECTOR, '').length;
  const clauses = cutAt(
    plain.slice(stretch.from, end),
    (char) => char === '，' || char === '；',
  ).map(([a, b]): TextStretch => ({ from: stretch.from + a, to: stretch.from + b }));
  const wrong = clauses.filter(
    ({ from, to }) =>
      ![POINTING, ANNOUNCING].some((one) => one.test(plain.slice(from, to))) &&
      toneOf(plain.slice(from, to), known) === 'problem',
  );
  const at = clauses.findLastIndex((one) => one === wrong.at(-1));
  const problem = clauses[at];
  if (problem === undefined) return undefined;
  // 运维标准不高，转载多、原创少，如: what stands right before the names goes on with it.
  const rest = clauses.slice(at + 1);
  const goesOn = rest.every(
    ({ from, to }) =>
      to - from >= 6 &&
      !AROUND.test(plain.slice(from, to)) &&
      toneOf(plain.slice(from, to), known) === 'none',
  );
  const last = { from: problem.from, to: goesOn ? (rest.at(-1)?.to ?? problem.to) : problem.to };
  const clause = plain.slice(last.from, last.to);
  const whom = WHOM.exec(clause)?.[0].length ?? 0;
  const counted =
    /(?:的)?(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|(?:政府)?网站|(?:微信)?(?:公众号|订阅号|服务号|视频号|小程序)|(?:新浪)?微博|抖音号?|快手号?|头条号?|客户端|单位|部门|乡镇|镇街)?(?:\s*（?(?:共|有|计)*\d+[个家](?:账号|单位|网站)?）?)?(?:的)?(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|网站)?(?:名单)?[，；、：。（\s]*$/u.exec(
      clause.slice(whom),
    )?.[0].length ?? 0;
  const found = { from: last.from + whom, to: last.to - counted };
  const isLeft = toneOf(plain.slice(found.from, found.to), known) === 'problem';
  return isLeft ? found : { from: last.from, to: last.to - counted };
}
