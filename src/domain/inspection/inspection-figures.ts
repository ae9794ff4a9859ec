/** 检查统计: the figures of a check, every one counted from its rows, and what of them does not add up. */
import type { Account } from '../../schema/account.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { failedIn, judged, type JudgedRow } from './inspection.ts';
import { platformOf } from '../issue/standing.ts';

/** A platform, a unit or an indicator within a check. */
export interface InspectionPart {
  readonly id: string;
  readonly checked: number;
  readonly passed: number;
  readonly failed: number;
}

export interface InspectionFigures {
  readonly population: number;
  readonly listed: number;
  readonly checked: number;
  readonly unchecked: number;
  readonly passed: number;
  readonly failed: number;
  /** Of the accounts that the last check failed: looked at again, still failing, now passing. */
  readonly again: number;
  readonly still: number;
  readonly held: number;
  /** Pass rate in tenths of a percent; undefined where nothing was checked. */
  readonly rate: number | undefined;
  /** Of the check before; undefined where there is none. */
  readonly rateBefore: number | undefined;
  readonly byPlatform: readonly InspectionPart[];
  readonly byUnit: readonly InspectionPart[];
  /** Failed accounts by indicator; one may fail several. */
  readonly byIndicator: readonly {
    readonly id: string;
    readonly name: string;
    readonly failed: number;
  }[];
  /** Accounts by id. */
  readonly rows: { readonly failed: readonly string[]; readonly checked: readonly string[] };
}

/** A row with a result; its account is in the ledger. */
type CheckedRow = JudgedRow & { readonly account: Entry<Account> };

/** Counts a check. */
export function inspectionFigures(ledger: Ledger, inspection: Inspection): InspectionFigures {
  const rows = judged(ledger, inspection);
  const checked = rows.flatMap(({ account, ...row }): CheckedRow[] =>
    account === undefined || row.result === 'unchecked' ? [] : [{ ...row, account }],
  );
  const failed = checked.filter(({ result }) => result === 'failed');
  const before = previousOf(ledger, inspection);
  const failedBefore = new Set(before === undefined ? [] : failedIn(ledger, before));
  const again = checked.filter(({ row }) => failedBefore.has(row.account));
  const still = again.filter(({ result }) => result === 'failed');
  const ids = (list: readonly JudgedRow[]) => list.map(({ row }) => row.account);
  return {
    population: inspection.population,
    listed: rows.length,
    checked: checked.length,
    unchecked: rows.length - checked.length,
    passed: checked.length - failed.length,
    failed: failed.length,
    again: again.length,
    still: still.length,
    held: again.length - still.length,
    rate: tenths(checked.length - failed.length, checked.length),
    rateBefore: before && rateOf(ledger, before),
    byPlatform: partsOf(checked, ({ account }) => platformOf(account)),
    byUnit: partsOf(checked, ({ account }) => account.unit),
    byIndicator: byIndicator(failed),
    rows: { failed: ids(failed), checked: ids(checked) },
  };
}

/** The check before, where the record names one that exists. */
export function previousOf(
  ledger: Ledger,
  { previous }: Inspection,
): Entry<Inspection> | undefined {
  return previous === undefined ? undefined : ledger.inspections.get(previous);
}

function rateOf(ledger: Ledger, inspection: Inspection): number | undefined {
  const checked = judged(ledger, inspection).filter(({ result }) => result !== 'unchecked');
  return tenths(checked.filter(({ result }) => result === 'passed').length, checked.length);
}

/** A share in tenths of a percent, rounded half up in whole numbers. */
function tenths(numerator: number, denominator: number): number | undefined {
  return denominator === 0
    ? undefined
    : Math.floor((numerator * 2000 + denominator) / (denominator * 2));
}

/** 91.7%. */
export function rateInWords(rate: number | undefined): string {
  if (rate === undefined) return '';
  return `${String(Math.floor(rate / 10))}.${String(rate % 10)}%`;
}

/** 提高2.1个百分点, 下降0.3个百分点, 持平; between the printed rates, so that a reader can check it. */
export function changeInWords({ rate, rateBefore }: InspectionFigures): string {
  if (rate === undefined || rateBefore === undefined) return '';
  const change = rate - rateBefore;
  if (change === 0) return '持平';
  const points = `${String(Math.floor(Math.abs(change) / 10))}.${String(Math.abs(change) % 10)}`;
  return `${change > 0 ? '提高' : '下降'}${points}个百分点`;
}

function partsOf(rows: readonly CheckedRow[], key: (row: CheckedRow) => string): InspectionPart[] {
  return [...Map.groupBy(rows, key)].map(([id, part]) => {
    const failed = part.filter(({ result }) => result === 'failed').length;
    return { id, checked: part.length, passed: part.length - failed, failed };
  });
}

function byIndicator(failed: readonly JudgedRow[]): InspectionFigures['byIndicator'] {
  const wrong = failed.flatMap(({ verdicts }) =>
    verdicts.filter(({ result }) => result === 'failed'),
  );
  const counts = new Map<string, InspectionFigures['byIndicator'][number]>();
  for (const { indicator: id, name } of wrong)
    counts.set(id, { id, name, failed: (counts.get(id)?.failed ?? 0) + 1 });
  return [...counts.values()].toSorted((a, b) => b.failed - a.failed || (a.id < b.id ? -1 : 1));
}

/** What does not add up, each a Chinese sentence; empty when all is right. */
export function inspectionImbalances(figures: InspectionFigures): string[] {
  const { population, listed, checked, unchecked, passed, failed, again, still, held } = figures;
  const wrong: string[] = [];
  const equal = (name: string, whole: number, parts: readonly number[]) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    if (sum !== whole) wrong.push(`${name}${String(whole)}个，各部分相加为${String(sum)}个`);
  };
  equal('列入检查', listed, [checked, unchecked]);
  equal('检查', checked, [passed, failed]);
  equal('复查', again, [still, held]);
  for (const [name, parts] of [
    ['按平台', figures.byPlatform],
    ['按单位', figures.byUnit],
  ] as const) {
    equal(
      `检查（${name}）`,
      checked,
      parts.map((part) => part.checked),
    );
    equal(
      `不合格（${name}）`,
      failed,
      parts.map((part) => part.failed),
    );
  }
  if (unchecked > 0) wrong.push(`还有${String(unchecked)}个账号没有检查结果`);
  if (listed > population)
    wrong.push(`列入检查${String(listed)}个，多于应查总数${String(population)}个`);
  return wrong;
}
