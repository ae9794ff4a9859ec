/** 拿不准的话: words behind a list that do not settle whose they are, or whether they still hold; a person has to see. */

/** 一个未更新，一个未备案; 前者…，后者…: said of each of several by itself, and not in the order of a list. */
const BY_TURNS =
  /(?:一|[其另]中?一|有一)[个家处][^，；。]*[，；、]\p{Script=Han}{0,3}一[个家处]|前者|后者|[前后][一两二三四五六七八九十\d]+[个家者]|其中的?(?:[一二两三四五六七八九十\d]+[个家](?!栏目|专栏|链接|页面|附件|频道|板块|子|月|工作日)|部分|个别|有的)[^，；。]{0,12}(?=[未不无没仍还超长存出为已])|有[一二两三四五六七八九十\d]+[个家](?:账号|网站|单位|公众号)|有的[^。]*有的/u;

/** 已提前报备, 不在此次检查之列: a reason that those who check may have accepted. */
const EXCUSED =
  /已(?:提前|按规定|事先|依规|按程序|向[^，；。]{1,10})*(?:报备|申请|说明(?!书))|(?:属于?|系)(?:正常|合理|客观)|不在(?:本|此|这)次|豁免|免责|另行(?:通知|函告|通报|处理)|敬请|特此(?:公告|说明|告知)|保密(?:需要|要求|规定)|(?<!未)经[^，；。未]{2,16}(?:同意|批准)|不再列入(?=[，；。]|$)|可(?:以)?(?:申请|依规|按程序|依程序)[^，；。]{0,6}(?:注销|关停|整合|延期)|(?:法律?|条例|法规)规定|(?:暂|免于?)(?:扣分|通报)|正在(?:办理|申请|整改|改版|升级|迁移|建设|审核|处理|修复|注销)|(?:待|等待)[^，；。]{1,10}(?:后|再)|(?:计划|拟|准备|即将)[^，；。]{0,10}(?:注销|关停|关闭|整合|合并|迁移)/u;
/** 一度停更, 曾断更: was so; whether it still is nobody says. */
const ONCE =
  /一度|原先|原本|起初|(?<!不|未)曾(?!多次|再次|两次|经|被|反复|连续|因)|(?:当时|那时|往年|去年底前)/u;
/** 近年来, …等账号陆续停更: how things are in general. */
const IN_GENERAL =
  /^(?:待[^，；]*后，|\d{4}年(?:以前|之前|前)，|近年来|近些年|一段时间以来|多年来|有的地方|时下|如今|曾几何时)/u;
/** 确保“甲应急”…, 力戒“甲文旅”…, 取消“甲发布”…: somebody is to do something with it. */
const INTENDED =
  /(?:^|[，；、已要将])(?:确保|力戒|谨防|认真查找|查找|力争[^，；]*[将把]|指导|帮助|协助|推动|取消|支持|盯紧|聚焦|表彰|评选|围绕)(?:好|了)?$|(?:将|拟|计划|准备)(?![^，；]*(?:错|误|未))[^，；“]*对$/u;
/** 已提交备案申请，尚未审核通过 */
const PENDING = /已(?:提交|递交|提出)[^，；。]{0,8}申请(?![^。]*(?:超过|但))/u;
/** 除“甲”因账号迁移暂停更新外: why it is left out, not what is wrong. */
const LEFT_OUT =
  /(?:因|由于|鉴于)[^，；。]*(?:改革|调整|迁移|升级|改造|改版|合并|集约|注销|撤并|划转|更名|整合|维护)[^，；。]*外[，；。]?$/u;
