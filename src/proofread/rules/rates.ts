/** 比率: 合格率为P% that does not follow from the numbers beside it. */
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
  written,
} from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { sentencesOf } from '../sentence.ts';

function check(paper: Paper): Finding[] {
  const passages = passagesOf(paper);
  return passages.flatMap((passage, index) => {
    const before = passages[index - 1];
    const earlier = before === undefined ? [] : quantitiesIn(before.read);
    const quantities = quantitiesIn(passage.read);
    return percentagesIn(passage.read).flatMap((percentage) =>
      namedRate(passage, percentage, quantities, earlier),
    );
  });
}

const NAMED = /([\u4e00-\u9fff]{2,12})率(?:分别)?(?:为|是|达到|达|仅为|仅|：)? ?$/u;

/** X率为P%: counts whose words hold X, over a total named before. */
function namedRate(
  passage: Passage,
  percentage: Percentage,
  quantities: readonly Quantity[],
  earlier: readonly Quantity[],
): Finding[] {
  const name = NAMED.exec(passage.read.slice(0, percentage.at));
  if (!name || /^(?:以上|以下|左右|的?目标|多)/u.test(passage.read.slice(percentage.end)))
    return [];
  const stem = stemOf(name[1] ?? '');
  const near = quantities.filter(({ at }) => Math.abs(at - percentage.at) < 120);
  if (explains(percentage, near, earlier)) return [];
  const [yes, no] = [
    near.filter((one) => says(one, stem)),
    near.filter((one) => denies(one, stem)),
  ];
  const unit = (yes[0] ?? no[0])?.unit;
  const isCandidate = (one: Quantity): boolean =>
    one.unit === unit && isTotal(one) && !yes.includes(one) && !no.includes(one);
  const totals = near.filter(isCandidate);
  // What the sentence itself counts comes before what was counted earlier.
  const sentence = sentencesOf(passage.read).find(
    ({ at, text }) => at <= percentage.at && percentage.at < at + text.length,
  );
  const own = totals.filter(
    ({ at }) => sentence && at >= sentence.at && at < sentence.at + sentence.text.length,
  );
  const total =
    own.findLast(({ at }) => at < percentage.at) ??
    own[0] ??
    totals.findLast(({ at }) => at < percentage.at) ??
    earlier.findLast(isCandidate);
  const part = total && partOf(yes, no, total);
  if (!total || part === undefined || part > total.value || part < 0) return [];
  return [
    {
      rule: rates.id,
      place: passage.place,
      quote: quoteAround(passage.text, Math.min(name.index, percentage.at), percentage.end),
      message: `比率写的是${written(percentage)}%，与所列数字不符`,
      expected: `${String(part)}÷${String(total.value)}为${rateWritten(part, total.value, percentage.decimals)}%`,
    },
  ];
}

/** The one count that says the word of the rate, else the total less the one that denies it. */
function partOf(
  yes: readonly Quantity[],
  no: readonly Quantity[],
  total: Quantity,
): number | undefined {
  const [said, denied] = [yes[0], no[0]];
  if (yes.length === 1 && said) return said.value;
  return yes.length === 0 && no.length === 1 && denied ? total.value - denied.value : undefined;
}

/** 全区政务新媒体合格率 → 合格: a known word of results, else the last two characters. */
function stemOf(words: string): string {
  const known =
    /(?:不合格|不满意|整改完成|有效回收|按期回复|按时办结|信息有误)$/u.exec(words)?.[0] ?? '';
  return known === '' ? words.slice(-2) : known;
}

function says({ label, noun }: Quantity, stem: string): boolean {
  const words = `${label}|${noun}`;
  const denied = new RegExp(`(?:不|未|没有|尚未|需|应|待)${stem}`, 'u');
  // 部门的账号合格率 names the rate and counts nothing.
  const said = new RegExp(`(?:${stem}|${stem.slice(-2)})(?!率)`, 'u');
  return said.test(words) && !denied.test(words);
}

function denies({ label, noun }: Quantity, stem: string): boolean {
  return new RegExp(`(?:不|未|没有|尚未)${stem}`, 'u').test(`${label}|${noun}`);
}

/** Any two numbers near by that give the rate: then it is right, whatever they are called. */
function explains(
  percentage: Percentage,
  near: readonly Quantity[],
  earlier: readonly Quantity[],
): boolean {
  return [...earlier, ...near].some((whole) =>
    near.some(
      (part) =>
        part.value <= whole.value &&
        part !== whole &&
        (isRate(percentage, part.value, whole.value) ||
          isRate(percentage, whole.value - part.value, whole.value)),
    ),
  );
}

export const rates: Rule = { id: 'rates', name: '比率与所列数字', check };
