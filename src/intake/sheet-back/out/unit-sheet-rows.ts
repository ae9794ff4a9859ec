/** 报送行: the issues of a unit that wait for its report, in the words of the sheet that is sent out. */
import { createHash } from 'node:crypto';
import { inWords } from '../../../day/calendar.ts';
import { isWithUnit, owedLines } from '../../../domain/issue/round/owed.ts';
import { listedWords } from '../../../domain/issue/owner.ts';
import type { IssueStanding, Standing } from '../../../domain/issue/standing.ts';
import { deferredUntil, type Round } from '../../../domain/issue/round/round.ts';
import { states } from '../../../text/terms.ts';
import type { Issue } from '../../../schema/issue.ts';
import type { Ledger } from '../../../schema/ledger.ts';

/** The pre-filled cells of a row, by the column's key. */
export interface UnitSheetRow {
  row: string;
  issue: string;
  listed: string;
  finding: string;
  measures: string;
  deadline: string;
  state: string;
  owed: string;
  /** Id of the last update when the sheet was made; empty without one. */
  last: string;
}

/** The cells that must come back as they went out. */
export const fixedKeys = ['row', 'issue', 'listed', 'finding', 'measures', 'deadline'] as const;
export type FixedKey = (typeof fixedKeys)[number];

/** The rows of a unit in a campaign: what is open, being rectified or returned. */
export function unitSheetRows(whole: Standing, unit: string, campaign: string): UnitSheetRow[] {
  return whole.issues
    .filter(
      (one) => one.unit === unit && one.issue.campaign === campaign && isWithUnit(one.history),
    )
    .map((one) => rowOf(one, whole.ledger));
}

function rowOf({ issue, history }: IssueStanding, ledger: Ledger): UnitSheetRow {
  const { round, state } = history;
  const assisting = (issue.assisting ?? []).map((id) => ledger.units.get(id)?.name ?? id);
  return {
    ...fixedWords(issue),
    state:
      states[state] +
      dueWords(round) +
      (assisting.length > 0 ? `；配合单位：${assisting.join('、')}` : ''),
    owed: owedLines(issue, ledger.vocabulary.problems, history).join('；'),
    last: ledger.updates.get(issue.id)?.at(-1)?.id ?? '',
  };
}

/** The last day on record, which the words of the list (尽快) may not say, and whether it was moved. */
function dueWords(round: Round): string {
  if (round.dueOn === undefined) return '';
  const isMoved = round.extensions.length > 0;
  const verb = !isMoved ? '截止' : deferredUntil(round) === undefined ? '已延期至' : '已暂缓到';
  return `（${verb}${inWords(round.dueOn)}）`;
}

/** The cells of an issue that never change while its record does not. */
export function fixedWords(issue: Issue & { id: string }): Pick<UnitSheetRow, FixedKey> {
  return {
    row: String(issue.row),
    issue: issue.id,
    listed: listedWords(issue),
    finding: issue.finding,
    measures: issue.measures,
    deadline: issue.deadline.text,
  };
}

/** A checksum of the cells that must come back as they went out; spaces and line breaks do not count. */
export function fixedSum(words: Pick<UnitSheetRow, FixedKey>): string {
  const text = fixedKeys.map((key) => words[key].replace(/\s+/gu, '')).join('\u0000');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
