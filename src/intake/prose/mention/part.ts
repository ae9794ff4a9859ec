/** 各自的栏目: 甲网站“信箱”、乙网站“投诉”栏目超期: names of a list that have parts of their own, of which the same is said. */
import { WEBSITE_WORD } from './item.ts';
import type { Mention } from './mentions.ts';
import type { NamedMention } from './named.ts';
import { OFFICE_WORD } from './office/offices.ts';

/** The names of a list, and where they end. */
interface Group {
  mentions: Mention[];
  to: number;
}

/** 存在多个空白栏目 says what is wrong; it is the name of no column. */
const SAID = String.raw`(?!(?:(?!栏目|专栏|频道|板块)\p{Script=Han}){0,9}(?:存在|出现|有|未|没|无|空白|多个|大量|部分|个别|应更|超|仍|长期))`;
const PART_WORDS = String.raw`(?:的)?(?:网页|首页)?(?:(?:“[^“”]+”、?)+(?:等)?(?:\d+个|[两二三四五]个)?(?:栏目|专栏|频道|板块|专题)?|${SAID}\p{Script=Han}{2,10}(?:栏目|专栏|频道|板块))`;
/** Between two names: a part of the first. */
const PARTED = new RegExp(`^(?<part>${PART_WORDS})(?:、|，|和|与|及|以及)$`, 'u');
const OWN_PART = new RegExp(`^${PART_WORDS}`, 'u');
const countParts = ({ mentions }: Group): number =>
  mentions.filter(({ part, platform }) => part !== undefined && platform !== OFFICE_WORD).length;

/** 甲网站“信箱”栏目、乙网站“投诉”栏目: gives the last name its part, where the next one has its own. */
export function takePart(group: Group, between: string, behind: string): boolean {
  const own = group.mentions.at(-1);
  const part = PARTED.exec(between)?.groups?.['part'];
  const isEach = group.mentions.length === countParts(group) + 1;
  if (own === undefined || part === undefined || !isEach || !OWN_PART.test(behind)) return false;
  group.mentions.splice(-1, 1, { ...own, part });
  return true;
}

/** What is said of all that have parts begins behind the part of the last. */
export function takeLastPart(group: Group, behind: string): void {
  const own = group.mentions.at(-1);
  const part = OWN_PART.exec(behind)?.[0];
  if (own === undefined || part === undefined || countParts(group) === 0) return;
  if (own.platform === OFFICE_WORD) return;
  group.mentions.splice(-1, 1, { ...own, part });
  group.to += part.length;
}

/** 县政府网站, of which there is one; 全市政府网站 are many. */
const SITE =
  /(?<![全各])(?:\p{Script=Han}{2,3}(?=[县区旗](?:人民)?政府)(?<=(?:^|[。，：；])\p{Script=Han}{2,3}))?[省市县区州旗](?:人民)?政府(?:门户)?网站?(?!群)|(?<![\p{Script=Han}\d])[县市区州旗](?:门户)?网站(?!群|信息)/u;
/** Between a website and the office that has a column of it. */
const NEXT_TO = new RegExp(
  `(?<site>(?:${SITE.source}))(?:方面|上|中|的|“[^“”]*”|等|栏目|专栏)*[：，]?$`,
  'u',
);
/** What a sentence is about, said at its head. */
const TOPIC = new RegExp(`^(?<site>(?:${SITE.source}))(?:方面|类)?(?:中|上)?：`, 'u');
/** 县政府门户网站共有需更新栏目186个，其中应更新未更新的有5个：: the columns that are spoken of are its. */
const OF_ITS_OWN = new RegExp(
  `^(?<site>(?:${SITE.source}))(?:[^。；：“”]*(?:栏目|专栏|板块)[^。；：“”]*|[^。；：“”]*)：`,
  'u',
);
/** 超过3个月未更新的栏目：: columns follow. */
const LED = /(?:栏目|专栏|板块|频道)[^。；“”]{0,12}：$/u;
/** 县政府网站栏目巡查情况: the columns of one website are what the paper is about. */
const TITLED = new RegExp(`(?<site>(?:${SITE.source}))(?:各?栏目|专栏|内容保障|内容维护)`, 'u');
/** （一）区政府网站: the heading is the website. */
const WHOLE = new RegExp(`^(?:${SITE.source})(?:方面|类|栏目)?[。：]?$`, 'u');
/** 县政府网站共发布信息612条。…: which website the paragraph is about. */
const OF_SAME = /栏目|专栏|频道|板块|子网?站|网页|错别字|错误表述|错链|死链/u;
const OF_COLUMN = /栏目|专栏|频道|板块|子网?站|网页/u;
/** 大湾镇发布的2篇信息存在错别字: an error in a text that stands on the website. */
const OF_TEXT =
  /错别字|错敏|错误表述|表述错误|错链|死链|断链|暗链|误(?:写|为|作|将)|写成|泄露|(?:信息|稿件|文章|公告|附件|文件|链接|页面)[^，；]{0,10}(?:错|误|不符|失效|无法|打不开|泄|矛盾|不一致|重复)/u;
