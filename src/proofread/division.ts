/** 分项: which of the numbers behind a total are its parts, and whether they were meant to make the whole of it. */
import { type Quantity, sumOf } from './quantity.ts';

/** Words with which a clause stops being a part: changes, limits, and another cut through the same things. */
export const NO_PART =
  /较|比|同比|环比|增加|减少|下降|上升|涉及|每|至少|不少于|不低于|不超过|以上|以下|平均|限|又|同时|另外|多于|近|约|余|上年|去年|上季度|上月/u;
/** What is counted in several places makes more than the whole. */
export const OVERLAP = /同时|重复|交叉|兼有|多项|多个问题|项次|之一|既/u;

/** Of more numbers than these only the last are tried out: every one doubles the work. */
const MOST_PARTS = 12;

/** One quantity of the unit a clause, from `from` on, until a clause that is no part. */
export function partsIn(
  rest: string,
  after: readonly Quantity[],
  from: number,
  unit: string,
): { parts: Quantity[]; whole: boolean } {
  const parts: Quantity[] = [];
  let at = from;
  for (const clause of rest.split(/(?<=[、，；])/u)) {
    const here = after.filter((one) => one.at >= at && one.at < at + clause.length);
    at += clause.length;
    const [only] = here.filter((one) => one.unit === unit);
    if (NO_PART.test(clause)) return { parts, whole: false };
    if (only && here.length === 1) parts.push(only);
    else if (here.length > 0) return { parts, whole: false };
  }
  return { parts, whole: true };
}

/** The text with what stands in brackets blanked out, so that places stay. */
export function flat(text: string): string {
  return text.replace(/（[^（）]*）/gu, (inner) => ' '.repeat(inner.length));
}

export function areParts(total: Quantity, parts: readonly Quantity[]): boolean {
  return parts.length >= 2 && parts.every(({ unit }) => unit === total.unit);
}

/** The sum of the parts. */
export function added(parts: readonly Quantity[]): number {
  return sumOf(parts.map(({ value }) => value));
}

/** The first few parts make the whole; what follows cuts it another way. */
export function reached(total: Quantity, parts: readonly Quantity[]): boolean {
  return parts.some((_, index) => index > 0 && added(parts.slice(0, index + 1)) === total.value);
}

/** Whether some two or more of the numbers make `value`: 44个部门开设97个，12个县开设535个，合计632个 leaves some out. */
export function canMake(value: number, parts: readonly Quantity[]): boolean {
  let sums: { sum: number; count: number }[] = [{ sum: 0, count: 0 }];
  for (const part of parts.slice(-MOST_PARTS)) {
    sums = [
      ...sums,
      ...sums.map(({ sum, count }) => ({ sum: sumOf([sum, part.value]), count: count + 1 })),
    ];
  }
  return sums.some(({ sum, count }) => count >= 2 && sum === value);
}

function stem({ label, noun }: Quantity): string {
  return (label + noun).replace(/^(?:其中)?(?:有|为|是|的)?/u, '');
}

/** 合格 and 不合格, 已备案 and 未备案, or 其余: together they are everything. */
export function isComplement(parts: readonly Quantity[]): boolean {
  return parts.some((a) => {
    const said = stem(a)
      .replace(/^(?:已|按期|有)/u, '')
      .replace(/[^\u4e00-\u9fff]/gu, '');
    return parts.some((b) => {
      const other = stem(b);
      if (/^(?:其余|其他|剩余)/u.test(other)) return true;
      return said !== '' && ['不', '未', '非', '没有', '尚未'].some((no) => other === no + said);
    });
  });
}

/** 已整改 beside 未备案: two cuts through the same whole. */
export function differentCuts(parts: readonly Quantity[]): boolean {
  const done = parts.filter((part) => /^(?:已|按期|完成)/u.test(stem(part)));
  const rest = parts.filter((part) => !done.includes(part));
  const states = rest.every((part) =>
    /^(?:未|待|尚|正在|整改中|推进中|退回|长期|逾期)/u.test(stem(part)),
  );
  return done.length > 0 && rest.length > 0 && !states && !isComplement(parts);
}

/** The parts nearly make the whole (three or more of them: 80%), and nothing says that some were left out. */
export function isNearMiss(total: Quantity, parts: readonly Quantity[], rest: string): boolean {
  if (/等|主要|其余|其他|剩余|另/u.test(rest) || differentCuts(parts)) return false;
  const share = added(parts) / total.value;
  return parts.length >= 3 ? share >= 0.8 : share >= 0.9 && total.value >= 10;
}
