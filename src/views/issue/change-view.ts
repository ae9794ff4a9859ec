/** 最近变化: what happened in all issues and what checks found, newest first. Listings of one day and campaign are one entry. */
import { inspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { ownInspections } from '../../domain/inspection/sample.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { TimelineEntry } from '../../domain/issue/timeline.ts';
import type { State } from '../../domain/issue/transition.ts';
import { campaignAddress, changesAddress, inspectionAddress, type Ref } from '../address.ts';
import { shownDay, type DayView, monthInWords } from '../day-view.ts';
import type { Face } from '../face.ts';
import { campaignRef, issueRef, unitRef } from '../names.ts';
import { stepName } from './story-view.ts';

export type ChangeView =
  | {
      readonly kind: 'step';
      /** What tells it from all others, whatever is added to the ledger later: the update's own id. */
      readonly key: string;
      readonly on: DayView;
      readonly what: string;
      readonly issue: Ref;
      /** What the issue is about in words; empty where the unit says it all. */
      readonly subject: string;
      readonly unit: Ref;
      readonly finding: string;
      readonly after: State;
      readonly became: string | undefined;
      readonly publicNote: string | undefined;
      /** Named where the ledger has several: numbers begin anew in each. */
      readonly campaign: Ref | undefined;
    }
  | {
      readonly kind: 'listed';
      readonly on: DayView;
      readonly campaign: Ref;
      readonly count: number;
    }
  /** What a check found; on the internal site only. */
  | {
      readonly kind: 'checked';
      readonly on: DayView;
      readonly check: Ref;
      readonly checked: number;
      readonly failed: number;
    };

/** By the day, the newest first; equals keep their order. */
export function newestFirst(a: { readonly on: DayView }, b: { readonly on: DayView }): number {
  return a.on.iso === b.on.iso ? 0 : a.on.iso < b.on.iso ? 1 : -1;
}

/** All changes, newest first, also within a day. */
export function changeViews(face: Face): ChangeView[] {
  const changes = [...checks(face), ...listings(face), ...steps(face)];
  return changes.toSorted(newestFirst);
}

function checks(face: Face): ChangeView[] {
  const { ledger, today } = face;
  return ownInspections(ledger).flatMap((inspection): ChangeView[] => {
    const { id, name, checkedOn } = inspection;
    if (checkedOn > today) return [];
    const { checked, failed } = inspectionFigures(ledger, inspection);
    if (checked === 0) return [];
    const check = { id, name, href: inspectionAddress(id) };
    return [{ kind: 'checked', on: shownDay(face, checkedOn), check, checked, failed }];
  });
}

function steps(face: Face): ChangeView[] {
  return face.standing.issues.flatMap((one) =>
    one.history.timeline
      .toReversed()
      .flatMap((entry): ChangeView[] =>
        entry.action === 'listed' || entry.refusal !== undefined
          ? []
          : [stepView(face, one, entry)],
      ),
  );
}

/** A line of the story of an issue among those of all others. */
export function stepView(
  face: Face,
  { id, issue, account, unit }: IssueStanding,
  entry: TimelineEntry,
): ChangeView {
  const { ledger } = face;
  return {
    kind: 'step',
    key: entry.update?.id ?? `${id}/${entry.action}-${String(entry.round)}`,
    on: shownDay(face, entry.on),
    what: stepName(entry),
    issue: issueRef(ledger, id),
    subject: account?.name ?? issue.account ?? issue.listed ?? issue.place ?? '',
    unit: unitRef(ledger, unit),
    finding: issue.finding,
    after: entry.after,
    became: entry.words.before === entry.words.after ? undefined : entry.words.after,
    publicNote: entry.update?.publicNote,
    campaign: ledger.campaigns.size > 1 ? campaignRef(ledger, issue.campaign) : undefined,
  };
}

function listings(face: Face): ChangeView[] {
  const { ledger, standing } = face;
  const lists = Map.groupBy(standing.issues, ({ issue }) => `${issue.campaign} ${issue.listedOn}`);
  return [...lists.values()].flatMap((issues): ChangeView[] => {
    const [first] = issues;
    if (first === undefined) return [];
    const { campaign, listedOn } = first.issue;
    const { id, name } = campaignRef(ledger, campaign);
    return [
      {
        kind: 'listed',
        on: shownDay(face, listedOn),
        campaign: { id, name, href: campaignAddress(id) },
        count: issues.length,
      },
    ];
  });
}

export interface ChangeMonth {
  /** YYYY-MM */
  readonly month: string;
  readonly name: string;
  readonly href: string;
  readonly count: number;
}

/** The months in which something happened, newest first. */
export function changeMonthViews(changes: readonly ChangeView[]): ChangeMonth[] {
  const months = Map.groupBy(changes, ({ on }) => on.iso.slice(0, 7));
  return [...months].map(([month, { length }]) => ({
    month,
    name: monthInWords(month),
    href: changesAddress(month),
    count: length,
  }));
}
