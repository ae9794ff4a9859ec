/** 分别: rates that are said one after the other, each of its own part and whole: 不合格甲5个、乙7个，合格率分别为95.3%和94%. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isRate, type Percentage, percentageWords, rateWritten } from '../number/quantity.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const RATES = /(?:率|占比|比例)分别(?:为|是|达到|达)?(?=\d)/gu;

/** The percentages of each list of rates in a sentence. */
export function ratesInTurn({ passage, at, end, percentages }: Statement): Percentage[][] {
  const read = passage.read.slice(0, end);
  return [...read.slice(at).matchAll(RATES)].flatMap((match) => {
    const row: Percentage[] = [];
    let from = at + match.index + match[0].length;
    for (const one of percentages.filter((other) => other.at >= from)) {
      if (!/^(?:[、，和与及]|以及)?$/u.test(read.slice(from, one.at).trim())) break;
      row.push(one);
      from = one.end;
    }
    return row.length > 1 ? [row] : [];
  });
}

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) =>
    ratesInTurn(statement)
      .flatMap((rates) => {
        const before = statements[index - 1];
        const near = before?.passage === statement.passage ? [before, statement] : [statement];
        const numbers = near.flatMap((one) =>
          one.numbers.filter(
            (other) =>
              !other.rough && !other.compared && other.scope < 0 && other.at < (rates[0]?.at ?? 0),
          ),
        );
        return [...wrongIn(statement, rates, numbers), ...unevenIn(statement, rates)];
      })
      .concat(
        countsInTurn(statement, statements[index - 1]).flatMap((of) =>
          wrongLater(of, statements.slice(index, index + 3)),
        ),
      ),
  );
}

/** 网站40个、账号60个，不合格分别为2个、3个: a whole, its part and what they are called. */
interface NamedPart {
  readonly name: string;
  readonly whole: SaidNumber;
  readonly part: SaidNumber;
  readonly isFailed: boolean;
}

const COUNTS =
  /(?<row>[^，。；：\d]*?)(?<sign>不合格|合格|不达标|达标)的?分别(?:为|是|有)?(?=\d)/gu;
/** What leads up to the name of what is counted: 全市共检查|网站40个. */
const LEAD =
  /^.*(?:检查|抽查|监测|普查|自查|巡查|运行|开设|共有|其中|包括)(?:了|到)?|^(?:全[省市县区州]|本次|共|有|对|其中)+/u;
const nameOf = ({ label, noun }: SaidNumber): string =>
  label.replace(LEAD, '') || noun.replace(/(?:进行|开展).*$/u, '');

function countsInTurn(statement: Statement, before: Statement | undefined): NamedPart[] {
  const { passage, at, end } = statement;
  return [...passage.read.slice(at, end).matchAll(COUNTS)].flatMap((match): NamedPart[] => {
    const from = at + match.index + match[0].length;
    const parts: SaidNumber[] = [];
    let last = from;
    for (const one of statement.numbers.filter((other) => other.at >= from && other.scope < 0)) {
      if (!/^(?:[、，和与及]|以及)?$/u.test(passage.read.slice(last, one.at))) break;
      parts.push(one);
      last = one.end;
    }
    const near =
      before?.passage === passage ? [...before.numbers, ...statement.numbers] : statement.numbers;
    const wholes = near
      .filter((one) => one.end <= from && !one.rough && !one.compared && one.scope < 0)
      .slice(-parts.length);
    const names = wholes.map(nameOf);
    const row = (match.groups?.['row'] ?? '').replace(LEAD, '').split(/[、和与及]/u);
    const isNamed = row.length === 1 && row[0] === '';
    const isSame = row.length === names.length && row.every((one, index) => one === names[index]);
    const isRow = parts.every((part, index) => {
      const whole = wholes[index];
      return whole !== undefined && isAlike(whole, part) && part.value <= whole.value;
    });
    const isClear = new Set(names).size === names.length && names.every((one) => one.length >= 2);
    if (parts.length < 2 || wholes.length < parts.length || !isRow || !isClear) return [];
    if (!isNamed && !isSame) return [];
    const isFailed = match.groups?.['sign']?.startsWith('不') === true;
    return parts.map((part, index) => ({
      name: names[index] ?? '',
      whole: wholes[index] as SaidNumber,
      part,
      isFailed,
    }));
  });
}

/** Before the rate of one of them: 网站合格率为95%. */
const RATE_OF =
  /(?<name>[\p{Script=Han}]{2,14}?)的?(?:总体)?(?<sign>不?)(?:合格|达标)率(?:为|是|达到|达)?$/u;

/** After the mending, or of another time. */
const LATER = /整改后|复[查检核]|上[季月年次]|去年|同期|较|比|回头看/u;

