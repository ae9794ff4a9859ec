/** 份额: numbers with the share of a whole that they are said to be. */
import { sharedPairs } from '../meaning.ts';
import { withoutBrackets } from '../scope.ts';
import type { Percentage } from './quantity.ts';
import { isAlike, mayBeAlike, type SaidNumber, type Statement } from '../statement.ts';

/** A number and the share it is said to be. */
export interface Share {
  readonly part: SaidNumber;
  readonly percentage: Percentage;
  /** What it is a share of, where the text says so: 总数, 年度投资计划. */
  readonly base: string;
}

/** The sentences before one, and the numbers that may be its wholes: those before, and totals in the next sentence. */
export function contextOf(
  statements: readonly Statement[],
  index: number,
): { before: readonly Statement[]; numbers: readonly SaidNumber[] } {
  const statement = statements[index];
  if (!statement) return { before: [], numbers: [] };
  const near = ({ passage }: Statement) =>
    passage.place.kind === 'paragraph' &&
    statement.passage.place.kind === 'paragraph' &&
    passage.block >= statement.passage.block - 6;
  const before = statements.slice(Math.max(0, index - 16), index).filter(near);
  const next = statements[index + 1];
  const behind = next?.passage === statement.passage ? next.numbers : [];
  const totals = behind.filter(({ label }) => /共|总|合计/u.test(label));
  return { before, numbers: [...before.flatMap(({ numbers }) => numbers), ...totals] };
}

/** 占总数的, 占比为, 完成年度计划的. */
const SAID =
  /(?:占(?:比|到)?(?:为)?[^，。；、（）\d]{0,14}|完成[^，。；、（）\d]{0,8}(?:计划|目标|任务)[^，。；、（）\d]{0,6}的) ?$/u;
/** 两类合计占: of several, not of the last. */
export const TOGETHER =
  /(?:合计|共计|总计|总共|一共|共|[前以上]*[两二三四五六七八九十\d]+[大]?[类项者种个位家]\S{0,2}) ?$/u;

/** N个，占P%; and 甲a个、乙b个，分别占P%、Q%, each to its own. */
export function sharesIn({ passage, at, numbers, percentages }: Statement): Share[] {
  const { read } = passage;
  return percentages.flatMap((percentage, index): Share[] => {
    const lead = SAID.exec(read.slice(at, percentage.at));
    if (!lead || /约|近|超|逾|不足|全国|全省/u.test(lead[0])) return [];
    // 占到60%: in tens, as one says it.
    if (/占到$/u.test(lead[0]) && percentage.value % 10 === 0) return [];
    const start = at + lead.index;
    // 约占总数的77%
    if (/(?:约|近|超|逾|不足)$/u.test(read.slice(at, start))) return [];
    const base = /(?:占|完成)(.*?)的?(?:比重|比例)?的? ?(?:为|是)?$/u.exec(lead[0])?.[1] ?? '';
    const before = numbers.filter((one) => one.end <= start && !isClosed(read, one, start));
    const part = before.at(-1);
    const gap = part && read.slice(part.end, start);
    if (!part || gap === undefined || /[。；]/u.test(gap) || TOGETHER.test(gap)) return [];
    // 平均每个304条，其中原创占比46%: the share of some of them, whose number is not told.
    if (/，其中\p{Script=Han}{2,}$/u.test(gap)) return [];
    // 有8个账号存在未提供互动功能的情况，占比44.4%: with nothing of its own before 占 the clause is still of the number.
    const far =
      /[，（] ?$/u.test(gap) && !/、/u.test(gap) && /^占(?:比|[^，。]{0,6}总数)/u.test(lead[0])
        ? 40
        : 14;
    if (withoutBrackets(gap).trim().length > far) return [];
    // 甲783件、乙579件、丙562件，占77%: the share of all three.
    const twin = before.at(-2);
    const isRow =
      twin &&
      /^[^，。；（]*、[^，。；（]*$/u.test(read.slice(twin.end, part.at)) &&
      mayBeAlike(twin, part);
    if (!/分别$/u.test(gap) && !lead[0].includes('分别'))
      return isRow ? [] : [{ part, percentage, base }];
    const all = percentages.slice(index).filter((one, step, list) => {
      const last = list[step - 1];
      return last === undefined || /^[、和，]{1,2}$/u.test(read.slice(last.end, one.at));
    });
    const parts = before.slice(-all.length).filter((one) => isAlike(one, part));
    if (parts.length !== all.length) return [];
    return all.flatMap((one, step) => {
      const own = parts[step];
      return own ? [{ part: own, percentage: one, base }] : [];
    });
  });
}

/** 乡科级干部问题5199起。其中，乡科级干部问题占总数的91.4%: the number stands in a sentence before. */
export function shareNames(
  { passage, at, percentages }: Statement,
  before: readonly Statement[],
): Share[] {
  return percentages.flatMap((percentage): Share[] => {
    const lead = /(?:^|[，。；：])([^，。；：\d]{4,20})占[^，。；、（）\d]{2,14} ?$/u.exec(
      passage.read.slice(at, percentage.at),
    );
    const name = lead?.[1];
    if (name === undefined || /约|近|超|逾|不足|全国|全省/u.test(lead?.[0] ?? '')) return [];
    const parts = before.flatMap(({ numbers }) =>
      numbers.filter(({ label }) => label.endsWith(name)),
    );
    const [part] = parts;
    return part && parts.length === 1
      ? [{ part, percentage, base: /占(.*)的 ?$/u.exec(lead?.[0] ?? '')?.[1] ?? '' }]
      : [];
  });
}

/** True for a number in brackets that are closed before `end`. */
function isClosed(read: string, { at, scope }: SaidNumber, end: number): boolean {
  return scope >= 0 && /^[^（）]*）/u.test(read.slice(at, end));
}

/** Whether a number is what the text calls the base of a share: 占收到申请总数 and 收到申请6200件. */
export function isBase(base: string, { label, noun }: SaidNumber): boolean {
  const name = base.replace(/总数|总量|总额|比重|全部|整个|其中|的|同期|全[市区县省州]|总/gu, '');
  return name.length < 2 || /总数|总量/u.test(base) || sharedPairs(name, label + noun) > 0;
}

/** The last digit cut off instead of rounded. */
export function isCut({ value, decimals }: Percentage, part: number, whole: number): boolean {
  const scale = 10 ** decimals;
  return Math.floor((part / whole) * 100 * scale) === Math.round(value * scale);
}

/** 年度投资计划 is a base that may be surpassed. */
export function isPlanned(base: string): boolean {
  return /计划|任务|目标/u.test(base);
}

/** Words of a number that stands for everything. */
export const TOTAL =
  /检查|抽查|抽检|普查|复查|监测|核查|共|总|合计|应|全区|全市|全县|参加|纳入|列入|发现|现有|排查|发放|收到|受理|交办|通报|诉求|的$/u;
