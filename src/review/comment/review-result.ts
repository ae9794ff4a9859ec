/** 报告: a review as plain data — the same for the comment, the terminal and programs. */
import { daysBetween, type Day } from '../../day/calendar.ts';
import { accountOf, ownerOn } from '../../domain/issue/owner.ts';
import { ledTo } from '../../domain/issue/timeline.ts';
import { type Post, posts } from '../../domain/membership.ts';
import type { Fault } from '../../ledger/fault.ts';
import type { Evidence, EvidenceKind } from '../../schema/evidence.ts';
import type { Entry } from '../../schema/ledger.ts';
import { actions } from '../../text/terms.ts';
import type { Action, Update } from '../../schema/update.ts';
import type { ChangeKind } from '../proposal/change.ts';
import { fileKindName, rolesOf } from '../people/rights.ts';
import { comparedFigures, type Compared } from '../effect.ts';
import type { FileFacts } from '../file/evidence-file.ts';
import type { Review } from '../review.ts';
import type { StepStory } from '../step.ts';
import { isForDraft, typedLines } from './typed.ts';

/** One new update: what it is of, what it does. Ids stay ids; names are Chinese. */
export interface ReportedStep {
  readonly update: string;
  readonly issue: string;
  readonly unit: string;
  readonly unitName: string;
  readonly accountName: string;
  readonly finding: string;
  readonly action: Action;
  readonly actionName: string;
  readonly reportedOn: Day;
  /** States in Chinese; undefined where the step does not count. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The deadline's words, its last day in force, and the days from the report to it (negative: late). */
  readonly deadline: string;
  readonly dueOn: Day | undefined;
  readonly daysLeft: number | undefined;
  readonly note: string | undefined;
  readonly publicNote: string | undefined;
  readonly onBehalfOf: string | undefined;
  readonly evidence: readonly ReportedEvidence[];
}

export interface ReportedEvidence {
  readonly kind: EvidenceKind;
  readonly value: string;
  readonly what: string | undefined;
  readonly day: Day | undefined;
  readonly size: number | undefined;
  readonly sha256: string | undefined;
}

export interface ReviewResult {
  readonly ok: boolean;
  readonly base: string;
  readonly head: string;
  readonly today: Day;
  readonly outdated: boolean;
  readonly people: readonly {
    who: string;
    account: string;
    roles: readonly Post[];
    units: readonly string[];
  }[];
  readonly faults: readonly Fault[];
  readonly steps: readonly ReportedStep[];
  /** Changes that are neither updates nor evidence. */
  readonly records: readonly { change: ChangeKind; what: string; path: string }[];
  /** What a reviewer may type to decide on it, where the forge has the workflow for it. */
  readonly typed: readonly string[];
  /** True where it is decided on in two acts, of which the first is the draft at the desk. */
  readonly isForDraft: boolean;
  readonly effects: readonly {
    unit: string;
    unitName: string;
    figures: readonly { id: Compared; before: number; after: number }[];
  }[];
}

/** Lays a review out. */
export function reviewResult(review: Review): ReviewResult {
  const { ledger, files } = review;
  const unitName = (unit: string) => ledger?.units.get(unit)?.name ?? unit;
  const facts = new Map(files.map((file) => [file.file, file]));
  return {
    ok: review.ok,
    base: review.base,
    head: review.head,
    today: review.today,
    outdated: review.outdated,
    people: review.people.map(({ who, posts }) => ({
      who,
      account: posts.account,
      roles: rolesOf(posts),
      units: [...posts.units].map(unitName),
    })),
    faults: review.faults,
    steps: review.stories.flatMap((story) =>
      story.updates.map((update) => stepOf(review, story, update, facts)),
    ),
    records: review.changes
      .filter(({ fileKind }) => fileKind !== 'update' && fileKind !== 'evidence')
      .map(({ kind, fileKind, full }) => ({
        change: kind,
        what: fileKindName(fileKind),
        path: full,
      })),
    typed: typedLines(review),
    isForDraft: isForDraft(review),
    effects: review.effects.map(({ unit, before, after }) => ({
      unit,
      unitName: unitName(unit),
      figures: comparedFigures.map((id) => ({ id, before: before[id], after: after[id] })),
    })),
  };
}

function stepOf(
  { ledger }: Review,
  { issue: id, after }: StepStory,
  update: Entry<Update>,
  facts: ReadonlyMap<string, FileFacts>,
): ReportedStep {
  const issue = ledger?.issues.get(id);
  const account = issue && ledger && accountOf(ledger, issue);
  const unit = (issue && ledger && ownerOn(ledger, issue, update.reportedOn)) ?? '';
  const entry = after.timeline.find((one) => one.update?.id === update.id);
  const words = ledTo(after.timeline, update.id);
  const counts = entry !== undefined && entry.refusal === undefined;
  const round = after.rounds.find(({ number }) => number === entry?.round) ?? after.round;
  return {
    update: update.id,
    issue: id,
    unit,
    unitName: ledger?.units.get(unit)?.name ?? unit,
    accountName: account?.name ?? issue?.account ?? issue?.place ?? '',
    finding: issue?.finding ?? '',
    action: update.action,
    actionName: actions[update.action],
    reportedOn: update.reportedOn,
    before: counts ? words?.before : undefined,
    after: counts ? words?.after : undefined,
    deadline: issue?.deadline.text ?? '',
    dueOn: round.dueOn,
    daysLeft: round.dueOn === undefined ? undefined : daysBetween(update.reportedOn, round.dueOn),
    note: update.note,
    publicNote: update.publicNote,
    onBehalfOf: update.onBehalfOf,
    evidence: update.evidence.map((piece) => evidenceOf(id, piece, facts)),
  };
}

function evidenceOf(
  issue: string,
  piece: Evidence,
  facts: ReadonlyMap<string, FileFacts>,
): ReportedEvidence {
  const { what, day } = piece;
  const none = { what, day, size: undefined, sha256: undefined };
  if ('link' in piece) return { kind: 'link', value: piece.link, ...none };
  if ('number' in piece) return { kind: 'number', value: piece.number, ...none };
  if ('file' in piece) {
    const file = facts.get(`${issue}/${piece.file}`);
    return { kind: 'file', value: piece.file, what, day, size: file?.size, sha256: file?.sha256 };
  }
  const { name, size, sha256, where } = piece.stored;
  return { kind: 'stored', value: `${name}（${where}）`, what, day, size, sha256 };
}

/** The roles of a person in Chinese, with the units: 填报员（某街道办事处）. */
export function postsInWords(person: ReviewResult['people'][number]): string {
  if (person.roles.length === 0) return '未登记';
  return person.roles
    .map((role) =>
      role === 'clerk' && person.units.length > 0
        ? `${posts[role]}（${person.units.join('、')}）`
        : posts[role],
    )
    .join('、');
}
