/** 说的是谁: whether a sentence is about what it names, or only comes to it. */
import { WEBSITE_WORD } from './item.ts';
import type { Mention } from './mentions.ts';

/** A name behind these is not what the sentence is about. */
const OBJECT =
  /(?:没有|[仅只]保留|转载|转发|关注|链接[到的]?|参照|参考|学习|借鉴|来源于|引用|推送至|同步至?|对比|(?:未|没有)(?:及时|按[^，；]{1,8})?(?:开设|设置|设立|建立))(?:了)?$/u;
/** “既使”应为|“即使”: how a word is spelt. */
const SPELT =
  /(?:应(?:该)?[为是作改]|改[为成]|写[成为作]|[误错](?:写|用|打|录|拼|述|标)?[为成作]|(?:表述|替换|更正)[为成])：?(?:“[^“”]*”[、和与或]?)*$/u;
/** By means of, in: no subject where no quotation marks stand. */
const ADVERB = /(?:^|[^自现正])(?:在|对|由|将|把|于|向|到|从|以|按|用|与)$/u;
const MEANS = /(?:通过|利用|依托|借助|使用)(?:了)?$/u;

/** 问题是|“首页未更新”, and the next of “首页未更新”|“链接失效”: what is wrong, in quotation marks. */
const SAYS_WHAT = /问题(?:主要)?(?:是|为|有|在于)：?(?:“[^“”]{3,80}”[、，；和及与]?)*$/u;
const FAULT = /[未不]|无法|空白|失效|错误|缺|停|超期/u;

/** Whether a quote holds what is wrong, and no name. */
export function isFault(before: string, quote: string): boolean {
  return SAYS_WHAT.test(before) && FAULT.test(quote);
}

/** 链接指向已关停的|原区卫计局网站: where a link leads. */
const LEADS_TO = /(?:指向|跳转[到至]?|链接[到至]|转[到至]|误链)[^，。；：“”]{0,10}$/u;

/** What leads up to a name, and what its column is said to be, stand near it. */
const NEAR = 200;

/** “甲”视频号发布的内容与|“乙”|高度雷同: what the other is held against. */
const ALIKE =
  /(?:内容|信息|文章|稿件|推文|作品|视频|名称|头像|简介|栏目|菜单|功能|界面)(?:均|都|多|大多|大量|全部|基本|完全)*[与和同跟]$/u;
const TO_OTHER =
  /^(?:(?:微信)?(?:公众号|订阅号|视频号|小程序)|微博|抖音号?|快手号?|头条号?|账号|网站)?(?:账号)?的?(?:内容|信息)?(?:高度|完全|基本|大量|多处|严重|相互|较为|几乎)*(?:雷同|重复|相同|一致|相似|近似|同质|一样)/u;

/** 与|“甲”微信公众号长期发布相同内容 */
const HELD_AGAINST = /^[^，；。、和与及“”]{0,20}(?:相同|重复|雷同|一致|一样|近似|无区别|不符)/u;

/** Whether the sentence is about what is named, and does not only come to it. */
export function isSubject(mention: Mention, sentence: string): boolean {
  const before = sentence.slice(Math.max(0, mention.at - NEAR), mention.at);
  const behind = sentence.slice(mention.end);
  if (isFault(before, mention.name) || SPELT.test(before)) return false;
  if (OBJECT.test(before) || LEADS_TO.test(before) || before.endsWith('被')) return false;
  if (/[与和同]$/u.test(before) && /^(?:等)?相比/u.test(behind)) return false;
  if (ALIKE.test(before) && TO_OTHER.test(behind)) return false;
  if (/(?:^|[：，；])[与同跟]$/u.test(before) && HELD_AGAINST.test(behind)) return false;
  const isLoose = mention.platform === WEBSITE_WORD && sentence[mention.end - 1] !== '”';
  if (isLoose && (ADVERB.test(before) || MEANS.test(before))) return false;
  const isQuotedSite = mention.platform === WEBSITE_WORD && !isLoose;
  if (isQuotedSite && PARTS_OF.test(before)) return false;
  // 县政府网站方面，…: what it is about, whoever answers for it.
  if (isLoose && TOPIC.test(behind)) return false;
  // 垂直管理机构网站中，甲局网站…: which of them are spoken of.
  if (isLoose && OF_KIND.test(mention.name) && /^中[，的]/u.test(behind)) return false;
  // 政府网站28家: a count of them.
  return !(isLoose && /^(?:共计?|共有)?\d+[个家](?!栏目|页面|链接|频道)/u.test(behind));
}

/** “办事”栏目缺乏维护，其中“查询库”和|“收费一张网”无法访问: what stands in a column, whatever it is called. */
const PARTS_OF =
  /“[^“”]+”(?:等)?(?:\d+个)?(?:栏目|专栏|频道|板块|页面)[^。；]*[，；]其中，?(?:“[^“”]*”(?:栏目)?[、和与及]?)*“?$/u;
/** A kind of websites. */
const OF_KIND = /(?:机构|学校|部门|单位|企业)(?:政府)?网站?$/u;
/** Behind a website: it says what is spoken of, not who. */
const TOPIC =
  /^(?:(?:运行|检查|抽查|监测|普查|建设|管理|运维|内容|存在|的|主要|问题|和|与)*(?:方面|情况)|类)(?=[。：，；]|$)/u;
/** By means of the account something was said: who reads it has to see what is wrong with what. */
export function isMeans(before: string): boolean {
  return MEANS.test(before);
}
