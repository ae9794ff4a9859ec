/**
 * 交办单: everything that this office assigned to a child — findings, checks and self-checks — and what of it is confirmed,
 * as one file that `receive` takes there.
 */
import { createHash } from 'node:crypto';
import type { AssignedContents } from '../../intake/assigned.ts';
import { ASSIGNMENTS_FORMAT } from '../../schema/assignment.ts';
import type { Child } from '../../schema/child.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { jsonFile } from '../../text/notation/json.ts';

/** What was assigned to a child, as its own ledger reads it. */
export function assignedTo(ledger: Ledger, child: string): AssignedContents {
  const names = new Map(ledger.vocabulary.problems.map(({ id, name }) => [id, name]));
  const findings = (ledger.assignments.get(child) ?? []).map(
    ({ id, path: _, problems, ...rest }) => ({
      ...rest,
      id: id.slice(id.indexOf('/') + 1),
      problems: problems.map((one) => names.get(one) ?? one),
    }),
  );
  const checks = (ledger.assignedChecks.get(child) ?? []).map(({ id, path: _, ...rest }) => ({
    ...rest,
    id: id.slice(id.indexOf('/') + 1),
  }));
  return { findings, checks };
}

export function assignmentsText(ledger: Ledger, child: Entry<Child>): string {
  const { findings, checks } = assignedTo(ledger, child.id);
  const text = JSON.stringify(findings);
  const file = {
    format: ASSIGNMENTS_FORMAT,
    version: '1.1',
    by: ledger.site.authority,
    child: { name: child.name, code: child.code },
    list: text,
    sha256: digest(text),
    ...(checks.length === 0 ? {} : { checks: summed(JSON.stringify(checks)) }),
  };
  return jsonFile(file);
}

const summed = (list: string) => ({ list, sha256: digest(list) });

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
