/** 检查结果: each account of a check judged by the edition and the thresholds of its day. Any veto item fails it. */
import type { Account } from '../../schema/account.ts';
import type { Inspection, InspectionResult, InspectionRow } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { accountOn } from '../ledger-on.ts';
import { type Freshness, freshnessOf, thresholdsOn } from './freshness.ts';
import type { accountResults } from '../../text/terms.ts';

export interface Verdict {
  readonly indicator: string;
  readonly name: string;
  /** `missing`: nobody said and nothing can be computed. */
  readonly result: InspectionResult | 'missing';
  /** What was seen, as Chinese text; undefined where nothing is said. */
  readonly why: string | undefined;
  /** The checker wrote 合格 while the last post says otherwise. */
  readonly contradicted: boolean;
}

export interface JudgedRow {
  readonly row: InspectionRow;
  /** Undefined where the account is not in the ledger, which is a fault of its own. */
  readonly account: Entry<Account> | undefined;
  readonly verdicts: readonly Verdict[];
  readonly result: keyof typeof accountResults;
}

/** Judges every account of a check; each is the unit's that it was on the day of the check. */
export function judgedRows(ledger: Ledger, inspection: Inspection): JudgedRow[] {
  return inspection.accounts.map((row) => {
    const account = accountOn(ledger, row.account, inspection.checkedOn);
    const verdicts = account === undefined ? [] : verdictsOf(ledger, inspection, row, account);
    return { row, account, verdicts, result: resultOf(verdicts) };
  });
}

function resultOf(verdicts: readonly Verdict[]): JudgedRow['result'] {
  if (verdicts.some(({ result }) => result === 'failed')) return 'failed';
  if (verdicts.length === 0 || verdicts.some(({ result }) => result === 'missing'))
    return 'unchecked';
  return 'passed';
}

function verdictsOf(
  { vocabulary: { indicators } }: Ledger,
  { edition, checkedOn, scope }: Inspection,
  row: InspectionRow,
  account: Account,
): Verdict[] {
  const veto = indicators.editions.find(({ id }) => id === edition)?.veto;
  // What the office above did not look at is not for us to judge.
  const looked = (veto?.[account.kind] ?? []).filter(
    ({ id }) => scope.kind !== 'above' || row.results.some(({ indicator }) => indicator === id),
  );
  return looked.map(({ id, name }): Verdict => {
    const said = row.results.find(({ indicator }) => indicator === id);
    const fresh = freshnessOf(row, thresholdsOn(indicators.thresholds, id, checkedOn), checkedOn);
    const why = said?.finding ?? (fresh.broken.length > 0 ? fresh.broken.join('，') : undefined);
    return {
      indicator: id,
      name,
      result: said?.result === 'na' ? 'na' : combined(said?.result, fresh),
      why,
      contradicted: said?.result === 'passed' && fresh.verdict === 'stale',
    };
  });
}

/** Fails by either; passes where somebody said so or the last post proves it. */
function combined(said: InspectionResult | undefined, fresh: Freshness): Verdict['result'] {
  if (said === 'failed' || fresh.verdict === 'stale') return 'failed';
  if (said === 'passed' || fresh.verdict === 'fresh') return 'passed';
  return 'missing';
}

/** Whether one of the indicators that failed of an account failed again; where it fails all the same, it is by others. */
export function isSameFailure(before: readonly Verdict[], now: readonly Verdict[]): boolean {
  const failed = (list: readonly Verdict[]): string[] =>
    list.filter(({ result }) => result === 'failed').map(({ indicator }) => indicator);
  const again = new Set(failed(now));
  return failed(before).some((indicator) => again.has(indicator));
}

/** The accounts that a check failed, which the next one begins with. */
export function failedIn(ledger: Ledger, inspection: Inspection): string[] {
  return [...failuresIn(ledger, inspection).keys()];
}

/** What was judged of the accounts that a check failed, by account. */
export function failuresIn(
  ledger: Ledger,
  inspection: Inspection,
): Map<string, readonly Verdict[]> {
  const failed = judgedRows(ledger, inspection).filter(({ result }) => result === 'failed');
  return new Map(failed.map(({ row, verdicts }) => [row.account, verdicts]));
}
