/** 回答: what became of sending over one channel, in words that a record may keep. */

/** Whether it was taken, surely not, nobody knows, as when an answer does not come, or there was nothing to say there. */
export type Delivery = 'taken' | 'refused' | 'unknown' | 'nothing';

export interface SendOutcome {
  readonly state: Delivery;
  /** Chinese, without its full stop; what a server said is in it as `said` gives it. */
  readonly words: string;
}

const LONGEST = 60;

/** What a server said, fit for a record: one line, short, without numbers that could be somebody's, addresses or `secrets`. */
export function withoutSecrets(text: string, secrets: readonly string[] = []): string {
  // Wide letters and digits say the same.
  let plain = text.normalize('NFKC');
  for (const secret of secrets) plain = plain.replaceAll(secret.normalize('NFKC'), '…');
  return [
    ...plain
      .replaceAll(/(?:https?:|www\.)\S*/giu, '…')
      .replaceAll(/\S+@\S+/gu, '…')
      .replaceAll(/\d[\d.\- ]{5,}\d/gu, '…')
      // Digits of any script, whatever stands between them.
      .replaceAll(/\p{Nd}(?:[^\p{L}\p{N}]{0,3}\p{Nd}){6,}/gu, '…')
      .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
      .trim(),
  ]
    .slice(0, LONGEST)
    .join('')
    .trim();
}
