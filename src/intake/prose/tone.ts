/** 语气: whether words say that something is wrong, that it is well, or that it was wrong and is mended. */
import type { Known } from '../record/known.ts';

export type Tone = 'problem' | 'mended' | 'praise' | 'none';

/** Words that sound like a problem and say that there is none. */
const HARMLESS: readonly RegExp[] = [
  /(?:未|没有|未曾|暂未)(?:再)?(?:发现|出现|发生|检测到|监测到|检查到|见|收到|超出|涉及|受到|产生)[^，；。]*/gu,
  /不存在[^，；。]*/gu,
  /(?:^|[均且也，；、]|目前)无(?!法|更新|内容|原创|互动|效|回应|回复|人|任何更新|信息|链接|功能|反馈|响应|备案)[^，；。]{0,12}/gu,
  /(?:及时|有效|妥善|积极|认真|按时|按期|全部|均)(?:进行)?(?:处理|处置|整改|解决|回复|回应|办理|纠正|修改|更正|清理|排查)了?[^，；。]*/gu,
  /不(?:断|仅|少于|低于|超过|同|含|定期|限于|但|遗余力|得|能|准)(?!更新|回复|正常|及时|有效|打开|访问)/gu,
  /不合格(?:政府)?(?:网站|账号|政务新媒体|率)?(?:为)?[0零]/gu,
  /零(?:差错|问题|通报|投诉)/gu,
  /问题(?:线索|导向|清单|台账|反馈|意识)/gu,
  /(?:避免|防止|杜绝|防范|严禁|禁止|消除)[^，；。]*/gu,
];

const MENDED =
  /(?:已|均已|全部|现已|也已|已经|业已)(?:全部|按要求|按时|按期|及时|立即|第一时间|督促|陆续|基本|在[^，；。]{1,10}内)*(?:完成)?(?:整改|改正|更正|修改|修复|恢复|销号|纠正|补充|清理|解决|处理完|处置)|(?<![未不没仍])整改(?:到位|完毕|完成)(?!率)|(?:当日|当天|当场|立即|随即)(?:完成)?(?:整改|改正|更正|修改|修复|删除)|予以销号/u;

/** Words for what is wrong, whatever it is about. */
const WRONG = new RegExp(
  [
    '未(?!来|成年|央|必)',
    '没有|从未|尚无|缺[少失乏位]|缺',
    '不(?:及时|更新|规范|合格|到位|足|够|准确|一致|符|完整|完善|健全|严|佳|高|强|畅|通|全|清|实|能|可用|可|正常|回复|回应|互动|统一|当|合理|应|力|积极|理想|备案|报备|按|对|同步|匹配|显示|运行|维护|友好|便|便捷|明|稳定|具备|予|开通|活跃|丰富|多|达标|符合|属实|存|安全|予以|整改)',
    '无(?:法|更新|内容|原创|互动|效|回应|回复|人|任何更新|信息|链接|功能|反馈|响应|备案)',
    '错(?!峰|时)|写成|误[为将作]|有误|差错|差(?!旅|异化)|缺陷|偏差|歧义|失真|遗漏|漏字|多字|别字|乱码|变形|混乱',
    '空白|滞后|过期|逾期|超期|超时|失效|打不开|泄露|泄漏|陈旧|老旧|旧稿|停更|断更|僵尸|睡眠|闲置|停滞|虚设|失管|失守',
    '违规|违反|擅自|私自|私开|瞒报|漏报|迟报|虚假|弄虚作假|(?<![节暑寒休请病年产])假(?![期日条])|冒用|抄袭|侵权',
    '广告|暗链|死链|断链|敏感|错敏|篡改|挂马|劫持|低俗|无关|(?:存在|有|出现)[^，；]{0,12}(?:风险|隐患|漏洞|水印|外链)',
    '缓慢|偏慢|偏低|偏少|较少|过少|太少|过低|较低|低于|少于|较差|雷同|单一|单调|薄弱|松懈|敷衍|推诿|拖延|迟缓|脱节',
    '重复(?:开设|发布|建设)|为零|为0|否决|扣分|批评|中断|瘫痪|报错|遮挡|模糊|最[后近]一?次?(?:更新|发布)|长期(?:不|未|无|停)',
    '漏[更审发校]|仍然?(?:以|为|未|无|存在|有|显示)|问题(?!的?整改|的?处理|的?答复|均|已|全部)',
    '超(?:过)?[0-9一二两三四五六七八九十半]+(?:个?(?:月|周|天|日|年|工作日|小时))',
  ].join('|'),
  'u',
);

const WELL =
  /(?:较|较为|比较|总体|整体|普遍|运行|情况|均)?(?<![不未欠没差法])(?<!不够|不太|没有|无法|不能|未能)(?:较好|良好|很好|优秀|优良|畅通|达标|合格|正常|规范|及时|到位|积极|稳定|领先|健全|完善|齐全|名列前茅|肯定|表扬|满分|靠前|有效|符合|达到|满足|好评|认可|活跃|丰富)/u;

/** What stands in quotation marks or a title says nothing of the account itself. */
function outside(plain: string): string {
  return plain.replace(/“[^“”]*”/gu, '“”').replace(/《[^《》]*》/gu, '《》');
}

/** What the words (plain form) say, all in all. */
export function toneOf(plain: string, known: Known): Tone {
  const words = HARMLESS.reduce((left, one) => left.replace(one, ''), outside(plain));
  const isWrong =
    WRONG.test(words) ||
    /(?:出现|存在|有|将|把)[^，；]{0,12}“”/u.test(words) ||
    known.phrases.read(words).problems.length > 0;
  if (isWrong) return MENDED.test(outside(plain)) ? 'mended' : 'problem';
  if (MENDED.test(outside(plain))) return 'mended';
  const isWell = WELL.test(outside(plain)) || words.length < outside(plain).length;
  return isWell ? 'praise' : 'none';
}

/** 不合格, 存在问题: says that something is wrong, not what. */
export function isSummary(plain: string): boolean {
  return /^(?:的|均|都|仍|被|判定为|评定为|为|是|检查|监测|抽查|结果|总体|账号|网站)*(?:不合格|不达标|存在(?:突出|较多|一些|一定|的|以下|主要|典型)*问题|单项否决|问题(?:账号|网站|较?突出)?)(?:的|名单|账号|网站|政务新媒体|情况)*$/u.test(
    plain,
  );
}
