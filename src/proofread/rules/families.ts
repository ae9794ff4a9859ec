/** 互斥的几种: 属实21条、部分属实6条、不属实6条 of 32; 审核通过35份、退回5份 of 41; 已开设59个、未开设29个 of 86. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type ExclusiveRun, exclusiveRuns } from '../figures/families.ts';
import {
  type ToldFigure,
  type FiguredParagraph,
  figuresOf,
  plainFigures,
} from '../figures/figure.ts';
import { countsOther } from '../meaning.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

/** Others of them are told elsewhere, or of another time. */
const OTHER =
  /等(?=[，。；、\d])|另|其余|还有|此外|除|暂|至今|分别|关停|注销|复查|复核|次检查|\n|其他|部分网站/u;

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) => {
    const plain = plainFigures(paragraph);
    const seen = new Set<ToldFigure>();
    return exclusiveRuns(plain)
      .toSorted((a, b) => b.parts.length - a.parts.length)
      .flatMap((run) => {
        if (run.parts.some((one) => seen.has(one))) return [];
        run.parts.forEach((one) => seen.add(one));
        return wrong(paragraph, plain, run);
      });
  });
}

function wrong(
  { figures }: FiguredParagraph,
  plain: readonly ToldFigure[],
  { parts, isClosed }: ExclusiveRun,
): Contradiction[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  const { read } = first.passage;
  const sum = exactSum(parts.map(({ value }) => value));
  const before = figures.filter((one) => one.end <= first.at && one.kind === first.kind);
  const isTold = before.some(
    ({ value }, at) => value === sum || value + (before[at + 1]?.value ?? 0) === sum,
  );
  if (isTold) return [];
  const most = Math.max(...parts.map(({ value }) => value));
  const wholes = plain.filter(
    (one) =>
      one.end <= first.at &&
      one.kind === first.kind &&
      one.value >= most &&
      Math.abs(one.value - sum) <= Math.max(/^[万亿]/u.test(one.unit) ? 0 : 2, sum * 0.1) &&
      one.value !== sum,
  );
  const whole = wholes.at(-1);
  if (whole === undefined || new Set(wholes.map(({ value }) => value)).size > 1) return [];
  if (sum < whole.value && !isClosed) return [];
  // APP1个、微信视频号1个、新浪微博1个: what stands in one row with the parts is one of them.
  if (read.startsWith('、', whole.end)) return [];
  const isInside = /^[^，。；\d]{0,14}中，?/u.test(read.slice(whole.end, first.at));
  if (!isInside && parts.some((one) => countsOther(whole, one))) return [];
  if (parts.some(({ said }) => said !== undefined && said !== 'checked' && said === whole.said))
    return [];
  // More of them stand in the sentence.
  const isMore = plain.some(
    (one) =>
      !parts.includes(one) &&
      one !== whole &&
      one.sentence === last.sentence &&
      one.kind === first.kind &&
      one.at > Math.max(whole.at, read.lastIndexOf('；', first.at)) &&
      !/[；]/u.test(read.slice(last.end, one.at)) &&
      one.value <= whole.value,
  );
  const start = Math.max(whole.end, read.lastIndexOf('。', first.at));
  const clause = /^[^，。；]*，?[^，。；]{0,20}/u.exec(read.slice(last.end))?.[0] ?? '';
  const words = read.slice(start, last.end) + clause;
  const lead = read.slice(start, first.at);
  const isOfPart = /其中[^，；]*$/u.test(lead) && /\d/u.test(lead);
  if (isMore || OTHER.test(words) || isOfPart) return [];
  return [
    disagreement(familiesRule.id, parts, whole, {
      message: `各部分相加，${sumInWords(parts.map(({ value }) => value))}，与总数${String(whole.value)}不符`,
      expected: `总数为${String(sum)}，或改正各部分`,
    }),
  ];
}

export const familiesRule: ProofRule = { id: 'families', name: '互斥的各部分与总数', check };
