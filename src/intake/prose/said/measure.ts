/**
 * 不是问题的话: clauses that report what was done about it, what is asked of everybody, what is planned, who says it and
 * what kind of accounts they are. A finding may go on with them; it may not be nothing else.
 */
import type { Known } from '../../record/known.ts';
import { toneOf } from '../tone.ts';

/** Something is missing or still goes on: 责令整改后仍未整改 is no measure. */
const LACK = /未(?!来|央)|没有|仍|至今|拒不|逾期|不(?!得|予|再|准|断|仅|同)/u;

const LEFT = /未(?!来|央)|没有|仍|至今|拒不/u;

/** 不得重复开设, 严禁转发广告: whatever follows is forbidden, and reported of nobody. */
const FORBIDDEN =
  /^(?:(?![未没无错缺])[^，；]){0,16}?(?:不得(?!不|当|体)|不准(?!确|时|$)|严禁|禁止|切勿|务必|避免|严防|谨防|坚决杜绝)/u;
/** 应当及时回复, 须经批准, 要严格审核. */
const DUTY =
  /^(?:(?![未没无错缺])[^，；]){0,16}?(?:应当|必须(?!先?(?:登录|关注|注册|下载|输入|实名|授权|填|绑定))|(?<!必)须(?!先?(?:登录|关注|注册|下载|输入|实名|授权|填|绑定))|应(?=严格|及时|加强|尽快|立即|认真|指定|主动|依法|提供|做到|确保|由|于\d)|要(?=严格|及时|加强|尽快|立即|认真|进一步|切实|做到|确保|落实|以|引以|对照|坚决|高度|把|举一反三))/u;
/** 的问题予以通报: what is wrong stands before what is done about it. */
const PROBLEM_FIRST = /(?:问题|现象|情况|情形|行为|做法)(?:已|均|现|将|一律)*(?:予以|给予)/u;
/** 予以整合, 责令限期整改, 由主办单位关停注销, 建议合并. */
const MEASURE =
  /(?:予以|给予|一律|责令|责成|提请|由[^，；]{2,20}?(?=关停|注销|约谈|督办|问责|处理|整改|通报)|^(?:并|现|特)?(?:建议|要求|督促|敦促)|[已将拟现]对)[^，；]*(?:关停|注销|整合|归并|合并|迁移|撤销|清退|清理|下线|约谈|问责|追责|督办|批评|表扬|扣分|提醒|处理|处分|曝光|整改|改正|纠正|停更|通报|移交|挂牌)/u;
/** 我办将严格执行, 下一步持续优化. */
const PLAN =
  /^(?:下一步|今后|后续|接下来)|(?:^|[我局办委会县市区们位者司号月度年底])(?:将|拟|计划|打算)(?=严格|进一步|继续|按|对|于|提请|组织|开展|予以|适时|纳入|会同|强化|加强|持续|不断|及时|在\d|由|依|向|通过|启动|申请|关停|注销|整合|停|全面|定期)/u;
/** 11月10日前发布停更公告, 限3日内改正: by when somebody has to have done it. */
const TASK =
  /(?:^|[，、])(?:限|须|请|务必)?(?:于|在)?[^，；“]{1,12}(?:前|内|之前|以内)(?:要|须|应)?(?:完成|发布|改正|整改|恢复|提交|报送|上报|注销|反馈|修复|更正)/u;
/** 于4月22日起停更: announced; 自3月起停更, seen by those who check, is what is wrong. */
const ANNOUNCED = /^(?:将|拟)?于[^，；]{2,12}起(?:停|不再|暂停|关|注销|下线|迁)/u;
/** 宣布停更, 记者看到, 据悉. */
const SPEECH =
  /宣布|声称|声明称|(?:发布|发出)(?:公告|通告|声明|消息|启事)|公告称|回应(?:称|：)|答复称|解释称|客服|表示|坦言|透露|据(?:了解|悉|介绍|报道)|记者/u;
