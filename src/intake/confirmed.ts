/**
 * 核销名单: the rows of a paper from the level above → the issues that it confirms. A row names its issue by the
 * ledger's number, or by the source's serial number and the account; what fits none or several is asked about.
 */
import type { Ledger } from '../schema/ledger.ts';
import type { IssueStanding } from '../domain/issue/standing.ts';
import type { Paper, PaperPlace } from '../paper/sheet.ts';
import { Inquiry } from './inquiry/question.ts';
import { listIn } from './list/list.ts';
import { Known } from './record/known.ts';
import { columnNamesOf, recognisesOf } from './record/papers.ts';
import { rowNumber } from './words/row-number.ts';
import { bareText } from './words/wording.ts';

/** A row as it stands. */
export interface NamedRow {
  readonly place: PaperPlace;
  readonly number: number | undefined;
  readonly words: readonly string[];
}

/** A row with the issues that it may mean: one where it is certain. */
export interface Confirmed {
  readonly row: NamedRow;
  readonly issues: readonly IssueStanding[];
}

/** The rows of a paper that name issues; lines of text count only where there is no table. */
export function confirmedRows(paper: Paper, ledger: Ledger): NamedRow[] {
  const names = columnNamesOf(ledger);
  const recognises = recognisesOf(new Known(ledger), ledger);
  const { rows, tables, lines } = listIn(paper, { names, recognises, inquiry: new Inquiry() });
  if (tables > 0)
    return rows.map(({ place, number, raw }) => ({ place, number, words: Object.values(raw) }));
  return lines.flatMap(({ place, text }): NamedRow[] => {
    const found = /^\s*(?<number>\d{1,5}|[（(]\d{1,5}[)）])[.．、\s]+(?<rest>\S.*)$/u.exec(
      text,
    )?.groups;
    const number = found && rowNumber(found['number'] ?? '');
    const names = ids(text).some((id) => ledger.issues.has(id));
    return number === undefined && !names ? [] : [{ place, number, words: [text] }];
  });
}

/** Which of `issues` each row means. */
export function confirmedIn(
  rows: readonly NamedRow[],
  issues: readonly IssueStanding[],
): Confirmed[] {
  return rows.map((row) => ({ row, issues: meant(row, issues) }));
}

function meant({ number, words }: NamedRow, issues: readonly IssueStanding[]): IssueStanding[] {
  const numbers = new Set(words.flatMap(ids));
  const byId = issues.filter(({ id }) => numbers.has(id));
  if (byId.length > 0) return byId;
  const told = words.map(bareText);
  const named = issues.filter((one) =>
    namesOf(one).some((name) => told.some((word) => word.includes(name))),
  );
  const both = named.filter(({ issue }) => issue.row === number);
  if (both.length > 0) return both;
  if (named.length > 0 || number === undefined) return named;
  return issues.filter(({ issue }) => issue.row === number);
}

/** Under which names a paper may name what an issue is about. */
function namesOf({ issue, account }: IssueStanding): string[] {
  const names = [issue.listed, account?.name, ...(account?.aliases ?? []), issue.place];
  return names
    .flatMap((name) => (name === undefined ? [] : [bareText(name)]))
    .filter((name) => name !== '');
}

/** Everything in a text that has the form of an issue's number. */
function ids(text: string): string[] {
  return text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/gu) ?? [];
}
