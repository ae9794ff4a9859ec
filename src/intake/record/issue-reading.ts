/** 草稿: a row of a list as it would be recorded — settled, or asked about with what was read of it so far. */
import type { Deadline, Duty } from '../../schema/deadline.ts';
import type { Origin } from '../../schema/issue.ts';
import type { ColumnId } from '../../schema/vocabulary.ts';
import { readDuties } from '../../domain/duty.ts';
import type { Inquiry } from '../inquiry/question.ts';
import type { ListRow, RowWords } from '../list/entry.ts';
import { dayOfCell } from '../words/day-cell.ts';
import { mendedText } from '../words/wording.ts';
import { settleCells } from './row/assign.ts';
import { readCategory } from './row/category.ts';
import type { Known } from './known.ts';
import { askUndated, readLimit } from './row/limit.ts';
import { FROM_MEASURES, limitInMeasures } from './row/measures-limit.ts';
import { readMeasures } from './row/measures.ts';
import type { ReadRow } from './row/read-row.ts';
import type { PriorOf } from './match.ts';
import { askOrigin, originIn } from './origin.ts';
import { type IssueOwner, readOwner } from './row/owner.ts';
import { isLeftOut } from './row/presence.ts';
import { hasNoAccount, saysNothing, rowWords } from './row/row-words.ts';

/** What the words were read as. */
export interface RowValues {
  owner: IssueOwner;
  problems: string[];
  deadline: Deadline;
  duties: Duty[];
  origin: Origin;
  listedOn: string;
  foundOn?: string | undefined;
}

export type Settled = ReadRow & { values: RowValues };
/** Something is asked, or the list's own words are missing. */
export type Open = ReadRow & { values?: undefined; found: Partial<RowValues> };
export type IssueReading = Settled | Open;

/** What holds for all rows of a list. */
export interface ListSetting {
  listedOn: string | undefined;
  closeOfBusiness: string;
  origin: () => Origin | undefined;
  /** How wide the column 存在问题 is set, in characters. */
  width: number;
}

/** Why a row is no entry. */
export type LeftOut = 'nothing-found' | 'answered';

/**
 * Reads a row. `priorOf` finds the issue of the ledger that the row was recorded as, if it was: what a person has
 * settled there is not asked again while the words are the same.
 */
export function readIssue(
  row: ListRow,
  setting: ListSetting,
  known: Known,
  parent: Inquiry,
  priorOf: PriorOf,
): IssueReading | LeftOut {
  const inquiry = parent.part();
  const { listedOn } = setting;
  const hasCells =
    row.unsettled === undefined ||
    (listedOn !== undefined && settleCells(row, known, listedOn, inquiry));
  const words = rowWords(row, known, setting.width);
  if (saysNothing(words.finding)) return 'nothing-found';
  const read = readRowOf(row, words, inquiry);
  if (!hasCells) return { ...read, found: {} };
  const leaving = isLeftOut(read, row, inquiry);
  if (leaving === 'left-out') return 'answered';
  if (leaving === 'incomplete' && read.finding === '') return { ...read, found: {} };
  // Whose it is is asked; what else is to be asked of it is asked in the same round.
  const isOwned = leaving !== 'incomplete';
  if (isOwned) read.prior = priorOf(read, inquiry);
  const found = valuesOf(read, row, setting, known, inquiry, isOwned);
  return settled(read, found);
}

function readRowOf(row: ListRow, words: RowWords, inquiry: Inquiry): ReadRow {
  const text = (id: ColumnId): string => mendedText(row.cells[id]?.text ?? '');
  return {
    ...words,
    place: row.place,
    raw: row.raw,
    row: row.number,
    numberText: row.numberText,
    isProposed: row.isProposed === true,
    at: text('place'),
    measures: text('measures'),
    deadlineText: text('deadline').replace(/^(?:[/／—–-]+|无)$/u, ''),
    readings: [],
    notes: [...row.notes],
    questions: inquiry.own,
    prior: undefined,
  };
}