/** 更新不及时问题明显好转: was wrong, and is less so. */
const BETTER =
  /(?<!未见|没有|并未|未能|未有|仍无|尚无|[未没无])(?:明显|有所|得到|大幅|逐步|持续|显著|初步)*(?:好转|改善|改观|缓解)|(?:问题|错误|差错|错别字|现象|死链|错链|逾期|空白)[^，；。]{0,6}(?:明显|有所|大幅|显著)(?:减少|下降|降低)|(?:明显|有所|大幅|显著)(?:提升|提高|增强)|(?<!(?:更新|原创|频[次率]|质量|数量|互动|回复|阅读)[^，；。]{0,4})(?:明显|大幅|显著)(?:减少|下降|降低)|(?:错误|差错|错别字|错敏字|死链|逾期)[^，；。]{0,4}(?:减少|下降|降低)了?(?:近|约|超|过)?(?:[一二三四五六七八九半]|\d)|降至|(?:未[^，；。]{1,6}|逾期|超期|错误|差错|投诉|问题|超时)[^，；。]{0,8}(?:同比|环比|较[^，；。]{1,6}|比[^，；。]{1,6})(?:下降|减少|降低)了?\d/u;
/** …，群众反映良好: what is missing was well left out. */
const PRAISED =
  /(?:反映|反响|评价)(?:良好|很好|较好)|好评|值得(?:肯定|推广|借鉴)|获[^，；。]{0,8}(?:表扬|肯定)/u;
/** 为戒: what happened to one, as a warning to all. */
const WARNING = /(?:为|引以为|作为)(?:戒|鉴|镜|训|警示|反面教材|教训)/u;

/** 甲局“造林”栏目和|乙局“防汛”栏目空白: what is said comes to another office before it ends. */
const OTHER_OFFICE =
  /(?:[、和与]|以及|(?<![不未没普涉波])及(?!时))(?!其|各|相关|有关)\p{Script=Han}{1,14}?(?:局|委|办|厅|镇|乡|街道|中心|政府|[妇残文科侨]联|供销社)(?:的?“|的?(?:门户|政府|官方)?(?:网站|官网|网页|子站|子网站|分站|微信|微博|抖音|公众号|视频号)|(?:“[^“”]*”)?(?:栏目|专栏|专题))/u;

const EARLIER =
  /(?:^|[，；])(?:对)?(?:上[一个]*[季月年期轮批]度?|去年|前期|此前|[一二三四]季度|\d{1,2}月份?|\d{4}年[^，；]{0,8})[^，；未不]{0,8}(?:不合格|(?:被?通报|点名|抽查发现|检查发现|存在问题))的?(?:[^，；“”]{0,4}(?:网站|账号|公众号|新媒体))?的?$/u;
/** 二季度不合格的“甲网”已申请永久下线: what was wrong then, and what has become of it. */
export const isOfEarlier = (lead: string, words: string): boolean =>
  EARLIER.test(lead) &&
  /^[^，；。“”]{0,12}(?:已|均|全部|现)/u.test(words) &&
  !/[未仍]|但|再次|反弹/u.test(/^[^；。]*/u.exec(words)?.[0] ?? '');

/** 也存在同样问题: which, was said before. */
export const isLikewise = (words: string): boolean =>
  /^[，：]?(?:也|亦|均|都|同样)*(?:存在|有|出现)?着?(?:亦同|同上|如此|(?:同样|相同|类似|上述|此类)的?(?:问题|情况|现象|情形|错误)(?!：)|(?:同样|类似)(?=[，；。]|$))/u.test(
    words,
  );

/** 健康指数为92.5，低于全市平均水平: how one did, and not what is wrong. */
export const isScore = (finding: string): boolean =>
  /^(?:共|总|综合)?得(?:分)?[为\d]/u.test(finding) ||
  /^[^，；。]{0,10}率[^，；。]{0,12}，(?:低于|优于|好于)(?:规定|标准|全)/u.test(finding) ||
  /(?:量|数|次|率)(?:少于|低于|高于|较|比)[^，；。]{0,4}(?:去年|上年|同期|上季|上月|上个月|全[省市县区州]|平均)/u.test(
    finding,
  ) ||
  /^[^，；。]{0,10}(?:指数|得分|评分|成绩|排名|合格率|办结率|达标率|占比)[^，；。未不错缺]*(?:，(?:低于|高于|排名?|位[列居]|居|为|较)[^，；。]*)*$/u.test(
    finding,
  );

