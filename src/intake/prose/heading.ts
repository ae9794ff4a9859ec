/** 标题行: lines that say what stands below them, and lines that are the title of a table. */
import type { Known } from '../record/known.ts';
import type { NamedMention } from './mention/named.ts';
import { type OutlinePiece, withoutAnswer } from './outline.ts';
import type { TextStretch } from './said/edges.ts';
import { toneOf } from './tone.ts';

/** 甲区政务新媒体问题汇总表（第二季度）: no sentence on 甲区. */
export const isTableTitle = (plain: string): boolean =>
  /^[^，。；：]{4,60}(?:清单|台账|名单|一览表|汇总表|明细表|统计表|情况表|登记表|反馈表|问题表|分解表|分工表|问题汇总|情况汇总|明细|问题一览|情况一览)(?:（[^（）]*）)*$/u.test(
    plain,
  );

/** 政府网站和政务新媒体问题交办单: the title of the paper says of nobody what is wrong. */
const PAPER_TITLE =
  /^[^，。；：“”]{4,60}(?:交办单|督办单|整改单|通知单|反馈单|告知单|交办函|督办函|整改函)$/u;

/** A numbered line, or a short one that announces what follows. */
export function isHeading(
  { level, sentences, passage: { plain } }: OutlinePiece,
  known: Known,
): boolean {
  if (level > 0) return true;
  if (PAPER_TITLE.test(plain)) return false;
  if (sentences.length > 1) return false;
  const isShort = plain.length <= 40 && !/[。！]$/u.test(plain);
  const isTopic = /(?:方面|类|账号|网站|新媒体|公众号|微博|抖音|快手|名单)$/u.test(plain);
  const says = isTopic || toneOf(plain, known) === 'problem';
  return plain.endsWith('：') || (isShort && says);
}

/** 二、存在的主要问题, 但也发现一些不足：, 互动回应不到位。: what stands above says that something is wrong with those below. */
const FAULTS =
  /问题(?!导向|清单|台账|线索|整改|反馈)|不足|短板|薄弱|不规范|不到位|不及时|不力|不严|不高|不够|差距|反弹|缺失|违规|隐患|扣分|不合格|风险|不容忽视|失实|差错|错误|泄露|滞后|超期|“[^“”]{2,8}”/u;
/** 好的做法, 已完成整改的, 无问题的. */
const NO_FAULTS =
  /已(?:完成|全部|整改|改正)|(?:正面|先进|优秀)?典型(?!问题)|先进|红榜|(?<!亚|不)健康|(?<!不)(?:合格|达标)(?:的|账号|网站|名单|单位)|(?<!不)正常|无问题|没有问题|未发现|表扬|肯定|良好|优秀|运行正常|较快|靠前|已处置|经验|典型做法|亮点|成效|好的|要求|下一步|措施|基本情况|其[他它]情况|概况|建议|打算|安排|提示|说明|总体|整改(?:情况|进展|落实)|不属实/u;

function isAmidFaults(topics: readonly string[]): boolean {
  return (
    topics.some((one) => FAULTS.test(one)) &&
    !topics.some((one) => NO_FAULTS.test(withoutAnswer(one)))
  );
}

/** 一、总体情况, 三、工作提示: a short heading that says that no problems follow, below none that says so. */
function isOfElse(topics: readonly string[]): boolean {
  const headings = topics.filter((one) => one.length <= 30);
  return headings.some((one) => NO_FAULTS.test(one)) && !headings.some((one) => FAULTS.test(one));
}

/** 现将有关问题通报如下：, 但检查中也发现了一些问题。: problems follow, whatever headings stand between. */
const ANNOUNCES =
  /(?:问题|不足)[^，。；：]{0,10}如下[：。]$|(?:发现|存在|有|暴露出)[了着]?(?:以下|下列|如下|一些|不少|个别|部分|若干|诸多|几)(?:[几\d一二两三四五六七八九]?(?:个|方面|类|点))?的?(?:突出|共性|典型|主要|明显)?(?:问题|不足|短板|薄弱环节)[：。]$|(?:问题|不足)(?:也|仍|依然|还|仍然|同样)*(?:不容忽视|值得(?:注意|重视|关注)|需要(?:注意|重视))[：。]$/u;

/** Whether a sentence announces problems at the end of a paragraph without a number. */
export function announcesFaults({ level, passage: { plain } }: OutlinePiece, to: number): boolean {
  return level === 0 && to === plain.length && ANNOUNCES.test(plain.slice(-60));
}

/** Notes of those whom a sentence names whether what stands above, or leads up to them, says that problems follow. */
export function markAmid(
  named: readonly NamedMention[],
  groups: readonly { lead: TextStretch; mentions: readonly NamedMention['mention'][] }[],
  plain: string,
  topics: readonly string[],
): void {
  for (const { lead, mentions } of groups) {
    const before = plain.slice(lead.from, lead.to);
    const above = before.endsWith('：') ? [before] : [];
    const isAmid = isAmidFaults([...above, ...topics]);
    const isOutside = !isAmid && isOfElse([...above, ...topics]);
    for (const one of named)
      if (mentions.includes(one.mention)) {
        if (isAmid) one.isAmidFaults = true;
        if (isOutside) one.isOutside = true;
      }
  }
}

/** 五是“失管”。: what the point is about, and nobody's name. */
export const isQuotedTopic = (plain: string): boolean => /^“[^“”]{2,8}”[。：]$/u.test(plain);

/** 案例二：回复不当。: the heading of a point in its own line says that something is wrong with what follows it. */
export const saysFault = ({ passage: { plain }, sentences, level }: OutlinePiece): boolean => {
  const [from = 0, to = 0] = sentences[0] ?? [];
  const text = plain.slice(from, to);
  return level > 0 && text.length <= 20 && FAULTS.test(text) && !NO_FAULTS.test(text);
};

/** 有的账号“名不副实”。: what is wrong with those below, in quotation marks. */
export const isSomeAre = (plain: string): boolean =>
  /^(?:有的|个别|部分|一些|少数)[^，；。]{0,8}“[^“”]{2,8}”。?$/u.test(plain);
