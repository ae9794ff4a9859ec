/** 名: what may be the name of an account or a unit where no quotation marks say so, and what leads up to it. */
import { isOrganisation } from '../../words/unit-names.ts';

/** Words that lead up to a name: 检查发现, 其中, 存在问题的有 … */
const LEAD = new RegExp(
  `^(?:.*(?:发现|显示|可见|其中|例如|比如|诸如|譬如|包括|涉及|分别[是为有系]|[^，]的(?:有|是|为)|通报的|以及|同时|此外|另外|特别是|尤其是|新开办的|新开设的|(?:反馈|通报|曝光|运行|管理|负责|主办|运维|开设|开办|注销|关停|关闭|存在|位于|下属|所属|反映|备案|更新|整改|使用)的|导致|造成|致使|使得|(?<=[局委办室厅府心镇乡道门位])(?:对(?!外|口|台|接)|将|把|向(?!阳))))?(?:一是|二是|三是|四是|五是|六是|即|如|有(?!色|线|机)|为|是|除|针对|对|在(?!线)|将|把|于|因|由(?!于)|和(?!平|顺|田|林|县)|与|及|但|而|且|并|仍有|还有|另有|又|目前|近期|现|有关|经(?!开|济|信))*`,
  'u',
);

export interface Led {
  /** What stood before the name. */
  lead: string;
  name: string;
}

/** Cuts what leads up to a name from it. */
export function withoutLead(words: string): Led {
  const lead = LEAD.exec(words)?.[0] ?? '';
  return { lead, name: words.slice(lead.length) };
}

/** What a name does not begin with: it would be some of them, not one. */
const SOME =
  /^(?:严格|严肃|切实|认真|境外|外部|第三方|商业|不良|非法|赌博|其他|其它|异地|[—–-]|[县市区乡镇]{2,3}(?=$|[^县市区乡镇]*网)|部分|个别|有的|有些|一些|某些|少数|多数|大多|大部分|绝大|多个|各|全(?!州[县市]|椒|南县)[国省市县区州旗镇乡网部]|所有|本(?!溪)|我|该|其|此|这|那(?!曲|坡)|每|某|上述|以上|以下|下列|不少|许多|众多|多家|[两二三四五六七八九十几多]个|\d|第[一二三四五六七八九十百\d]+(?!师|团|中学|小学|人民医院|医院|幼儿园|实验|[一二三四五六七八九十百\d])|基层|有关|相关|唯[独有]|只有|仅|除(?!冰)|分别|由(?!拳)|未(?!央)|不(?!动产)|无(?!锡|为市|棣|极县)|没|非(?![物遗公])|已|仍|均|还|都(?!匀|江堰|昌|安|兰)|也|请|要(?!闻)|应(?!急)|经(?!开|济|信)|按|根据|通过|利用|依托|登录|关注|使用|监测|抽查|检查|共(?!和县|青)|约|见|附件|首页|包含|包括|整个|总体|目前|当前|现|原创|从(?!化|江)|近|超|上(?!\p{Script=Han}{1,2}(?:镇|乡|街道)|海|饶|虞|蔡|犹|思|林|高|栗|杭|城|甘岭|党)|下(?!\p{Script=Han}{1,2}(?:镇|乡|街道)|关|城|陆|花园)|截至|截止|属(?!地)|年|月(?!湖|\p{Script=Han}{1,2}(?:[县区市镇乡]|街道))|日(?!照|喀则|土县)|季度|同(?!仁|江|德|心|安|里))/u;
/** What no name has in it: a verb, a count, a word for the lot. */
const SAID =
  /(?<=[\p{Script=Han}日])(?<![自现实所内])在(?!线|水)|\d月|\d+天|断更|停更|(?<!部)部分|个别|某|一些|少数(?!民族)|存在|发现|出现|原因|在其|更新|备案|关停|注销|开设|开通|开办|新增|抽查|监测|通报|问题|账号|帐号|新媒体|不合格|合格率|栏目|发布信息|登记(?!中心|局|处)|纳入|负责的|了|等\d|等(?:单位|部门|乡镇|镇街|街道|县区|区县|县市|地方|地区)|以下|上述|要求|整改|公开(?!局|办)|共有|共计|报送|检测|检查|工作|情况|内容|未|无法|不及时|转载|转发|通过|进行|完成|被|关于|排查|附件|对[全县市各本]|\d+[篇件]|[<>|=]|不(?!动产)|错|利用|达到|导致|造成|(?<!社会|医疗|住房|后勤|服务|劳动)保障|做好|确保|提升|推进|实现|按照|全[省市县区州旗镇](?!旗)|发布[到在于至]|功能|链接|留言|加强|仍|较|[一二三四五六七八九十\d]+[个家条处次]|\d+$|[。“”《》]|(?:运行|在运行|现有|检查|开办)$/u;
