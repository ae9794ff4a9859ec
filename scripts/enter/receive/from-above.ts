/** 上级的交办单 among the received files: previewed, or handed in as a proposal of its own. */
import { assignedIn, receiveAssigned } from '../../../src/intake/assigned.ts';
import type { AssignedRecord } from '../../../src/intake/assigned-check.ts';
import type { ReceivedFile } from '../../../src/intake/sheet-back/report/attachment.ts';
import type { ListedAssignedCheck } from '../../../src/schema/assigned-check.ts';
import type { Assigned } from '../../../src/schema/assignment.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { plain } from '../../../src/text/plain.ts';
import { updatePath } from '../../../src/text/update-path.ts';
import { DataFaults, todayInChina } from '../../command.ts';
import { handIn, type HandingOptions, type HandingPlace } from '../handing-in.ts';
import { reviewerPosts } from '../new/new-record.ts';
import { newStamp } from '../stamp.ts';

interface FromAboveOptions extends Omit<HandingOptions, 'branch'> {
  branch?: boolean;
  campaign?: string;
}

export interface FromAbove {
  readonly lines: readonly string[];
  readonly right: boolean;
}

/** All of what came or nothing of it. */
export function receiveFromAbove(
  files: readonly ReceivedFile[],
  desk: HandingPlace,
  options: FromAboveOptions,
): FromAbove {
  if (files.length === 0) return { lines: [], right: true };
  const names = `上级交办单（${files.map(({ name }) => name).join('、')}）：`;
  const list = new Map<string, Assigned>();
  const checks = new Map<string, ListedAssignedCheck>();
  for (const file of files) {
    const found = assignedIn(file.bytes, desk.ledger);
    if (typeof found === 'string')
      return { lines: [`${file.name}：${found}；交办单都没有收。`], right: false };
    // An older file beside a newer one does not take a confirmation back.
    for (const one of found.findings)
      if (list.get(one.id)?.confirmed === undefined) list.set(one.id, one);
    for (const one of found.checks) checks.set(one.id, one);
  }
  const today = options.asOf ?? todayInChina();
  const contents = { findings: [...list.values()], checks: [...checks.values()] };
  const reception = receiveAssigned(contents, desk.ledger, options.campaign, today);
  const { records, faults } = reception;
  const lines = [names, ...[...reception.lines, ...faults].map((line) => `  ${plain(line)}。`)];
  if (faults.length > 0)
    return { lines: [...lines, '  有收不了的，交办单都没有收。'], right: false };
  const { branch, write, push } = options;
  if (records.length === 0 || (branch ?? push ?? write) !== true) return { lines, right: true };
  try {
    return { lines: [...lines, ...handedIn(records, desk, options, today)], right: true };
  } catch (error) {
    if (!(error instanceof DataFaults)) throw error;
    return { lines: [...lines, error.message], right: false };
  }
}

/** Writes the records as a proposal of their own; what to tell. Throws DataFaults. */
function handedIn(
  records: readonly AssignedRecord[],
  desk: HandingPlace,
  { branch: _, campaign: into = '', ...options }: FromAboveOptions,
  today: string,
): readonly string[] {
  const files = filesOfAssigned(records, desk.ledger, into, today);
  const message = `收上级交办单，${String(records.length)} 条`;
  const handing = { branch: `assigned/${today}`, message, as: reviewerPosts, isNamed: false };
  return handIn(desk, { files, ...handing }, options).lines;
}

/** The records by their paths below content/; issues of the office above go into the campaign `into`. */
export function filesOfAssigned(
  records: readonly AssignedRecord[],
  { updates, issues }: Ledger,
  into: string,
  today: string,
  stampOn: (day: string, last?: string) => string = newStamp,
): Map<string, string> {
  return new Map(
    records.map(({ kind, of, record }): [string, string] => {
      if (kind === 'issue') return [`issues/${into}/${of}.yaml`, canonical('issue', record)];
      if (kind === 'inspection') return [`inspections/${of}.yaml`, canonical(kind, record)];
      if (kind === 'campaign') return [`campaigns/${of}.yaml`, canonical(kind, record)];
      const last = updates.get(of)?.at(-1)?.id.split('/').at(-1);
      const campaign = issues.get(of)?.campaign ?? '';
      const path = updatePath({ campaign, id: of }, stampOn(today, last));
      return [path, canonical('update', record)];
    }),
  );
}
