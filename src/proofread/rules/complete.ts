/** 全部与其余: a rate that says all, or not all, beside words that say the other: 未发现不合格网站，合格率98%. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { percentageWords } from '../number/quantity.ts';
import { type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** A rate, what says that none is left, and what says that some are. */
const KINDS: readonly (readonly [rate: RegExp, none: RegExp, some: RegExp])[] = [
  [
    /(?<!不)合格率(?:均|达|为|是|达到)*$/u,
    /未发现(?:存在)?不合格(?:的)?(?:政府)?(?:网站|政务新媒体|账号|单位)/u,
    /(?!)/u,
  ],
  [
    /整改(?:完成)?率(?:均|达|为|是|达到)*$/u,
    /(?!)/u,
    /(?:仍|尚|还)有(?:\d+|[一二两三四五六七八九十]+)[个条项处](?:问题)?(?:尚)?未(?:完成)?整改/u,
  ],
];

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) =>
    KINDS.flatMap(([rate, none, some]) => wrongIn(statement, rate, none, some)),
  );
}

function wrongIn(
  { passage, at, end, text, percentages }: Statement,
  rate: RegExp,
  none: RegExp,
  some: RegExp,
): Contradiction[] {
  const own = percentages.filter((one) => rate.test(passage.read.slice(at, one.at)));
  const [only] = own;
  // One rate alone is surely of what the sentence speaks of.
  if (only === undefined || own.length > 1) return [];
  const words = (only.value === 100 ? some : none).exec(text);
  if (words === null) return [];
  // Behind a semicolon another thing is spoken of.
  const between = [at + words.index, only.at].toSorted((a, b) => a - b);
  if (passage.read.slice(...between).includes('；')) return [];
  const said = {
    passage,
    at: at + words.index,
    end: Math.min(end, at + words.index + words[0].length),
  };
  return [
    disagreement(completeRule.id, [{ passage, at: only.at, end: only.end }], said, {
      message: `比率写的是${percentageWords(only)}%，同一句又写“${words[0]}”`,
      expected: only.value === 100 ? '比率低于100%，或改正文字' : '比率为100%，或改正文字',
    }),
  ];
}

export const completeRule: ProofRule = { id: 'complete', name: '全部与其余', check };
