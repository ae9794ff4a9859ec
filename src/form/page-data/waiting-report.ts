/**
 * 待办的一份报送: what a reviewer sees of a proposal before deciding — the verdict of the review in its own words, what
 * changes, what was asked for and what is there, the story so far — and what may be decided on it.
 */
import {
  type ReportedEvidence,
  reviewResult,
  type ReviewResult,
} from '../../review/comment/review-result.ts';
import { verdictInWords } from '../../review/comment/review-comment.ts';
import { changeWords } from '../../review/proposal/change.ts';
import type { Review } from '../../review/review.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Action } from '../../schema/update.ts';
import { inWords } from '../../day/calendar.ts';
import { requestInWords, requestsIn } from '../../domain/issue/request.ts';
import { reminderLevels } from '../../text/terms.ts';
import { rowName } from '../../text/row-name.ts';
import { officeActs } from '../act.ts';
import { type WaitingIssue, waitingIssue } from './waiting-issue.ts';

export interface WaitingEvidence extends ReportedEvidence {
  /** Its number in the proposal, by which it is opened; undefined where there is nothing to open. */
  readonly at: number | undefined;
  readonly isPicture: boolean;
  /** What the review notes of it: used before, and where. */
  readonly notes: readonly string[];
}

export interface WaitingStep {
  readonly issue: string;
  readonly unitName: string;
  readonly accountName: string;
  readonly finding: string;
  readonly actionName: string;
  readonly reportedOn: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly deadline: string;
  readonly note: string | undefined;
  readonly evidence: readonly WaitingEvidence[];
}

export interface WaitingReport {
  readonly ok: boolean;
  readonly verdict: string;
  readonly faults: readonly { readonly isFault: boolean; readonly words: string }[];
  readonly steps: readonly WaitingStep[];
  readonly issues: readonly WaitingIssue[];
  /** The records that are no reports, in lines; behind the first `told` are only new findings, which may be counted. */
  readonly others: readonly string[];
  readonly told: number;
  /** Pictures that come with a check, of no report. */
  readonly pictures: readonly WaitingEvidence[];
  /** True where no step of it is a unit's. */
  readonly isOffice: boolean;
}

/** A report that waits, as the desk tells the page. */
export interface QueueItem extends WaitingReport {
  readonly commit: string;
  readonly branch: string;
  /** What its last commit calls itself. */
  readonly title: string;
  readonly since: string;
  readonly days: number;
  readonly author: string;
  /** True where whoever looks put it on record and may take it back. */
  readonly mayWithdraw?: boolean;
  /** Which evidence was opened in this session, by number. */
  readonly opened: readonly number[];
  /** The sum of what is shown, which a decision names. */
  readonly seen: string;
}

/** An issue of which a report waits, as its unit may know. */
export interface WaitingState {
  readonly issue: string;
  readonly since: string;
  /** The branch. */
  readonly number: string;
}

/** The files and links of a proposal that can be opened, in the order of `at`. */
export interface Openable {
  readonly issue: string;
  readonly kind: 'file' | 'link';
  readonly value: string;
}