/** The rates behind them that are said of one by its name, and do not follow from its numbers. */
function wrongLater(
  { name, whole, part, isFailed }: NamedPart,
  sentences: readonly Statement[],
): Contradiction[] {
  return sentences.flatMap(({ passage, at, percentages }) =>
    percentages.flatMap((rate) => {
      if (passage !== part.passage || rate.at < part.end) return [];
      const lead =
        /[^，。；：、（）]*$/u.exec(passage.read.slice(Math.max(at, part.end), rate.at))?.[0] ?? '';
      const said = RATE_OF.exec(lead)?.groups;
      if (said?.['name']?.replace(/^其中/u, '') !== name) return [];
      if (LATER.test(passage.read.slice(part.end, rate.at))) return [];
      const isRest = isFailed !== (said['sign'] === '不');
      const value = isRest ? whole.value - part.value : part.value;
      if (isRate(rate, value, whole.value)) return [];
      const right = rateWritten(value, whole.value, rate.decimals);
      return [
        disagreement(respectiveRule.id, [{ passage, at: rate.at, end: rate.end }], whole, {
          message: `${name}的比率写的是${percentageWords(rate)}%，与所列的${String(whole.value)}、${String(part.value)}不符`,
          expected: `${String(value)}÷${String(whole.value)}为${right}%`,
        }),
      ];
    }),
  );
}

/** More than are named, or measures beside the rate. */
const NO_ROW = /等|(?:比例|占比|覆盖|数量)(?:、|$)/u;

/** 甲、乙、丙合格率分别为95%、90%: one rate too few, or too many, for those who are named. */
function unevenIn({ passage, at }: Statement, rates: readonly Percentage[]): Contradiction[] {
  const [first, last] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const clause = /[^，；：。]*$/u.exec(passage.read.slice(at, first.at))?.[0] ?? '';
  const row =
    /^([^率\d（）“”]+[^率])[^、率]{0,8}率分别(?:为|是|达到|达)?$/u.exec(clause)?.[1] ?? '';
  const names = row.split('、');
  const joints = [...row.matchAll(/以及|[和及与]/gu)].length;
  const isRow =
    names.length >= 2 &&
    !NO_ROW.test(row) &&
    names.every((name) => name.length >= 2 && name.length <= 14);
  const isOver = /^[，。；（]|^$/u.test(passage.read.slice(last.end));
  const missing = names.length - rates.length;
  const gap = missing > 0 ? missing : -missing - joints;
  if (!isRow || !isOver || gap !== 1) return [];
  return [
    disagreement(
      respectiveRule.id,
      [{ passage, at: last.at, end: last.end }],
      { passage, at: first.at - clause.length, end: first.at },
      {
        message: `点到${String(names.length)}个，分别所说的比率有${String(rates.length)}个`,
        expected: '一个对一个，补上缺的或删去多的',
      },
    ),
  ];
}

/** The rates that do not follow from the last numbers before them, taken in turn, while another one does. */
function wrongIn(
  { passage }: Statement,
  rates: readonly Percentage[],
  numbers: readonly SaidNumber[],
): Contradiction[] {
  const count = rates.length;
  const parts = numbers.slice(-count);
  const wholes = numbers.slice(-2 * count, -count);
  const isRow = parts.every((part, at) => {
    const whole = wholes[at];
    return whole !== undefined && isAlike(whole, part) && part.value <= whole.value;
  });
  if (wholes.length < count || !isRow) return [];
  const row = rates.map((rate, at) => ({
    rate,
    part: parts[at] as SaidNumber,
    whole: wholes[at] as SaidNumber,
  }));
  const left = row.map(({ part, whole }) => whole.value - part.value);
  const isRest = row.some(({ rate, whole }, at) => isRate(rate, left[at] ?? 0, whole.value));
  const isPart = row.some(({ rate, part, whole }) => isRate(rate, part.value, whole.value));
  // Where none follows they are rates of something else.
  if (isRest === isPart) return [];
  return row.flatMap(({ rate, part, whole }, at) => {
    const value = isRest ? (left[at] ?? 0) : part.value;
    if (isRate(rate, value, whole.value)) return [];
    const right = rateWritten(value, whole.value, rate.decimals);
    return [
      disagreement(respectiveRule.id, [{ passage, at: rate.at, end: rate.end }], whole, {
        message: `第${String(at + 1)}个比率写的是${percentageWords(rate)}%，与所列的${String(whole.value)}、${String(part.value)}不符`,
        expected: `${String(value)}÷${String(whole.value)}为${right}%`,
      }),
    ];
  });
}

export const respectiveRule: ProofRule = { id: 'respective', name: '分别所说的比率', check };
