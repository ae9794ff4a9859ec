/** 移除佐证: a maintainer takes a file out for privacy and says so, with its hash, in evidence/removed.yaml. */
import { createHash } from 'node:crypto';
import type { Fault } from '../../ledger/fault.ts';
import type { RemovedEvidence } from '../../schema/evidence.ts';
import { type Case, faultOf } from './case.ts';

type Entry = RemovedEvidence['removed'][number];

const LIST = 'evidence/removed.yaml';

/** Files taken out without an entry, entries that are wrong, and old entries that were changed. */
export function removalFaults({ changes, base, merged, blobs }: Case): Fault[] {
  const faults: Fault[] = [];
  const entries = new Map(merged.removed.map((entry) => [entry.file, entry]));
  const gone = new Map(
    changes
      .filter(({ fileKind, kind }) => fileKind === 'evidence' && kind === 'removed')
      .map(({ path, before }) => [path.slice('evidence/'.length), before?.object ?? '']),
  );
  for (const [file, object] of gone) {
    const entry = entries.get(file);
    const hash = createHash('sha256').update(blobs.bytes(object)).digest('hex');
    if (entry === undefined)
      faults.push(
        faultOf(
          `evidence/${file}`,
          'removed-evidence',
          '佐证文件被删除，没有登记',
          `恢复文件；确需移除的，在 ${LIST} 写明文件、校验值 ${hash}、原因和日期`,
        ),
      );
    else if (entry.sha256 !== hash)
      faults.push(faultOf(LIST, 'removed-evidence', `${file} 的校验值不对`, `应为 ${hash}`));
  }
  const before = new Map(base.removed.map((entry) => [entry.file, entry]));
  for (const entry of merged.removed) {
    if (before.has(entry.file) || gone.has(entry.file)) continue;
    faults.push(
      faultOf(
        LIST,
        'removed-evidence',
        `登记移除 ${entry.file}，这次却没有移除它`,
        '在同一次提交里删去文件，或去掉这一条',
      ),
    );
  }
  for (const [file, entry] of before)
    if (!sameEntry(entry, entries.get(file)))
      faults.push(
        faultOf(LIST, 'removed-evidence', `${file} 的移除登记被改动`, '恢复原来的这一条'),
      );
  return faults;
}

function sameEntry(a: Entry, b: Entry | undefined): boolean {
  return (
    b !== undefined && a.sha256 === b.sha256 && a.reason === b.reason && a.removedOn === b.removedOn
  );
}
