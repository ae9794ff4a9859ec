/** 总数与分项: 共23个，其中甲11个、乙12个; 23个（甲11个、乙12个）; 甲11个、乙12个，共23个; 已整改和未整改. */
import {
  areParallel,
  type Division,
  hasOtherMeasures,
  isExplained,
  isWholeOf,
  partReadings,
  sumOfParts,
} from '../division.ts';
import { divisionsOf } from '../frames.ts';
import { disagreement, type Contradiction } from '../contradiction.ts';
import { entityOf, isComplete } from '../meaning.ts';
import type { ReadDocument } from '../document/paper.ts';
import { areMixedBands, areWholeBands } from '../number/bands.ts';
import { isCauseAmong } from '../number/cause.ts';
import {
  fitted,
  isMadeUp,
  isMadeWithOther,
  areOfTwoCuts,
  isNamedBehind,
  isStated,
  leavesBatch,
} from '../number/fitting.ts';
import { areTiers } from '../number/tiers.ts';
import { arePointsLeftOut } from '../number/points.ts';
import { isRate, sumInWords } from '../number/quantity.ts';
import { withoutBrackets } from '../scope.ts';
import { areStates } from '../states.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** What is counted in several places makes more than the whole. */
const OVERLAP =
  /同时|同步|重复(?=统计|计|交叉|[，。；）]|$)|交叉|兼有|多项|多个问题|[个家项人]次|先后[两三几多\d]次|之一|既|[两几]项都|都(?=开|有|存在)|均有|多类|两类|多种|涉(?:及)?(?:多|两|三|\d(?:市|县|类|种))/u;
/** Some are left out, and the text says so. */
const OPEN =
  /(?<=[个家件条项人起处次篇份名户所]\S{0,4})等|等(?=[。；]|$)|主要|另|典型|重点(?!督办|项目|工作|任务)|突出(?!问题)|居前|前[一二三四五六七八九十\d]+|最多|较多|最|如|例如|特别|尤其|不再|(?<!规模)以上(?![^；。]*不满)/u;
/** 其余未作评价: a rest without a number. */
const REST = /(?:其余|其他|其它|剩余)(?![^，。；]*\d)/u;

/** How many sentences before one may hold the whole of its parts. */
const MEMORY = 8;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  const known = new Set<SaidNumber>();
  return statements.flatMap((statement, index) => {
    const lead = statements
      .slice(Math.max(0, index - MEMORY), index)
      .filter(({ passage }) => passage.block > statement.passage.block - 4 && isText(passage));
    const before = isText(statement.passage)
      ? lead
      : lead.filter(({ passage }) => passage === statement.passage);
    const next = [statements[index + 1]].find((one) => one?.passage === statement.passage);
    const divisions = divisionsOf(statement, { before, next, parts: known });
    for (const { by, parts } of divisions) {
      if (by === 'of which' || by === 'bracket') parts.forEach((part) => known.add(part));
    }
    const seen = new Set<SaidNumber>();
    return divisions
      .filter(({ by, whole }) => by !== 'beside' || !known.has(whole) || /有效/u.test(whole.label))
      .flatMap((division) => judged(fitted(division), statement))
      .filter((one) => !isCarriedOn(one, next))
      .toSorted((a, b) => a.gap - b.gap)
      .flatMap(({ division, parts }) => {
        // Of several ways to see the same whole or the same parts the nearest is told.
        if (seen.has(division.whole) || parts.some((one) => seen.has(one))) return [];
        [division.whole, ...parts].forEach((one) => seen.add(one));
        return [finding(division, parts)];
      });
  });
}

function isText({ place }: { place: Contradiction['place'] }): boolean {
  return place.kind === 'paragraph';
}

interface Judged {
  readonly division: Division;
  readonly parts: readonly SaidNumber[];
  readonly gap: number;
}

/** 甲市合格5个，……，丁市合格0个。戊市合格3个: the last of the row stands in a sentence of its own. */
function isCarriedOn({ division, parts }: Judged, next: Statement | undefined): boolean {
  const last = parts.at(-1);
  const left = division.whole.value - sumOfParts(parts);
  return (
    left > 0 &&
    next?.numbers.some(
      (one) =>
        one.value === left && last !== undefined && isAlike(one, last) && one.label === last.label,
    ) === true
  );
}

/** The reading of the parts that comes nearest to the whole, where none of them makes it and it was meant to. */
function judged(division: Division, statement: Statement): Judged[] {
  const { whole, parts } = division;
  // A single part that is larger than its whole is told as such.
  const isLarger =
    !['cut', 'total'].includes(division.by) && parts.some(({ value }) => value > whole.value);
  if (isLarger || whole.value === 0 || isExplained(division)) return [];
  // 上季度遗留的5个 are of another whole.
  const isOfOthers = parts.some(({ label }) =>
    /遗留|上[季年月期]|往年|去年|结转|新(?:发现|查出|排查)/u.test(label),
  );
  if (isOfOthers && !['total', 'bracket'].includes(division.by)) return [];
  if (isMadeUp(division, statement) || leavesBatch(division, statement)) return [];
  if (division.by === 'total' && isMadeWithOther(division, statement)) return [];
  // 保留80个。15个乡镇…，36个县直部门…: units are no parts of what is not said to be units.
  const areUnits = parts.every(({ noun }) => entityOf({ label: '', noun }) === 'unit');
  if (division.by === 'cut' && areUnits && entityOf(whole) === undefined) return [];
  // 其他类型（甲、乙、丙）各1个: nobody says how many there are.
  if (parts.some(({ label }) => /各有?$/u.test(label)) || isCauseAmong(parts)) return [];
  if (areMixedBands(parts, statement) || arePointsLeftOut(division)) return [];
  if (division.by !== 'total' && OVERLAP.test(statement.text)) return [];
  const readings = partReadings(parts).map((reading) => ({
    reading,
    gap: Math.abs(sumOfParts(reading) - whole.value),
  }));
  const nearest = readings.toSorted((a, b) => a.gap - b.gap)[0];
  if (!nearest || !isMeant(division, nearest.reading, statement)) return [];
  return [{ division, parts: nearest.reading, gap: nearest.gap }];
}

