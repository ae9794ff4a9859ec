/** 两类各单位: 错误表述5次、错别字6次，其中：甲局错误表述1次，乙局错别字1次…; each kind is the sum of what the units have of it. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const HEAD =
  /(?<one>\p{Script=Han}{2,20}?)(?<a>\d+)(?<unit>[个处次条件])[、，和]+(?<two>\p{Script=Han}{2,12}?)(?<b>\d+)\k<unit>[，。；]?(?:其中|分别(?:是|为)?)?[：，]{1,2}(?<rest>.+)$/u;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap((one) => wrong(passage, one)),
  );
}

/** The longest end of the words that the rest counts: 监测到错误表述 is of 错误表述. */
function kindOf(words: string, rest: string, unit: string): string | undefined {
  return [...Array(words.length - 1).keys()]
    .map((from) => words.slice(from))
    .find((end) => new RegExp(`${end}\\d+${unit}`, 'u').test(rest));
}

function wrong(passage: PlacedText, { text, at }: { text: string; at: number }): Contradiction[] {
  const match = HEAD.exec(text);
  const { one = '', two = '', a = '', b = '', unit = '', rest = '' } = match?.groups ?? {};
  if (
    match === null ||
    /各|等|分别|合计|共|主要|已|未/u.test(rest) ||
    !/其中|：|分别/u.test(match[0])
  )
    return [];
  const [first, second] = [kindOf(one, rest, unit), kindOf(two, rest, unit)];
  if (first === undefined || second === undefined) return [];
  if (first.endsWith(second) || second.endsWith(first)) return [];
  const counts = [...rest.matchAll(new RegExp(`(\\p{Script=Han}+?)(\\d+)${unit}`, 'gu'))];
  const sums = [first, second].map((kind) =>
    counts.filter(([, words = '']) => words.endsWith(kind)).map(([, , count]) => Number(count)),
  );
  // Something in the rest is of neither kind.
  if (sums.flat().length !== counts.length || counts.length < 3) return [];
  return [
    [first, Number(a), sums[0] ?? []] as const,
    [second, Number(b), sums[1] ?? []] as const,
  ].flatMap(([kind, said, parts]) => {
    const sum = exactSum(parts);
    if (sum === said || parts.length < 2 || Math.abs(sum - said) > Math.max(2, said * 0.3))
      return [];
    return [
      foundAt(
        matrixRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length - rest.length],
        `“${kind}”各项相加，${sumInWords(parts)}，与所写的${String(said)}不符`,
        `${kind}为${String(sum)}${unit}，或改正分项`,
      ),
    ];
  });
}

export const matrixRule: ProofRule = { id: 'matrix', name: '两类问题与各单位之和', check };
