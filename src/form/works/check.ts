/** 检查结果: what a checker fills in of each account → the check's record, written anew with it. */
import { reportRules } from '../../ledger/report-rules.ts';
import { inspectionsRule } from '../../ledger/rules/inspections.ts';
import { openingRule } from '../../ledger/rules/opening.ts';
import type { Rule } from '../../ledger/rule.ts';
import type { Inspection, InspectionResult, InspectionRow } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { NewRecord } from '../new-record.ts';

export const checkRules: readonly Rule[] = [...reportRules, openingRule, inspectionsRule];

/** What is counted, by the kind of account. */
export const counts = {
  website: [
    ['stale', '逾期不更新的一级栏目'],
    ['overdue', '应更新未更新的栏目'],
    ['empty', '空白栏目'],
  ],
  'new-media': [
    ['days', '统计天数'],
    ['posts', '发布条数'],
    ['originals', '原创条数'],
  ],
} as const;

/** What stands in the fields of an account. */
export interface FilledRow {
  lastPostOn: string;
  /** By the names of `counts`. */
  numbers: Record<string, string>;
  /** By indicator. */
  results: Record<string, { result: InspectionResult | ''; finding: string }>;
  note: string;
}

/** What is on record, as the fields have it. */
export function filledOf({ lastPostOn = '', counted, columns, results, note = '' }: InspectionRow) {
  const numbers = Object.entries({ ...counted, ...columns }).map(
    ([name, value]): [string, string] => [name, String(value)],
  );
  const row: FilledRow = {
    lastPostOn,
    numbers: Object.fromEntries(numbers),
    results: Object.fromEntries(
      results.map(({ indicator, result, finding = '' }) => [indicator, { result, finding }]),
    ),
    note,
  };
  return row;
}

/** The record with what was filled in; of the other accounts as it was. */
export function checkRecord(
  { id: _id, path, ...inspection }: Entry<Inspection>,
  filled: ReadonlyMap<string, FilledRow>,
  replaces: string,
): NewRecord {
  const accounts = inspection.accounts.map((row) => {
    const given = filled.get(row.account);
    return given === undefined ? row : rowOf(row, given);
  });
  return { kind: 'inspection', path, replaces, value: { ...inspection, accounts } };
}

function rowOf(row: InspectionRow, { lastPostOn, numbers, results, note }: FilledRow): object {
  const { account, lookBack } = row;
  const counted = numbersIn(numbers, counts['new-media']);
  const columns = numbersIn(numbers, counts.website);
  const said = Object.entries(results).flatMap(([indicator, { result, finding }]) => {
    if (result === '' && finding.trim() === '') return [];
    // What the page does not ask for stays.
    const inside = row.results.find((one) => one.indicator === indicator)?.note;
    return [
      {
        indicator,
        result: result === '' ? undefined : result,
        ...(finding.trim() === '' ? {} : { finding: finding.trim() }),
        ...(inside === undefined ? {} : { note: inside }),
      },
    ];
  });
  return {
    account,
    lookBack,
    ...(lastPostOn === '' ? {} : { lastPostOn }),
    ...(counted === undefined ? {} : { counted }),
    ...(columns === undefined ? {} : { columns }),
    results: said,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

function numbersIn(
  numbers: Readonly<Record<string, string>>,
  names: readonly (readonly [string, string])[],
): Record<string, unknown> | undefined {
  const given = names.flatMap(([name]) => {
    const text = (Object.hasOwn(numbers, name) ? numbers[name] : undefined)?.trim() ?? '';
    return text === '' ? [] : [[name, /^\d+$/u.test(text) ? Number(text) : text] as const];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** Of what a device keeps that which is not on record yet: what was sent and has arrived needs not be filled in any more. */
export function notOnRecord(
  { accounts }: Inspection,
  kept: Readonly<Record<string, FilledRow>>,
): Map<string, FilledRow> {
  const known = new Map(accounts.map((row) => [row.account, JSON.stringify(filledOf(row))]));
  return new Map(
    Object.entries(kept).filter(
      ([id, row]) => known.has(id) && known.get(id) !== JSON.stringify(row),
    ),
  );
}
