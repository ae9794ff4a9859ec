/** 佐证文件: size, type, place of what a proposal adds, and whether a report names it. */
import { createHash } from 'node:crypto';
import type { Fault } from '../../ledger/fault.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { type Case, faultOf, newUpdates } from '../proposal/case.ts';
import type { LedgerChange } from '../proposal/change.ts';
import type { FileType, TypeReading } from './reading.ts';
import { typeFaults } from './type-faults.ts';
import { readFileType } from './file-type.ts';

/** The largest evidence file, and all of a proposal together. Bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;
export const LARGEST_TOTAL = 200 * 1024 * 1024;

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
  const added = file.changes.filter(({ area, kind }) => area === 'evidence' && kind === 'added');
  const sizes = file.blobs.sizes(added.map(objectOf));
  const facts: FileFacts[] = [];
  const faults: Fault[] = [];
  const total = added.reduce((sum, change) => sum + (sizes.get(objectOf(change)) ?? 0), 0);
  const [first] = added;
  if (first && total > LARGEST_TOTAL)
    return {
      facts,
      faults: [
        faultOf(
          first.path,
          'evidence-size',
          `佐证文件共 ${megabytes(total)}，超过一次 ${megabytes(LARGEST_TOTAL)} 的上限`,
          '分几次提交，或改用链接、编号',
        ),
      ],
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
  return { facts, faults: [...faults, ...unnamedFaults(file, added), ...oldFaults(file)] };
}

/** The files that a report marks as public: `<issue>/<name>`. */
export function publicFiles({ updates }: Ledger): Set<string> {
  return new Set(
    [...updates.values()]
      .flat()
      .flatMap(({ issue, evidence }) =>
        evidence.flatMap((piece) =>
          'file' in piece && piece.public === true ? [`${issue}/${piece.file}`] : [],
        ),
      ),
  );
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

/** The fault of a file that is too large. */
export function sizeFault(path: string, size: number): Fault {
  return faultOf(
    path,
    'evidence-size',
    `文件有 ${megabytes(size)}，超过 ${megabytes(LARGEST_FILE)} 的上限`,
    '压缩图片或只留相关页；原件另存的，用 stored 写明校验值和存放处',
  );
}

/** Files that no report names: nobody would ever know why they are there. */
function unnamedFaults({ merged }: Case, added: readonly LedgerChange[]): Fault[] {
  const named = new Set(
    [...merged.updates.values()]
      .flat()
      .flatMap(({ issue, evidence }) =>
        evidence.flatMap((piece) => ('file' in piece ? [`${issue}/${piece.file}`] : [])),
      ),
  );
  return added
    .filter(({ path }) => !named.has(path.slice('evidence/'.length)))
    .map(({ path }) =>
      faultOf(
        path,
        'evidence-unnamed',
        '没有报送引用这个佐证文件',
        '在报送的 evidence 里写上 file: 文件名，或去掉这个文件',
      ),
    );
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

/** A size for people: 12.3 KB, 4.5 MB. */
export function megabytes(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} 字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function objectOf({ after }: LedgerChange): string {
  return after?.object ?? '';
}
