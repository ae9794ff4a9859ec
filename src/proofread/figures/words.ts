/** 数的角色: what the words around a number make of it. */
import type { Stance } from '../meaning.ts';

export type FigureRole = 'count' | 'sum' | 'rest' | 'change' | 'mean' | 'extreme' | 'rough';

const SUM = /(?:共|合计|共计|总计|总共|累计|总数|总量)[^，。；：\d]{0,8}$/u;
const REST =
  /^(?:[^，。；：]{0,6})?(?:其余|剩余|余下|剩下|尚余|结余|还剩|尚剩)[^，。；：\d]{0,8}$|^余$/u;
const CHANGE =
  /(?<up>净增加?|增加|增长|上升|多出|新增加|增多|多|增)?(?<down>净减少?|减少|下降|压减|少|减)?了?$/u;
const MEAN = /平均|人均|日均|月均|每/u;
const EXTREME = /最[高低多少大小]|至少|至多|不少于|不超过|不低于|位居|排名|连续/u;

/** Whether a number is a sum, what is left, a change, a mean; else a count. */
export function roleOf(label: string, tail: string): { role: FigureRole; sign: number } {
  const { up, down } = CHANGE.exec(label)?.groups ?? {};
  if (MEAN.test(label)) return { role: 'mean', sign: 0 };
  if (EXTREME.test(label)) return { role: 'extreme', sign: 0 };
  if (up !== undefined || down !== undefined)
    return { role: 'change', sign: up === undefined ? -1 : 1 };
  if (REST.test(label)) return { role: 'rest', sign: 0 };
  if (SUM.test(label) && !/一共同|共同|公共|共享/u.test(label)) return { role: 'sum', sign: 0 };
  return { role: /^工作日|^日内/u.test(tail) ? 'rough' : 'count', sign: 0 };
}

/** What is said of a number, the first that fits; 不合格 before 合格. */
const SAID: readonly (readonly [said: string, words: RegExp])[] = [
  ['failed', /(?:不|未)(?:合格|达标)|触及单项否决|未达到?标准/u],
  ['unmended', /(?:尚未|仍未|未|没有)(?:完成)?(?:全部|按期)?整改|整改不到位/u],
  ['unopened', /未开[设通]|未备案|未公开|未报送|未反馈|未提交/u],
  ['under way', /正在(?:整改|办理)|在办|整改中|办理中/u],
  ['closed', /关停|注销|关闭|撤销|停用|撤并|退出|核减/u],
  ['opened', /新(?:开|增|设|建|注册|备案|申请|入驻|上线|接入|纳入)/u],
  ['mended', /整改(?:到位|完成|完毕|合格)|(?:已|完成)(?:全部)?整改|销号/u],
  ['passed', /合格|达标|运行正常/u],
  ['adopted', /采用|采纳|刊发|录用/u],
  ['done', /办结|办理完毕|答复|办复|回复/u],
  ['submitted', /报送|投稿|反馈|提交|上报/u],
  ['found', /发现|查出|查处|存在问题/u],
  ['checked', /检查|抽查|抽检|监测|普查|巡查|督查|复查|参评|参加考核/u],
  ['received', /收到|受理|接到|接收/u],
  ['running', /在运行|正常运行|现有|尚有|保留|在册|已开[设通]/u],
];

/** By the words right before a number, else its noun, else how it stands, else its clause. */
export function saidOf(
  label: string,
  noun: string,
  lead: string,
  tail: string,
  stance: Stance | undefined,
): string | undefined {
  const first = (words: string): string | undefined =>
    SAID.find(([, shape]) => shape.test(words))?.[0];
  return (
    first(label) ??
    first(noun) ??
    (stance?.about === 'pass'
      ? stance.sign === 'yes'
        ? 'passed'
        : 'failed'
      : (first(tail) ?? first(lead)))
  );
}

const TIME =
  /上[一个两]*(?:季度|月|年度?|半年|期|次|批|轮)|去年(?:同期)?|同期|前年|此前|本(?:季度|月|年度?|次|期)|今年|(?:\d{4}年)?(?:第?[一二三四]季度|[上下]半年)|\d{1,2}月份?|首[次轮批]|第[一二三四五六]次|年初|年末|年底|复查|回头看|全年/gu;

/** The last time that the words name. */
export function timeOf(words: string): string {
  return words.match(TIME)?.at(-1) ?? '';
}

/** Numbers of one kind may stand for one another. */
export function unitKind(unit: string): string {
  if (/^[个家所项处户宗座起]$/u.test(unit)) return 'things';
  if (/^(?:[名人位]|人次)$/u.test(unit)) return 'persons';
  if (/^[条件篇封单份]$/u.test(unit)) return 'pieces';
  return unit;
}
