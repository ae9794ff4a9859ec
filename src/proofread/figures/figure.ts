/**
 * 一段的数: the numbers of a paragraph, read once for all relations: what each counts, what is said of it (检查, 不合格, 已整改), what
 * part it plays (a sum, what is left, a change, a mean), whose and of when it is.
 */
import { type PlacedText, paragraphsOf, type ReadDocument } from '../document/paper.ts';
import { entityOf } from '../meaning.ts';
import type { Percentage } from '../number/quantity.ts';
import { type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import { roleOf, saidOf, timeOf, unitKind, type FigureRole } from './words.ts';

export interface ToldFigure extends SaidNumber {
  /** Which sentence of the document it stands in. */
  readonly sentence: number;
  /** The words from the beginning of its clause to the number. */
  readonly lead: string;
  /** The rest of its clause. */
  readonly tail: string;
  readonly role: FigureRole;
  /** What is said of it: checked, failed, mended, closed … */
  readonly said: string | undefined;
  /** site, account, problem … */
  readonly thing: string | undefined;
  /** The last time that its sentence names before it: 上季度, 第二季度. */
  readonly time: string;
  /** Numbers of one kind may be added: things, persons, money, pieces. */
  readonly kind: string;
  /** +1 or −1 where it is a change. */
  readonly sign: number;
}

/** A paragraph with its numbers and rates in order. */
export interface FiguredParagraph {
  readonly passage: PlacedText;
  readonly statements: readonly Statement[];
  readonly figures: readonly ToldFigure[];
  readonly rates: readonly Percentage[];
}

const cache = new WeakMap<ReadDocument, readonly FiguredParagraph[]>();

/** The numbers of all paragraphs. */
export function figuresOf(paper: ReadDocument): readonly FiguredParagraph[] {
  const known = cache.get(paper);
  if (known) return known;
  const statements = statementsOf(paper);
  const all = paragraphsOf(paper).map((passage) => {
    const own = statements.filter(
      (one) => one.passage.block === passage.block && one.passage.place.kind === 'paragraph',
    );
    return {
      passage,
      statements: own,
      figures: own.flatMap((statement) => statement.numbers.map((one) => figured(statement, one))),
      rates: own.flatMap(({ percentages }) => percentages),
    };
  });
  cache.set(paper, all);
  return all;
}

function figured(statement: Statement, one: SaidNumber): ToldFigure {
  const { read } = one.passage;
  const before = read.slice(statement.at, one.at);
  const lead = /[^，。；：（）]*$/u.exec(before)?.[0] ?? '';
  const tail = /^[^，。；：（）]*/u.exec(read.slice(one.end))?.[0] ?? '';
  const { role, sign } = roleOf(one.label, tail);
  return {
    ...one,
    sentence: statement.index,
    lead,
    tail,
    role: one.rough || /^(?:余|多|以上|左右|以下|以内)/u.test(one.noun) ? 'rough' : role,
    said: saidOf(one.label, one.noun, lead, tail, one.stance),
    thing: entityOf(one) ?? entityOf({ label: lead.replace(/\d.*$/u, ''), noun: '' }),
    time: timeOf(before),
    kind: unitKind(one.unit),
    sign,
  };
}

/** Plain numbers that stand outside of brackets, exact and of the time that is reported on. */
export function plainFigures({ figures }: FiguredParagraph): ToldFigure[] {
  return figures.filter(
    ({ scope, role, compared }) => scope < 0 && (role === 'count' || role === 'sum') && !compared,
  );
}
