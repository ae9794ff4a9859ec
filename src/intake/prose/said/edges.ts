/** 边上的话: what stands round what is said — counts, marks, connecting words — and is no part of it. */

/** A stretch of a sentence: offsets into its text. */
export interface TextStretch {
  from: number;
  to: number;
}

/** 等5个政务新媒体, 账号, 均: what stands between the names and what is said of them. */
const BEHIND =
  /^(?:[，、：；）\s]|（(?:“[^“”]*”[、和]?)+等?(?:栏目|专栏|板块|专题)?）|主办单位：?[^，；。]{2,16}，|（[a-z0-9.:/_-]+）|（(?:以下)?简称[^（）]*）|（\d+[次条处篇天个项]）|（(?:微信号|账号|微博号|ID|网址)：?[^（）]*）|（(?!存在|主要|问题)[^（）：]{1,8}：[^（）]*）|等(?:等)?(?:(?:\d+|[两二三四五六七八九十几]+)?[个家](?!月|工作日|小时|季度))?(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|网站|单位|平台)?|(?:\d+|[两二三四五六七八九十]+)[个家](?!月|多月|工作日|小时|自然|季度|以上|栏目|页面|链接|问题|错)(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|网站|微信公众号|单位|平台)?|账号|帐号|政务新媒体|(?:也|均|都|分别|还|就|则|已(?=超)|各)(?!为|是|系)|的(?=网站|网址|域名|栏目|认证主体|认证信息|头像|简介|账号名称|自动回复|评论区|私信|底部菜单|菜单栏|内容|问题|政务新媒体|新媒体|“|\p{Script=Han}{2,8}(?:栏目|专栏|频道|板块)|[^，；。、的“”]{0,8}(?:按钮|入口|功能|菜单|页面|推送|推文|文章|视频|作品|图片|稿件|直播|客服|字幕|封面|配图|标题|简介|头像|留言[板区]?|评论|名称|信息|公告|公示|通知|附件|地图|数据|电话|二维码|链接|版面|接口|搜索|服务))|被(?=通报)|中(?![国央心])|上(?![级报线传述季半一周个月年次轮]))+/u;
/** Without what stands between names and what is said of them, and without marks and connecting words at its ends. */
export function trimmedStretch(plain: string, { from, to }: TextStretch): TextStretch {
  const words = plain.slice(from, to);
  const behind = BEHIND.exec(words)?.[0].length ?? 0;
  const count = /^各?\d+[次条处篇天]，/u.exec(words.slice(behind))?.[0].length ?? 0;
  return edged(plain, { from: from + behind + count, to });
}

/** Nothing is said: marks, a count, a bracket (详见附件1). */
export function isBare(plain: string, stretch: TextStretch): boolean {
  const { from, to } = trimmedStretch(plain, stretch);
  return /^(?:(?:现|特|予以|被|在?全(?:[市县区省州盟旗]|地区|系统)(?:范围内)?|进行|给予)*通报(?:批评)?|（[^（）]*）|各?\d+[次条处篇天]|等|[，、。；：）])*$/u.test(
    plain.slice(from, to),
  );
}

/** 是错别字次数较多的单位: what is said stands between. */
const ARE_THOSE =
  /^(?<lead>(?:均|都|也)?[是为])[^，；]{2,40}(?<tail>的(?:单位|部门|乡镇|镇街|网站|账号|政务新媒体)[，；。]*)$/u;

/** Without marks and connecting words at its ends. */
export function edged(plain: string, { from, to }: TextStretch): TextStretch {
  const words = plain.slice(from, to);
  const those = ARE_THOSE.exec(words)?.groups;
  if (those !== undefined)
    return {
      from: from + (those['lead']?.length ?? 0),
      to: to - (those['tail']?.length ?? 0),
    };
  const lead =
    /^[，；、\s]*(?:均|都|也|还)*(?:存在|主要|发现|出现)?(?:以下|如下|下列|同一|同样|相同|共同|类似|主要|突出|具体)*的?问题(?:主要)?(?:是|为|有)?：|^[，；、\s]*(?:且|并|同时|但|而|其中|其|还|另)+(?=存在|出现|有|未|无|互|更|发|\d|[^，]{4})|^[，；、\s—–]+/u.exec(
      words,
    )?.[0].length ?? 0;
  const rest = words.slice(lead);
  const tail =
    /(?:[，；、。！？：\s（]|，?(?:其中|例如|比如|如|另外|此外|同时|以及)|(?<=[，；])(?:和|与|及)|(?<=上线运行|更新|运行|未[^，；。]{1,12})外)+$/u.exec(
      rest,
    )?.[0].length ?? 0;
  return { from: from + lead, to: Math.max(from + lead, to - tail) };
}