/** 市级部门, 县直单位: kinds of offices. */
const KIND =
  /(?:[省市县州区乡镇国]级(?:部门|政府|单位)?|[省市县州区]直(?:部门|单位|机关)?|级|的|部门|单位|平台|官方|^政务|自治区|相关|有关|主要|系统|类型|其他|其它|境外|外部|第三方|商业|不良|非法|博彩|赌博|旧|移动|新闻|公众号|服务号|订阅号|小程序|视频号|对|由|在|将|把|和|及|各|个别|部分|一些|有的|某些|少数|[\p{Script=Han}][一某]|[一某两几多][个家些])$/u;

/** True where words, set without quotation marks, can be one account's or one website's name, of `least` characters. */
export function isName(words: string, least = 2): boolean {
  const name = words.trim();
  const length = [...name].length;
  return (
    length >= least &&
    length <= 28 &&
    /\p{Script=Han}/u.test(name) &&
    !SOME.test(name) &&
    !SAID.test(name) &&
    !KIND.test(name)
  );
}

/** 部分账号, 市级部门: words for several at once. */
export function isSome(words: string): boolean {
  return SOME.test(words) || KIND.test(words);
}

/** 县, 区, 镇 by itself in front of a name says where, not who runs it. */
const PLACE = /(?:[省市县区旗州盟]|新区|园区|开发区|高新区|示范区)$/u;

/** 县教育局主办的 */
const OF = /(?:主办|主管|开设|开办|运营|运维|管理|负责|下属|所属)?的?$/u;

/** The unit that stands in front of a name, or undefined where the words are none. */
export function unitIn(words: string): string | undefined {
  const { name: last } = withoutLead(words.replace(OF, ''));
  return isOrganisation(last) && isName(last) && !PLACE.test(last) ? last : undefined;
}

/** True where words in front of a name are the unit or place it belongs to, so that a list goes on behind them. */
export function isWhose(words: string): boolean {
  const { lead, name } = withoutLead(words.replace(OF, ''));
  return (
    lead === '' &&
    isName(name) &&
    (isOrganisation(name) || PLACE.test(name) || /委.{2,3}部$/u.test(name))
  );
}

/** （榆阳区卫生健康局主办） */
export function hostIn(aside: string): string | undefined {
  const host =
    /^(?:由|主办单位[：:]?|(?:主管|运维|责任|运营|开办)(?:单位|部门)[：:]?|(?:认证|运营|责任)主体[：:]?)?(?<host>[^：:]{3,30}?)(?:主办|主管|运营|运维|负责)?$/u.exec(
      aside,
    )?.groups?.['host'];
  return host !== undefined && isOrganisation(host) && isName(host) ? host : undefined;
}

/** Names with 和 in them are not cut at it. */
const WHOLE_AND =
  /(?:发展|人力资源|文化|规划|自然资源|住房|工业|农业|民族|卫生|城乡|市场|体育|教育|科学|退役军人|商务|水利|经济|信息化|投资|交通|林业|供销|旅游|环境|企业|财政|统计|档案|扶贫|生态)和|和平|和顺|和田|和林|^和县|和谐|[祥共泰人永义中平]和/u;

/** The names of an unquoted list of words without 、: 甲发布和乙发布. */
export function namesSaid(words: string): string[] {
  const cut = words.search(/[和与及]/u);
  if (cut < 0 || WHOLE_AND.test(words)) return [words];
  const parts = words.split(/以及|[和与及]/u);
  // 市粮食和物资储备局 is one office: what stands before 和 is none.
  const isOffice = (part: string): boolean => isOrganisation(part) || PLACE.test(part);
  const isList = !isOffice(parts.at(-1) ?? '') || parts.every(isOffice);
  return isList && parts.every((part) => isName(part)) ? parts : [words];
}
