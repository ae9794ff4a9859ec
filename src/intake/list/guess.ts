/** 猜栏: what an unknown column may be, by its title and by what stands in it. It is only offered, never taken. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import { bareText, tidy } from '../words/wording.ts';

/** In this order: the narrower wording first. */
const TITLES: readonly (readonly [RegExp, ColumnId])[] = [
  [/^(?:序号?|编号|项次|项目序号|问题序号|no|num)$/u, 'row'],
  // 工单号 over W26-0412, 佐证 over 截图1: how it is filed.
  [
    /(?:工单|单据|流水|档案|案卷|任务单?)号|编码$|佐证|凭证|截图|(?:销号|整改|证明|支撑)(?:依据|材料)|^(?:依据|附件|图片|照片)$/u,
    'ignored',
  ],
  [/^[一二三四]级指标|^(?:检查|考核|评估|监测)?指标(?:名称|项)?$/u, 'category'],
  [/点位|地点|位置|场所|部位|路段|工地|地址|(?:项目|工程)名/u, 'place'],
  [
    /责任人|负责人|联系人|电话|手机|备注|领导|督办|签字|签名|盖章|联系方式|得分|扣分(?!情)|分值/u,
    'ignored',
  ],
  [/配合|协办|协同|协助/u, 'assisting'],
  [/来源|渠道来源|交办|发现方式/u, 'origin'],
  [/销号.*(?:时间|日期)|(?:实际|整改)完成.*(?:日期|时间)$/u, 'closedOn'],
  // 检查时更新日期: since when nothing is new, not when it was found.
  [/(?:更新|发布|原创).*(?:时间|日期)/u, 'ignored'],
  [
    /(?:发现|检查|抽查|巡查|监测|通报).*(?:时间|日期)|^(?:首次|最早|初次)?(?:发现|监测|检出)(?:于|日)?$/u,
    'foundOn',
  ],
  [
    /时限|期限|限期|截止|办结|(?:完成|整改|计划|要求|预计|拟).*(?:时间|日期|时候)|何时/u,
    'deadline',
  ],
  [
    /状态|(?:完成|整改|进展|办理|落实|销号).*(?:情况|进展|与否|结果|成效)|是否.*(?:完成|整改|销号)|^(?:目前|最新|当前)?(?:进展|进度)$/u,
    'status',
  ],
  [/专项|批次|检查名称|任务名称|所属活动/u, 'campaign'],
  [/(?:问题|隐患|错误|缺陷).*(?:类别|类型|分类|种类|性质)/u, 'category'],
  [/措施|举措|对策|办法|意见|方案|整改要求|整改内容|如何整改|处理/u, 'measures'],
  [/问题|隐患|不合格|扣分|违规|情形|缺陷|不足|现象|表现|原因|错误|失分|事实/u, 'finding'],
  [/平台|渠道|媒体类|阵地(?!名)|类型|类别|载体/u, 'platform'],
  [/名称|账号|帐号|公众号|网站|新媒体|昵称|站点|栏目|客户端/u, 'listed'],
  [/单位|部门|主体|科室|机构|归口|乡镇|街道|县区|区县/u, 'host'],
  [/地点|位置|所在|项目|点位|区域|地址|场所|工程|学校|路段/u, 'place'],
];

const NAMED: readonly ColumnId[] = ['listed', 'host', 'finding', 'place', 'measures'];

/** What recognises the content of a column; the words of the ledger and of deadlines are known elsewhere. */
export interface Recognises {
  isPlatform: (text: string) => boolean;
  isUnit: (text: string) => boolean;
  isFinding: (text: string) => boolean;
  isDeadline: (text: string) => boolean;
}

/** The column that a title sounds like. */
export function guessByTitle(title: string): ColumnId | undefined {
  const text = bareText(title);
  return TITLES.find(([pattern]) => pattern.test(text))?.[1];
}

/** The column that most of its cells look like, else the one that its title sounds like. */
export function guessColumn(
  title: string,
  cells: readonly string[],
  recognises: Recognises,
): ColumnId | undefined {
  const texts = cells.map((text) => tidy(text).replaceAll('\n', '')).filter((text) => text !== '');
  const most = (is: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter(is).length * 5 >= texts.length * 3;
  const byTitle = guessByTitle(title);
  // 2 and 0 below 微信公众号 count accounts and name none; 已开通 says how it is.
  const areNamed = byTitle !== undefined && NAMED.includes(byTitle);
  if (areNamed && most((text) => /^\d+个?$/u.test(text))) return undefined;
  if (recognises.isPlatform(title) && most(isState)) return undefined;
  if (most(recognises.isPlatform)) return 'platform';
  if (most(recognises.isFinding)) return byTitle === 'category' ? byTitle : 'finding';
  const isDay = byTitle === 'foundOn' || byTitle === 'closedOn';
  const isOther = isDay || byTitle === 'ignored';
  if (most(recognises.isDeadline)) return isOther ? byTitle : 'deadline';
  if (byTitle !== undefined) return byTitle;
  return most(recognises.isUnit) ? 'host' : undefined;
}

const STATE =
  /^(?:[有无是否]$|已|未(?![来央])|没|暂|尚|正在|[一二两三四五六七八九十百\d]+[个条次]?$)|(?:开通|开设|备案|注销|关停|停用|停更|停运|暂停|迁移|认证|登记|报备|建成|建设|运行|运营|维护|在用|使用|更新|完成|整改|正常|良好|优秀|较好|一般|较差|合格|达标|及时|活跃|规范)(?:中|了)?$/u;

/** 已开通, 正常, 2个: says how an account is or how many there are, and is not what one is called. */
export function isState(text: string): boolean {
  return STATE.test(tidy(text).replace(/[（(][^（）()]*[）)]$/u, ''));
}

const TICK = /^(?:[√✓✔☑●v]|是|有|1)$/iu;
const NO_TICK = /^(?:|[×✗✘☐xX\-—/]|否|无|0)$/u;
/** Marks that each list explains for itself, or does not: 核实中, 轻微. */
const ODD_TICK = /^[○◎△▲◇◆□■☆★?？]$/u;

/** True for a column whose cells hold ticks and nothing else: its title is a problem. */
export function isTicked(cells: readonly string[]): boolean {
  const texts = cells.map((text) => tidy(text));
  return (
    texts.some((text) => TICK.test(text)) &&
    texts.every((text) => TICK.test(text) || NO_TICK.test(text) || ODD_TICK.test(text))
  );
}

/** True for a cell that is ticked; 'odd' for a mark that may mean something else. */
export function isTick(text: string): boolean | 'odd' {
  return ODD_TICK.test(tidy(text)) ? 'odd' : TICK.test(tidy(text));
}
