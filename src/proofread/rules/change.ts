/** 增减: percentage points, increases, decreases and growth that do not follow from the numbers compared. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { exactSum, mayBeRate, rateWritten } from '../number/quantity.ts';
import { type ChangeTerm, DOWN, MOVED, termsOf, UP } from '../number/terms.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => [
    ...compared(statement),
    ...balanced(statement, statements.slice(Math.max(0, index - 8), index + 1)),
  ]);
}

/** 23个，比上季度的18个增加5个; 由18个增加到23个，增加5个，增长27.8%; 23个，较上年增加5个，增长27.8%. */
function compared(statement: Statement): Contradiction[] {
  const { passage } = statement;
  const terms = termsOf(statement);
  return terms.flatMap((term, index) => {
    if (term.sign === 0) return [];
    const unit = term.unit === '个百分点' ? '%' : term.unit;
    const isRate = term.unit === '%';
    const before = terms.slice(0, index).filter(({ sign }) => sign === 0);
    const values = before.filter((one) => (isRate ? /[^%点]$/u.test(one.unit) : one.unit === unit));
    const [one, two] = values.slice(-2);
    // 1200人次，月均200人次，较上年的1000人次: of the first.
    if (one && values.length > 2 && passage.read.charAt(one.at - 1) === '均') return [];
    const words = (from: number, to: number) => passage.read.slice(from, to);
    const pair =
      one && two && one.unit === two.unit ? pairOf(statement, one, two, term, words) : undefined;
    if (pair) {
      const [from, to] = pair;
      return isRate
        ? growth(statement, one ?? term, term, from, to)
        : step(statement, one ?? term, term, from, to);
    }
    return isRate ? impliedGrowth(statement, terms.slice(0, index), term) : [];
  });
}

/** The earlier value and the later one, where the sentence compares the two. */
function pairOf(
  { at }: Statement,
  one: ChangeTerm,
  two: ChangeTerm,
  term: ChangeTerm,
  words: (from: number, to: number) => string,
): [from: number, to: number] | undefined {
  const between = words(one.end, two.at);
  // 面积11057万公顷，比上年增加70万公顷，棉花504万公顷: the comparison is of the first alone.
  if (/[。；]/u.test(between) || between.length > 30) return undefined;
  if (/\d/u.test(between.replace(/\d{4}年|\d{1,2}月/gu, ''))) return undefined;
  // 注销9个，总数比一季度末的93个减少6个: what went is no level.
  if (/(?:新(?:开设?|增|设)|注销|关停|关闭|撤销|退出|移交)$/u.test(words(at, one.at)))
    return undefined;
  // Another change of the same two may stand between: 增加5个，增长27.8%.
  const behind = words(two.end, term.at).replace(
    new RegExp(`(?:${UP}|${DOWN})了? ?[\\d.]+[^，。；\\d]{0,6}，`, 'gu'),
    '',
  );
  if (/[至到为]/u.test(between) && /[由从]/u.test(words(Math.max(at, one.at - 16), one.at)))
    return behind.length <= 8 ? [one.value, two.value] : undefined;
  // 与去年的461个相比，今年449个: the first is the earlier one.
  if (/^[^，。；]{0,4}(?:相比|比较)/u.test(between))
    return /[与同和跟]/u.test(words(Math.max(at, one.at - 16), one.at)) && behind.length <= 8
      ? [one.value, two.value]
      : undefined;
  // 较去年同期的2800条，今年发布3080条.
  const isEarlier = /[较比][^，。；\d]{0,4}(?:同期|上[季月年]度?|去年)[^，。；\d]{0,4}$/u.test(
    words(Math.max(at, one.at - 16), one.at),
  );
  if (isEarlier && between.startsWith('，') && behind.length <= 8) return [one.value, two.value];
  return /[较比]/u.test(between) && behind.length <= 6 ? [two.value, one.value] : undefined;
}

function step(
  statement: Statement,
  first: ChangeTerm,
  term: ChangeTerm,
  from: number,
  to: number,
): Contradiction[] {
  const difference = exactSum([to, -from]);
  if (term.value * term.sign === difference) return [];
  const right = `${difference < 0 ? '减少' : '增加'}${String(Math.abs(difference))}${term.unit}`;
  return [
    changeDisagreement(statement, first.at, term, `由${String(from)}到${String(to)}，为${right}`),
  ];
}

