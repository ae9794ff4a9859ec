/** 送出的一份: what is filled in as one submission, with the words that the reviewer reads first. */
import type { PageData } from '../../page-data/page-data.ts';
import type { Submission } from '../../submission.ts';
import type { Card } from '../card/card.ts';
import type { JudgedForm } from '../card/judging.ts';

export function reportSubmission(
  { sender, words: { verb, noun } }: Pick<PageData, 'sender' | 'words'>,
  cards: readonly Card[],
  { submitted }: Pick<JudgedForm, 'submitted'>,
  stamp: string,
): Submission {
  const told = cards.map(({ subject, act, pieces }) => ({
    what: `${subject.name}：${act?.title ?? ''}`,
    evidence:
      act?.fields.some(({ kind }) => kind === 'evidence') === true
        ? `，佐证${String(pieces.length)}份`
        : '',
  }));
  const [first, ...others] = told;
  const many = `${verb}${String(told.length)}个${noun}`;
  return {
    unit: sender.id,
    stamp,
    title: `${sender.name} ${others.length === 0 && first ? first.what : many}`,
    words: told.map(({ what, evidence }) => `${what}${evidence}`).join('\n'),
    files: submitted(),
  };
}
