/** 变更: a path of a proposal with the part of the ledger that it belongs to. */
import type { FileChange, Side } from '../../history/proposal/proposal.ts';
import { isHalfWritten, isIgnored } from '../../ledger/ignored.ts';
import { kindOfPath, type LayoutKind } from '../../schema/layout.ts';
import { updateAt } from '../../text/update-path.ts';

/** A kind of record, an evidence file, a template, a place where nothing belongs, or what is not the ledger. */
export type FileKind = LayoutKind | 'evidence' | 'template' | 'stray' | 'program';

/** True for what is no part of the ledger's data: its records and their evidence are. */
export function isBesideLedger(fileKind: FileKind): boolean {
  return fileKind === 'template' || fileKind === 'stray' || fileKind === 'program';
}

export type ChangeKind = 'added' | 'edited' | 'removed';

export interface LedgerChange {
  /** From the top of the repository. */
  readonly full: string;
  /** Below the ledger's folder; the same as `full` for what is not the ledger. */
  readonly path: string;
  readonly fileKind: FileKind;
  readonly kind: ChangeKind;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** The issue that an update or an evidence file belongs to, by its folder. */
  readonly issue: string | undefined;
  readonly conflict: boolean;
}

export const changeWords: Record<ChangeKind, string> = {
  added: '新增',
  edited: '修改',
  removed: '删除',
};

/** A change with its kind of file; `prefix` is the ledger's folder with a slash, or empty. */
export function ledgerChange(change: FileChange, prefix: string): LedgerChange {
  const { path: full, before, after, conflict } = change;
  const inside = full.startsWith(prefix);
  const below = full.slice(prefix.length);
  const fileKind = inside ? fileKindOf(below) : 'program';
  const path = fileKind === 'program' ? full : below;
  return {
    full,
    path,
    fileKind,
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'edited',
    before,
    after,
    issue: fileKind === 'evidence' ? path.split('/')[1] : updateAt(path)?.issue,
    conflict,
  };
}

/** The kind of the file at a path below the ledger's folder. */
export function fileKindOf(path: string): FileKind {
  const kind = kindOfPath(path)?.kind;
  if (kind !== undefined) return kind;
  if (/^evidence\/[^/]+\/[^/]+$/u.test(path) && !isIgnored(path)) return 'evidence';
  if (path.startsWith('templates/')) return 'template';
  return isIgnored(path) && !isHalfWritten(path) ? 'program' : 'stray';
}
