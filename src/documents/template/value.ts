/** 占位: what a template may name, with the rows that make it up, so that every figure can be followed to its issues. */
import { inWords, type Day } from '../../day/calendar.ts';
import { breakdown, type Dimension } from '../../domain/figures/breakdown.ts';
import { type FigureValue, percent } from '../../domain/figures/figure-value.ts';
import { NO_ACCOUNT } from '../../domain/issue/owner.ts';
import { figures, rowsOf } from '../../domain/figures/figures.ts';
import type { Standing } from '../../domain/issue/standing.ts';
import { OTHER, UNSTATED } from '../../text/terms.ts';

export interface Value {
  /** As it stands in the text; empty when there is nothing to say. */
  readonly text: string;
  /** Ids of issues, units or accounts; empty for facts that are copied. */
  readonly rows: readonly string[];
  /** Where it comes from, in Chinese. */
  readonly from: string;
  /** Paragraphs of their own, for a value that is a list. */
  readonly lines?: readonly string[];
}

export type TemplateValues = ReadonlyMap<string, Value>;

/** A copied fact; undefined is nothing. */
export function copiedFact(text: string | undefined, from: string): Value {
  return { text: text ?? '', rows: [], from };
}

export function dayFact(day: Day | undefined, from: string): Value {
  return copiedFact(day === undefined ? undefined : inWords(day), from);
}

/** Every figure of the registry under its Chinese name. */
export function figureFacts(standing: Standing): [string, Value][] {
  return figures.map(({ name, definition, value }) => {
    const found = value(standing);
    return [name, { text: figureText(found), rows: rowsOf(found), from: definition }];
  });
}

/** The bare number: the template writes the counting word. Nothing where there is nothing to count. */
function figureText(value: FigureValue): string {
  switch (value.kind) {
    case 'count':
      return String(value.value);
    case 'reported':
      return value.value === undefined ? '' : String(value.value);
    case 'rate':
      return value.denominator === 0 ? '' : percent(value.numerator, value.denominator);
    case 'days':
      return value.median === undefined ? '' : String(value.median);
    default:
      return value satisfies never;
  }
}

/** Parts for what has no name of its own: behind others of the same size. */
const REST: ReadonlySet<string> = new Set(['', OTHER, UNSTATED, NO_ACCOUNT]);

/** 未备案11个、停用未注销3个: the parts of a dimension, the largest first. */
export function partsFact(standing: Standing, dimension: Dimension, from: string): Value {
  const parts = breakdown(standing, dimension).parts.toSorted(
    (a, b) =>
      b.standing.issues.length - a.standing.issues.length ||
      Number(REST.has(a.key)) - Number(REST.has(b.key)),
  );
  return {
    text: parts
      .map(({ name, standing: part }) => `${name}${String(part.issues.length)}个`)
      .join('、'),
    rows: standing.issues.map(({ id }) => id),
    from,
  };
}

/** Whether a section of this value stands. */
export function isPresent({ text, lines }: Value): boolean {
  return lines === undefined ? text !== '' && text !== '0' && text !== '0.0%' : lines.length > 0;
}
