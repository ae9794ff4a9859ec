/** 送出的文件: the files that carry what was filled in. */
import { canonical } from '../ledger/yaml/canon.ts';
import type { LayoutKind } from '../schema/layout.ts';
import type { NewRecord } from './new-record.ts';
import type { SubmittedFile } from './submission.ts';

/** The files of a submission, records as this program writes them. */
export function recordFiles(
  records: readonly NewRecord[],
  files: ReadonlyMap<string, Uint8Array>,
): SubmittedFile[] {
  const text = new TextEncoder();
  return [
    ...records.map(({ kind, path, value, replaces }: { kind: LayoutKind } & NewRecord) => ({
      path,
      bytes: text.encode(canonical(kind, value)),
      ...(replaces === undefined ? {} : { replaces }),
    })),
    ...[...files].map(([path, bytes]) => ({ path, bytes })),
  ];
}
