/**
 * 样子: the last look at what a circular is read to say. A finding has to say by itself what is wrong, and a name has to
 * be one; what has not that shape is asked or listed as unread, never proposed and never dropped.
 */
import type { Known } from '../../record/known.ts';
import { addUnread, type NamedMention, type UnreadSentence } from '../mention/named.ts';
import { OFFICE_WORD } from '../mention/office/offices.ts';
import { plainOf } from '../passage.ts';
import { isGeneral, toneOf } from '../tone.ts';
import { saysDefect } from './defect.ts';
import { isFragment } from './finding.ts';
import { askItems } from './item.ts';
import { askLeft } from './left.ts';
import { saysMore } from './measure.ts';

/** 季度被点名后: words that began before where they were cut; 即日起…, 予以…, 拟…: what is done about it. */
const BEGINS =
  /^(?:疑似|季度|年度(?!报告|工作|预算|计划|总结)|半年度|月份|(?:自|从)?(?:即日|今日|今天|今)起|凡(?!客)|今后|下一步|拟(?!人)|将于|计划|决定|现将|予以|给予|(?:如果?|若|一旦)(?:有|再?次?出现|发生|遇|发现)|责令(?![^，；。]*(?:仍|未|拒))|建议|在全[省市县区州地盟旗]|[^，；。]{2,16}(?:还|又|另|再)(?:查出|发现|查到|监测到))/u;
/** 被点名后: what comes then is not said; 落后 and 滞后 are themselves what is wrong. */
const ENDS =
  /(?:(?<![落滞靠偏置])后|期间|过程中|之际|以来|[和与及或、，；：（“《]|(?<![未不])由于|的话|(?<=[\p{Script=Han}])的)$/u;
/** Measures, and what became of the account: 启动注销程序, 已将“甲”并入“乙”, 清理功能相近的账号. */
const OUTCOME =
  /(?<![未没尚有])启动[^，；。]{0,4}(?:注销|关停|整改|问责|整合|迁移)|^(?:现|均|都|目前|也)*已(?:经)?[将把][^，；。]*(?:并入|合并|整合|移交|归并|更名|注销|关停|下架|下线)|^(?:整合|清理|归并|清退|关停|注销|优化|规范)[^，；。未不没无]*(?:账号|帐号|网站|平台|公众号|新媒体)(?:$|，(?![^。]*[但却仍]))/u;
/** Somebody says it, of others or of all: 省级通报提出，…, 受访人员认为. */
const SPEAKER =
  /(?:通报|文件|办法|意见|方案|会议|人员|专家|记者|负责人|公告)(?:中)?(?:提出|指出|强调|认为|表示|介绍(?!信息|栏目|内容|页面|材料|资料))(?!的|[过了])/u;
/** 区生态环境局专属网页…: begins with somebody else. */
const OTHER =
  /^(?!其|该|本|主办|主管|责任|运维)\p{Script=Han}{1,14}?(?:局|委|办公室|厅|镇|乡|街道|中心|[省市县区镇乡州旗民]政府|管委会)的?(?:专属|门户|政府|官方)*(?:网页|网站|专页|公众号|微信|微博|抖音|“)/u;
/** 错别字12处、县交通局8处: comes to another before it ends. */
const NEXT_COUNTED =
  /、\p{Script=Han}{1,12}(?:局|委|办|厅|镇|乡|街道|中心|[县市区旗])(?:共|有)?\d+[处条个篇次份项件]/u;
