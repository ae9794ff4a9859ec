/** 不属于台账的文件: what may lie in content/ without being part of the ledger. */

/** Left by operating systems and Git. */
const IGNORED =
  /(?:^|\/)(?:\.gitkeep|\.DS_Store|Thumbs\.db|desktop\.ini|README(?:\.[\w-]+)?\.md)$/u;

/** True for files that may lie in content/ without being part of the ledger. */
export function isIgnored(path: string): boolean {
  return IGNORED.test(path) || path.startsWith('.');
}
