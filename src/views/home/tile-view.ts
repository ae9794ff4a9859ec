/** 要紧的数: what presses, as tiles — the late ones first and heaviest on the internal site, where units are told. */
import { awaitedSteps } from '../../text/terms.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { valueOn } from '../../domain/setting.ts';
import { issueAddress } from '../address.ts';
import { awaitingByStep } from '../due/turn-view.ts';
import type { Face } from '../face.ts';
import { figureNamed, figureViews, type FigureView } from '../figure/figure-view.ts';
import { longestOf } from '../figure/longest-view.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';

export interface TileView {
  readonly figure: FigureView;
  /** `late`: filled, on the internal site only. */
  readonly weight: 'late' | 'soon' | 'plain';
  /** What stands under the number. */
  readonly note: string;
  /** Of how many units they are, and where these are listed; on the internal site only. */
  readonly units: { readonly words: string; readonly href: string } | undefined;
  /** How long the longest has lasted, and its page; on the internal site only. */
  readonly longest: { readonly words: string; readonly href: string } | undefined;
}

const shown = ['overdue', 'due-soon', 'to-verify', 'held', 'reminder-due', 'review-due'] as const;

/** The figures that are not zero. */
export function tileViews(face: Face, overdueChange: string | undefined): TileView[] {
  const figures = figureViews(face.standing);
  const inside = face.audience === 'internal';
  return shown.flatMap((id): TileView[] => {
    const figure = figureNamed(figures, id);
    if (figure.count === 0) return [];
    const weight = id === 'overdue' && inside ? 'late' : id === 'due-soon' ? 'soon' : 'plain';
    const issues = rowsOf(figureOf(face.standing, id)).flatMap((row) => face.issues.get(row) ?? []);
    const longest = inside ? longestIn(face, id) : undefined;
    const units = id === 'overdue' && inside ? unitsOf(figure, issues) : undefined;
    return [{ figure, weight, note: noteOf(id, face, issues, overdueChange), units, longest }];
  });
}

type TileId = (typeof shown)[number];

function noteOf(
  id: TileId,
  face: Face,
  issues: readonly IssueStanding[],
  overdueChange: string | undefined,
): string {
  const { audience, ledger, today } = face;
  switch (id) {
    case 'overdue':
      return [
        ...(overdueChange === undefined ? [] : [overdueChange]),
        ...(audience === 'internal' ? [] : ['已过截止日，没有申请验收']),
      ].join('，');
    case 'due-soon':
      return `${String(valueOn(ledger.vocabulary.timing.dueSoonDays, today))}天内截止`;
    case 'to-verify':
      return '等办公室验收';
    case 'held':
      return heldInWords(face);
    case 'reminder-due':
      return '已到提醒日';
    case 'review-due':
      return dueInWords(issues);
    default:
      return id satisfies never;
  }
}

/** 其中4个待单位申请验收: of what is 长期整改 and not handed in, the unit owes the next step. */
function dueInWords(issues: readonly IssueStanding[]): string {
  const count = issues.filter(({ history }) => history.next.owner === 'unit').length;
  return count === 0 ? '已到复查日' : `其中${String(count)}个待单位申请验收`;
}

/** 待公示2个，公示中5个，待上级核销7个: what that was accepted still waits for; together all of it. */
function heldInWords(face: Face): string {
  return awaitingByStep(face)
    .map(({ step, count }) => `${awaitedSteps[step]}${String(count)}个`)
    .join('，');
}

/** The page of the figure lists its units too where they are several. */
function unitsOf({ href }: FigureView, issues: readonly IssueStanding[]): TileView['units'] {
  const count = new Set(issues.map(({ unit }) => unit)).size;
  if (href === undefined) return undefined;
  return { words: `${String(count)}家单位`, href: count > 1 ? `${href}#units` : href };
}

/** Of these it says something how long they have lasted. */
const LASTING = ['overdue', 'to-verify', 'review-due'] as const satisfies readonly TileId[];

function longestIn(face: Face, id: TileId): TileView['longest'] {
  const figure = LASTING.find((one) => one === id);
  const longest = figure && longestOf(face, figure);
  return (
    longest && {
      words: `最久${String(longest.days)}天`,
      href: issueAddress(longest.one.id),
    }
  );
}