/** Words that say by themselves that something is wrong. */
const PLAIN =
  /未(?!来)|不(?!断|仅|少|同|含)|无(?!障碍)|没|错|误|空白|为空|失效|超[过期时]|逾期|滞后|泄露|暗链|死链|广告|停更|停用|缺|漏|僵尸|过期|打不开|少|低|关闭|违规|擅自|雷同|重复|陈旧|慢|差|为[零0]/u;

/** 问题集中在以下…: a heading that says that something is wrong, and not what. */
export const saysNotWhat = (statement: string): boolean => !PLAIN.test(statement);

/** Whether a finding goes on to speak of another office. */
export const comesToOther = (finding: string): boolean => OTHER_OFFICE.test(finding);

/** 甲局运维较好；…长期不更新: whether what is praised comes to what is wrong behind a semicolon. */
export function isMixed(clauses: readonly string[], tones: readonly string[]): boolean {
  const wrong = tones.indexOf('problem');
  const isNext = clauses.slice(0, Math.max(wrong, 0)).some((clause) => clause.endsWith('；'));
  return isNext && tones[0] === 'praise';
}

/** Whether what is said of several names is said of each of them by itself, nobody knows of which. */
export function isByTurns(words: string, count: number): boolean {
  return count > 1 && BY_TURNS.test(words);
}

/** Whether what is said to be wrong is excused, or has become better. */
function isExcused(words: string): boolean {
  const reason = EXCUSED.exec(words);
  // 已申请关停，但尚未完成: the excuse does not hold.
  const isGiven =
    reason !== null && !/但|却|仍|尚|至今/u.test(words.slice(reason.index + reason[0].length));
  return isGiven || [PENDING, LEFT_OUT, BETTER, ONCE, PRAISED].some((one) => one.test(words));
}

/** Whether what is said is a warning to all, and reports nothing. */
export function isWarning(lead: string, words: string): boolean {
  return (
    (WARNING.test(words) && !/虽|[也亦同]样?应/u.test(words)) ||
    /(?:杜绝|防止|避免|严防|引以为[戒鉴])[^；。]*$/u.test(lead) ||
    /^(?:要|应|应当|必须|务必)[^，；]*以[^，；]*$/u.test(lead)
  );
}

/** 县林业局牵头整改“甲”更名未备案问题: who is to do it. */
const TO_MEND =
  /(?:牵头|负责|抓好|抓紧|协助|配合|督促|指导)(?:做好|完成|开展|落实)?(?:整改|解决|处理|纠正)(?:了)?$/u;
/** Whether what leads up to a name says that somebody is to do something with it, or speaks of all in general. */
export const isIntended = (lead: string): boolean =>
  INTENDED.test(lead) || TO_MEND.test(lead) || IN_GENERAL.test(lead.replace(/^[，；]/u, ''));

/** 请“甲”公众号尽快整改更新不及时问题: asked for, beside what is wrong. */
const isRequest = (lead: string, words: string): boolean =>
  /^(?:请|责令|要求|督促|建议|希望|敦促)[^，；]*$/u.test(lead) &&
  /尽快|立即|立行|限期|务必|抓紧|及时整改|认真/u.test(words);

/** 网民在“甲发布”公众号留言反映…: who speaks is not the account. */
const isOfReaders = (lead: string): boolean =>
  /(?:网民|网友|群众|市民|用户|读者|粉丝|公众(?!号|平台|账)|企业(?!号)|居民|村民|办事人)(?:\p{Script=Han}{0,4})?(?:(?:在|通过|于|给|向)(?:[^，；。“”]{0,10})?|(?:留言|反映|投诉|举报|发现|称|说|问(?!题)|质疑|吐槽)[^，；。“”]{0,4})$/u.test(
    lead,
  );

