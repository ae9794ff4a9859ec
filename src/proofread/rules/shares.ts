/** 占比之和: shares and structures of a whole that make no 100%. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isRate, type Percentage, exactSum, percentageWords } from '../number/quantity.ts';
import { contextOf, type Share, sharesIn } from '../number/share.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => [
    ...sums(statement, sharesIn(statement), contextOf(statements, index).numbers),
    ...structures(statement),
  ]);
}

/** 甲占30%、乙占40%、丙占31% make more than everything. */
function sums(
  { text, passage, at, percentages, numbers: all }: Statement,
  stated: readonly Share[],
  around: readonly SaidNumber[],
): Contradiction[] {
  const wholes = [...all, ...around];
  if (/同比|环比|较上|比上|多选|同时|交叉/u.test(text)) return [];
  const shape = /占[^，。；、\d]{0,10}$/u;
  const isShare = (one: Percentage) => shape.test(passage.read.slice(at, one.at));
  const together = /分别(?:占|为)|占比(?:分别)?(?:为|是)/u.test(text) && /占/u.test(text);
  // 占 may be left out behind the first: 咨询类占77.18%，……，其他类0.01%.
  const isShort = (one: Percentage) =>
    /[，、；][^，。；、\d率比增降升长]{1,8}$/u.test(passage.read.slice(at, one.at));
  const marked = percentages.filter(isShare).length;
  const each = together
    ? percentages
    : percentages.filter((one) => isShare(one) || (marked >= 2 && isShort(one)));
  const [first] = each;
  const last = each.at(-1);
  if (!first || !last || each.length < 2 || each.length < percentages.length) return [];
  // 60岁及以上占22%，其中65岁及以上占15.6%: some lie inside others.
  if (/(?<=占.*)其中/u.test(text)) return [];
  const sum = exactSum(each.map(({ value }) => value));
  const slack = each.reduce((most, { decimals }) => most + 0.5 * 10 ** -decimals, 0);
  const numbers = stated.map(({ part }) => part.value);
  if (
    stated.length === each.length &&
    wholes.some((whole) =>
      stated.every(({ part, percentage }) => isRate(percentage, part.value, whole.value)),
    )
  ) {
    return [];
  }
  const pair = each.length === 2 && (numbers.length < 2 || sum > 100 + slack);
  // Much less than 100%: the rest was left out on purpose; two shares may be of different things.
  const least = /其他|其余|其它/u.test(text) ? 90 : 98;
  if (Math.abs(sum - 100) <= slack || sum < least || sum > 130 || (pair && sum > 115)) return [];
  return [
    {
      rule: sharesRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, first.at, last.end),
      message: `各项占比相加，${each.map(percentageWords).join('＋')}＝${String(sum)}，不是100%`,
      expected: '各项占比相加为100%',
    },
  ];
}

/** 三次产业结构12.4:30.9:56.7. */
function structures({ passage, text, at }: Statement): Contradiction[] {
  if (!/结构|构成|比重/u.test(text)) return [];
  const shape = /(?<![\d.：:])(\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){2,})(?![\d.：:])/gu;
  return [...text.matchAll(shape)].flatMap((match) => {
    const terms = match[0].split(/[:：]/u);
    const sum = exactSum(terms.map(Number));
    const decimals = terms.map((term) => term.split('.')[1]?.length ?? 0);
    const slack = decimals.reduce((most, one) => most + 0.5 * 10 ** -one, 0);
    if (Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > 15) return [];
    return [
      {
        rule: sharesRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, at + match.index, at + match.index + match[0].length),
        message: `结构各项相加，${terms.join('＋')}＝${String(sum)}，不是100`,
        expected: '各项相加为100',
      },
    ];
  });
}

export const sharesRule: ProofRule = { id: 'shares', name: '各项占比之和', check };
