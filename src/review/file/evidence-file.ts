/** 佐证文件: size, type, place of what a proposal adds, and whether a report names it. */
import { createHash } from 'node:crypto';
import type { Fault } from '../../ledger/fault.ts';
import { type Case, faultOf, newUpdates } from '../proposal/case.ts';
import type { LedgerChange } from '../proposal/change.ts';
import type { FileType, TypeReading } from './reading.ts';
import { typeFaults } from './type-faults.ts';
import { readFileType } from './file-type.ts';
import { LARGEST_FILE, LARGEST_TOTAL, sizeFault, totalFault } from './limits.ts';
import { publicFiles, unnamedFaults } from './named.ts';

/** An evidence file as it was handed in. */
export interface FileFacts {
  /** `<issue>/<name>` */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly type: FileType | undefined;
}

export interface EvidenceFileReading {
  readonly facts: readonly FileFacts[];
  readonly faults: readonly Fault[];
}

/** Reads every evidence file that the proposal adds. `taken`: hash of the blob → a file of the base that has it. */
export function readFiles(file: Case, taken: ReadonlyMap<string, string>): EvidenceFileReading {
  const added = file.changes.filter(
    ({ fileKind, kind }) => fileKind === 'evidence' && kind === 'added',
  );
  const sizes = file.blobs.sizes(added.map(objectOf));
  const facts: FileFacts[] = [];
  const faults: Fault[] = [];
  const total = added.reduce((sum, change) => sum + (sizes.get(objectOf(change)) ?? 0), 0);
  const [first] = added;
  if (first && total > LARGEST_TOTAL)
    return {
      facts,
      faults: [totalFault(first.path, total)],
    };
  const small = added.filter((change) => {
    const size = sizes.get(objectOf(change)) ?? 0;
    if (size <= LARGEST_FILE) return true;
    faults.push(sizeFault(change.path, size));
    return false;
  });
  const read = fileReader();
  const shown = publicFiles(file.merged);
  file.blobs.each(small.map(objectOf), (object, bytes) => {
    for (const { path } of small.filter((change) => objectOf(change) === object)) {
      const reading = read(bytes);
      faults.push(...typeFaults(path, reading, shown.has(path.slice('evidence/'.length))));
      const other = taken.get(object);
      if (other !== undefined)
        faults.push(
          faultOf(
            path,
            'same-file',
            `与 ${other} 是同一个文件`,
            '请审核员核对是不是旧材料',
            'warning',
          ),
        );
      facts.push({
        file: path.slice('evidence/'.length),
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        type: 'type' in reading ? reading.type : undefined,
      });
    }
  });
  return { facts, faults: [...faults, ...unnamedFaults(file.merged, added), ...oldFaults(file)] };
}

/** What the files of one proposal may unpack to together. Bytes. */
const MOST_UNFOLDED = 2 ** 31;

/** Reads files one after the other until they unpack to more than a proposal may. */
export function fileReader(): (bytes: Uint8Array) => TypeReading {
  let unfolded = 0;
  return (bytes) => {
    if (unfolded > MOST_UNFOLDED)
      return { message: '一次报送的文件展开后过大', remedy: '分几次提交' };
    const reading = readFileType(bytes);
    if ('type' in reading) unfolded += reading.unfolded;
    return reading;
  };
}

/** New reports that name a file which was handed in before. */
function oldFaults(file: Case): Fault[] {
  return newUpdates(file).flatMap(({ path, issue, evidence }) =>
    evidence.flatMap((piece) =>
      'file' in piece && file.base.evidence.has(`${issue}/${piece.file}`)
        ? [
            faultOf(
              path,
              'same-file',
              `引用的 ${piece.file} 是以前交过的文件`,
              '请审核员核对是不是旧材料',
              'warning',
            ),
          ]
        : [],
    ),
  );
}

function objectOf({ after }: LedgerChange): string {
  return after?.object ?? '';
}