/** 简介中领导成员未更新, 正文缺附件: what stands on a website that is said to be spoken of. */
const OF_PAGE = /页面|简介|附件|正文|《|首页|图片|轮播|飘窗|下载|搜索|表格|日期|错误|有误|不准/u;
/** 未反馈, 逾期未整改, 来信未办: what an office did not do is its own, wherever it was found. */
const OWN_DEED = /反馈|整改|报送|自查|来信|留言|信件|工单|回复|答复|办[理结]/u;
/** 一、网站栏目: above it nobody says whose website it is, but the title may. */
const OF_SITES = /网站/u;

/** What is put up on a website, or answered there. */
const PUT_UP = /发布|上传|登载|刊登|公示|公开|公告|更新|信箱|留言|转办|答复|回复/u;
/** What an office owes to who checks it, and not to its readers. */
const OWED = /(?<!结果)反馈|整改|报送|自查|工单/u;
/** The kinds of places that a heading or a title may be about; the nearest that names one holds. */
const SOME_KIND = /网站|新媒体|公众号|微博|抖音|视频号|小程序|客户端/u;
const OTHER_KIND = /新媒体|公众号|微博|抖音|视频号|小程序|客户端/u;
/** The government's website, where nobody names it. */
const GOVERNMENT_SITE = '政府网站';

/** （一）政府网站: whether what is said is said of websites and of nothing else. */
function isUnderSites(headings: readonly string[], title: string): boolean {
  const nearest = [title, ...headings].findLast((one) => SOME_KIND.test(one));
  return nearest !== undefined && !OTHER_KIND.test(nearest);
}

/** 县审计局发布的报告存在错误表述, below 政府网站: whose website nobody says. */
function isOnSite(findings: readonly string[], isUnder: boolean): boolean {
  return findings.some(
    (words) =>
      /政府(?:门户)?网站?[上中里]/u.test(words) ||
      (isUnder && !OWED.test(words) && [PUT_UP, OF_TEXT, OF_COLUMN].some((one) => one.test(words))),
  );
}

/** A heading: its words, or the accounts that it is. */
interface Headed {
  text: string;
  subjects?: readonly NamedMention[];
}

/** The website that is a heading, or what the heading says. */
function siteOrText({ text, subjects = [] }: Headed): string {
  const site = subjects.find(({ mention }) => mention.platform === WEBSITE_WORD)?.mention.name;
  return site ?? text;
}

const withPart = (finding: string, { part = '' }: Mention): string =>
  finding.includes(part) ? finding : `${part}${finding}`;

/** 县政府网站方面：县民政局“社会救助”栏目…: notes of offices the website whose column they answer for, where it is named. */
export function markSites(
  named: readonly NamedMention[],
  plain: string,
  from: number,
  headings: readonly Headed[],
  title: string,
): void {
  const above = headings.map(siteOrText).findLast((one) => OF_SITES.test(one));
  const isTopic = TOPIC.test(plain) || WHOLE.test(above ?? '');
  for (const one of named) {
    const { mention, findings } = one;
    const before = plain.slice(from, mention.at);
    // 县政府网站：共发现问题7个。其中，县教育局…: what the paragraph is about.
    const near = NEXT_TO.exec(before) ?? TOPIC.exec(before) ?? TOPIC.exec(plain);
    const said = [near?.[0] ?? '', mention.part ?? '', ...findings];
    const isText = findings.some(
      (words) => !OWN_DEED.test(words) && (OF_TEXT.test(words) || (isTopic && OF_PAGE.test(words))),
    );
    if (mention.platform !== OFFICE_WORD) continue;
    const head = OF_ITS_OWN.exec(before);
    const led = LED.exec(before)?.[0] ?? '';
    const isColumn =
      isText || [...said, head?.[0] ?? '', led].some((words) => OF_COLUMN.test(words));
    const own = head?.groups?.['site'];
    const same =
      own ?? (above === undefined ? undefined : SITE.exec(plain.slice(0, mention.at))?.[0]);
    const isSame = isColumn || said.some((words) => OF_SAME.test(words));
    if (same !== undefined && near === null && isSame) {
      one.site = same;
      if (head !== null) one.findings = findings.map((finding) => withPart(finding, mention));
      continue;
    }
    const isBelow = isUnderSites(headings.map(siteOrText), title);
    if (!isColumn && isOnSite(findings, isBelow)) one.site = same ?? GOVERNMENT_SITE;
    if (!isColumn) continue;
    const titled = TITLED.exec(title)?.groups?.['site'];
    const site = near?.groups?.['site'] ?? SITE.exec(above ?? '')?.[0] ?? titled;
    if (site === undefined) {
      if (isOnSite(findings, isBelow)) one.site = GOVERNMENT_SITE;
      continue;
    }
    one.site = site;
    // 县政府网站“部门动态”栏目，|县商务局未更新: which column stands before the office.
    const column = /“[^“”]*”(?:等)?(?:栏目|专栏)(?=，?$)/u.exec(near?.[0] ?? '')?.[0] ?? '';
    one.findings = findings.map((finding) =>
      led === '' ? `${column}${finding}` : withPart(finding, mention),
    );
  }
}
