/** 经过: the story of an issue as a page tells it, oldest first. */
import { actions, states } from '../../text/terms.ts';
import type { Entry } from '../../schema/ledger.ts';
import { reopenGrounds, type Update, voidGrounds } from '../../schema/update.ts';
import type { History } from '../../domain/issue/replay.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { passages, type TimelineEntry } from '../../domain/issue/timeline.ts';
import { isUnitAction, type State } from '../../domain/issue/transition.ts';
import { type DayView, dayView } from '../day-view.ts';
import { type Face, mayCallLate } from '../face.ts';
import { type EvidenceView, evidenceViews } from './evidence-view.ts';
import { officeHand, unitRef } from '../names.ts';
import { receiptFacts, unknownAcceptance } from './receipt-view.ts';
import { type Fact, givenFact } from '../fact.ts';

export interface StoryEntry {
  /** Id of the update; undefined for what no update made. */
  readonly id: string | undefined;
  readonly on: DayView;
  /** 开始整改, 验收, 列入清单 … */
  readonly what: string;
  readonly round: number;
  readonly after: State;
  /** The state it led to, where it led to another one. */
  readonly became: string | undefined;
  readonly facts: readonly Fact[];
  readonly publicNote: string | undefined;
  readonly evidence: readonly EvidenceView[];
  /** What only people inside the offices see, as named values; empty on the public site. */
  readonly inside: readonly Fact[];
}

export function storyView(face: Face, { history }: IssueStanding): StoryEntry[] {
  return history.timeline
    .filter(({ refusal }) => refusal === undefined || face.audience === 'internal')
    .map((entry) => storyEntry(face, history, entry));
}

function storyEntry(face: Face, history: History, entry: TimelineEntry): StoryEntry {
  const { update } = entry;
  return {
    id: update?.id,
    on: dayView(entry.on, face.today),
    what: stepName(entry),
    round: entry.round,
    after: entry.after,
    became: entry.words.before === entry.words.after ? undefined : entry.words.after,
    facts: update === undefined ? [] : publicFacts(face, history, update),
    publicNote: update?.publicNote,
    evidence: update === undefined ? [] : evidenceViews(face, history.issue, update.evidence),
    inside: face.audience === 'internal' ? insideFacts(face, entry) : [],
  };
}

/** What happened, in words; where a merged report is the acceptance (销号规则), that is said. */
export function stepName(entry: Pick<TimelineEntry, 'action' | 'words'>): string {
  const { action } = entry;
  if (action === 'listed' || action === 'settled') return passages[action];
  return isMergedAcceptance(entry) ? `${actions.submitted}，经审核，验收合格` : actions[action];
}

/** A report that counts as accepted when it is merged, also where publicity or the level above is still waited for. */
export function isMergedAcceptance({
  action,
  words,
}: Pick<TimelineEntry, 'action' | 'words'>): boolean {
  return action === 'submitted' && words.after !== states.submitted;
}

/** The dates and findings of an update that anybody may see. */
function publicFacts(face: Face, history: History, update: Entry<Update>): Fact[] {
  const { today, ledger } = face;
  const day = (on: string): string => dayView(on, today).words;
  switch (update.action) {
    case 'started':
    case 'progress':
    case 'returned':
    case 'accepted':
      return [];
    case 'voided':
      return givenFact('撤销依据', update.ground && voidGrounds[update.ground]);
    case 'submitted':
      return givenFact('完成日期', update.completedOn && day(update.completedOn));
    case 'publicity':
      return [
        { name: '公示期', value: `${day(update.from)}至${day(update.until)}` },
        ...givenFact('联系方式', update.contact),
      ];
    case 'confirmedAbove':
      return [{ name: '核销日期', value: day(update.confirmedOn) }];
    case 'sustained':
      return [{ name: '下次复查', value: day(update.reviewOn) }];
    case 'reviewed':
      return [
        { name: '复查结果', value: update.held ? '保持' : '未保持' },
        ...givenFact('下次复查', update.reviewOn && day(update.reviewOn)),
      ];
    case 'extended':
      return [
        { name: '申请日期', value: day(update.askedOn) },
        { name: '延期至', value: day(update.dueOn) },
        ...approvedLate(face, history, update.id),
      ];
    case 'deferred':
      return [
        { name: '申请日期', value: day(update.askedOn) },
        { name: '暂缓到', value: day(update.until) },
        ...approvedLate(face, history, update.id),
      ];
    case 'transferred':
      return [{ name: '接收单位', value: unitRef(ledger, update.to).name }];
    case 'reopened':
      return [
        { name: '重启依据', value: reopenGrounds[update.ground] },
        { name: '轮次', value: `第${String(update.round)}轮` },
        ...givenFact('新截止日', update.dueOn && day(update.dueOn)),
      ];
    default:
      return update satisfies never;
  }
}

/** 逾期后批准: said where the site may call an issue of this campaign late. */
function approvedLate(face: Face, { issue, rounds }: History, update: string): Fact[] {
  const campaign = face.issues.get(issue)?.issue.campaign ?? '';
  const moved = rounds.flatMap(({ extensions }) => extensions).find(({ id }) => id === update);
  if (moved === undefined || moved.lateDays === 0 || !mayCallLate(face, campaign)) return [];
  return [{ name: '逾期后批准', value: `批准前已逾期${String(moved.lateDays)}天，照计` }];
}

/** What an update says to people inside the offices only. */
function insideFacts(face: Face, entry: TimelineEntry): Fact[] {
  const { update, receivedLate, refusal } = entry;
  if (update === undefined) return [];
  const receipt = face.records?.receipts.get(update.id);
  const accepts = isMergedAcceptance(entry);
  const dated = (who: string, on: string | undefined): string =>
    on === undefined ? who : `${who}，${dayView(on, face.today).words}`;
  return [
    ...givenFact('理由', 'reason' in update ? update.reason : undefined),
    ...givenFact(
      update.action === 'deferred' ? '批准文号' : '核销文号',
      'document' in update ? update.document : undefined,
    ),
    ...givenFact('进展说明', update.note),
    ...givenFact(isUnitAction(update.action) ? '填报人' : '经办人', update.reporter),
    ...givenFact(
      '拟办',
      update.drafter && dated(officeHand(face.ledger, update.drafter), update.draftedOn),
    ),
    ...givenFact('审签人', update.approver && dated(update.approver, update.approvedOn)),
    ...givenFact('代录单位', update.onBehalfOf && unitRef(face.ledger, update.onBehalfOf).name),
    ...givenFact(accepts ? '收件人（收件即验收）' : '收件人', update.receivedBy),
    ...givenFact('收件渠道', update.channel),
    ...(receipt !== undefined
      ? receiptFacts(receipt, face.today, accepts)
      : accepts && update.receivedBy === undefined
        ? unknownAcceptance(face, update.reportedOn)
        : []),
    ...givenFact('迟报', receivedLate && `收件比报告日期晚${String(receivedLate)}天`),
    ...givenFact('不计入', refusal),
  ];
}
