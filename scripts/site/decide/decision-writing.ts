/**
 * 决定的写法: the merge of a proposal and the record of what was decided on it, made by Git objects alone and judged as
 * the server's hook will judge them. The desk and a forge's workflow write them alike.
 */
import { randomUUID } from 'node:crypto';
import { approvalOwed } from '../../../src/domain/issue/approval.ts';
import type { QueueItem } from '../../../src/form/page-data/waiting-report.ts';
import { writeCommit, writeMerge } from '../../../src/history/git/branch.ts';
import type { Place } from '../../../src/history/place.ts';
import { changesBetween } from '../../../src/history/proposal/proposal.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { type Review, review } from '../../../src/review/review.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import type { Action } from '../../../src/schema/update.ts';
import { own } from '../../../src/text/own.ts';
import { plain } from '../../../src/text/plain.ts';
import { updatePath } from '../../../src/text/update-path.ts';
import { newStamp } from '../../enter/stamp.ts';
import type { Decisions } from './decision-sent.ts';
import { signedNow } from '../desk/push-as.ts';

export type Decided = Decisions['items'][number]['decided'];

/** 拟办和审签 of a decision in two acts. */
export interface DecisionSignature {
  readonly drafter: string;
  readonly draftedOn: string;
  readonly approver: string;
  readonly approvedOn: string;
}

export interface DecisionToWrite {
  readonly place: Place;
  /** The commit of the proposal, and who made it. */
  readonly commit: string;
  readonly author: string;
  readonly item: Pick<QueueItem, 'issues' | 'steps' | 'title'>;
  readonly decided: Decided;
  readonly signature: DecisionSignature | undefined;
  /** What it grows from, and the ledger there. */
  readonly tip: string;
  readonly ledger: Ledger;
  /** The reviewer. */
  readonly account: string;
  readonly today: string;
  /** Refs that begin so are set and left behind. */
  readonly ref: string;
  /** Said at the end of both messages. */
  readonly because?: string;
}

/** The decision's commit, or why it is not right. Throws GitRefused. */
export function writeDecision(to: DecisionToWrite): { tip: string } | { sentence: string } {
  const { place, commit, author, item, decided, tip, account, ref } = to;
  const by = signedNow(account);
  const because = to.because === undefined ? '' : `\n\n${to.because}`;
  const changes = changesBetween(place.repository, tip, commit);
  if (typeof changes === 'string')
    return { sentence: '这个分支不能与主分支合并：请单位从最新的主分支重新报送。' };
  const merged = writeMerge(place, {
    ref: `${ref}-${randomUUID()}`,
    by,
    base: tip,
    head: commit,
    message: `收件：${item.steps.map(({ issue, actionName }) => `${issue} ${actionName}`).join('、') || item.title}${because}`,
    changes,
  });
  const looked = { ...place, today: to.today, actor: account };
  const judged = review({ ...looked, base: tip, head: merged, author, merging: true });
  if (!judged.ok) return { sentence: sentencesOf(judged) };
  if (decided.length === 0) return { tip: merged };
  const files = filesOf(to, judged);
  if (typeof files === 'string') return { sentence: files };
  const decision = writeCommit(place, {
    ref: `${ref}-${randomUUID()}`,
    by,
    base: merged,
    message: `${decisionWords(decided, item)}${because}`,
    files,
  });
  const last = review({ ...looked, base: merged, head: decision, author: account });
  return last.ok ? { tip: decision } : { sentence: sentencesOf(last) };
}

/** The records of what is decided, or what cannot be. */
function filesOf(
  { item, decided, ledger, today, signature }: DecisionToWrite,
  judged: Review,
): Map<string, string> | string {
  const files = new Map<string, string>();
  for (const { issue, action, fields } of decided) {
    const acts = item.issues.find((one) => one.issue === issue)?.acts;
    const act = acts?.find((one) => one.action === action);
    const campaign = ledger.campaigns.get(ledger.issues.get(issue)?.campaign ?? '');
    if (act === undefined || campaign === undefined)
      return `${plain(issue)} 现在不能这样办：刷新再看。`;
    const isApproved =
      signature !== undefined &&
      approvalOwed(campaign, stepOf(action, fields, today)) !== undefined;
    const record: Record<string, unknown> = {
      issue,
      action,
      reportedOn: today,
      // One hand decides and puts it on record, which the audit must be told: 单人代录.
      ...(isApproved ? signature : { receivedBy: '审核员' }),
    };
    for (const { path, kind, preset } of act.fields) {
      if (Object.hasOwn(record, path)) continue;
      const value = Object.hasOwn(fields, path) ? (fields[path] ?? '').trim() : '';
      if (value === '' || kind === 'evidence' || preset !== undefined) continue;
      record[path] = kind === 'yes-no' || path === 'held' ? value === 'true' : value;
    }
    const last = [...(judged.ledger?.updates.get(issue) ?? [])].at(-1)?.id.split('/').at(-1);
    files.set(
      updatePath({ campaign: campaign.id, id: issue }, newStamp(today, last)),
      canonical('update', record),
    );
  }
  return files;
}

/** What an approval is asked of. */
export function stepOf(
  action: string,
  fields: Readonly<Record<string, string>>,
  reportedOn: string,
): Parameters<typeof approvalOwed>[1] {
  return { action: action as Action, reportedOn, ground: fields['ground'] };
}

/** What is decided, in a line. */
export function decisionWords(decided: Decided, item: Pick<QueueItem, 'issues' | 'title'>): string {
  if (decided.length === 0)
    return `收件：${item.issues.map(({ issue }) => issue).join('、') || item.title}`;
  return decided
    .map(({ issue, action }) => {
      const acts = item.issues.find((one) => one.issue === issue)?.acts;
      return `${issue} ${acts?.find((one) => one.action === action)?.title ?? ''}`;
    })
    .join('、');
}

/** The same for people: account and problem in words, and what became of it — of a draft nothing has yet. */
export function decisionTold(
  decided: Decided,
  { issues, title }: Pick<QueueItem, 'issues' | 'title'>,
  isDrafted: boolean,
): string {
  if (issues.length === 0) return `收件：${title}`;
  const isReceived = decided.length === 0;
  const told = issues.flatMap(({ issue, name, finding, acts, outcomes }) => {
    const one = decided.find((decision) => decision.issue === issue);
    if (one === undefined && !isReceived) return [];
    const act = acts.find(({ action }) => action === one?.action)?.title ?? '收件';
    const state = isDrafted ? undefined : own(outcomes, one?.action ?? '');
    const what = finding === '' ? '' : `“${shortened(finding)}”`;
    const after = state === undefined || act.includes(state) ? '' : `，${state}`;
    return `${name}${what} ${act}${after}（${issue}）`;
  });
  return told.join('、');
}

const LONGEST_FINDING = 30;

function shortened(finding: string): string {
  const signs = [...plain(finding)];
  return signs.length > LONGEST_FINDING
    ? `${signs.slice(0, LONGEST_FINDING).join('')}……`
    : signs.join('');
}

function sentencesOf({ faults }: Review): string {
  return faults
    .filter(({ severity }) => severity === 'fault')
    .map(({ message, remedy }) => plain(`${message} → ${remedy}`))
    .join('\n');
}
