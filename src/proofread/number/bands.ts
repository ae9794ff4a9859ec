/** 分数段: numbers of those that scored so much. Only bands that lie one beside the other can be added up. */
import type { SaidNumber, Statement } from '../statement.ts';

interface Band {
  readonly from: number;
  readonly to: number;
}

const SCORE = String.raw`(\d+(?:\.\d+)?)分?`;
const POINTS = String.raw`(\d+(?:\.\d+)?)分(?![钟之别类])`;
const RANGE = new RegExp(String.raw`${SCORE}(?:（不?含）)?(?:至|到|—{1,2}|-|–|～|~)${POINTS}`, 'u');
const LEAST = new RegExp(
  String.raw`${POINTS}(?:（含）)?及?以上|(?:超过|高于|达到|不低于)${POINTS}`,
  'u',
);
const MOST = new RegExp(
  String.raw`${POINTS}(?:（含）)?及?以下|(?:不足|低于|不到|不满|未达到?)${POINTS}`,
  'u',
);
const EXACT = new RegExp(POINTS, 'u');

function bandIn(words: string): Band | undefined {
  const range = RANGE.exec(words);
  if (range) {
    const ends = [Number(range[1]), Number(range[2])];
    return { from: Math.min(...ends), to: Math.max(...ends) };
  }
  const [least, most, exact] = [LEAST, MOST, EXACT].map((shape) => {
    const match = shape.exec(words);
    return match ? Number(match[1] ?? match[2]) : undefined;
  });
  if (least !== undefined) return { from: least, to: Infinity };
  if (most !== undefined) return { from: -Infinity, to: most };
  return exact === undefined ? undefined : { from: exact, to: exact };
}

/** What is said of a number in its clause, behind the number before it. */
function wordsOf({ passage, at }: SaidNumber, { numbers, at: begins }: Statement): string {
  const last = numbers.findLast(({ end }) => end <= at);
  const before = passage.read.slice(last?.end ?? begins, at);
  return /[^，；。：]*$/u.exec(before)?.[0] ?? '';
}

/**
 * 35个网站得分靠前（得分100分的33个），得分90分以上的68个: some of the parts are bands of scores and others are not, or one band holds
 * the other. 90分以上12家、80至90分11家、不足80分7家 lie one beside the other.
 */
export function areMixedBands(parts: readonly SaidNumber[], statement: Statement): boolean {
  if (!/\d分(?![钟之别类])/u.test(statement.text)) return false;
  const bands = parts.map((part) => bandIn(wordsOf(part, statement)));
  if (bands.every((band) => band === undefined)) return false;
  return bands.some(
    (band, index) =>
      band === undefined ||
      bands.slice(index + 1).some((other) => other !== undefined && doOverlap(band, other)),
  );
}

/** 90分以上、80—90分、80分以下: every score lies in one of them, so that they are all there are. */
export function areWholeBands(parts: readonly SaidNumber[], statement: Statement): boolean {
  if (!/\d分(?![钟之别类])/u.test(statement.text) || parts.length < 2) return false;
  const bands = parts.flatMap((part) => bandIn(wordsOf(part, statement)) ?? []);
  const order = bands.toSorted((a, b) => b.to - a.to || b.from - a.from);
  const isTiled = order.every(({ from }, index) => {
    const next = order[index + 1];
    return next === undefined || (from - next.to >= 0 && from - next.to <= 1);
  });
  const [first, last] = [order[0], order.at(-1)];
  return (
    bands.length === parts.length && isTiled && first?.to === Infinity && last?.from === -Infinity
  );
}

function doOverlap(a: Band, b: Band): boolean {
  const isPoint = a.from === a.to || b.from === b.to;
  const [low, high] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return isPoint ? low <= high : low < high;
}
