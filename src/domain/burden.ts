/**
 * 减负: what units were asked for in a period, counted from what they handed in and from what was sent to them. A sheet
 * that nobody brought back left no trace in the ledger; it is counted from the copies that the office kept
 * (`intake/sheet-back/sent.ts`).
 */
import type { Day } from '../day/calendar.ts';
import type { Period } from '../day/period.ts';
import { holdsOn, periodOf } from '../day/period.ts';
import type { Ledger } from '../schema/ledger.ts';
import type { EvidenceOwed, Problem } from '../schema/vocabulary.ts';
import { standing } from './issue/standing.ts';
import { isUnitAction } from './issue/transition.ts';

/** What a sheet asks: open cells of a row and of its head; what it brings filled in: locked cells of a row. */
export const sheetCells = { open: 6, head: 3, given: 8 } as const;

/** Cells of an item of a self-check: the answer and what was found; its number and words are given. */
export const itemCells = { open: 2, given: 2 } as const;

export interface Burden {
  readonly unit: string;
  /** Rows that the unit reported, and the days on which it handed sheets in. */
  readonly reports: number;
  readonly sheets: number;
  readonly selfChecks: number;
  /** Cells that were open to be filled in. */
  readonly cells: number;
  /** Cells that came filled in: facts that were not asked again. */
  readonly given: number;
  /** Reminders and letters sent to it. */
  readonly reminders: number;
  /** Unfinished problems of which only a picture or file may prove the closing. */
  readonly screenshots: number;
}

/** The units that were asked for anything in a period, in the order of the register. */
export function burdens(ledger: Ledger, { from, until }: Period): Burden[] {
  const inside = (day: Day): boolean => holdsOn({ from, until }, day);
  const { issues } = standing(ledger, until);
  return [...ledger.units.keys()].flatMap((unit): Burden[] => {
    const own = issues.filter((issue) => issue.unit === unit);
    const reported = own.flatMap(({ history }) =>
      history.timeline.flatMap(({ update, on }) =>
        update !== undefined && isUnitAction(update.action) && inside(on) ? [on] : [],
      ),
    );
    const checks = ledger.selfChecks.filter((one) => one.unit === unit && inside(one.answeredOn));
    const items = checks.reduce((sum, { answers }) => sum + answers.length, 0);
    const reminders = ledger.reminders.filter((one) => one.unit === unit && inside(one.sentOn));
    const sheets = new Set(reported).size;
    const screenshots = own.filter(({ issue, history }) => {
      const settledOn = history.round.closedOn ?? history.round.sustainedOn;
      return (settledOn ?? until) >= from && pictureOnly(ledger, issue.problems).length > 0;
    }).length;
    const asked = reported.length + checks.length + reminders.length + screenshots;
    if (asked === 0) return [];
    return [
      {
        unit,
        reports: reported.length,
        sheets,
        selfChecks: checks.length,
        cells:
          reported.length * sheetCells.open + sheets * sheetCells.head + items * itemCells.open,
        given: reported.length * sheetCells.given + items * itemCells.given,
        reminders: reminders.length,
        screenshots,
      },
    ];
  });
}

/** The kinds of problem, of these, whose closing takes nothing but a picture or file. */
export function pictureOnly({ vocabulary }: Ledger, ids?: readonly string[]): Problem[] {
  return vocabulary.problems.filter(
    ({ id, owes }) => (ids?.includes(id) ?? true) && owes.some(onlyFiles),
  );
}

function onlyFiles({ kinds }: EvidenceOwed): boolean {
  return kinds.every((kind) => kind === 'file' || kind === 'stored');
}

/** The parts of a unit's burden that are added up. */
export const burdenParts = {
  reports: '报送（条）',
  sheets: '交表（批）',
  selfChecks: '自查表（份）',
  cells: '填报栏目',
  given: '报送单预先填好（格）',
  reminders: '催办（次）',
  screenshots: '佐证限于截图的问题（个）',
} as const;
export type BurdenPart = keyof typeof burdenParts;
export const burdenPartIds = Object.keys(burdenParts) as BurdenPart[];

/** All of the units together. */
export function burdenSum(all: readonly Burden[]): Readonly<Record<BurdenPart, number>> {
  const sum = (part: BurdenPart): number => all.reduce((total, one) => total + one[part], 0);
  return {
    reports: sum('reports'),
    sheets: sum('sheets'),
    selfChecks: sum('selfChecks'),
    cells: sum('cells'),
    given: sum('given'),
    reminders: sum('reminders'),
    screenshots: sum('screenshots'),
  };
}

/** The quarter of a day, by its id. */
export function quarterId(day: Day): string {
  return `${day.slice(0, 4)}-q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;
}

/** The quarters up to the one of `today`, at most so many, oldest first; none before the first listing. */
export function quartersUpTo(ledger: Ledger, today: Day, most: number): Period[] {
  const first = [...ledger.issues.values()].map(({ listedOn }) => listedOn).toSorted()[0];
  const quarters: Period[] = [];
  for (
    let year = Number((first ?? today).slice(0, 4));
    year <= Number(today.slice(0, 4));
    year += 1
  )
    for (const turn of [1, 2, 3, 4]) {
      const quarter = periodOf(`${String(year)}-q${String(turn)}`);
      if (quarter && quarter.until >= (first ?? today) && quarter.from <= today)
        quarters.push(quarter);
    }
  return quarters.slice(-most);
}

/** How the numbers came about, as Chinese sentences. */
export const burdenNotes = [
  '填报栏目：每报送一条，报送单上有 6 栏可填，每交一批另有填报人、审签人、日期 3 栏；自查表每项 2 格。空着的也算在内。',
  '报送单预先填好：报送单每条有 8 栏由台账填好（序号、编号、网站或账号、问题、措施、时限、状态、所需佐证），自查表每项 2 栏。',
  '佐证限于截图的问题：销号只收图片或文件、不收网址和编号的。发出而没有交回的表不在内。',
] as const;
