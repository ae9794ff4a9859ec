/** 占比: 11个，占P% that does not follow from the totals beside it. */
import { flat } from '../division.ts';
import { type Finding, quoteAround } from '../finding.ts';
import { type Paper, type Passage, passagesOf } from '../paper.ts';
import {
  isRate,
  isTotal,
  type Percentage,
  percentagesIn,
  type Quantity,
  quantitiesIn,
  rateWritten,
  sumOf,
  written,
} from '../quantity.ts';
import type { Rule } from '../rule.ts';

/** A number and the share it is said to be. */
interface Portion {
  readonly part: Quantity;
  readonly percentage: Percentage;
}

function check(paper: Paper): Finding[] {
  const passages = passagesOf(paper);
  return passages.flatMap((passage, index) => {
    const before = passages[index - 1];
    const earlier = before === undefined ? [] : quantitiesIn(before.read);
    const quantities = quantitiesIn(passage.read);
    const portions = portionsIn(passage.read, quantities);
    return portions.flatMap((portion) => wrong(passage, portion, portions, quantities, earlier));
  });
}

/** N个，占P%; and 甲a个、乙b个，分别占P%、Q%, each to its own. */
function portionsIn(read: string, quantities: readonly Quantity[]): Portion[] {
  const percentages = percentagesIn(read);
  return percentages.flatMap((percentage, index): Portion[] => {
    const lead = /占(?:比|到)?(?:为)?[^，。；、（）\d]{0,14} ?$/u.exec(
      read.slice(0, percentage.at),
    );
    if (!lead || /约|近|超|逾|不足/u.test(lead[0])) return [];
    const before = quantities.filter(
      ({ at, end }) => end <= lead.index && !isInBrackets(read, at, lead.index),
    );
    const part = before.at(-1);
    const gap = part && read.slice(part.end, lead.index);
    if (!part || gap === undefined || /[。；]/u.test(gap) || flat(gap).trim().length > 14)
      return [];
    // A share of the whole country says nothing about the numbers of this text.
    if (/全国|全省|总量|总额/u.test(lead[0])) return [];
    if (!/分别$/u.test(gap) && !lead[0].includes('分别')) return [{ part, percentage }];
    const all = percentages.slice(index).filter((one, step, list) => {
      const last = list[step - 1];
      return last === undefined || /^[、和，]{1,2}$/u.test(read.slice(last.end, one.at));
    });
    const parts = before.slice(-all.length).filter(({ unit }) => unit === part.unit);
    return parts.length === all.length
      ? all.flatMap((one, step) => {
          const own = parts[step];
          return own ? [{ part: own, percentage: one }] : [];
        })
      : [];
  });
}

/** True for a number in brackets that are closed before `end`. */
function isInBrackets(read: string, at: number, end: number): boolean {
  return /^[^（）]*）/u.test(read.slice(at, end)) && /（[^（）]*$/u.test(read.slice(0, at));
}

function wrong(
  passage: Passage,
  { part, percentage }: Portion,
  portions: readonly Portion[],
  quantities: readonly Quantity[],
  earlier: readonly Quantity[],
): Finding[] {
  const siblings = portions.filter((one) => one.part.unit === part.unit);
  const isSibling = (one: Quantity) =>
    siblings.some((other) => other.part === one) &&
    !passage.read.slice(one.end, part.at).includes('其中');
  const wholes = [...earlier, ...quantities].filter(
    (one) => one.unit === part.unit && one !== part && one.value >= part.value && !isSibling(one),
  );
  // Parts that are listed with their shares often stand for everything, though nobody writes the sum.
  const sum = sumOf(siblings.map((one) => one.part.value));
  const agree = siblings.filter((one) => isRate(one.percentage, one.part.value, sum)).length;
  const candidates = [
    ...wholes.map((one) => ({ value: one.value, sure: isTotal(one) })),
    { value: sum, sure: siblings.length >= 3 && agree >= 2 },
  ];
  if (candidates.some(({ value }) => isRate(percentage, part.value, value))) return [];
  // The largest share is often bent by its last digit, so that all of them make 100%.
  const bent = sumOf(siblings.map((one) => one.percentage.value)) === 100;
  const digit = 10 ** -percentage.decimals;
  if (bent && candidates.some(({ value }) => distance(part, percentage, value) < digit)) return [];
  const [nearest] = candidates
    .filter(({ sure }) => sure)
    .toSorted((a, b) => distance(part, percentage, a.value) - distance(part, percentage, b.value));
  if (!nearest) return [];
  const right = rateWritten(part.value, nearest.value, percentage.decimals);
  return [
    {
      rule: portionsRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, Math.min(part.at, percentage.at), percentage.end),
      message: `占比写的是${written(percentage)}%，与所列数字不符`,
      expected: `${String(part.value)}÷${String(nearest.value)}为${right}%`,
    },
  ];
}

function distance({ value }: Quantity, percentage: Percentage, whole: number): number {
  return Math.abs((value / whole) * 100 - percentage.value);
}

const portionsRule: Rule = { id: 'portions', name: '占比与所列数字', check };
export { portionsRule as portions };
