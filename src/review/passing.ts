/**
 * 途经: what commits of a proposal hold on the way and its end does not. It would stay in the history for good: what may
 * not be handed in may not pass either, whoever's branch it was merged from. A report that was rewritten before it was
 * handed in is not worth a word, a file of evidence is; a report that the end drops is buried, and refused.
 */
import { roleFor } from '../domain/membership.ts';
import type { Passing, PassingVersion } from '../history/proposal/passing.ts';
import type { Fault } from '../ledger/fault.ts';
import { identityNumberIn } from '../ledger/personal/personal.ts';
import { readRecord } from '../ledger/record.ts';
import { decodeUtf8 } from '../ledger/yaml/encoding.ts';
import { largestOf, layout, type LayoutKind } from '../schema/layout.ts';
import { sizeInWords } from '../text/size.ts';
import { actions } from '../text/terms.ts';
import type { Update } from '../schema/update.ts';
import { faultOf, type Person, type StepCase, issueUnit } from './proposal/case.ts';
import { isBesideLedger, ledgerChange, type LedgerChange } from './proposal/change.ts';
import { fileReader } from './file/evidence-file.ts';
import { LARGEST_FILE, sizeFault } from './file/limits.ts';
import { typeFaults } from './file/type-faults.ts';
import { pathFaults } from './proposal/path.ts';
import { fileKindName, rightFault, rights, rolesOf } from './people/rights.ts';
import type { Blobs } from './proposal/tree.ts';
import { isUnitAction } from '../domain/issue/transition.ts';

const AGAIN = '从最新的主分支重新拉分支，只提交最后的文件';

type Looked = Pick<StepCase, 'base' | 'merged' | 'people' | 'today'>;

/** The files that pass, each as the change that it was; for choosing which records must be read. */
export function passingChanges({ versions, touches }: Passing, prefix: string): LedgerChange[] {
  return [
    ...versions.map((version) => versionChange(version, prefix)),
    ...touches.map((touch) => touchChange(touch, prefix)),
  ];
}

/** Faults with paths from the top of the repository. */
export function passingFaults(
  { versions, touches }: Passing,
  prefix: string,
  looked: Looked,
  blobs: Blobs,
): Fault[] {
  const sizes = blobs.sizes(versions.map(({ object }) => object));
  const read = fileReader();
  const told = new Set<string>();
  const once = (path: string, message: string, remedy: string): Fault[] => {
    if (told.has(`${path}\0${message}`)) return [];
    told.add(`${path}\0${message}`);
    return [faultOf(path, 'passing', message, remedy)];
  };
  return [
    ...touches.flatMap((touch) => {
      const refusal = refusedFor(looked.people, touchChange(touch, prefix));
      return refusal === undefined
        ? []
        : once(touch.path, `分支的历史里动过这个文件：${refusal}`, AGAIN);
    }),
    ...versions.flatMap((version): Fault[] => {
      const change = versionChange(version, prefix);
      const { path } = version;
      const refusal = refusedFor(looked.people, change) ?? strangers(looked, change);
      if (refusal !== undefined) return once(path, `分支的历史里动过这个文件：${refusal}`, AGAIN);
      const bad =
        pathFaults(change)[0]?.message ??
        contentTrouble(change, version.object, sizes.get(version.object), blobs, read);
      if (bad !== undefined) return once(path, `分支的历史里有不能提交的文件：${bad}`, AGAIN);
      const decision = decisionOf(looked, change, blobs);
      if (decision !== undefined)
        return once(path, `分支的历史里有审核员的“${actions[decision]}”，最后却不是它`, AGAIN);
      if (isBuried(version, change)) return [buriedFault(version, change)];
      if (change.fileKind !== 'evidence') return [];
      return [
        faultOf(
          path,
          'passing',
          '分支的历史里有这个佐证文件的旧版本，合并后会留在历史里',
          `不宜留的，${AGAIN}`,
          'warning',
        ),
      ];
    }),
  ];
}

function versionChange(
  { path, object, mode, inBase }: PassingVersion,
  prefix: string,
): LedgerChange {
  const side = { mode, object };
  return ledgerChange(
    { path, before: inBase ? side : undefined, after: side, conflict: false },
    prefix,
  );
}

function touchChange({ path, kind }: Passing['touches'][number], prefix: string): LedgerChange {
  const side = { mode: '100644', object: '' };
  return ledgerChange(
    { path, before: side, after: kind === 'removed' ? undefined : side, conflict: false },
    prefix,
  );
}

