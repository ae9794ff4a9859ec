/** 写出的文件: every file that a plan would write — new units and accounts, campaigns, issues, and column names learned. */
import type { Content } from '../../ledger/content.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import { setValue } from '../../ledger/yaml/splice.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { ColumnId } from '../../schema/vocabulary.ts';
import type { Known } from './known.ts';
import type { PlannedRow } from './planned.ts';
import { revisedText } from './revision.ts';
import type { Target } from './target.ts';

const COLUMNS = 'vocabulary/columns.yaml';

/** Path below content/ → text. `texts` are the files of the ledger, in which changes are made where they stand. */
export function planFiles(
  rows: readonly PlannedRow[],
  targets: readonly Target[],
  known: Known,
  texts: Content['texts'],
): Map<string, string> {
  const files = new Map<string, string>();
  for (const [id, unit] of known.newUnits) files.set(`units/${id}.yaml`, canonical('unit', unit));
  for (const [id, account] of known.newAccounts)
    files.set(`accounts/${account.unit}/${id}.yaml`, canonical('account', account));
  for (const { id, fresh } of targets)
    if (fresh) files.set(`campaigns/${id}.yaml`, canonical('campaign', fresh));
  for (const { status, issue, record, prior, differences } of rows) {
    if (record === undefined || status === 'unchanged') continue;
    const bytes = prior && texts.get(prior.path);
    const fields = differences.map(({ field }) => field);
    if (record.readings?.length !== prior?.readings?.length) fields.push('readings');
    files.set(
      prior?.path ?? `issues/${record.campaign}/${issue ?? ''}.yaml`,
      bytes === undefined
        ? canonical('issue', record)
        : revisedText('issue', new TextDecoder().decode(bytes), record, fields),
    );
  }
  return files;
}

/** The dictionary of columns with the titles that somebody explained; undefined where it has them all. */
export function columnsText(
  learned: ReadonlyMap<string, ColumnId>,
  { vocabulary: { columns } }: Ledger,
  texts: Content['texts'],
): [path: string, text: string] | undefined {
  const bytes = texts.get(COLUMNS);
  if (bytes === undefined) return undefined;
  const source = new TextDecoder().decode(bytes);
  const text = columns.reduce((old, { id, names }, index) => {
    const fresh = [...learned].flatMap(([title, one]) =>
      one === id && !names.includes(title) ? [title] : [],
    );
    return fresh.length === 0
      ? old
      : setValue(old, ['columns', index, 'names'], [...names, ...fresh]);
  }, source);
  return text === source ? undefined : [COLUMNS, text];
}
