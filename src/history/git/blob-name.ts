/** 文件在 Git 里的名字: what Git calls a file of these bytes. */
import { createHash } from 'node:crypto';

export function blobName(bytes: Uint8Array): string {
  const head = `blob ${String(bytes.length)}\0`;
  return createHash('sha1').update(head).update(bytes).digest('hex');
}
