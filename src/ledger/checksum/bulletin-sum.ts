/** 通报校验值: the checksum of a bulletin's figures and words. */
import { createHash } from 'node:crypto';
import type { Bulletin } from '../../schema/bulletin.ts';

/** SHA-256 in lower-case hexadecimal. */
export function bulletinSum({
  figures,
  paragraphs,
}: Pick<Bulletin, 'figures' | 'paragraphs'>): string {
  const lines = [...figures.map(({ name, value }) => `${name}\t${value}`), '', ...paragraphs];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
