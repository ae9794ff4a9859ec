/** 说明: how every figure is counted, what the office has set, what was read in which way. */
import type { LayoutKind } from '../../schema/layout.ts';
import { figureGroups, type FigureGroup } from '../../domain/figures/figures.ts';
import { type Dated, valueOn } from '../../domain/setting.ts';
import type { Ref } from '../address.ts';
import type { Face } from '../face.ts';
import { figureViews, type FigureView } from '../figure/figure-view.ts';
import { accountRef, campaignRef, issueRef, unitRef } from '../names.ts';
import { readingViews, type DisputedReading } from '../source-view.ts';
import type { Fact } from '../fact.ts';
import type { GuidePart } from './guide-part.ts';
import { guideView } from './guide-view.ts';
import { correctionsView, type CorrectionsView } from './corrections-view.ts';
import { notOursView } from './not-ours-view.ts';
import { type HandInView, handInView } from './hand-in-view.ts';

export interface AboutView {
  readonly groups: readonly { readonly name: string; readonly figures: readonly FigureView[] }[];
  readonly settings: readonly Fact[];
  readonly handIn: HandInView;
  /** What a unit does about an issue that is not its own, as paragraphs; undefined on the public site. */
  readonly notOurs: readonly string[] | undefined;
  /** 办理指南, a page of its own. */
  readonly guide: readonly GuidePart[];
  /** Whom a reader tells what is wrong. */
  readonly corrections: CorrectionsView;
  readonly readings: readonly (DisputedReading & { readonly record: Ref })[];
}

export function aboutView(face: Face): AboutView {
  const several = face.ledger.campaigns.size > 1;
  // What lists report is never added up over campaigns.
  const all = figureViews(face.standing).map((one) =>
    several && one.words === '未报' ? { ...one, words: '见各专项' } : one,
  );
  return {
    groups: (Object.keys(figureGroups) as FigureGroup[]).map((id) => ({
      name: figureGroups[id],
      figures: all.filter(({ group }) => group === id),
    })),
    settings: settingsOf(face),
    handIn: handInView(face),
    notOurs: notOursView(face),
    guide: guideView(face),
    corrections: correctionsView(face),
    readings: readingsOf(face),
  };
}

/** The settings of content/vocabulary/timing.yaml in force on the as-of day. */
function settingsOf({ ledger, today }: Face): Fact[] {
  const { timing } = ledger.vocabulary;
  const days = (setting: readonly Dated<number>[]): string =>
    `${String(valueOn(setting, today))}天`;
  return [
    { name: '临期', value: `距截止日不超过${days(timing.dueSoonDays)}` },
    { name: '宽限', value: graceOf(valueOn(timing.graceDays, today)) },
    { name: '复查', value: `长期整改、长期坚持的问题每${days(timing.reviewEveryDays)}复查一次` },
    { name: '立即整改', value: `满${days(timing.immediateDays)}没有报结果就提醒` },
    { name: '迟报', value: `收件比报告日期晚${days(timing.lateReceiptDays)}以上即标注` },
    { name: '下班前', value: `指 ${valueOn(timing.closeOfBusiness, today)} 前` },
  ];
}

function graceOf(days: number): string {
  return days === 0 ? '不设，过了截止日就是逾期' : `过截止日${String(days)}天之内不计逾期`;
}

/** All readings of records that this face shows, in the order of the ledger. */
function readingsOf({ ledger, standing }: Face): AboutView['readings'] {
  const of = (
    kind: LayoutKind,
    record: Ref,
    readings: readonly { field: string; note: string }[] | undefined,
  ): AboutView['readings'] =>
    readingViews(kind, readings).map(({ field, note }) => ({ record, field, note }));
  return [
    ...[...ledger.campaigns.values()].flatMap(({ id, readings }) =>
      of('campaign', campaignRef(ledger, id), readings),
    ),
    ...standing.issues.flatMap(({ id, issue }) =>
      of('issue', issueRef(ledger, id), issue.readings),
    ),
    ...[...ledger.units.values()].flatMap(({ id, readings }) =>
      of('unit', unitRef(ledger, id), readings),
    ),
    ...[...ledger.accounts.values()].flatMap(({ id, readings }) =>
      of('account', accountRef(ledger, id), readings),
    ),
  ];
}
