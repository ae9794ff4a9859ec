/** 交叉的列: 投稿316篇，采用248篇。镇投稿124篇，采用92篇；部门投稿192篇，采用156篇: every column makes its sum, and one of them does not. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { type ToldFigure, figuresOf, plainFigures } from '../figures/figure.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

interface Column {
  readonly whole: ToldFigure;
  readonly parts: readonly ToldFigure[];
  readonly sum: number;
}

function check(paper: ReadDocument): Contradiction[] {
  return figuresOf(paper).flatMap((paragraph) => {
    const plain = plainFigures(paragraph);
    const found = [wordOf, ({ said }: ToldFigure) => said ?? ''].flatMap((keyOf) => {
      const columns = columnsOf(plain, keyOf);
      const off = columns.filter(({ whole, sum }) => whole.value !== sum);
      const [wrong] = off;
      return wrong === undefined || off.length > 1 || columns.length < 2 ? [] : [wrong];
    });
    const [wrong] = found;
    return wrong === undefined ? [] : told(wrong);
  });
}

function told({ whole, parts, sum }: Column): Contradiction[] {
  if (Math.abs(whole.value - sum) > Math.max(3, sum * 0.2)) return [];
  const values = parts.map(({ value }) => value);
  return [
    disagreement(crossedRule.id, parts, whole, {
      message: `各分项相加，${sumInWords(values)}，与总数${String(whole.value)}不符`,
      expected: `总数为${String(sum)}，或改正分项`,
    }),
  ];
}

/** What the last two characters before a number say of it: 投稿, 采用. */
function wordOf({ label }: ToldFigure): string {
  return label.replace(/(?:[了有为共计是]|合计|共计)+$/u, '').slice(-2);
}

/** Records that say the same of one after the other (检查, 不合格; 检查, 不合格), and what was said so before them. */
function columnsOf(plain: readonly ToldFigure[], keyOf: (one: ToldFigure) => string): Column[] {
  const keys = plain.map(keyOf);
  for (let from = 1; from < plain.length - 3; from += 1) {
    const [a = '', b = ''] = keys.slice(from);
    if (!/./u.test(a) || !/./u.test(b) || a === b) continue;
    let to = from;
    while (keys[to] === a && keys[to + 1] === b) to += 2;
    const count = (to - from) / 2;
    if (count < 2) continue;
    const row = plain.slice(from, to);
    const [first] = row;
    const isOneUnit = row.every(({ unit }) => unit === first?.unit);
    const next = plain[to];
    if (!isOneUnit || next?.sentence === row.at(-1)?.sentence) continue;
    return [a, b].flatMap((key, place): Column[] => {
      const whole = plain
        .slice(0, from)
        .findLast((one) => keyOf(one) === key && one.unit === first?.unit);
      const parts = row.filter((_, at) => at % 2 === place);
      if (whole === undefined || parts.some(({ value }) => value > whole.value)) return [];
      return [{ whole, parts, sum: exactSum(parts.map(({ value }) => value)) }];
    });
  }
  return [];
}

export const crossedRule: ProofRule = { id: 'crossed', name: '各列分项与总数', check };
