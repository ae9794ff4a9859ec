/** 校验码: the file SHA256SUMS, by which anybody can see that a folder is whole. */
import { createHash } from 'node:crypto';

export const SUMS = 'SHA256SUMS';

/** As `sha256sum` writes and checks them. */
export function checksums(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const lines = [...files].map(
    ([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`,
  );
  return new TextEncoder().encode(lines.join(''));
}
