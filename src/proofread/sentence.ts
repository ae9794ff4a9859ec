/** 句: a passage cut at full stops, with the place of each piece. */

export interface Sentence {
  readonly text: string;
  /** Index of its first character in the passage. */
  readonly at: number;
}

/** The sentences of a text, cut behind 。！？ and at line breaks. */
export function sentencesOf(read: string): Sentence[] {
  return [...read.matchAll(/[^。！？\n]+[。！？]?/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
}
