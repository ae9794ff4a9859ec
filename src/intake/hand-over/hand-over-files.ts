/** 移交的文件: everything that a change of units writes; records that exist are changed where they stand. */
import { addDays, type Day } from '../../day/calendar.ts';
import type { Content } from '../../ledger/content.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import { addKey, setValue } from '../../ledger/yaml/splice.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Unit } from '../../schema/unit.ts';
import { updatePath } from '../../text/update-path.ts';
import { revisedText } from '../record/revision.ts';
import type { HandOverOrder, HandOverPlan } from './planned-hand-over.ts';

/** What the files say beside the plan. */
export interface HandOverPapers {
  /** 批文 of the end; kept out of a public repository. */
  readonly document: string | undefined;
  /** One sentence that every step carries. */
  readonly publicNote: string | undefined;
  /** A stamp for a step on a day, after the stamp `last`. */
  readonly stamp: (day: Day, last: string | undefined) => string;
}

type Files = Map<string, string>;
type Steps = Pick<HandOverPapers, 'publicNote' | 'stamp'>;

/** The files of the end of a unit. Path below content/ → text. */
export function endFiles(
  ledger: Ledger,
  texts: Content['texts'],
  { from, to, on, how }: HandOverOrder,
  plan: HandOverPlan,
  papers: HandOverPapers,
): Files {
  const files: Files = new Map();
  const unit = ledger.units.get(from);
  if (unit === undefined) throw new RangeError(`no unit ${from}`);
  const { document } = papers;
  const isPublic = ledger.site.repository === 'public';
  const ended = {
    on,
    how,
    successors: [...to],
    ...(document === undefined || isPublic ? {} : { document }),
  };
  const source = withTermsEnded(textOf(texts, unit), unit, addDays(on, -1));
  files.set(unit.path, revisedText('unit', source, { ...unit, ended }, ['ended']));
  for (const receiver of to) {
    const record = ledger.units.get(receiver);
    if (record === undefined) throw new RangeError(`no unit ${receiver}`);
    const known = new Set(
      record.members.filter(({ until }) => until === undefined).map(({ account }) => account),
    );
    const fresh = plan.members
      .filter((one) => one.to === receiver && !known.has(one.what.account))
      .map(({ what: { until: _until, ...member } }) => ({ ...member, from: on }));
    if (fresh.length === 0) continue;
    const members = [...record.members, ...fresh];
    const text = revisedText('unit', textOf(texts, record), { ...record, members }, ['members']);
    files.set(record.path, text);
  }
  for (const { what, to: receiver } of plan.accounts)
    files.set(...accountStep(ledger, what.id, receiver, on, papers));
  for (const [path, text] of issueFiles(ledger, plan, on, papers)) files.set(path, text);
  return files;
}

/** The files that hand over the unit's own problems. */
export function issueFiles(
  ledger: Ledger,
  { issues }: HandOverPlan,
  on: Day,
  papers: Steps,
): Files {
  return new Map(issues.map(({ what, to }) => issueStep(ledger, what, to, on, papers)));
}

/** The one file that moves an account. */
export function accountStep(
  { registry }: Ledger,
  account: string,
  to: string,
  on: Day,
  { publicNote, stamp }: Steps,
): [path: string, text: string] {
  const last = registry.get(account)?.at(-1)?.id.split('/').at(-1);
  const record = {
    account,
    action: 'transferred',
    reportedOn: on,
    to,
    ...(publicNote === undefined ? {} : { publicNote }),
  };
  return [`registry/${account}/${stamp(on, last)}.yaml`, canonical('registration', record)];
}

function issueStep(
  { updates }: Ledger,
  issue: Entry<Issue>,
  to: string,
  on: Day,
  { publicNote, stamp }: Steps,
): [path: string, text: string] {
  const last = updates.get(issue.id)?.at(-1)?.id.split('/').at(-1);
  const record = {
    issue: issue.id,
    action: 'transferred',
    reportedOn: on,
    to,
    ...(publicNote === undefined ? {} : { publicNote }),
  };
  return [updatePath(issue, stamp(on, last)), canonical('update', record)];
}

/** The one file that renames a unit. */
export function renamedFile(
  texts: Content['texts'],
  unit: Entry<Unit>,
  name: string,
  on: Day,
): [path: string, text: string] {
  const formerNames = [...(unit.formerNames ?? []), { name: unit.name, until: addDays(on, -1) }];
  const record = { ...unit, name, formerNames };
  return [unit.path, revisedText('unit', textOf(texts, unit), record, ['name', 'formerNames'])];
}

/** The text of a unit's file in which whoever is in office on the day `last` is so until then. */
function withTermsEnded(source: string, { members }: Unit, last: Day): string {
  let text = source;
  for (const [index, { until }] of members.entries()) {
    if (until === undefined) text = addKey(text, ['members', index], 'until', last);
    else if (until > last) text = setValue(text, ['members', index, 'until'], last);
  }
  return text;
}

function textOf(texts: Content['texts'], { path }: Entry<Unit>): string {
  return new TextDecoder().decode(texts.get(path));
}
