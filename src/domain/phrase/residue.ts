/**
 * 余下的文字: the words between what was read. They must not say anything more about time: where they might, the
 * phrase is asked about rather than read without them.
 */

/** Words that lead to a date and say nothing else. */
const LEADING =
  /(?:(?:整改|完成|办结|报送)?(?:期限|时限|时间|日期)(?:为|是)?:?|:|务必|必须|应当?|须|需|请|要|力争|争取|确保|计划|拟|预计|原则上|最迟|最晚|不得?(?:晚|迟)于|截止(?:到|至|于)?|截至|限期|限于?|[于在至到])+$/u;
/** Words with 前, 后, 内, 起 or 止 that say nothing about time. */
const HARMLESS =
  /目前|当前|前端|前台|前期|提前|后台|后续|后勤|落后|滞后|善后|今后|内容|内部|内控|内审|[国省市区县镇乡街院]内|起草|起到|一起|引起|发起|停止|禁止|防止|终止|中止|举止|期间费|第1时间/gu;
const TIME = [
  /\d+(?:个|多|余|来|几)*(?:年|月|日|号|天|周|旬|季|时|点|工作日|自然日|小时|钟头|星期|礼拜|分钟)/u,
  /[〇零○一二三四五六七八九十百两几数半多]+(?:个|多|来)*(?:年|月|日|号|天|周|旬|季|小时|钟头|工作日|星期|礼拜)/u,
  /\d+[./:-]\d+/u,
  /(?:年|月|季度?|旬|周|星期)(?:底|末|初|终|中|份)/u,
  /[今明去当次翌后]年|[本上下当次这]个?(?:月|周|季|年|旬|星期|礼拜)|[今明昨当次]日|[今明昨后]天|今晚|工作日|节假日|[上中下]旬|[上下]班|[上下]午|凌晨/u,
  /[前后内起止]|之日|期满|届满|到期|期间|每[晚逢次小期当]|隔/u,
];

/** The words of a gap that may still say something about time, or undefined. */
export function timeLeft(gap: string): string | undefined {
  const words = gap.replace(LEADING, '').replace(HARMLESS, '·');
  return TIME.map((pattern) => pattern.exec(words)?.[0]).find((found) => found !== undefined);
}

/** Words of happenings: named right before a span they are what it counts from, with or without 后. */
const HAPPENING =
  /[^,;:()、\d]{0,16}(?:收到|接到|接收|签收|收文|送达|印发|下发|发文|发布|公布|通报|通知|反馈|交办|转办|移交|发现|检查|巡察|巡视|督查|抽查|审计|结束|停用|停更|注销|关停|开设|开通|上线|变更|批准|批复|审批|通过|验收|公示|公告|到期|成立|挂牌)[^,;:()、\d]{0,8}$/u;
const EVENT = /[^,;()\d]{0,20}?(?:之日起?|之时起?|当日起?|之后|以后|后|起)/u;

/** The event that a span counts from, as far as the words before it name one: 收到通知, 注销. */
export function eventIn(gap: string): string | undefined {
  const words = gap.replace(HARMLESS, '·');
  return EVENT.exec(words)?.[0] ?? HAPPENING.exec(words.replace(LEADING, ''))?.[0];
}
