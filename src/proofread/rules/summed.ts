/** 合计与前面的数: 检查网站1个、子站21个、账号45个，合计66个; 三类平台共抽查354个 behind what was looked at of each. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnySum, isNearTo } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { countsOther } from '../meaning.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

/** From here on the numbers are of something else, or there are more than are told. */
const OTHER = /其中|等(?=[，。；、\d])|另|还有|此外|分别占|占|平均|较|比|重复|交叉|同时/u;

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) =>
    paragraph.figures
      .filter((one, at, all) => one.scope < 0 && !one.compared && isTotal(one, all[at - 1]))
      .flatMap((total) => wrong(paragraph, total)),
  );
}

/** 三类平台共抽查354个，不合格32个: what is said next is of all of them as well. */
function isTotal(one: ToldFigure, before: ToldFigure | undefined): boolean {
  if (one.role === 'sum') return true;
  const gap = one.passage.read.slice(before?.end ?? one.at, one.at);
  return before?.role === 'sum' && one.said === 'failed' && /^，[^，。；]{2,8}$/u.test(gap);
}

function wrong(paragraph: FiguredParagraph, total: ToldFigure): Contradiction[] {
  const before = paragraph.figures.filter((one) => one.end <= total.at);
  const alike = before.filter((one) => one.kind === total.kind && one.role !== 'rough');
  if (alike.some(({ value }) => value === total.value)) return [];
  const row = rowBefore(before, total);
  const parts = row.length >= 2 ? row : saidAlike(before, total);
  const sum = exactSum(parts.map(({ value }) => value));
  if (parts.length < 2 || !isNearTo(total.value, sum)) return [];
  // What stands in one row is all of it; of what is told here and there some may be meant.
  if (row.length < 2 && isAnySum(total.value, parts)) return [];
  return [
    disagreement(summedRule.id, parts, total, {
      message: `前面各数相加，${sumInWords(parts.map(({ value }) => value))}，与“${total.label}${String(total.value)}${total.unit}”不符`,
      expected: `合计为${String(sum)}，或改正前面的数`,
    }),
  ];
}

/** 86人、92人、78人和104人，累计350人次: the row that ends right before the sum; 占54.8% may stand behind each. */
function rowBefore(before: readonly ToldFigure[], total: ToldFigure): ToldFigure[] {
  const { read } = total.passage;
  const row: ToldFigure[] = [];
  for (const one of before.toReversed()) {
    const next = row[0] ?? total;
    const gap = read
      .slice(one.end, next.at)
      .replace(
        /[，（]占[^，。；、（）]{0,8}\d+(?:\.\d+)?%）?[；，]?/u,
        row.length > 0 ? '、' : '，',
      );
    if (one.kind !== total.kind || one.compared || one.scope >= 0) break;
    if (/[。：！\n]/u.test(gap) || OTHER.test(gap)) break;
    if (row.length === 0 && !/^[^，；]{0,12}[，、]?，?[^，；]{0,12}$/u.test(gap)) break;
    if (row.length > 0 && !/^[^，]*[、和及][^，]*$/u.test(gap)) break;
    // 本次共检查门户网站1个、子站21个: the first of the row.
    if (one.role !== 'count' && !(one.role === 'sum' && row.length > 0)) break;
    row.unshift(one);
    if (one.role === 'sum') break;
  }
  const [first] = row;
  const isOfOne = row.every(
    (one) => one.said === first?.said || (one.label.length <= 1 && one.said === undefined),
  );
  const isGoing =
    total.said !== undefined && first?.said !== undefined && total.said !== first.said;
  return !isOfOne || isGoing || row.some((one) => countsOther(total, one)) ? [] : row;
}

const ALL = /[两二三四五六七八九][类级个种批]|各|上述|以上|前[两二三四五六七八九]/u;

/** 三类平台共抽查354个: all that was said of the kinds before. */
function saidAlike(before: readonly ToldFigure[], total: ToldFigure): ToldFigure[] {
  if (total.said === undefined) return [];
  const start = Math.max(0, total.at - total.lead.length - 14);
  const lead = total.passage.read.slice(start, total.at);
  const parts = before.filter(
    (one) =>
      one.said === total.said &&
      one.role === 'count' &&
      one.kind === total.kind &&
      !one.compared &&
      one.scope < 0 &&
      !countsOther(total, one),
  );
  const isTold = before.some((one) => one.said === total.said && one.role === 'sum');
  return ALL.test(lead) && !isTold && !OTHER.test(total.lead) ? parts : [];
}

export const summedRule: ProofRule = { id: 'summed', name: '合计与前面的数', check };
