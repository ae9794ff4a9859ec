/** 分句: the clauses behind names that speak of them, up to where others are spoken of. */
import { COLUMN, NOT_ACCOUNT } from '../mention/item.ts';
import { beginsWithOffice } from '../mention/office/office-names.ts';
import { cutAt } from '../passage.ts';
import { type TextStretch, trimmedStretch } from './edges.ts';

/** What begins to speak of somebody else. */
const OTHERS =
  /^(?:对(?![外口台接应])|其余|其他|其它|剩余|各(?!项|类信息|有|存在|出现|自|占)|全[国省市县区州]|大部分|多数|所有|上述|以上|请|要求|希望|望|责令|我[办局单]|同时，?(?:对|请|要)|对此|为此|需|应(?!更)|下一步|按照要求|(?!未|不|无|没|该|其|主办|主管|运维|责任|网上|办事|个人|用户|信息|服务)\p{Script=Han}{1,14}?(?:局|委|(?<![开主承举经申代督创兴协])办|厅|镇|乡|街道|部门|政府|中心|管委会|联社|合作社|[妇残文科侨工]联|供销社|总?工会|团委|医院|[支大]队|保健院|卫生院|法院|检察院|图书馆|博物馆|文化馆|档案馆|管理站|服务站|学校|公司|集团)(?:(?:开设|开办|主办|运营|管理|公开|公示|制作|印发|起草|上传|推送|转载|编发|报送|上报|提供|录入|承办|负责|牵头|发布)的|[、和等\d]|的|“|《|专属|网页|专栏|栏目|\p{Script=Han}{2,10}(?:栏目|专栏|板块)|子站|存在|未|仍|有|在|发布|更新|长期|反馈|上报|报送|拒|政务新媒体|新媒体|微信|微博|抖音|公众号|网站|(?:首次|连续|多次|再次|已)(?![^，；]{0,4}(?:提醒|催|督|通知|约谈|反馈|交办))|被|则|一直|至今|只|仅|将(?:“|《)|把(?:“|《))|\p{Script=Han}{2,20}(?:平台|系统)(?:域名|网站|网址)|[^，；]+等(?:\d+|多)?[个家](?:账号|帐号|网站|单位|政务新媒体|公众号))/u;
/** 个别账号…, 一些未…, 另有3个账号…: said of accounts that nobody names. */
const OF_NOBODY =
  /^(?:但|另外?|此外|同时|还|也|仍|且|并|发现)*有?(?:个别|部分|一些|有的|有些|少数|多数|大多数|绝大(?:多数|部分)|某些|不少|许多|几个|多个|\d+[个家])(?:[^，；。]{0,10}?(?:账号|帐号|新媒体|网站|公众号|微博|抖音|视频号|平台|单位|部门|乡镇|县区|地方|[局委镇乡])|(?=[未不无没仍还]|存在|出现|更新|长期|超过))/u;
/** 政务新媒体未…: begins to speak of accounts in general. */
const OF_A_KIND =
  /^(?:但|另外?|此外|同时)*(?:政府网站|政务新媒体|新媒体|微信公众号|政务微博)(?:账号)?(?:方面|存在|未|不|无|更新|出现)/u;
/** “某某平台”作为…: quotes at the head of a clause name somebody else, unless they name a column. */
const NAMED =
  /^(?!“[^“”]*(?:信箱|热线|专题|专栏|栏目|公告|公开|解读|动态|新闻|咨询|投诉|调查|征集|指南|目录|简介|职能|概况|留言|互动|查询|我(?:的(?!家)|要|想|为)[^“”]*)”)(?:“[^“”]*”[、和]?)+(?![“、和]|[下里中]的?“|(?:等)?(?:[两二三四五六七八九十几\d]+个)?的?(?:栏目?|专栏|板块|模块|频道|专题|页面|菜单|功能|链接|一栏|字样|问题|现象|信息|信箱|误|错|应[为是改]|写[成为]|改[成为]|表述|一词|[二两]字|等字|中的))/u;
/** 错别字1处、“乙发布”存在…: another that is named behind what was said, or a column of the same. */
const NEXT_QUOTED =
  /(?<=\d[处条个次篇项]|更新|回复|空白)、(?=“(?<name>[^“”，。！？；：]+)”[^“”，。；、]{0,8}?(?:存在|出现|未|超过?|更新|有\d|错))/gu;
/** 未备案的账号：… begins a list of others. */
const OF_OTHERS = /的(?:单位|部门|乡镇|账号|网站|栏目)(?:有|是|为|分别是|分别为)?：/u;
/** 从未更新5个，分别是“甲”、“乙”；: a list with its count, up to its end. */
const COUNTED = /\d+[个家][^，；“”]{0,6}，?(?:(?:分别|依次|名单)[是为]?|[是为有]|：)[^；]*；$/u;
/** 正常运营但未备案10个，: the count of the next, whose names are not told or follow. */
const NEXT_COUNTED = /^[^，；“”]{2,24}\d+[个家](?:账号|帐号|网站|单位)?[^\p{Script=Han}\d]*$/u;
/** Where another is named behind what was said; “政策解读”栏目, “简介” and “二十大”错写为… are of the one before. */
function nextNamed(predicate: string): number | undefined {
  return [...predicate.matchAll(NEXT_QUOTED)].find(({ index, groups }) => {
    const { name = '' } = groups ?? {};
    const behind = predicate.slice(index + `、“${name}”`.length).replace(/^（/u, '');
    return !COLUMN.test(name) && !NOT_ACCOUNT.test(behind) && !/^[的地]/u.test(behind);
  })?.index;
}

/** The clauses of a predicate that speak of the names before it, up to where it comes to others. */
export function ownClauses(plain: string, stretch: TextStretch): TextStretch[] {
  const { from, to } = trimmedStretch(plain, stretch);
  // 表述错误1处、|“石桥发布”存在错别字3处: what is said of the next begins behind 、 as well.
  const end = from + (nextNamed(plain.slice(from, to)) ?? to - from);
  const clauses = cutAt(plain.slice(from, end), (char) => char === '，' || char === '；').map(
    ([a, b]): TextStretch => ({ from: from + a, to: from + b }),
  );
  const kept: TextStretch[] = [];
  for (const clause of clauses) {
    const words = plain.slice(clause.from, clause.to);
    // …内容重复；|市应急局将账号密码交由第三方保管: behind a semicolon an office begins what is said of it.
    const isNext = plain[clause.from - 1] === '；' && beginsWithOffice(words);
    if (NEXT_COUNTED.test(words) && COUNTED.test(plain.slice(0, clause.from))) break;
    const isOther = (isNext || [OTHERS, NAMED].some((one) => one.test(words))) && kept.length > 0;
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
