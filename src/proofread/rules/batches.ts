/** 分批之和: 分三批检查150个，第一批60个，第二批50个，第三批30个. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, disagreement } from '../contradiction.ts';
import { sumOfParts } from '../division.ts';
import type { ReadDocument } from '../document/paper.ts';
import { sumInWords } from '../number/quantity.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** 分三批, 印发三期, 两批共: how many there are. */
const ALL = /(?:分|共|印发|举办|组织|开展)了?(?<count>[两二三四五六七八九])(?<kind>[批轮期])/u;
const OF_ONE =
  /第(?<index>[一二三四五六七八九])(?<kind>[批轮期])次?(?<deed>[^，。；、：\d第]{0,8})$/u;
/** Looked at or counted twice, or still to come. */
const OTHER = /重复|两次|再次|复查|正在|计划|拟|尚未|剩|其余|累计|现有|全[省市县区]共|分别/u;

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap(wrong);
}

function wrong({ passage, text, at, numbers }: Statement): Contradiction[] {
  const all = ALL.exec(text);
  const { count = '', kind = '' } = all?.groups ?? {};
  if (OTHER.test(text)) return [];
  const batches = numbers.flatMap((number) => {
    const {
      index = '',
      deed = '',
      kind: own,
    } = OF_ONE.exec(passage.read.slice(at, number.at))?.groups ?? {};
    return own === kind && kind !== '' ? [{ number, index, deed }] : [];
  });
  const deeds = new Set(batches.map(({ deed }) => deed));
  const parts = batches.map(({ number }) => number);
  const [first] = parts;
  const isInOrder = batches.every(({ index }, place) => numeralValue(index) === place + 1);
  if (first === undefined || !isInOrder || deeds.size > 1 || parts.length !== numeralValue(count))
    return [];
  const rest = numbers.filter((one) => !parts.includes(one));
  const whole = rest.length === 1 ? rest[0] : undefined;
  return whole === undefined || !isWhole(whole, first, parts) ? [] : [finding(whole, parts)];
}

/** One number of the same measure word, before them or behind 共. */
function isWhole(whole: SaidNumber, first: SaidNumber, parts: readonly SaidNumber[]): boolean {
  const isAlike = parts.every(({ unit, rough }) => unit === whole.unit && !rough) && !whole.rough;
  const sum = sumOfParts(parts);
  const isTold = whole.at < first.at || /(?:共计?|合计|总计)[^，。；]{0,4}$/u.test(whole.label);
  return (
    isAlike && isTold && sum !== whole.value && sum < whole.value * 1.6 && sum * 1.6 > whole.value
  );
}

function finding(whole: SaidNumber, parts: readonly SaidNumber[]): Contradiction {
  const sum = sumOfParts(parts);
  return disagreement(batchesRule.id, parts, whole, {
    message: `各批相加，${sumInWords(parts.map(({ value }) => value))}，与总数${String(whole.value)}不符`,
    expected: `总数为${String(sum)}，或改正各批`,
  });
}

export const batchesRule: ProofRule = { id: 'batches', name: '各批之和', check };
