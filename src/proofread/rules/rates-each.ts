/** 分别的率: 抽查网站14家、新媒体60个，比例分别为30%和20%, of 40 and 300 told elsewhere: one of them is made by nothing. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnyRate } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { isRate, type Percentage, percentageWords, rateWritten } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph, index, all) => {
    const near = [all[index - 1], paragraph, all[index + 1]].flatMap((one) => one?.figures ?? []);
    return rowsOfRates(paragraph).flatMap((row) => wrong(paragraph, near, row));
  });
}

/** 分别为91.7%和95%. */
function rowsOfRates({ passage, rates }: FiguredParagraph): Percentage[][] {
  const rows: Percentage[][] = [];
  for (const rate of rates) {
    const last = rows.at(-1)?.at(-1);
    const gap = last === undefined ? '' : passage.read.slice(last.end, rate.at);
    if (/^[、和及]$/u.test(gap)) rows.at(-1)?.push(rate);
    else rows.push([rate]);
  }
  return rows.filter(
    ([first, second]) =>
      second !== undefined &&
      /(?:率|比例|占比)[^，。；\d]{0,4}分别[为是达]*$/u.test(passage.read.slice(0, first?.at)),
  );
}

/** Whether two numbers of one thing make a rate. */
function isMade(rate: Percentage, near: readonly ToldFigure[]): boolean {
  const things = [...new Set(near.map(({ thing }) => thing))];
  return things.some((thing) =>
    isAnyRate(
      rate,
      near.filter((one) => one.thing === thing),
    ),
  );
}

function wrong(
  { passage, statements, figures }: FiguredParagraph,
  near: readonly ToldFigure[],
  row: readonly Percentage[],
): Contradiction[] {
  const [first] = row;
  const [rate, more] = row.filter((one) => !isMade(one, near));
  const statement = statements.find(
    ({ at, end }) => first !== undefined && first.at >= at && first.at < end,
  );
  if (rate === undefined || more !== undefined || statement === undefined) return [];
  const parts = figures
    .filter((one) => one.at >= statement.at && one.end <= (first?.at ?? 0) && one.scope < 0)
    .slice(-row.length);
  const place = row.indexOf(rate);
  const part = parts[place];
  if (parts.length !== row.length || part === undefined) return [];
  for (const { sentence } of figures) {
    const wholes = parts.map((one) => wholeOf(one, figures, parts, sentence));
    const whole = wholes[place];
    for (const isRest of [false, true]) {
      const countOf = (own: ToldFigure, all: ToldFigure): number =>
        isRest ? all.value - own.value : own.value;
      const isTold = row.every((one, at) => {
        const [own, all] = [parts[at], wholes[at]];
        if (own === undefined || all === undefined) return false;
        return (at === place) !== isRate(one, countOf(own, all), all.value);
      });
      if (!isTold || whole === undefined) continue;
      const count = countOf(part, whole);
      return [
        disagreement(
          ratesEachRule.id,
          [part, whole],
          { passage, at: rate.at, end: rate.end },
          {
            message: `比率写的是${percentageWords(rate)}%，与所列的${String(whole.value)}、${String(part.value)}不符`,
            expected: `${String(count)}÷${String(whole.value)}为${rateWritten(count, whole.value, rate.decimals)}%`,
          },
        ),
      ];
    }
  }
  return [];
}

/** The larger number of the same thing in a sentence. */
function wholeOf(
  part: ToldFigure,
  figures: readonly ToldFigure[],
  parts: readonly ToldFigure[],
  sentence: number,
): ToldFigure | undefined {
  return figures.find(
    (one) =>
      one.sentence === sentence &&
      !parts.includes(one) &&
      one.thing !== undefined &&
      one.thing === part.thing &&
      one.value > part.value,
  );
}

export const ratesEachRule: ProofRule = { id: 'rates-each', name: '分别的率与所列数字', check };