const IN_CASE = /^[^。]*，[^，；。]{0,8}(?:将(?!“|《)|则|应(?!更)|须|一律|自动)/u;
/** 如“甲发布”连续14天未更新，系统将预警: in case it were. */
export const isInCase = (lead: string, words: string): boolean =>
  /(?:^|[，；])(?:如|若|如果|倘若|一旦)$/u.test(lead) && IN_CASE.test(words);

/** 县信访局答复网民：“甲”微博私信功能关闭: what somebody was told. */
export const isAnswer = (lead: string): boolean =>
  /(?:答复|回复|回应|解释|告知|说明)(?:(?:网民|网友|群众|市民|来信人|来电人|投诉人|当事人|记者)(?:称|说)?[：，]|称?：)$/u.test(
    lead,
  );

/** 对“甲供销”微信公众号扣2分: what it cost, and not what for. */
export const isPenalty = (lead: string, words: string): boolean =>
  /^(?:对|给予|给)$/u.test(lead) && /^[^，；。“”]{0,12}扣\d/u.test(words);

/** …问题，县司法局…; not …问题，现予以通报. */
const DONE_ABOUT =
  /^[^，；。]*(?:问题|情况|现象|错误|差错|断更|逾期|超期)，(?!(?:现|特|在?全[县市区省州])*(?:予以|给予|进行|提出)?(?:通报|批评|点名|曝光))/u;
/** 针对“甲司法”微信公众号错别字问题，县司法局建立了制度: what was done about it; whether it still is, nobody says. */
export const isDealtWith = (lead: string, words: string): boolean =>
  /(?:^(?:对|针对|就|围绕)[^，；]*|[\p{Script=Han}](?:对|针对|就))$/u.test(lead) &&
  DONE_ABOUT.test(words);

/** 私自开通“甲”视频号: that it is there at all is what is wrong. */
export const OPENED =
  /(?<!不得|不能|不准|不许|严禁|禁止|避免|防止|杜绝|控制|清理|整治)(?:(?:在同一(?:个)?平台(?:上)?)?重复|私自|擅自|违规|未经(?:批准|审批|备案|报备|同意|许可|申请|报批|登记)，?(?:私自|擅自|自行)?)(?:新|又)?(?:开通|开设|开办|注册|设立)(?=了?$)/u;

/** 原有问题已整改，但又出现2处错别字: what comes after the mending is not mended. */
export const isAgainWrong = (words: string): boolean =>
  /(?:整改|改正|更正|修改|修复|恢复|解决|删除|完毕|到位|注销)[^，；]*[，；](?:但|又|仍|还|目前|实际|事实上|\p{Script=Han}{0,4}仍)/u.test(
    words,
  );

/** 虽已恢复更新，但再次停更: says by itself that it still is. */
export const isStillWrong = (words: string): boolean =>
  /^[^，；]{0,4}(?:虽|尽管)[^，；]*，(?:但|却|仍)/u.test(words) && !isExcused(words);

/** Whether what leads up to names, or what is said of them, does not settle whose it is, or whether it holds. */
export const isUnsettled = (lead: string, own: string): boolean =>
  isExcused(own) || isOfReaders(lead) || isRequest(lead, own) || isIntended(lead);

/** 如甲网的|“通知公告”栏目: a part of it, of which the statement says what is wrong. */
export const ONLY_PART =
  /^(?:的)?(?:“[^”]*”[、和]?)+(?:等)?(?:\d+个|[两二三四]个)?(?:栏目|专栏|频道|板块)?[、和与及，；。]*$/u;

/** 未通过|“甲教育”公众号转发: what is missing is said before the name. */
export const isNotThrough = (lead: string): boolean =>
  /(?:未|没有)(?:能|按要求|及时)?(?:通过|在|利用|使用|于)其?(?:官方)?$/u.test(lead);
