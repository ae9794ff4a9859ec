/** 占比与前数: 37家网站中，有11家，占27.9%; 处置85条，占排查总数的6.4%; 减少34家，集约化比例达79.3%: no number around makes the share. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnyRate, isMistyped } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { type Percentage, percentageWords, rateWritten } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

/** Right behind a number: ，占27.9%, （占…的6.4%）, ，降幅27.9%. */
const SHARE =
  /^[^，。；（）\d]{0,14}[，（](?<words>(?:占比?|比重|比例)[^，。；（）\d]{0,14}|[^，。；（）\d]{0,6}(?:降幅|增幅|减幅|压减率|减少率|比例)[^，。；（）\d]{0,4})$/u;

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph, index, all) => {
    const near = [all[index - 1], paragraph, all[index + 1]].flatMap(
      (one) => one?.figures.filter(({ compared, role }) => !compared || role === 'change') ?? [],
    );
    const found = paragraph.rates.flatMap((rate) => wrong(paragraph, near, rate));
    // Where several are off they are of another whole.
    return found.length > 1 ? [] : found;
  });
}

function wrong(
  { passage, figures }: FiguredParagraph,
  near: readonly ToldFigure[],
  rate: Percentage,
): Contradiction[] {
  const part = figures.findLast((one) => one.end <= rate.at);
  if (part === undefined || part.role === 'rough' || part.role === 'mean') return [];
  const words = SHARE.exec(passage.read.slice(part.end, rate.at))?.groups?.['words'];
  if (words === undefined || /约|近|超|不足|不到|同比|环比|逾/u.test(words)) return [];
  if (/^ ?(?:以上|以下|左右|以内|多)/u.test(passage.read.slice(rate.end))) return [];
  if (isAnyRate(rate, near)) return [];
  const isChange = /降幅|增幅|减幅|压减率|减少率/u.test(words);
  if (isChange !== (part.role === 'change') && !/比例/u.test(words)) return [];
  const right = figures
    .filter(
      (one) =>
        one.end <= part.at &&
        one.kind === part.kind &&
        one.value > part.value &&
        one.role !== 'rough' &&
        one.scope < 0,
    )
    .map((whole) => ({ whole, written: rateWritten(part.value, whole.value, rate.decimals) }))
    .toSorted(
      (a, b) => Math.abs(Number(a.written) - rate.value) - Math.abs(Number(b.written) - rate.value),
    )[0];
  // Digits that changed places, or one that is off.
  if (right === undefined || !isMistyped(percentageWords(rate), right.written)) return [];
  // 81% for 81.4% or 80.9%: cut off, not wrong.
  if (rate.decimals === 0 && Math.abs(Number(right.written) - rate.value) <= 1) return [];
  return [
    disagreement(
      shareOfRule.id,
      [part, right.whole],
      { passage, at: rate.at, end: rate.end },
      {
        message: `占比写的是${percentageWords(rate)}%，与所列的${String(right.whole.value)}、${String(part.value)}不符`,
        expected: `${String(part.value)}÷${String(right.whole.value)}为${right.written}%`,
      },
    ),
  ];
}

export const shareOfRule: ProofRule = { id: 'share-of', name: '占比与前面的数', check };
