/** 列举合计: 5个区、8个镇、32个部门、6所学校共计61个单位: a row of things with different measure words and their sum behind it. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import { sumOfParts } from '../division.ts';
import type { ReadDocument } from '../document/paper.ts';
import { sumInWords } from '../number/quantity.ts';
import { withoutBrackets } from '../scope.ts';
import { mayBeAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap((statement) =>
    statement.numbers.flatMap((whole) => wrong(statement, whole)),
  );
}

function wrong(statement: Statement, whole: SaidNumber): Contradiction[] {
  if (whole.scope >= 0 || whole.rough || whole.compared) return [];
  const row = rowBefore(statement, whole);
  const [first] = row;
  const last = row.at(-1);
  if (!first || !last || row.length < 3 || !isTold(statement, first, last, whole)) return [];
  const { read } = whole.passage;
  // Of one measure word it is a sum like any other; 户 are not counted among 村 and 社区.
  const units = new Set(row.map(({ unit }) => unit));
  const apart = read.slice(last.end, whole.at).includes('，');
  if ((units.size < 2 && apart) || !units.has(whole.unit)) return [];
  // 神农架林区 between two 、 is one more.
  const unnumbered = withoutBrackets(read.slice(first.at, last.end))
    .split('、')
    .filter((item) => !/\d/u.test(item)).length;
  const least = sumOfParts(row);
  const sums = Array.from({ length: unnumbered + 1 }, (_, more) => least + more);
  const some = row.map((_, index) => sumOfParts(row.slice(index)));
  if (
    [...sums, ...some].includes(whole.value) ||
    least > whole.value * 1.6 ||
    least * 1.6 < whole.value
  )
    return [];
  return [
    disagreement(tallyRule.id, row, whole, {
      message: `所列各项相加，${sumInWords(row.map(({ value }) => value))}，与合计${String(whole.value)}不符`,
      expected: `合计为${String(sums.at(-1) ?? least)}，或改正所列各项`,
    }),
  ];
}

/** What stands in one row with 、 before a number that says 共计 or 合计. */
function rowBefore({ passage, numbers }: Statement, whole: SaidNumber): SaidNumber[] {
  const row: SaidNumber[] = [];
  for (const one of numbers.filter(({ at, scope }) => at < whole.at && scope < 0).toReversed()) {
    const [next] = row;
    const gap = withoutBrackets(passage.read.slice(one.end, (next ?? whole).at));
    const joined = next ? /^[^，。；：]*、[^，。；：]*$/u : /^[^。；：、]*$/u;
    if (!joined.test(gap) || one.rough || one.compared || !mayBeAlike(one, whole)) break;
    row.unshift(one);
  }
  return row;
}

/** Whether 共计 stands between the row and the number, and no other deed than that of the row. */
function isTold(
  { at }: Statement,
  first: SaidNumber,
  last: SaidNumber,
  whole: SaidNumber,
): boolean {
  const { read } = whole.passage;
  const match = /^([^，]*)(，?)([^，]*?)(?:共计|合计|总计|总共|一共|共)([^，]{0,4})$/u.exec(
    withoutBrackets(read.slice(last.end, whole.at)),
  );
  if (!match) return false;
  const [, , comma = '', subject = '', verb = ''] = match;
  const lead = read.slice(at, first.at);
  if (verb !== '' && !lead.includes(verb)) return false;
  return comma === ''
    ? true
    : subject === '' &&
        (verb !== '' || whole.noun === '' || /单位|家|个|项/u.test(whole.noun + whole.unit));
}

export const tallyRule: ProofRule = { id: 'tally', name: '列举各项与合计', check };
