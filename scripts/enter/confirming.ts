/** 上级核销: what the command and the office's desk do alike with the paper of the level above: which issues it names, and their records. */
import { isFromAbove } from '../../src/domain/issue/round/closing.ts';
import { stateInWords } from '../../src/domain/issue/state-words.ts';
import { type IssueStanding, standing } from '../../src/domain/issue/standing.ts';
import { confirmedIn, confirmedRows } from '../../src/intake/confirmed.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Paper, PaperPlace } from '../../src/paper/sheet.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { updatePath } from '../../src/text/update-path.ts';
import { newStamp } from './stamp.ts';

/** What the level above assigned, as it stands on the day. */
export function assignedAbove(ledger: Ledger, today: string): IssueStanding[] {
  return standing(ledger, today).issues.filter(({ issue }) => isFromAbove(issue));
}

/** A row of the paper with the issues that it may mean: one is an answer, none or several are a question. */
export interface PaperIssue {
  readonly place: PaperPlace;
  readonly words: string;
  readonly meant: readonly IssueStanding[];
}

/** The rows of papers that name issues. */
export function confirmedInPapers(
  papers: readonly Paper[],
  ledger: Ledger,
  above: readonly IssueStanding[],
): PaperIssue[] {
  const rows = papers.flatMap((paper) => confirmedRows(paper, ledger));
  // What waits for the confirmation comes first; only where nothing does, what is past or before it.
  const waiting = above.filter(({ history }) => history.phase === 'awaiting');
  const others = confirmedIn(rows, above);
  return confirmedIn(rows, waiting).map(({ row, issues }, at) => ({
    place: row.place,
    words: row.words.join(' ').slice(0, 40),
    meant: issues.length > 0 ? issues : (others[at]?.issues ?? []),
  }));
}

/** What waits for the confirmation, what has it already, and what is not accepted yet, in words. */
export function sortedIssues(named: readonly IssueStanding[]): {
  left: IssueStanding[];
  done: string[];
  wrong: string[];
} {
  const left: IssueStanding[] = [];
  const done: string[] = [];
  const wrong: string[] = [];
  for (const one of named) {
    const { phase, round } = one.history;
    if (round.confirmedOn !== undefined) done.push(one.id);
    else if (phase === 'awaiting') left.push(one);
    else wrong.push(`${one.id} ${stateInWords(one.history)}，本轮没有验收，不能核销`);
  }
  return { left, done, wrong };
}

/** The records of a confirmation by path. */
export function confirmationFiles(
  left: readonly IssueStanding[],
  { updates }: Ledger,
  said: { today: string; confirmedOn: string; document: string | undefined; receivedBy?: string },
): Map<string, string> {
  const { today, confirmedOn, document, receivedBy } = said;
  return new Map(
    left.map(({ id, issue: { campaign } }) => {
      const last = updates.get(id)?.at(-1)?.id.split('/').at(-1);
      const record = {
        issue: id,
        action: 'confirmedAbove',
        reportedOn: today,
        confirmedOn,
        document,
        receivedBy,
      };
      const path = updatePath({ campaign, id }, newStamp(today, last));
      return [path, canonical('update', record)] as const;
    }),
  );
}

/** What the commit says. */
export function confirmationMessage(left: readonly IssueStanding[]): string {
  return `上级核销 ${String(left.length)} 个问题`;
}