/** Whether the text means the parts to make the whole, so that another sum is a contradiction. */
function isMeant(division: Division, parts: readonly SaidNumber[], statement: Statement): boolean {
  const { whole, by, words } = division;
  const share = sumOfParts(parts) / whole.value;
  const isTiled = areWholeBands(parts, statement) || areTiers(whole, parts);
  const open = !isTiled && OPEN.test(withoutBrackets(words));
  const complete = isTiled || isComplete(parts) || (isWholeOf(parts) && share > 0.8);
  const pure = !hasOtherMeasures({ ...division, parts }, statement.numbers);
  if (areStates(division, parts)) return false;
  // 更新及时的110个，内容准确的115个: what is looked at, one by one.
  const isByOwner = parts.every(({ label }) =>
    /(?:^由.*(?:主办|主管|开设|管理)|属于[^，]{1,12}[类级型])的$/u.test(label),
  );
  if (share > 1 && !complete && !isByOwner && parts.every(({ label }) => label.endsWith('的')))
    return false;
  // Each part is the share of the whole that it is said to be: some are left out, or counted twice.
  const shared = parts.filter((one) => one.share !== undefined);
  const wholes = [whole, ...division.others];
  // 27件，占27.6%: of another whole than this.
  const isOf = ({ share: said, value }: SaidNumber, of: SaidNumber) =>
    said && isRate(said, value, of.value);
  if (
    shared.length > 0 &&
    !isWholeOf(parts) &&
    wholes.some((of) => shared.every((one) => isOf(one, of)))
  )
    return false;
  const ofSum = ({ share: said, value }: SaidNumber) =>
    said && isRate(said, value, sumOfParts(parts));
  const isOfOther = shared.every((one) => !isOf(one, whole) && !ofSum(one));
  if (by === 'of which' && whole.at < statement.at && shared.length > 0 && isOfOther) return false;
  if (share < 1 && parts.length < division.parts.length && !isStated(division.parts, parts))
    return false;
  // 除甲区外，其他8家: one is left out.
  if (share < 1 && (/除[^。；]{2,40}外/u.test(statement.text) || REST.test(words))) return false;
  // 34家按时，2家逾期，丙局至今未报送: some are told by name.
  if (share < 1 && by === 'states' && isNamedBehind(statement, parts)) return false;
  const slight = Math.abs(sumOfParts(parts) - whole.value) <= Math.max(2, whole.value * 0.05);
  switch (by) {
    case 'bracket':
      if (/其中|含|包括|占|等$/u.test(words)) return share > 1 ? share < 1.6 : isNear();
      return /[、，]/u.test(words) && pure && !areOfTwoCuts(parts);
    case 'states':
      return share > 1 || complete || (!open && share >= 0.8);
    case 'total':
      return isTotalMeant(division, parts, slight, pure);
    case 'beside':
      if (areOfTwoCuts(parts) || open || !pure) return false;
      return (
        ((complete || division.exact) && share >= 0.5 && share < 1.6) ||
        (slight && whole.value >= 10)
      );
    case 'of which':
    case 'cut':
      if (areOfTwoCuts(parts)) return false;
      if (share > 1) return share < 1.6 && !/涉及/u.test(words);
      return !open && pure && (((complete || division.exact) && share >= 0.5) || isNear());
    default:
      return by satisfies never;
  }

  function isNear(): boolean {
    // Statistics in 万 name the greatest parts and leave out the rest.
    const isFund = /资金|投资|经费|预算|金额|支出/u.test(whole.label);
    if (/^[万亿]/u.test(whole.unit) && !(isFund && share >= 0.9)) return false;
    if (share < 0.8) return false;
    return parts.length >= 3 || (share >= 0.9 && whole.value >= 10 && areParallel(parts));
  }
}

/** What everything may be called: 45个行政村、12个社区，共57个基层单位. */
const GENERIC = /^(?:$|[^的]{0,4}(?:单位|机构|对象|主体|部门|组织|场所|项目|事项|诉求))/u;

/** 来电52件，来信41件，共95件: with commas the clauses may speak of different things, only a near miss is one. */
function isTotalMeant(
  { whole, words }: Division,
  parts: readonly SaidNumber[],
  slight: boolean,
  pure: boolean,
): boolean {
  if (/较|比|增|减|每|平均|至少/u.test(words)) return false;
  const gap = Math.abs(sumOfParts(parts) - whole.value);
  const listed = words.includes('、') || parts.length >= 3 || isComplete(parts);
  if (!listed && !slight && gap > whole.value / 10) return false;
  const nouns = new Set(parts.map(({ noun }) => noun).filter((noun) => noun !== ''));
  return (pure && GENERIC.test(whole.noun)) || nouns.size === 0 || nouns.has(whole.noun) || slight;
}

function finding({ whole, by }: Division, parts: readonly SaidNumber[]): Contradiction {
  const values = parts.map(({ value }) => value);
  return disagreement(partsRule.id, parts, whole, {
    message: `各分项相加，${sumInWords(values)}，与${by === 'total' ? '合计' : '总数'}${String(whole.value)}不符`,
    expected: `总数为${String(sumOfParts(parts))}，或改正分项`,
  });
}

export const partsRule: ProofRule = { id: 'parts', name: '总数与分项之和', check };
