/** 名单的一项: a name or several of a list, with the unit, platform and count that stand round them. */
import { hostIn } from './names.ts';
import { FAULT, type ProseToken } from '../tokens.ts';

/** The platform of what is named as a website. */
export const WEBSITE_WORD = '网站';

export interface Item {
  at: number;
  end: number;
  /** The token behind it. */
  next: number;
  names: string[];
  isQuoted: boolean;
  unit?: string | undefined;
  /** What leads up to it in the same words. */
  lead: string;
  /** 政务新媒体 stands in front of it. */
  isAccount?: boolean;
  /** 不合格账号： stands in front of it. */
  isAnnounced?: boolean;
  /** The platform in front of it and behind it. */
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** The words for a website behind it. */
  site?: string | undefined;
  /** Its platform in brackets. */
  tag?: ProseToken | undefined;
  /** What brackets behind it say is wrong. */
  said?: string;
  /** How often, behind it: 3处. */
  figure?: string;
  /** What is said of the list begins in the same words. */
  isLast?: boolean;
}

/** Between a name and its platform: 等3个, 这两个. */
const COUNT =
  /^(?:等(?:多)?|等?(?:这|共)?(?:\d+|[两二三四五六七八九十几]+)[个家]|的)?(?:单位|部门|县区|县市|市县|乡镇|镇街|[市县区]直部门|[县市区](?!人民)|地方)?的?$/u;
/** What a quoted string with such words behind it is not: an account. */
export const NOT_ACCOUNT =
  /^(?:等)?(?:[两二三四五六七八九十几\d]+个)?(?:的)?(?:子?栏目?|一栏|专栏|板块|模块|频道|专题|系统|平台|制度|机制|工作|行动|活动|现象|问题|情况|字样|错误|错别字|表述|漏[写字掉打录]|[多少]写|缺[字漏]|写成|写为|误写|误为|误作|误成|错作|错成|表述为|错写|改为|要求|原则|办法|规定|通知|清理|整治|精神|理念|短语|词语|等词|等字|等错|改成|应为|一词|二字|两字|一文|功能|专区|服务区|入口|事项|按钮|菜单(?!栏)|版块|图标|飘窗|弹窗|轮播图|链接|服务事项|(?:办事|服务)?指南|信息|稿件|文章|图片|留言|经费|[下里中]的?“|[下里]的?$)/u;

/** Parts of a website by their usual names. */
export const COLUMN =
  /(?:信箱|热线|专题|专栏|栏目|公告|公开|解读|动态|新闻|咨询|投诉|调查|征集|指南|目录|简介|职能|概况|留言|互动|查询)$|^我(?:的(?!家)|要|想|为)/u;

/** Without quotation marks and without a platform of its own. */
export const isOpenUnquoted = ({ isQuoted, suffix, tag, prefix }: Item): boolean =>
  !isQuoted && suffix === undefined && tag === undefined && prefix === undefined;

export function isMark(token: ProseToken | undefined, ...marks: string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}

/** What stands behind a name: its host, its platform in brackets, a count, its platform. */
export function takeBehind(item: Item, tokens: readonly ProseToken[]): void {
  takePlatform(item, tokens);
  takeUnit(item, tokens[item.next]);
  takeSaid(item, tokens);
  if (item.said !== undefined) takePlatform(item, tokens);
  // 甲网站1处、乙网站2处
  const count = tokens[item.next];
  const isCount = count?.kind === 'words' && /^各?\d+[次条处篇天]$/u.test(count.text);
  const behind = tokens[item.next + 1];
  // 甲教体（微信）5处、乙医保（微信）4处。
  const isTagged = item.tag !== undefined && item.tag.isForAll !== true;
  const isClosed =
    isMark(behind, '、', '，') ||
    (isTagged && (behind === undefined || isMark(behind, '；', '。')));
  if (!isCount || !isClosed) return;
  if (item.suffix !== WEBSITE_WORD && !isTagged) return;
  item.figure = count.text.replace(/^各/u, '');
  item.end = count.end;
  item.next += 1;
}

/** 县政府网站（责任单位：县政府办公室）, “甲畜牧”微信公众号（县畜牧中心） */
function takeUnit(item: Item, token: ProseToken | undefined): void {
  if (token?.kind !== 'aside') return;
  // （微信号：ncxf119）
  if (/^(?:微信|抖音|微博|快手|账号)?(?:号|ID|账号)：[\w-]+$/iu.test(token.text)) {
    item.end = token.end;
    item.next += 1;
    return;
  }
  const isBehind = item.isQuoted && (item.suffix ?? '') !== '';
  if (!isBehind && !/^(?:主办|主管|责任|运维)单位：/u.test(token.text)) return;
  const unit = hostIn(token.text);
  if (unit === undefined) return;
  item.unit ??= unit;
  item.end = token.end;
  item.next += 1;
}

