/**
 * 监测清单: what a monitoring platform exports — last posts, 空更 lists, wrong words — as one round of observations. Heads
 * are known by their names, whatever their order, or by what the person says of them; a row that is no account of the
 * ledger for certain is told and left out.
 */
import { addDays, type Day } from '../day/calendar.ts';
import { identityNumberIn } from '../ledger/personal/personal.ts';
import type { Ledger } from '../schema/ledger.ts';
import type { Probe, Visit } from '../schema/probe.ts';
import type { RegisterColumnId } from '../schema/registration.ts';
import type { Paper } from '../paper/sheet.ts';
import { isOfOurTime, link } from '../schema/field.ts';
import {
  columnFinder,
  type ObservedColumn,
  type ObservedRow,
  observedRows,
} from './observation-table.ts';
import { registerDay } from './register-table.ts';
import { RegisterBook } from './reconcile.ts';

export interface Observation {
  /** The round to be recorded; undefined where no row is of an account of the ledger. */
  readonly probe: Probe | undefined;
  /** Rows that were read. */
  readonly rows: number;
  /** What was left out or read otherwise, each a Chinese sentence. */
  readonly notes: readonly string[];
}

/** Reads the lists exported on `on`; `said` is what the person says of heads. */
export function observation(
  papers: readonly Paper[],
  ledger: Ledger,
  on: Day,
  source: string,
  said: ReadonlyMap<string, ObservedColumn>,
): Observation {
  const notes: string[] = [];
  const rows = observedRows(papers, columnFinder(ledger, said), notes);
  const book = new RegisterBook(ledger, on);
  const visits = new Map<string, Visit>();
  for (const row of rows) {
    const [only, ...others] = book.find({ values: registerValues(row) });
    const name = row.values.get('账号') ?? '';
    if (only === undefined) notes.push(`${row.where}：台账里没有“${name}”，没有记`);
    else if (others.length > 0)
      notes.push(
        `${row.where}：“${name}”对得上 ${String(others.length + 1)} 个账号，没有记 → 清单里写明单位或平台`,
      );
    else visits.set(only.id, joined(visits.get(only.id), only.id, row, on, source, notes));
  }
  const probe =
    visits.size === 0
      ? undefined
      : { visitedAt: `${on}T00:00:00+08:00`, source, visits: [...visits.values()] };
  return { probe, rows: rows.length, notes };
}

function registerValues({ values }: ObservedRow): Map<RegisterColumnId, string> {
  const found = new Map<RegisterColumnId, string>();
  for (const [from, to] of [
    ['账号', 'name'],
    ['单位', 'unit'],
    ['平台', 'platform'],
  ] as const) {
    const value = values.get(from);
    if (value !== undefined) found.set(to, value);
  }
  return found;
}

/** What a row adds to what is known of the account: the later post, a finding once. */
function joined(
  before: Visit | undefined,
  account: string,
  row: ObservedRow,
  on: Day,
  source: string,
  notes: string[],
): Visit {
  const post = postIn(row, on, notes);
  const newest = [before?.newestOn, post]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const finding = findingIn(row, source, post);
  const findings = [...(before?.findings ?? [])];
  const isPrivate = finding !== undefined && identityNumberIn(JSON.stringify(finding)) === 'sure';
  if (isPrivate) notes.push(`${row.where}：里面有身份证号码，这一项没有记`);
  const isKnown = findings.some(
    ({ words, address }) => words === finding?.words && address === finding.address,
  );
  if (finding !== undefined && !isPrivate && !isKnown) findings.push(finding);
  return {
    account,
    outcome: 'observed',
    ...(newest === undefined ? {} : { newestOn: newest }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

/** The day of the last post, as it stands or by the days since; a day after the export is told and left out. */
function postIn({ values, where }: ObservedRow, on: Day, notes: string[]): Day | undefined {
  const days = /^(?<days>\d{1,5})(?:天|日)?$/u.exec(values.get('未更新天数') ?? '')?.groups?.[
    'days'
  ];
  const stated = values.get('最近更新');
  const day =
    stated === undefined
      ? days === undefined
        ? undefined
        : addDays(on, -Number(days))
      : registerDay(stated.replace(/[\sT]+\d{1,2}[:：点时].*$/u, ''));
  if (stated !== undefined && day === undefined)
    notes.push(`${where}：“${stated}”不是日期，没有记`);
  if (day !== undefined && day > on) {
    notes.push(`${where}：最近更新${day}晚于导出那天 ${on}，没有记`);
    return undefined;
  }
  if (day !== undefined && !isOfOurTime(day)) {
    notes.push(`${where}：最近更新${day}的年份不对，没有记`);
    return undefined;
  }
  return day;
}

/** What was found; a row that says neither what nor when stands in the list for the list's own reason. */
function findingIn(
  { values }: ObservedRow,
  source: string,
  post: Day | undefined,
): NonNullable<Visit['findings']>[number] | undefined {
  const found = values.get('发现');
  const kind = values.get('类型');
  const advice = values.get('建议');
  const said = [kind, found].filter((part) => part !== undefined).join('：');
  if (said === '' && (post !== undefined || values.has('最近更新') || values.has('未更新天数')))
    return undefined;
  const words = said === '' ? `列入${source}` : said;
  const address = values.get('网址');
  return {
    words: advice === undefined || said === '' ? words : `${words}（建议：${advice}）`,
    ...(address !== undefined && link.safeParse(address).success ? { address } : {}),
  };
}