/** 逾期未回复的予以通报, 出现错误的追究责任: what happens to whoever does so. */
const CONDITION =
  /^[^，；]*[\p{Script=Han}]的(?:予以|给予|一律|限制|处以|责令|视为|将|依规|按规定|按照|追究|取消|由[^，；]{2,12}(?:约谈|督办|处理))|[一\d][次条处个篇](?:即|就|的)?(?:通报批评|约谈|追责|问责|扣\d+分)/u;
/** 客服回应：参保信息未显示…: whatever follows is an answer. */
const ANSWER =
  /^[^，；]{0,8}(?:客服|负责人|工作人员|编辑|主办单位)?(?:回应|答复|解释|说明)[：称说]/u;
/** 被通报的16家网站中, 大多为县级基层网站: which of them are spoken of. */
const KIND =
  /^[^，；]{0,4}被(?:通报|点名|抽查|检查)的|^(?:大多|多数?)为[^，；]*(?:基层|网站|账号|单位|部门|乡镇|级)$/u;
/** 修复失效链接, 剖析违规用电的教训, 提醒市民不泄露验证码: what it did, of what is wrong elsewhere. */
const ACTIVITY =
  /^(?:并|还|及时|积极|主动|持续|先后|已|也|定期|连续|集中|共|累计|主办单位|编辑部|运维人员|用[^，；]{1,6})*(?:审核(?!把关|不|流于|制度|机制|缺|未)|退回|拦截|封堵|堵塞|增设|发送|演示|解答(?!不|未)|提示：|修复|指导|提醒(?!后)|剖析|讲解|解析|揭露|揭示|点名|曝光|查处|打击|普及|科普|助力|坚持(?!不)|保持|通报(?:了|\d)|刊发|澄清|辟谣|以案|开设(?:了)?[^，；]{0,8}(?:“”|专栏|专题|栏目)(?!$|[^，；]*(?:空白|无内容|重复)))/u;
/** 对责任人罚款200元. */
const FINE = /(?:罚款|罚金|处罚|记过|警告处分|扣发)[^，；]*/u;
/** 为县级主账号, 由县融媒体中心运维. */
const STATUS =
  /^已(?:经)?(?:更名|改名|合并|并入|整合|迁移|划转|移交)|^旧?(?:名称|账号|平台)(?:已|同时)?停止使用|^(?:作?为|是|系|属于?)[^，；]*(?:主账号|账号|平台|窗口|渠道|阵地|载体)$|^(?:系|由)[^，；]*(?:运维|运营|管理|主办|负责|开办|自办|承担)$/u;

/** 患者投诉3起, 被网民质疑: what came of it. */
const COMPLAINED =
  /^(?:被)?(?:患者|群众|网民|网友|市民|用户|家长|企业|读者)[^，；]{0,4}(?:投诉|举报|反映|质疑)(?:\d+[起次件条人])?(?:，扣\d+分)?$/u;

function isAside(clause: string): boolean {
  if (COMPLAINED.test(clause)) return true;
  if ([FORBIDDEN, ANNOUNCED, KIND, CONDITION, ANSWER].some((one) => one.test(clause))) return true;
  if (ACTIVITY.test(clause) && !LEFT.test(clause)) return true;
  const modal = [DUTY, MEASURE, PLAN, TASK, SPEECH, STATUS, FINE].some((one) => one.test(clause));
  return modal && !LACK.test(clause) && !PROBLEM_FIRST.test(clause);
}

/** Whether words are nothing but what is done, asked, planned or announced. */
export function isAsideAlone(plain: string): boolean {
  const clauses = plain
    .replace(/“[^“”]*”/gu, '“”')
    .split(/[，；。]/u)
    .filter((clause) => clause !== '');
  return clauses.length > 0 && clauses.every(isAside);
}

/** Whether words in plain form say what is wrong beside what was done about it, asked, planned and announced. */
export function saysMore(plain: string, known: Known): boolean {
  const clauses = plain
    .replace(/“[^“”]*”/gu, '“”')
    .replace(/《[^《》]*》/gu, '《》')
    .split(/[，；。]/u);
  if (COMPLAINED.test(plain)) return false;
  if (!clauses.some(isAside)) return true;
  const left = plain.split(/[，；。]/u).filter((_, at) => !isAside(clauses[at] ?? ''));
  return toneOf(left.join('，'), known) === 'problem';
}