/** 甲网站（首页未更新）, 甲发布（11天未更新）; of a name in quotation marks where the list goes on */
function takeSaid(item: Item, tokens: readonly ProseToken[]): void {
  const token = tokens[item.next];
  if (token?.kind !== 'aside' || !FAULT.test(token.text)) return;
  const next = tokens[item.next + 1];
  const isInList = next === undefined || isMark(next, '、', '；', '。');
  if (item.isQuoted && !isInList) return;
  item.said = token.text;
  item.end = token.end;
  item.next += 1;
}

function takePlatform(item: Item, tokens: readonly ProseToken[]): void {
  for (let token = tokens[item.next]; token !== undefined; token = tokens[item.next]) {
    if (token.kind === 'tag' && item.tag === undefined) {
      item.tag = token;
      item.unit = token.unit ?? item.unit;
      if (token.said !== undefined) item.said = token.said;
    } else if (
      token.kind === 'aside' &&
      isAddress(token) &&
      !item.isQuoted &&
      !item.names.includes('域名')
    ) {
      // 甲网（www.jia.gov.cn）, 甲工作平台域名（jia.gov.cn）
      item.names = item.names.map((name) => name.replace(/(?<=.{2})域名$/u, ''));
      item.suffix = WEBSITE_WORD;
      item.site = '';
    } else if (
      token.kind === 'aside' &&
      isHosted(item, token.text) &&
      tokens[item.next + 1]?.kind !== 'quote'
    )
      item.unit ??= hostIn(token.text);
    else break;
    item.end = token.end;
    item.next += 1;
  }
  if (item.tag !== undefined || item.suffix !== undefined) return;
  const count = tokens[item.next];
  const at = count?.kind === 'words' && COUNT.test(count.text) ? item.next + 1 : item.next;
  const token = tokens[at];
  const isName = item.prefix !== undefined && tokens[at + 1]?.kind === 'quote';
  if (token === undefined || isName) return;
  if (token.kind === 'platform') item.suffix = token.text;
  else if (token.kind === 'site') {
    item.suffix = WEBSITE_WORD;
    item.site = token.text;
  } else if (
    token.kind === 'generic' &&
    (item.isQuoted || count?.text.startsWith('等') === true) &&
    item.prefix === undefined
  )
    item.suffix = '';
  else return;
  if (tookTwins(item, tokens, at)) return;
  const behind = tokens[at + 1];
  const isClosed = item.site !== undefined && behind !== undefined && isAddress(behind);
  item.end = isClosed ? behind.end : token.end;
  item.next = isClosed ? at + 2 : at + 1;
}

/** “甲”（县水利局）, 甲（抖音号）（县水利局） */
function isHosted({ isQuoted, tag }: Item, text: string): boolean {
  return (isQuoted && !FAULT.test(text)) || (tag !== undefined && hostIn(text) !== undefined);
}

/** 同名新浪微博: the name before it, on another platform. */
export const OF_SAME_NAME = /^(?:其|该)?同名的?(?:官方|政务)?$/u;

/** “甲发布”微博、抖音号均未更新: one name on several platforms. */
function tookTwins(item: Item, tokens: readonly ProseToken[], from: number): boolean {
  const platforms = [tokens[from]?.text ?? ''];
  let at = from;
  let isSameName = false;
  while (isMark(tokens[at + 1], '、') || tokens[at + 1]?.kind === 'and') {
    // “甲”微信公众号及同名|新浪微博
    const isNamed = OF_SAME_NAME.test(tokens[at + 2]?.text ?? '');
    const twin = tokens[at + (isNamed ? 3 : 2)];
    if (twin?.kind !== 'platform') break;
    isSameName ||= isNamed;
    platforms.push(twin.text);
    at += isNamed ? 3 : 2;
  }
  const last = tokens[at];
  const next = tokens[at + 1];
  // “甲人社”微信公众号、抖音号（市人社局主办）：…
  const isHosted = next?.kind === 'aside' && hostIn(next.text) !== undefined;
  const isSaid =
    (isHosted && isMark(tokens[at + 2], '：')) ||
    isMark(next, '：') ||
    (next?.kind === 'words' &&
      /^(?:均|都|也|等|未|超|存在|更新|出现|长期|连续|无|不|因|[两二三]个)/u.test(next.text));
  if (last === undefined || at === from || !(isSaid || isSameName)) return false;
  item.tag = { ...last, kind: 'tag', platforms, isForAll: true };
  item.end = last.end;
  item.next = at + 1;
  return true;
}

/** （www.jia.gov.cn） */
function isAddress({ kind, text }: ProseToken): boolean {
  return (
    kind === 'aside' &&
    /^(?:网址：?|域名：?)?(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./-]*)?$/iu.test(text)
  );
}
