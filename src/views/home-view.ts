/** 首页: what a reader wants to know in ten seconds. */
import { valueOn } from '../domain/setting.ts';
import { unitKinds } from '../schema/unit.ts';
import { type CampaignHead, campaignHeads } from './campaign-view.ts';
import { type ChangeView, changeViews } from './issue/change-view.ts';
import { deskGroups } from './unit/desk.ts';
import { type DueDay, dueDays, type Undated, undated } from './due/due-view.ts';
import type { Edition } from './edition.ts';
import { figureNamed, type FigureView, figureViews } from './figure/figure-view.ts';
import { problemParts } from './group-view.ts';
import type { IssueRow } from './issue/issue-row.ts';
import type { PartView } from './figure/part-view.ts';
import { type QueueView, queueView } from './due/queue-view.ts';
import { type UnitRow, unitRow } from './unit/unit-view.ts';

export interface HomeView {
  /** How it stands, as a sentence in parts that are not broken over two lines. */
  readonly lead: readonly string[];
  readonly figures: readonly FigureView[];
  readonly campaigns: readonly CampaignHead[];
  /** The next days on which something that is not finished falls due: a few, and all that are called 临期. */
  readonly next: readonly DueDay[];
  /** Issues of campaigns of which only figures are published; they are in no other number here. */
  readonly countedOnly: number;
  /** What falls due on no day. */
  readonly undated: Undated | undefined;
  readonly problems: readonly PartView[];
  readonly units: readonly UnitRow[];
  readonly changes: readonly ChangeView[];
  /** What is late, and what waits for a reviewer; empty on the public site. */
  readonly overdue: readonly IssueRow[];
  readonly waiting: readonly IssueRow[];
  /** Proposals that no reviewer has merged yet; undefined where none is known to wait. */
  readonly queue: QueueView | undefined;
}

const NEXT = 4;
const CHANGES = 6;

export function homeView(edition: Edition): HomeView {
  const inside = edition.audience === 'internal';
  const groups = inside ? deskGroups(edition, edition.standing.issues) : [];
  const rows = (id: string): readonly IssueRow[] => groups.find((one) => one.id === id)?.rows ?? [];
  const figures = figureViews(edition.standing);
  const soon = valueOn(edition.ledger.vocabulary.timing.dueSoonDays, edition.today);
  const queue = edition.records && queueView(edition.records.waitingSince, edition.today);
  return {
    lead: leadOf(figures),
    figures,
    campaigns: campaignHeads(edition),
    next: dueDays(edition)
      .filter(({ daysLeft, part }) => daysLeft >= 0 && part.unfinished > 0)
      .filter(({ daysLeft }, at) => at < NEXT || daysLeft <= soon),
    countedOnly: edition.counted.reduce((sum, { standing }) => sum + standing.issues.length, 0),
    undated: undated(edition),
    problems: problemParts(edition),
    units: unitsByKind(edition),
    changes: changeViews(edition).slice(0, CHANGES),
    overdue: rows('overdue'),
    waiting: rows('waiting'),
    queue: queue?.proposals === 0 ? undefined : queue,
  };
}

/** The counts that add up to the total, never merged into one rate. */
function leadOf(figures: readonly FigureView[]): string[] {
  const words = (id: string): string => figureNamed(figures, id).words;
  if (words('total') === '0') return ['台账里还没有问题。'];
  const parts = ['closed', 'sustained', 'unfinished', 'void'].filter(
    (id) => id !== 'void' || words(id) !== '0',
  );
  return [
    `${words('total')} 件问题：`,
    ...parts.map((id, at) => {
      const { name } = figureNamed(figures, id);
      return `${name} ${words(id)} 件${at === parts.length - 1 ? '。' : '，'}`;
    }),
  ];
}

/** All units, in the order of their kinds and then of the register. */
export function unitsByKind(edition: Edition): UnitRow[] {
  const rows = [...edition.ledger.units.values()].map((unit) => unitRow(edition, unit));
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return Object.values(unitKinds).flatMap((kind) => kinds.get(kind) ?? []);
}