/** Lays a reviewed proposal out for whoever decides on it. */
export function waitingReport(reviewed: Review): WaitingReport & { opens: readonly Openable[] } {
  const report = reviewResult(reviewed);
  const opens: Openable[] = [];
  const { ledger } = reviewed;
  const types = new Map(reviewed.files.map(({ file, type }) => [file, type]));
  const steps = report.steps.map((step): WaitingStep => {
    const evidence = step.evidence.map((piece): WaitingEvidence => {
      const { kind, value } = piece;
      const file = `${step.issue}/${value}`;
      const notes = report.faults
        .filter((fault) => kind === 'file' && fault.file.endsWith(`evidence/${file}`))
        .map(({ message }) => message);
      if (kind !== 'file' && kind !== 'link')
        return { ...piece, at: undefined, isPicture: false, notes };
      opens.push({ issue: step.issue, kind, value });
      const isPicture = kind === 'file' && PICTURES.has(types.get(file) ?? '');
      return { ...piece, at: opens.length - 1, isPicture, notes };
    });
    const { issue, unitName, accountName, finding, reportedOn, before, after, note } = step;
    // What a unit asks for in words is decided otherwise than a report of progress.
    const asked = step.action === 'progress' ? requestsIn({ note, reportedOn }) : [];
    const actionName =
      asked.length === 0
        ? step.actionName
        : `${step.actionName}（${asked.map(requestInWords).join('，')}）`;
    const deadline = [
      step.deadline,
      step.dueOn === undefined ? '' : `（截止${inWords(step.dueOn)}）`,
    ].join('');
    return {
      ...{ issue, unitName, accountName, finding, actionName, reportedOn, before, after },
      ...{ deadline, note, evidence },
    };
  });
  const pictures = reviewed.changes.flatMap(
    ({ fileKind, kind, issue = '', path }): WaitingEvidence[] => {
      const [, , value = ''] = path.split('/');
      if (fileKind !== 'evidence' || kind !== 'added' || !ledger?.inspections.has(issue)) return [];
      const facts = reviewed.files.find(({ file }) => file === `${issue}/${value}`);
      const isPicture = PICTURES.has(facts?.type ?? '');
      const notes = report.faults
        .filter(({ file }) => file.endsWith(path))
        .map(({ message }) => message);
      opens.push({ issue, kind: 'file', value });
      const { size, sha256 } = facts ?? {};
      const [what, day] = ['检查的截图', undefined];
      return [
        { kind: 'file', value, what, day, size, sha256, at: opens.length - 1, isPicture, notes },
      ];
    },
  );
  const others = report.records
    .map((record) => recordLine(ledger, record))
    .toSorted((a, b) => Number(a.startsWith(NEW_ISSUE)) - Number(b.startsWith(NEW_ISSUE)));
  const wrong = report.faults.filter(({ severity }) => severity === 'fault');
  return {
    ok: report.ok,
    // The check's word and not the reviewer's: nothing is decided yet.
    verdict: `检查${verdictInWords(report, wrong.length, report.faults.length - wrong.length)}`,
    faults: report.faults.map(({ severity, message, remedy }) => ({
      isFault: severity === 'fault',
      words: `${message} → ${remedy}`,
    })),
    steps,
    issues: reviewed.stories.map((story) => waitingIssue(reviewed, story, steps)),
    others,
    pictures,
    // What cannot be read has no steps, and may well be a unit's.
    isOffice:
      report.steps.every(({ action }) => new Set<Action>(officeActs).has(action)) &&
      reviewed.changes.filter(({ fileKind }) => fileKind === 'update').length ===
        report.steps.length,
    told: Math.max(TOLD, others.filter((line) => !line.startsWith(NEW_ISSUE)).length),
    opens,
  };
}

/** How the line of a new finding begins: of many of them only some are told, of all else each. */
const NEW_ISSUE = '新增问题';
const TOLD = 12;

/** A record that is no report, in a line: of a finding what it says, of all else what it is called, else where it lies. */
function recordLine(
  ledger: Ledger | undefined,
  { change, what, path }: ReviewResult['records'][number],
): string {
  const id = /(?:^|\/)issues\/[^/]+\/([^/]+)\.yaml$/u.exec(path)?.[1] ?? '';
  const issue = change === 'added' ? ledger?.issues.get(id) : undefined;
  return issue === undefined
    ? `${changeWords[change]}${what} ${nameAt(ledger, path) ?? path}`
    : `${NEW_ISSUE} ${rowName(issue.row)} ${issue.listedHost}：${issue.finding}（${issue.deadline.text}）`;
}

/** What a record is called that lies at `path`: its own name, or whose it is and of which day or period. */
function nameAt(ledger: Ledger | undefined, path: string): string | undefined {
  const [, room = '', folder = '', id = ''] =
    /(?:^|\/)(accounts|bulletins|campaigns|inspections|registry|reminders|self-checks|units)\/(?:([^/]+)\/)?([^/]+)\.yaml$/u.exec(
      path,
    ) ?? [];
  switch (room) {
    case 'accounts':
      return ledger?.accounts.get(id)?.name;
    case 'campaigns':
      return ledger?.campaigns.get(id)?.name;
    case 'inspections':
      return ledger?.inspections.get(id)?.name;
    case 'units':
      return ledger?.units.get(id)?.name;
    case 'bulletins': {
      const { inspection = '', number, publishedOn } = ledger?.bulletins.get(id) ?? {};
      const of = ledger?.inspections.get(inspection)?.name;
      const on = publishedOn === undefined ? undefined : `${inWords(publishedOn)}印发`;
      return [of, number, on].filter((one) => one !== undefined).join('，') || undefined;
    }
    case 'reminders': {
      const sent = ledger?.reminders.find((one) => one.id === id);
      return (
        sent &&
        `${nameOf(ledger, sent.unit)} ${reminderLevels[sent.level]}，${inWords(sent.sentOn)}发出`
      );
    }
    case 'self-checks': {
      const filled = ledger?.selfChecks.find((one) => one.id === `${folder}/${id}`);
      return filled && nameOf(ledger, filled.unit);
    }
    case 'registry':
      return nameOf(ledger, folder);
    default:
      return undefined;
  }
}

/** A unit or an account by its name. */
function nameOf(ledger: Ledger | undefined, id: string): string {
  return ledger?.units.get(id)?.name ?? ledger?.accounts.get(id)?.name ?? id;
}

/** Pictures that every browser shows. */
const PICTURES: ReadonlySet<string> = new Set(['png', 'jpeg', 'jpg', 'gif', 'webp']);
