/** 路径: names and modes of the files of a proposal, which must lie safely on every system that checks them out. */
import type { Fault } from '../../ledger/fault.ts';
import { unseenIn } from '../../text/unseen.ts';
import type { LedgerChange } from './change.ts';

/** Longest path in bytes that all file systems and archives take. */
const LONGEST = 200;
const UNSAFE = /[\t\n\r\ufffc\ufffd<>:"|?*\\]/u;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Everything wrong with where a file lies and what kind of entry it is. Removals are judged by nobody: they heal. */
export function pathFaults(change: LedgerChange): Omit<Fault, 'file'>[] {
  if (change.after === undefined) return [];
  const { mode } = change.after;
  const faults = nameFaults(change);
  if (mode === '120000')
    faults.push(fault('file-mode', '这是符号链接，不是文件', '换成真正的文件'));
  else if (mode === '160000')
    faults.push(fault('file-mode', '这是子模块，不是文件', '去掉子模块，只提交文件'));
  else if (mode !== '100644' && change.fileKind !== 'program')
    faults.push(fault('file-mode', '文件带有可执行权限', '去掉可执行权限（chmod 644）再提交'));
  return faults;
}

function nameFaults(change: LedgerChange): Omit<Fault, 'file'>[] {
  const { full } = change;
  const parts = full.split('/');
  const faults: Omit<Fault, 'file'>[] = [];
  const bad = (message: string) =>
    faults.push(fault('path-name', message, '换一个文件名：用汉字、字母、数字、连字符和点'));
  if (UNSAFE.test(full) || unseenIn(full).length > 0) bad('文件名里有控制字符或系统不许用的符号');
  if (full.normalize('NFC') !== full) bad('文件名不是 Unicode NFC 写法');
  if (parts.some((part) => /^\.{1,2}$|^\.git$/iu.test(part) || /[. ]$|^ /u.test(part)))
    bad('文件名首尾有空格或点，或与系统文件同名');
  if (parts.some((part) => RESERVED.test(part))) bad('文件名是 Windows 的保留名');
  const { length } = new TextEncoder().encode(full);
  if (length > LONGEST) bad(`路径有 ${String(length)} 字节，超过 ${String(LONGEST)} 字节`);
  return faults;
}

/** True for a path that some system cannot hold. */
export function isUnsafeName(path: string): boolean {
  return (
    UNSAFE.test(path) ||
    path.normalize('NFC') !== path ||
    path.split('/').some((part) => /[. ]$|^ /u.test(part) || RESERVED.test(part))
  );
}

/** Paths that would be one file where upper and lower case are the same, as on Windows. */
export function caseFaults(
  changes: readonly LedgerChange[],
  taken: Iterable<string>,
): { change: LedgerChange; fault: Omit<Fault, 'file'> }[] {
  const added = changes.filter(({ kind }) => kind === 'added');
  if (added.length === 0) return [];
  const byFolded = new Map<string, LedgerChange[]>();
  for (const change of added) {
    const folded = change.full.toLowerCase();
    byFolded.set(folded, [...(byFolded.get(folded) ?? []), change]);
  }
  const found: { change: LedgerChange; fault: Omit<Fault, 'file'> }[] = [];
  const clash = (change: LedgerChange, other: string) =>
    found.push({
      change,
      fault: fault('path-name', `与 ${other} 只差大小写`, '换一个文件名'),
    });
  for (const [first, ...others] of byFolded.values())
    for (const change of others) clash(change, first?.full ?? '');
  // Most of a large ledger need not be folded: what differs in case alone is as long.
  const lengths = new Set([...byFolded.keys()].map(({ length }) => length));
  for (const path of taken)
    if (lengths.has(path.length))
      for (const change of byFolded.get(path.toLowerCase()) ?? [])
        if (change.full !== path) clash(change, path);
  return found;
}

function fault(rule: string, message: string, remedy: string): Omit<Fault, 'file'> {
  return { line: 0, col: 0, rule, severity: 'fault', message, remedy };
}