function valuesOf(
  read: ReadRow,
  row: ListRow,
  setting: ListSetting,
  known: Known,
  inquiry: Inquiry,
  isOwned: boolean,
): Partial<RowValues> {
  const { prior, readings } = read;
  const { listedOn } = setting;
  const findingPlace = row.cells.finding?.place ?? read.place;
  // Its unit is looked for also where its account is asked for.
  const owner = readOwner(
    read,
    isOwned ? row : { ...row, isUnsplit: true },
    !isOwned || hasNoAccount(row),
    known,
    inquiry,
  );
  const problems =
    prior?.finding === read.finding
      ? prior.problems
      : readCategory(
          read.finding,
          mendedText(row.cells.category?.text ?? ''),
          findingPlace,
          known,
          inquiry,
          readings,
        );
  read.measures = readMeasures(read, inquiry);
  const duties = prior?.measures === read.measures ? prior.duties : readDuties(read.measures);
  const deadline = deadlineOf(read, row, setting, inquiry);
  const foundOn = foundOnOf(read, row) ?? prior?.foundOn;
  return {
    owner,
    problems,
    deadline,
    duties,
    origin: originOf(read, row, setting, inquiry),
    listedOn,
    ...(foundOn !== undefined && { foundOn }),
  };
}

function settled(read: ReadRow, found: Partial<RowValues>): IssueReading {
  const { owner, problems, deadline, duties, origin, listedOn, foundOn } = found;
  const isWhole = read.questions.length === 0 && read.measures !== '';
  if (!isWhole || !owner || !problems || !deadline || !duties || !origin || !listedOn)
    return { ...read, found };
  return { ...read, values: { owner, problems, deadline, duties, origin, listedOn, foundOn } };
}

function deadlineOf(
  read: ReadRow,
  row: ListRow,
  { listedOn, closeOfBusiness }: ListSetting,
  inquiry: Inquiry,
): Deadline | undefined {
  if (listedOn === undefined) {
    askUndated(read.deadlineText, row.cells.deadline ?? row, inquiry);
    return undefined;
  }
  const { prior } = read;
  if (row.cells.deadline === undefined && read.deadlineText === '') {
    // What stands in the ledger for the same words of the same list was taken or confirmed before.
    if (prior?.measures === read.measures && prior.listedOn === listedOn) {
      read.deadlineText = prior.deadline.text;
      return prior.deadline;
    }
    read.deadlineText = limitInMeasures(read.measures, { listedOn, closeOfBusiness }) ?? '';
    if (read.deadlineText !== '') read.readings.push({ field: 'deadline', note: FROM_MEASURES });
  }
  const { deadlineText } = read;
  if (prior?.deadline.text === deadlineText && prior.listedOn === listedOn) return prior.deadline;
  const cell = row.cells.deadline ?? row;
  const deadline = readLimit(
    deadlineText,
    cell,
    { listedOn, closeOfBusiness },
    inquiry,
    read.readings,
  );
  if (deadlineText === '') read.deadlineText = deadline?.text ?? '';
  return deadline;
}

/** A day of finding that shows no whole date stays with the words of the source, and that is said. */
function foundOnOf(read: ReadRow, { cells: { foundOn } }: ListRow): string | undefined {
  if (foundOn === undefined || mendedText(foundOn.text) === '') return undefined;
  const day = dayOfCell(foundOn);
  if (day === undefined)
    read.notes.push(`“${mendedText(foundOn.text)}”不是一个完整的日子，发现日期没有录入`);
  return day;
}

/** Who found it: a column of the list, what stands in the ledger, or what holds for the whole list. */
function originOf(
  { prior }: ReadRow,
  row: ListRow,
  setting: ListSetting,
  inquiry: Inquiry,
): Origin | undefined {
  const words = mendedText(row.cells.origin?.text ?? '');
  if (words === '') return prior?.origin ?? setting.origin();
  return originIn(words) ?? askOrigin(words, row.cells.origin?.place ?? row.place, inquiry);
}
