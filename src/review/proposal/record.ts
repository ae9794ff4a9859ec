/** 记录: what an edit of an existing record, or the words of any record, may not do. */
import type { Fault } from '../../ledger/fault.ts';
import type { DataPath } from '../../ledger/yaml/node.ts';
import { Positions } from '../../ledger/yaml/position.ts';
import { readRecord } from '../../ledger/record.ts';
import type { Inspection } from '../../schema/inspection.ts';
import { kindOfPath, layout, type LayoutKind } from '../../schema/layout.ts';
import { fieldsOf } from '../../schema/walk.ts';
import { type Case, faultOf } from './case.ts';
import type { LedgerChange } from './change.ts';
import { mobileFault, mobileNumbers } from './mobile.ts';
import { signInFault, signIns } from './sign-in.ts';
import { own } from '../../text/own.ts';

/** Faults of the added and edited records: source words changed, publication decided, mobile numbers, sign-ins in addresses. */
export function recordFaults(file: Case): Fault[] {
  return file.changes.flatMap((change) => {
    const { fileKind, after } = change;
    if (!Object.hasOwn(layout, fileKind) || after === undefined) return [];
    const kind = fileKind as LayoutKind;
    const value = valueOf(file, change, kind, after.object);
    return [
      ...(change.kind === 'edited' ? sourceFaults(file, change, kind, value) : []),
      ...(change.kind === 'edited' ? aboveFaults(file, change, value) : []),
      ...movedFaults(file, change),
      ...publicationFaults(file, change, value),
      ...placedFaults(file, change, after.object, mobileNumbers(value), mobileFault),
      ...placedFaults(file, change, after.object, signIns(value), signInFault),
    ];
  });
}

function valueOf({ blobs }: Case, { path }: LedgerChange, kind: LayoutKind, object: string) {
  const reading = readRecord(path, kind, blobs.bytes(object));
  return reading.ok ? reading.value : undefined;
}

/** 原文 is written once: only a maintainer corrects a slip of the pen in it. */
function sourceFaults(file: Case, change: LedgerChange, kind: LayoutKind, value: unknown): Fault[] {
  if (kind !== 'issue' || change.before === undefined || value === undefined) return [];
  const before = valueOf(file, change, kind, change.before.object);
  const person = file.people.find(({ posts }) => !posts.maintainer);
  if (before === undefined || person === undefined) return [];
  return fieldsOf(layout[kind].schema)
    .filter(({ path, meta }) => meta.provenance === '原文' && !path.includes('[]'))
    .filter(
      ({ path }) => JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(value, path)),
    )
    .map(({ path, meta }) => ({
      ...faultOf(
        change.path,
        'source-words',
        `“${meta.title}”是来源文件的原文，${person.who} ${person.posts.account} 不能改`,
        '恢复原文；抄录有误的，请管理员更正并说明依据',
      ),
      ...place(file, change, path),
    }));
}

/** What a check from above found is written as its letter says: only a maintainer corrects a slip of the pen in it. */
function aboveFaults(file: Case, change: LedgerChange, value: unknown): Fault[] {
  if (change.fileKind !== 'inspection' || change.before === undefined || value === undefined)
    return [];
  const before = valueOf(file, change, 'inspection', change.before.object) as
    Inspection | undefined;
  const person = file.people.find(({ posts }) => !posts.maintainer);
  if (before?.scope.kind !== 'above' || person === undefined) return [];
  if (foundIn(before) === foundIn(value as Inspection)) return [];
  return [
    faultOf(
      change.path,
      'source-words',
      `${before.name}是上级的检查，结果照上级来文，${person.who} ${person.posts.account} 不能改`,
      '恢复原文；抄录有误的，请管理员更正并说明依据',
    ),
  ];
}

const foundIn = ({ scope, accounts }: Inspection): string =>
  JSON.stringify([scope, accounts.map(({ account, results }) => [account, results])]);

/** An account's file says for ever under whom it was entered: it is handed over by a step, not moved. */
function movedFaults({ base }: Case, { fileKind, kind, path }: LedgerChange): Fault[] {
  if (fileKind !== 'account' || kind !== 'added') return [];
  const id = kindOfPath(path)?.id ?? '';
  const before = base.accounts.get(id)?.path;
  if (before === undefined || before === path) return [];
  return [
    faultOf(
      path,
      'moved-account',
      `账号 ${id} 的文件从 ${before} 搬到了这里`,
      '恢复原文件；换了主办单位的登记移交：npx ledger hand-over --account',
    ),
  ];
}

/** Publication is a decision of the maintainer, taken after sign-off. */
function publicationFaults(file: Case, change: LedgerChange, value: unknown): Fault[] {
  if (change.fileKind !== 'campaign' || change.kind !== 'added') return [];
  const level = valueAt(value, ['publication', 'level']);
  const person = file.people.find(({ posts }) => !posts.maintainer);
  if (person === undefined || level === undefined || level === 'none') return [];
  return [
    faultOf(
      change.path,
      'publication',
      `${person.who} ${person.posts.account} 不能决定公开专项`,
      '先写 level: none；审签后由管理员改',
    ),
  ];
}

/** The same fault at every place. */
function placedFaults(
  { blobs }: Case,
  { path: name }: LedgerChange,
  object: string,
  paths: readonly DataPath[],
  fault: (file: string) => Fault,
): Fault[] {
  if (paths.length === 0) return [];
  const positions = new Positions(new TextDecoder().decode(blobs.bytes(object)));
  return paths.map((path) => ({ ...fault(name), ...positions.of(path) }));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (held, key) =>
      typeof held === 'object' && held !== null
        ? own(held as Record<string, unknown>, key)
        : undefined,
    value,
  );
}

function place({ blobs }: Case, { after }: LedgerChange, path: readonly string[]) {
  return new Positions(new TextDecoder().decode(blobs.bytes(after?.object ?? ''))).of(path);
}