/** 句容4县（市）政府门户网站: several. */
const SEVERAL =
  /\d+[省市县区州旗镇乡]|(?<=\p{Script=Han})[两三四五六七八九十][省市县区州旗](?=人民|政府|门户|网站|[（(]|$)|[（(][省市县区州][）)](?!$)|^等/u;
/** “瘦身”, “回头看”: what a campaign is called. */
const CAMPAIGN =
  /^(?:大?瘦身|减负|松绑|体检|大?扫除|回头看|指尖上?的?(?:形式主义|负担)?|零容忍|一刀切|双随机|晒单|红黑榜|关停潮|[一单][票项]否决|大考|阵痛|加减法)$/u;

/** 问题的函: the end of a title; 未报送整改报告 is what is wrong. */
const TITLE_END =
  /^(?![^]*(?:未|没|无|不|错|逾期|缺|迟))[^]*(?:的|问题|情况)(?:函|通报|通知|公告|报告|方案|办法|意见)$/u;
/** 问题的情况说明, 未更新问题持续跟踪督办, 存在的问题移交纪委: a problem that something was done about. */
const HANDLED =
  /(?:情况|现象)(?:已|将|均)?(?:纳入|列入)|(?:情况说明|(?:核查|调查|处理|处置|整改|复查|核实)(?:情况|结果|建议|意见|报告|说明))$|问题(?:及|和|与)?(?:的)?(?:整改|核查|调查|处理|处置|移交|转交|交办|持续|跟踪|督办|纳入|列入|提交|上报|进行|开展|建立|已由|由|责任(?:单位|人|部门))(?!不|未|滞后|缓慢|流于|敷衍|反弹)/u;
/** 未报送整改情况: what is missing. */
const NOT_GIVEN = /(?:未|没有|不)[^，；]{0,8}(?:报|交|提供|出具|作出|公开|公布|反馈|说明)/u;

/** 存在以下情况, 有关问题: says that something follows, or nothing at all. */
const NOTHING =
  /[？?]$|(?:以下|下列|如下)[^，。；]{0,10}(?:问题|情况|情形|不足|现象|隐患)$|^(?:的|等|有关|相关|存在|若干|其他|上述|此类|一些)*(?:问题|情况|现象|情形|不足)$/u;

/** 月港发布（微信）: the name of another, and nothing that is said. */
const IS_NAME =
  /^[@＠“]?[\p{Script=Han}A-Za-z\d]{2,20}”?（(?:微信|微博|新浪|抖音|快手|头条|今日|视频号|公众号|小程序|网站|APP|客户端|百家号)[^（）]{0,8}）$/u;
/** 对全市账号进行抽查，共抽查85个，发现问题9个: what was looked at, counted. */
const LOOKED_AT =
  /(?:抽|检|普|巡|排|核|复)查[^。]*发现(?:存在)?(?:问题|不合格)[^，；。]{0,10}\d|^[^，；。]{0,10}(?:问题|不合格)[^，；。]{0,6}占比|^(?:共|累计|合计)?(?:抽|检|普|巡|排)查[^，；。]{0,12}\d+[个家]/u;

/** 今日头条1个, 共发现问题7个: how many, and not what. */
const COUNTS_ONLY =
  /^(?:其中|共|有|涉及|累计|合计)*(?:政务)?(?:新浪微博|微博|微信|(?:微信)?公众号|订阅号|服务号|视频号|抖音号?|快手号?|(?:今日)?头条号?|小程序|客户端|APP|网站|账号|新媒体|单位|部门|乡镇)[^，；。未不无错]{0,4}\d+[个家][，；]?$|^(?:其中|共|累计|合计|全年|本[月季]度?)*(?:检查|抽查|监测|巡查)?(?:发现|存在|有|查出)(?:各类|疑似)?问题\d+[个处条项类][，；]?$|^[^，；。未无不错缺失误]*(?:列|梳理|发现|反馈|查出|交办)[^，；。未无不错缺失误]{0,4}问题\d+[个处条项类]$/u;

/** Whether words (as written) say by themselves what is wrong with the one they are said of. */
export function isFinding(words: string, isOffice: boolean, known: Known, isLeft = false): boolean {
  const plain = plainOf(words).trim();
  return (
    ![BEGINS, ENDS, OUTCOME, SPEAKER, TITLE_END, NOTHING, IS_NAME, LOOKED_AT, COUNTS_ONLY].some(
      (one) => one.test(plain),
    ) &&
    (!HANDLED.test(plain) || NOT_GIVEN.test(plain)) &&
    saysMore(plain, known) &&
    (isLeft || isGeneral(plain) || saysDefect(plain)) &&
    (isOffice || !OTHER.test(plain)) &&
    !NEXT_COUNTED.test(plain) &&
    !isFragment(plain) &&
    !['praise', 'mended'].includes(toneOf(plain, known))
  );
}

/** Whether words that were read as a name can be one. */
export const isNamed = (name: string): boolean =>
  [...name].length > 1 &&
  !/^[A-Za-z][.．、]|^(?:单项否决|不合格|一般性?问题|扣分|持续良好|已处置)/u.test(name) &&
  ![SEVERAL, CAMPAIGN].some((one) => one.test(name));

interface Read {
  named: NamedMention[];
  unread: UnreadSentence[];
}

/** What was read, with everything that has not the shape of a finding or a name asked or listed as unread. */
export function shaped({ named, unread }: Read, known: Known, isRules = false): Read {
  const lost = [...unread];
  askItems(named);
  const kept = named.flatMap((one) => {
    const isOffice = one.mention.platform === OFFICE_WORD;
    const [good, bad] = [true, false].map((is) =>
      one.findings.filter(
        (finding) => (!isRules && isFinding(finding, isOffice, known, one.isKeyed === true)) === is,
      ),
    ) as [string[], string[]];
    if (!isNamed(one.mention.name)) {
      if (one.findings.length + one.guesses.length > 0) tell(lost, one);
      return [];
    }
    if (bad.length === 0) return [one];
    if (good.length > 0 || isOffice) tell(lost, one);
    if (good.length > 0) return [{ ...one, findings: good }];
    return isOffice
      ? []
      : [{ ...one, findings: [], why: 'unclear' as const, guesses: [...bad, ...one.guesses] }];
  });
  if (!isRules) askLeft(kept, (words) => isFinding(words, false, known, true));
  return { named: kept, unread: lost.toSorted((a, b) => a.place.row - b.place.row) };
}

function tell(unread: UnreadSentence[], { sentence, place }: NamedMention): void {
  const isTold = unread.some((one) => one.sentence === sentence && one.place.row === place.row);
  if (!isTold) addUnread(unread, sentence, place);
}
