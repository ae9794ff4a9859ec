/** 交办单: everything that this office assigned to a child, and what of it is confirmed, as one file that `receive` takes there. */
import { createHash } from 'node:crypto';
import { type Assigned, ASSIGNMENTS_FORMAT } from '../../schema/assignment.ts';
import type { Child } from '../../schema/child.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';

export function assignmentsText(ledger: Ledger, child: Entry<Child>): string {
  const names = new Map(ledger.vocabulary.problems.map(({ id, name }) => [id, name]));
  const list: Assigned[] = (ledger.assignments.get(child.id) ?? []).map(
    ({ id, path: _, problems, ...rest }) => ({
      ...rest,
      id: id.slice(id.indexOf('/') + 1),
      problems: problems.map((one) => names.get(one) ?? one),
    }),
  );
  const text = JSON.stringify(list);
  const file = {
    format: ASSIGNMENTS_FORMAT,
    version: '1.0',
    by: ledger.site.authority,
    child: { name: child.name, code: child.code },
    list: text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
