/** 填全: a paper as it is issued — the blanks of its template filled in, and the sentence that it corrects another. */
import type { Day } from '../../src/day/calendar.ts';
import { asCorrection } from '../../src/documents/letter/correction.ts';
import type { Block } from '../../src/documents/template/block.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { WrongUse } from '../command.ts';
import type { Templates } from './wording.ts';

/** What words a paper: the ledger's own templates, the day, what it corrects. */
export interface Wording {
  readonly content: Templates;
  readonly on: Day;
  readonly corrects?: string | undefined;
  /** What stands where the template leaves a blank (〔待填：主送机关〕), by its name. */
  readonly say?: ReadonlyMap<string, string> | undefined;
}

/** The names of the blanks that are left, each once. */
export function blanksIn(blocks: readonly Block[]): string[] {
  const found = blocks.flatMap(({ text }) => [...text.matchAll(BLANK)]);
  return [...new Set(found.map(([whole, name = whole]) => name))];
}

export const BLANK = /〔待填(?:：([^〕]*))?〕/gu;

/** The paper with its blanks filled in, and the sentence that it corrects another, where that is said. Throws WrongUse. */
export function completedPaper(
  { bulletins }: Ledger,
  worded: readonly Block[],
  { corrects, say = new Map() }: Pick<Wording, 'corrects' | 'say'>,
): readonly Block[] {
  const left = blanksIn(worded);
  const unknown = [...say.keys()].find((name) => !left.includes(name));
  if (unknown !== undefined)
    throw new WrongUse(
      `正文里没有〔待填：${unknown}〕`,
      left.length === 0 ? '没有要填的' : `待填的有：${left.join('、')}`,
    );
  const blocks = worded.map((block) => ({
    ...block,
    text: block.text.replace(
      BLANK,
      (whole, name: string | undefined) => say.get(name ?? whole) ?? whole,
    ),
  }));
  if (corrects === undefined) return blocks;
  const corrected = bulletins.get(corrects);
  if (corrected === undefined)
    throw new WrongUse(
      `台账里没有印发过 ${corrects}`,
      didYouMean(corrects, bulletins.keys()) || '--corrects 写 bulletins/ 里的编号',
    );
  return asCorrection(blocks, corrected);
}

/** 主送机关=各镇街. Throws WrongUse. */
export function blankAnd(given: string): [blank: string, words: string] {
  const at = given.indexOf('=');
  if (at > 0 && given.length > at + 1) return [given.slice(0, at), given.slice(at + 1)];
  throw new WrongUse(`“${given}”不是 待填=话`, '如 --say 主送机关=各镇街');
}
