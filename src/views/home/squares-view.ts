/**
 * 方格: every unit as a row of squares, one square an issue, by kind in the order of the register and never of a number. What is
 * late has a square of its own only on the internal site.
 */
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { phases, type State } from '../../domain/issue/transition.ts';
import { states } from '../../text/terms.ts';
import { figureAddress } from '../address.ts';
import type { Face } from '../face.ts';
import { unitsByKind } from '../unit/units-by-kind.ts';

/** `held`: accepted, and not yet closed. */
export type SquareId = 'overdue' | 'held' | State;

export interface SquareRow {
  readonly href: string;
  readonly name: string;
  /** The name without what all units of the ledger begin with. */
  readonly short: string;
  /** How many squares of each kind, the most urgent first; none of them 0. */
  readonly squares: readonly { readonly id: SquareId; readonly count: number }[];
  /** For those who do not see squares: 逾期2个，整改中1个. */
  readonly words: string;
}

export interface SquareGroup {
  readonly kind: string;
  readonly rows: readonly SquareRow[];
}

const names: Readonly<Record<SquareId, string>> = {
  overdue: '逾期',
  ...states,
  submitted: '待审核',
  held: phases.awaiting,
};
/** The figures that count what is not counted under the name of a square. */
const FIGURES: Partial<Record<SquareId, string>> = { submitted: 'to-verify' };
const ORDER: readonly SquareId[] = [
  'overdue',
  'returned',
  'open',
  'rectifying',
  'submitted',
  'held',
  'sustained',
  'closed',
  'void',
];

/** The units by kind; what a key has to explain, each with the page of the figure that it colours. */
export function squaresView(face: Face): {
  readonly groups: readonly SquareGroup[];
  readonly key: readonly { readonly id: SquareId; readonly name: string; readonly href: string }[];
  /** What stands for the squares of a unit that has none. */
  readonly none: string;
} {
  const units = unitsByKind(face);
  const kindOf = ({ history, lateness }: IssueStanding): SquareId => {
    if (face.audience === 'internal' && lateness.kind === 'overdue') return 'overdue';
    return history.phase === 'awaiting' ? 'held' : history.state;
  };
  const rows = units.map(({ id, href, name, short, kind }) => {
    const parts = Map.groupBy(face.byUnit.get(id) ?? [], kindOf);
    const squares = ORDER.flatMap((square) => {
      const count = parts.get(square)?.length ?? 0;
      return count === 0 ? [] : [{ id: square, count }];
    });
    const words = squares.map((one) => `${names[one.id]}${String(one.count)}个`).join('，');
    return { kind, row: { href, name, short, squares, words } };
  });
  const seen = new Set(rows.flatMap(({ row }) => row.squares.map(({ id }) => id)));
  return {
    groups: [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, part]) => ({
      kind,
      rows: part.map(({ row }) => row),
    })),
    key: ORDER.filter((id) => seen.has(id)).map((id) => ({
      id,
      name: names[id],
      href: figureAddress(FIGURES[id] ?? id),
    })),
    none: face.audience === 'public' ? '无公布的问题' : '无问题',
  };
}
