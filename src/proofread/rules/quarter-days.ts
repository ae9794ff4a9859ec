/** 季度与起止日期: 第三季度，即2022年4月1日至6月30日; 本季度全季 in a paper about 第三季度: the days lie in another quarter. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { type DaySpan, daySpansIn } from '../date.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const NAMED = String.raw`第?(?<quarter>[一二三四])季度|(?<half>[上下])半年|(?<this>本季度|本季)(?!末)`;
const JOINT = String.raw`(?:全季|全期|整季)?(?:，?(?:即|也就是|具体为|指)(?:自|从)?|（(?:即)?(?:自|从)?)`;
const SHAPE = new RegExp(String.raw`(?:(?<year>\d{4})年)?(?:${NAMED})${JOINT}$`, 'u');
/** 监测时段为2022年第三季度 and its days, without 即. */
const TIMED = new RegExp(
  String.raw`(?:监测|统计|考核|数据|采样|取数)(?:时段|区间|周期|期间|范围)(?:为|是|：)(?:(?<year>\d{4})年)?(?:${NAMED})，?(?:自|从)?$`,
  'u',
);

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const own = ownQuarter(passages);
  return passages.flatMap((passage) =>
    daySpansIn(passage.read).flatMap((span) => wrong(passage, span, own)),
  );
}

function wrong(passage: PlacedText, span: DaySpan, own: string | undefined): Contradiction[] {
  const lead = passage.read.slice(0, span.from.at);
  const match = SHAPE.exec(lead) ?? TIMED.exec(lead);
  const { year, half, quarter = own } = match?.groups ?? {};
  if (match === null) return [];
  const isBare = match[0].endsWith('（') && !match[0].endsWith('即（');
  // 第三季度抽查（10月10日至20日）, 第三季度（10月10日公示）: in brackets only whole months say what the quarter is.
  if (isBare && !isWhole(span)) return [];
  const months = half !== undefined ? monthsOfHalf(half) : monthsOfQuarter(quarter);
  if (months === undefined) return [];
  const [from, to] = months;
  const told = span.from.year ?? span.to.year;
  const isOtherYear = year !== undefined && told !== undefined && Number(year) !== told;
  const isApart = span.to.month < from || span.from.month > to;
  if (span.from.month > span.to.month || (!isApart && !isOtherYear)) return [];
  return [
    foundAt(
      quarterDaysRule.id,
      passage,
      [match.index, span.to.end],
      `${span.from.words}至${span.to.words}不在所写的${half === undefined ? `第${quarter ?? ''}季度` : `${half}半年`}`,
      `${half === undefined ? '季度' : '半年'}与起止日期相符，为${String(from)}月至${String(to)}月`,
    ),
  ];
}

function isWhole({ from, to }: DaySpan): boolean {
  return from.date === 1 && to.date >= 28;
}

function monthsOfQuarter(quarter: string | undefined): [number, number] | undefined {
  const index = quarter === undefined ? -1 : '一二三四'.indexOf(quarter);
  return index < 0 ? undefined : [index * 3 + 1, index * 3 + 3];
}

function monthsOfHalf(half: string): [number, number] {
  return half === '上' ? [1, 6] : [7, 12];
}

/** The only quarter that the title names. */
function ownQuarter(passages: readonly PlacedText[]): string | undefined {
  const title = passages[0]?.read ?? '';
  const named = [...title.matchAll(/第?([一二三四])季度/gu)].map(([, quarter]) => quarter);
  return named.length === 1 && title.length <= 60 ? named[0] : undefined;
}

export const quarterDaysRule: ProofRule = { id: 'quarter-days', name: '季度与起止日期', check };
