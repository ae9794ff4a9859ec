/** 猜栏: what an unknown column may be, by its title and by what stands in it. It is only offered, never taken. */
import type { ColumnId } from '../../schema/vocabulary.ts';
import { tidy } from '../words/wording.ts';
import { guessByTitle } from './column/sounding.ts';

const NAMED: readonly ColumnId[] = ['listed', 'host', 'finding', 'place', 'measures'];
/** What a title may sound like above accounts with their platforms. */
const MAY_NAME: readonly (ColumnId | undefined)[] = [undefined, 'platform', 'place', 'category'];
/** Titles that name what a row is about, be it an account or an office. */
const ABOUT = /对象$/u;

/** What recognises the content of a column; the words of the ledger and of deadlines are known elsewhere. */
export interface Recognises {
  isPlatform: (text: string) => boolean;
  isUnit: (text: string) => boolean;
  isFinding: (text: string) => boolean;
  isDeadline: (text: string) => boolean;
  /** An account that is named together with its platform, or several of them. */
  isAccount: (text: string) => boolean;
  /** The one platform that a title names: 微信公众号检查情况. */
  platformIn: (title: string) => string | undefined;
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
  if (most((text) => ADDRESS.test(text))) return 'ignored';
  if (most(recognises.isPlatform)) return 'platform';
  if (byTitle !== 'finding' && byTitle !== 'measures' && most((text) => PROGRESS.test(text)))
    return 'status';
  if (most(recognises.isFinding)) return byTitle === 'category' ? byTitle : 'finding';
  const isDay = byTitle === 'foundOn' || byTitle === 'closedOn';
  const isOther = isDay || byTitle === 'ignored';
  if (most(recognises.isDeadline)) return isOther ? byTitle : 'deadline';
  if (ABOUT.test(title) && most(recognises.isUnit)) return 'host';
  if (MAY_NAME.includes(byTitle) && most(recognises.isAccount)) return 'listed';
  if (byTitle !== undefined) return byTitle;
  if (most(recognises.isUnit)) return 'host';
  return OF_STATE.test(title) && most((text) => SOME_STATE.test(text)) ? 'status' : undefined;
}

/** www.jingan.gov.cn, https://weibo.com/jingan: where it is, and not what it is called. */
const ADDRESS = /^(?:https?:\/\/\S+|(?:[a-z0-9-]+\.)+(?:gov|com|cn|org|net)\b\S*)$/iu;

const STATE =
  /^(?:[有无是否]$|已|未(?![来央])|没|暂|尚|正在|[一二两三四五六七八九十百\d]+[个条次]?$)|(?:开通|开设|备案|注销|关停|停用|停更|停运|暂停|迁移|认证|登记|报备|建成|建设|运行|运营|维护|在用|使用|更新|完成|整改|正常|良好|优秀|较好|一般|较差|合格|达标|及时|活跃|规范)(?:中|了)?$/u;

/** 已开通, 正常, 2个: says how an account is or how many there are, and is not what one is called. */
export function isState(text: string): boolean {
  return STATE.test(tidy(text).replace(/[（(][^（）()]*[）)]$/u, ''));
}

/** 已办结, 整改中, 还没动: how far it is. */
const PROGRESS =
  /^(?:(?:已经?|未|尚未|还没有?|没有?|正在|正|待|基本|全部|部分)(?:整改|完成|办结|销号|办理|推进|进行|落实|解决|处理|处置|启动|改正|改|动)(?:完毕|完成|到位|中|了|完|好)?|(?:整改|完成|办结|销号|办理|推进|进行|落实|解决|处理|处置|改正)(?:完毕|完成|到位|中|了)|完成|办结|销号)$|^\d{1,3}%$/u;
/** 清理情况 over 未清理, 报结没有 over 已报结: a title that asks how far, above few words that answer. */
const OF_STATE = /(?:情况|状态|进[度展]|结果|没有?|与?否|吗)$/u;
const SOME_STATE = /^(?:(?:已|未|正在|尚未|待|拟|没|在|完)\p{Script=Han}{0,5}|是|否)$/u;

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
