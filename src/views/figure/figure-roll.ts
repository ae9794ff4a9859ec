/** 指标明细: the rows that make up a figure, of the whole face or of one campaign. */
import { type FigureValue, percent, type RowKind } from '../../domain/figures/figure-value.ts';
import { type FigureGroup, figureOf, figures, rowsOf } from '../../domain/figures/figures.ts';
import { type Standing, standingWithin } from '../../domain/issue/standing.ts';
import { inUnitOrder } from '../../domain/unit-order.ts';
import { campaignFigureAddress, figureAddress, type Ref } from '../address.ts';
import type { Face } from '../face.ts';
import { namedFigureRows, rowsFigure } from './figure-view.ts';
import { figureOrder, issuesInOrder } from '../issue/issue-order.ts';
import { campaignRef } from '../names.ts';
import type { Roll } from '../roll.ts';
import { unitsByKind } from '../unit/units-by-kind.ts';

export interface FigureRoll extends Roll {
  readonly id: string;
  readonly group: FigureGroup;
  readonly name: string;
  readonly definition: string;
  readonly rowKind: RowKind;
  /** Of a rate: 62.6%, and as a sentence how many its rows are of how many; undefined of a count. */
  readonly share: { readonly words: string; readonly parts: string } | undefined;
  /** In which order the issues stand, as a clause without a full stop; empty where the rows are none. */
  readonly order: string;
  /** The campaign to which it is limited. */
  readonly campaign: Ref | undefined;
  /** Rows that are counted but not named, because their campaigns do not publish the names of late units. */
  readonly withheld: number;
  /** Of what presses: whose issues these are and how many each, in the order of the register; empty elsewhere. */
  readonly units: readonly (Ref & { readonly count: number })[];
}

/** The figures of which a page says a number of units as well. */
const BY_UNIT: ReadonlySet<string> = new Set([
  'overdue',
  'in-grace',
  'due-soon',
  'reminder-due',
  'review-due',
]);

/** Every figure that has rows of its own: of the whole face, then of each campaign where they are not the same. */
export function figureRolls(face: Face): FigureRoll[] {
  const whole = rollsOf(face, face.standing, undefined);
  const parts = [...face.ledger.campaigns.keys()].flatMap((campaign) => {
    const part = standingWithin(face.standing, { campaign });
    return rollsOf(face, part, campaign).filter(({ id }) => !isWhole(face, part, id));
  });
  return [...whole, ...parts];
}

/** Where the rows of a figure stand that a campaign shows. */
export function campaignFigurePage(face: Face, campaign: string): (id: string) => string {
  const part = standingWithin(face.standing, { campaign });
  return (id) =>
    isWhole(face, part, id) ? figureAddress(id) : campaignFigureAddress(campaign, id);
}

/** The only campaign of a ledger has all issues, but not all units and accounts of the register. */
function isWhole({ ledger, standing }: Face, part: Standing, id: string): boolean {
  const rows = (of: Standing): number => rowsOf(figureOf(of, id)).length;
  return ledger.campaigns.size === 1 && rows(part) === rows(standing);
}

function rollsOf(face: Face, part: Standing, campaign: string | undefined): FigureRoll[] {
  return figures.flatMap(({ id, group, name, definition, rowKind, value }) => {
    const counted = value(part);
    const all = rowsOf(counted);
    if (all.length === 0 || rowsFigure(id) !== id) return [];
    const named = namedFigureRows(face, id, all);
    const order = rowKind === 'issue' ? figureOrder(face, id) : undefined;
    const unordered =
      rowKind === 'unit' ? inUnitOrder(face.ledger.units, named.rows, (row) => row) : named.rows;
    const rows = order === undefined ? unordered : issuesInOrder(face, unordered, order);
    const { withheld } = named;
    const href = campaign === undefined ? figureAddress(id) : campaignFigureAddress(campaign, id);
    const owner = campaign === undefined ? undefined : campaignRef(face.ledger, campaign);
    const units = BY_UNIT.has(id) && withheld === 0 ? unitsOf(face, rows) : [];
    return [
      {
        id,
        group,
        name,
        definition,
        rowKind,
        share: shareOf(name, counted),
        order: order?.words ?? '',
        campaign: owner,
        href,
        ids: rows,
        withheld,
        units,
      },
    ];
  });
}

/** 按期57个，共91个；以下列出按期的。 */
function shareOf(name: string, value: FigureValue): FigureRoll['share'] {
  if (value.kind !== 'rate') return undefined;
  const { numerator, denominator } = value;
  const counted = name.replace(/(?:率|占比)$/u, '');
  return {
    words: percent(numerator, denominator),
    parts: `${counted}${String(numerator)}个，共${String(denominator)}个；以下列出${counted}的。`,
  };
}

function unitsOf(face: Face, issues: readonly string[]): FigureRoll['units'] {
  const counts = Map.groupBy(issues, (id) => face.issues.get(id)?.unit);
  return unitsByKind(face).flatMap(({ id, name, href }) => {
    const count = counts.get(id)?.length ?? 0;
    return count === 0 ? [] : [{ id, name, href, count }];
  });
}
