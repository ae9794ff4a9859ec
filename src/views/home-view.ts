/** 首页: what a reader wants to know in ten seconds. */
import { type CampaignHead, campaignHeads } from './campaign-view.ts';
import { type ChangeView, changeViews } from './change-view.ts';
import { deskGroups } from './desk.ts';
import { type DueDay, dueDays } from './due-view.ts';
import type { Edition } from './edition.ts';
import { type FigureView, figureViews } from './figure-view.ts';
import { problemParts } from './group-view.ts';
import type { IssueRow } from './issue-row.ts';
import type { PartView } from './part-view.ts';
import { type UnitRow, unitRow } from './unit-view.ts';

export interface HomeView {
  readonly figures: readonly FigureView[];
  readonly campaigns: readonly CampaignHead[];
  /** The next days on which something that is not finished falls due. */
  readonly next: readonly DueDay[];
  readonly problems: readonly PartView[];
  readonly units: readonly UnitRow[];
  readonly changes: readonly ChangeView[];
  /** What is late, and what waits for a reviewer; empty on the public site. */
  readonly overdue: readonly IssueRow[];
  readonly waiting: readonly IssueRow[];
}

const NEXT = 4;
const CHANGES = 6;

export function homeView(edition: Edition): HomeView {
  const inside = edition.audience === 'internal';
  const groups = inside ? deskGroups(edition, edition.standing.issues) : [];
  const rows = (id: string): readonly IssueRow[] => groups.find((one) => one.id === id)?.rows ?? [];
  return {
    figures: figureViews(edition.standing),
    campaigns: campaignHeads(edition),
    next: dueDays(edition)
      .filter(({ daysLeft, part }) => daysLeft >= 0 && part.unfinished > 0)
      .slice(0, NEXT),
    problems: problemParts(edition),
    units: unitsByKind(edition),
    changes: changeViews(edition).slice(0, CHANGES),
    overdue: rows('overdue'),
    waiting: rows('waiting'),
  };
}

/** All units, in the order of their kinds and then of the register. */
export function unitsByKind(edition: Edition): UnitRow[] {
  const rows = [...edition.ledger.units.values()].map((unit) => unitRow(edition, unit));
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return [...kinds.values()].flat();
}