function refusedFor(people: readonly Person[], change: LedgerChange): string | undefined {
  return people
    .map(({ posts, who }) => rightFault(change, posts, who)?.message)
    .find((message) => message !== undefined);
}

/** Who may not speak for the unit whose report or evidence passes. */
function strangers(looked: Looked, change: LedgerChange): string | undefined {
  const unit = unitIn(looked, change);
  if (unit === undefined) return undefined;
  const stranger = looked.people.find(({ posts }) => {
    const role = roleFor(posts, unit);
    return rolesOf(posts).length > 0 && role !== 'reviewer' && role !== 'clerk';
  });
  if (stranger === undefined) return undefined;
  const name = looked.base.units.get(unit)?.name ?? unit;
  return `${stranger.who} ${stranger.posts.account} 不是${name}的填报员`;
}

/** A reviewer's decision that passes through the hands of somebody who may not decide. */
function decisionOf(looked: Looked, change: LedgerChange, blobs: Blobs) {
  if (change.fileKind !== 'update' || change.after === undefined) return undefined;
  const reading = readRecord(change.path, 'update', blobs.bytes(change.after.object));
  const update = reading.ok ? (reading.value as Update) : undefined;
  if (update === undefined || isUnitAction(update.action)) return undefined;
  const unit = unitIn(looked, change) ?? '';
  return looked.people.every(({ posts }) => roleFor(posts, unit) === 'reviewer')
    ? undefined
    : update.action;
}

function unitIn(
  { base, merged, today }: Looked,
  { fileKind, issue }: LedgerChange,
): string | undefined {
  if ((fileKind !== 'update' && fileKind !== 'evidence') || issue === undefined) return undefined;
  return issueUnit({ base, merged, today }, issue);
}

/** True for what a merge passed over, and for a record that nobody may take away. */
function isBuried({ fate }: PassingVersion, { fileKind }: LedgerChange): boolean {
  if (isBesideLedger(fileKind)) return false;
  if (fate === 'overridden') return true;
  return fate === 'gone' && rights[fileKind].removed.length === 0;
}

function buriedFault({ path, fate }: PassingVersion, { fileKind }: LedgerChange): Fault {
  return faultOf(
    path,
    'buried',
    fate === 'gone'
      ? `分支的历史里有这份${fileKindName(fileKind)}，最后却没有了：合并后它会像收过一样从待审里消失`
      : `合并别的分支时丢掉了那边的这份${fileKindName(fileKind)}：合并后它会像收过一样从待审里消失`,
    '不要带上别人的分支（如 git merge -s ours）；从最新的主分支重新拉分支，只提交自己的文件',
  );
}

/** Why the words or bytes of a file may not stay in the history; undefined where they may. */
function contentTrouble(
  { path, fileKind }: LedgerChange,
  object: string,
  size = 0,
  blobs: Blobs,
  read: ReturnType<typeof fileReader>,
): string | undefined {
  if (identityNumberIn(path) === 'sure') return '文件名里有身份证号码';
  if (fileKind === 'evidence') {
    if (size > LARGEST_FILE) return sizeFault(path, size).message;
    const bytes = blobs.bytes(object);
    return typeFaults(path, read(bytes)).find(({ severity }) => severity === 'fault')?.message;
  }
  if (!Object.hasOwn(layout, fileKind)) return undefined;
  if (size > largestOf(fileKind as LayoutKind)) return `记录有 ${sizeInWords(size)}`;
  const decoded = decodeUtf8(blobs.bytes(object));
  if ('problem' in decoded) return decoded.problem;
  const { text } = decoded;
  const isTold = [text, unescaped(text)].some((one) => identityNumberIn(one) === 'sure');
  return isTold ? '里面有身份证号码' : undefined;
}

/** What YAML means by \x31, \u0031 and by a line that is folded; also where the text is no YAML that can be read. */
function unescaped(text: string): string {
  return text
    .replaceAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U(0[0-9a-f]{7}))/giu, (all, ...codes) => {
      const code = codes.slice(0, 3).find((one) => typeof one === 'string');
      const point = Number.parseInt(String(code), 16);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : all;
    })
    .replaceAll(/\\\n[ \t]*/gu, '')
    .replaceAll(/\n[ \t]*/gu, ' ');
}
