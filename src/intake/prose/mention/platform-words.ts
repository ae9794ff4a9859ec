/**
 * 平台词: the words of a circular for a platform, those of the vocabulary and those that only look like one (…号, …APP).
 * What a word means is left to the reading of rows (record/platform.ts), which asks where it does not know.
 */
import { platformOf } from '../../../domain/issue/standing.ts';
import type { Known } from '../../record/known.ts';
import { patternOf } from '../../../text/notation/pattern.ts';

/** Written by offices and known as platforms everywhere, whatever a vocabulary maps them to. */
const COMMON = [
  '微信公众平台',
  '微信公众号',
  '微信公众账号',
  '微信订阅号',
  '微信服务号',
  '微信企业号',
  '微信视频号',
  '微信小程序',
  '微信公号',
  '微信号',
  '微信',
  '公众号',
  '公众平台',
  '订阅号',
  '服务号',
  '视频号',
  '小程序',
  '新浪微博',
  '腾讯微博',
  '人民微博',
  '微博',
  '抖音短视频',
  '抖音视频号',
  '抖音公众号',
  '抖音',
  '快手短视频',
  '快手',
  '今日头条',
  '头条',
  '小红书',
  '百家号',
  '百度贴吧',
  '贴吧',
  '哔哩哔哩',
  'B站',
  '知乎',
  '微视频',
  '微视',
  '西瓜视频',
  '喜马拉雅',
  '移动客户端',
  '手机客户端',
  '新闻客户端',
  '客户端',
  '移动应用',
  '手机应用',
  'APP',
];
/** Behind 微信 these are no account. */
const NOT_BEHIND = String.raw`(?!公众|公号|订阅号|服务号|视频号|群|工作群|朋友圈|支付|扫|端|公文|矩阵|办公|联系|方式|传播|平台(?!账号))(?:(?<=号)|(?!通知|推送))`;
/** 水情快报栏目: platforms whose name is a common word. */
const NEWS = new Set(['快报']);
const NOT_PLATFORMS = new Set(['其他', '未写明', '政府网站', '网站']);

const SITES =
  '政府门户网站|政务门户网站|门户网站|(?:政府|官方)?门户网(?!站)|政府网站|政务网站|官方网站|官网|网站|(?:政府|政务服务|政务|信息|交易|信息公开|资讯|服务|就业|人才|招商|普法|党建|文明)网(?!站)|(?<=[局委办厅会]|合作社|供销社|联社|中心|学院|医院|大学|图书馆|博物馆)网(?!站|络|格|点|友|民|页|信|址|吧|购|贷|约)';
const GENERIC =
  '政务新媒体(?:平台)?(?:账号|帐号)?|新媒体(?:平台)?(?:账号|帐号)?|政务(?:账号|帐号)|账号|帐号';

export interface PlatformWords {
  /** The platform that begins at an offset. */
  platformAt(plain: string, at: number): string | undefined;
  /** The words for a website that begin at an offset. */
  siteAt(plain: string, at: number): string | undefined;
  /** 账号, 政务新媒体: an account without its platform. */
  genericAt(plain: string, at: number): string | undefined;
  /** …号, …APP right behind a quoted name: a platform that nobody knows yet. */
  strangeAt(plain: string, at: number): string | undefined;
  /** True where words are a platform and nothing else. */
  isPlatform(words: string): boolean;
}

export function platformWords(known: Known): PlatformWords {
  const names = [...new Set([...COMMON, ...known.platforms.names])]
    .filter((name) => name.length >= 2 && !NOT_PLATFORMS.has(name) && !/网站$|官网$/u.test(name))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => `${patternOf(name)}${NEWS.has(name) ? '(?!栏目|专栏|频道|简报)' : ''}`);
  const one = `(?:官方|政务|政府|官微)?(?:${names.join('|')})(?:短视频)?(?:号(?!召|码|称))?${NOT_BEHIND}`;
  const platform = new RegExp(`(?:${one})(?:政务)?(?:账号|帐号)?`, 'iuy');
  const site = new RegExp(
    `(?<!子)(?:${SITES})(?![群民友址格络点]|页(?!面|脚|底)|内(?![容链部])|子站(?!存在|出现|未|无|均|仍|更新|长期|超|首页|有多?个))(?!上(?!发布|公开|刊登|未|的))(?!安全|信息报送|[一二三]级域名)`,
    'uy',
  );
  const quotedSite = /(?:网站|网(?!站))(?![群民友上页址格络点]|内(?![容链部])|信(?!息))/uy;
  const generic = new RegExp(GENERIC, 'uy');
  const strange =
    /(?:官方|政务)?(?!备案号|许可证号|等|和|与|及|的|[一二两三四五六七八九十几多]+[个家])(?:(?![的未无不为是表销编序文批字型证])[\p{Script=Han}A-Za-z]){1,5}?(?:号(?!召|码|称|线|牌)|APP|客户端)(?:账号|帐号)?/iuy;
  const at = (one: RegExp, plain: string, from: number): string | undefined => {
    one.lastIndex = from;
    return one.exec(plain)?.[0];
  };
  return {
    platformAt: (plain, from) => at(platform, plain, from),
    siteAt: (plain, from) =>
      (isPartOfName(plain, from) ? undefined : at(site, plain, from)) ??
      (plain[from - 1] === '”' ? at(quotedSite, plain, from) : undefined),
    genericAt: (plain, from) => at(generic, plain, from),
    strangeAt: (plain, from) => (plain[from - 1] === '”' ? at(strange, plain, from) : undefined),
    isPlatform: (words) => at(platform, words, 0)?.length === words.length,
  };
}

/** 县人民政府网站: 政府 ends the name, 网站 is the word for what it has. */
function isPartOfName(plain: string, at: number): boolean {
  return plain.slice(at - 2, at) === '人民' && /^政府(?:门户)?网站/u.test(plain.slice(at, at + 6));
}

/** 微博账号 → 微博: “account” says nothing of the platform. */
export function withoutAccount(words: string): string {
  return words.replace(/(?:政务)?(?:账号|帐号)$/u, '') || words;
}

/** The platforms of the names in the register that have one only. */
export function registeredPlatforms({ accounts, platforms }: Known): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { account } of accounts) {
    const title = account.kind === 'website' ? '网站' : platforms.title(platformOf(account));
    found.set(account.name, (found.get(account.name) ?? new Set()).add(title));
  }
  return new Map(
    [...found].flatMap(([name, [one = '', ...others]]) => (others.length > 0 ? [] : [[name, one]])),
  );
}
