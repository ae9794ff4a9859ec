/** 分组: 督查分3组进行，第一组督查22个单位，第二组…: as many as are told, and their numbers make the whole. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, disagreement, foundAt } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAnySum, isNearTo } from '../figures/explained.ts';
import { type ToldFigure, type FiguredParagraph, figuresOf } from '../figures/figure.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import { valueWritten } from '../roll.ts';
import type { ProofRule } from '../rule.ts';

const DIVIDED =
  /(?:分(?:成|为)?|会议|培训|[检抽督]查|活动)(?<count>\d{1,2}|[两二三四五六七八九十])个?(?<kind>[组批轮次期])(?!次|别)/gu;
const ORDINAL = /第(?<place>[一二三四五六七八九十])(?<kind>[组批轮次期])[^，。；：第]*$/u;

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) =>
    [...paragraph.passage.read.matchAll(DIVIDED)].flatMap((match) => divided(paragraph, match)),
  );
}

function divided(paragraph: FiguredParagraph, match: RegExpExecArray): Contradiction[] {
  const { passage, figures } = paragraph;
  const { count = '', kind = '' } = match.groups ?? {};
  const told = valueWritten(count);
  const from = match.index + match[0].length;
  const named = [
    ...new Set(
      [
        ...passage.read.slice(from).matchAll(new RegExp(`第([一二三四五六七八九十])${kind}`, 'gu')),
      ].map(([, place]) => numeralValue(place ?? '') ?? 0),
    ),
  ];
  const isInTurn = named.length >= 2 && named.every((place, at) => place === at + 1);
  if (told === undefined || !isInTurn || /等/u.test(passage.read.slice(from))) return [];
  if (
    named.length > told ||
    (kind === '组' && named.length === told - 1 && isEnded(passage.read.slice(from), kind))
  )
    return [
      foundAt(
        ordinalsRule.id,
        passage,
        [match.index, from],
        `写的是分${count}${kind}，所列为${String(named.length)}${kind}`,
        `为${String(named.length)}${kind}，或补全所列`,
      ),
    ];
  const parts = figures.filter(
    (one) => one.at > from && ORDINAL.exec(one.lead)?.groups?.['kind'] === kind,
  );
  return named.length === told && parts.length === told ? summed(figures, parts) : [];
}

/** All stand in one sentence: nothing is told of another one. */
function isEnded(words: string, kind: string): boolean {
  const sentence = /[^。]*第[一二三四五六七八九十][^。]*。/u.exec(words)?.[0] ?? '';
  const inside = sentence.match(new RegExp(`第[一二三四五六七八九十]${kind}`, 'gu')) ?? [];
  return inside.length >= 2 && !/其余|另|剩/u.test(words);
}

function summed(figures: readonly ToldFigure[], parts: readonly ToldFigure[]): Contradiction[] {
  const [first] = parts;
  const wholes = figures.filter(
    (one) => one.end <= (first?.at ?? 0) && one.kind === first?.kind && one.role !== 'rough',
  );
  const whole = wholes.find(({ unit }) => unit === first?.unit);
  const values = parts.map(({ value }) => value);
  const sum = exactSum(values);
  if (whole === undefined || parts.some(({ unit }) => unit !== first?.unit)) return [];
  if (wholes.some(({ value }) => value === sum) || isAnySum(whole.value, parts)) return [];
  if (!isNearTo(whole.value, sum)) return [];
  return [
    disagreement(ordinalsRule.id, parts, whole, {
      message: `各分项相加，${sumInWords(values)}，与总数${String(whole.value)}不符`,
      expected: `总数为${String(sum)}，或改正分项`,
    }),
  ];
}

export const ordinalsRule: ProofRule = { id: 'ordinals', name: '分组、分批与其数', check };