function growth(
  statement: Statement,
  first: ChangeTerm,
  term: ChangeTerm,
  from: number,
  to: number,
): Contradiction[] {
  if (from <= 0) return [];
  const right = rateWritten(Math.abs(to - from), from, term.decimals);
  const written = term.value.toFixed(term.decimals);
  if (to === from ? term.value === 0 : term.sign > 0 === to > from && written === right) return [];
  // 38.0 written as 38, and a last digit cut off instead of rounded, are no contradictions.
  const exact = (Math.abs(to - from) / from) * 100;
  if (term.sign > 0 === to > from && Math.abs(exact - term.value) < 10 ** -term.decimals) return [];
  // 2.5亿元 and 2.8亿元 are rounded themselves.
  if (mayBeRate({ ...term, value: 100 + term.value * term.sign }, to, from)) return [];
  const words = `${to < from ? '下降' : '增长'}${right}%`;
  return [
    changeDisagreement(statement, first.at, term, `由${String(from)}到${String(to)}，为${words}`),
  ];
}

/** 完成313.64亿元，较去年同期增长153.34亿元，同比增长95.66%: the number of last year is not written. */
function impliedGrowth(
  statement: Statement,
  before: readonly ChangeTerm[],
  term: ChangeTerm,
): Contradiction[] {
  const moved = before.at(-1);
  const now = before.at(-2);
  if (!moved || !now || moved.sign === 0 || now.sign !== 0 || moved.unit !== now.unit) return [];
  const clause = /[^，。；]*$/u.exec(statement.passage.read.slice(statement.at, now.at))?.[0] ?? '';
  // 上季度为4000件，环比增加200件: that is the number before.
  if (/上年|去年|上月|上季|上期|同期/u.test(clause)) return [];
  if (/%|点$/u.test(now.unit) || moved.sign !== term.sign) return [];
  const { read } = statement.passage;
  const lead = read.slice(now.end, moved.at);
  const behind = read.slice(moved.end, term.at);
  if (!/[较比]|同期/u.test(lead) || /[；。]/u.test(lead + behind) || behind.length > 12) return [];
  if (!/^[，（]?(?:同比|环比|增幅|增|降|上升|减少|下降|提高)/u.test(behind)) return [];
  // 与9月的163件相比，减少16件，下降9.8%: that is the number before.
  if (/^[^，。；]{0,3}相比/u.test(lead))
    return growth(statement, now, term, now.value, exactSum([now.value, moved.value * moved.sign]));
  const from = exactSum([now.value, -moved.value * moved.sign]);
  return from <= 0 ? [] : growth(statement, now, term, from, now.value);
}

function changeDisagreement(
  { passage }: Statement,
  from: number,
  term: ChangeTerm,
  expected: string,
): Contradiction {
  const words = MOVED.exec(passage.read.slice(0, term.at))?.[0] ?? '';
  const said = passage.text.slice(term.at - words.length, term.end);
  return {
    rule: changeRule.id,
    place: passage.place,
    quote: quoteAround(passage.text, from, term.end),
    message: `“${said}”与前后两个数字不符`,
    expected,
  };
}

/** A number and by how much it has changed since. */
interface Moved {
  readonly number: SaidNumber;
  readonly by: number;
}

function movedIn({ numbers, passage }: Statement): Moved[] {
  return numbers.flatMap((number, index): Moved[] => {
    const next = numbers[index + 1];
    if (!next || number.compared || next.unit !== number.unit) return [];
    const gap = passage.read.slice(number.end, next.at);
    const word = new RegExp(`(${UP}|${DOWN})了? ?$`, 'u').exec(gap)?.[1];
    if (word === undefined || gap.length > 20 || /[。；]/u.test(gap)) return [];
    return [{ number, by: next.value * (UP.split('|').includes(word) ? 1 : -1) }];
  });
}

/** 全国140828万人，减少139万人; 城镇94350万人，增加1083万人，乡村46478万人，减少1222万人: the changes add up as the numbers do. */
function balanced(statement: Statement, before: readonly Statement[]): Contradiction[] {
  const parts = movedIn(statement);
  if (parts.length < 2) return [];
  const sum = exactSum(parts.map(({ number }) => number.value));
  const by = exactSum(parts.map((one) => one.by));
  const whole = before
    .flatMap(movedIn)
    .find(
      ({ number }) =>
        number.value === sum &&
        /全|总|共/u.test(number.label) &&
        parts.every((one) => isAlike(one.number, number)),
    );
  if (!whole || whole.by === by || parts.includes(whole)) return [];
  const words = (change: number) => `${change < 0 ? '减少' : '增加'}${String(Math.abs(change))}`;
  const { passage, at, end } = whole.number;
  return [
    {
      rule: changeRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, at, end),
      message: `总数写的是${words(whole.by)}，各部分合起来${words(by)}`,
      expected: `${parts.map((one) => words(one.by)).join('、')}，合计${words(by)}${whole.number.unit}`,
    },
  ];
}

export const changeRule: ProofRule = { id: 'change', name: '增减与百分点', check };
