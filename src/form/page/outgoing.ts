/** 送出的一份: what is filled in as one submission, with the words that the reviewer reads first. */
import { actions } from '../../text/terms.ts';
import { filesOf } from '../filled.ts';
import type { PageData } from '../report-page.ts';
import type { Submission } from '../submission.ts';
import type { Card } from './card.ts';
import type { Judged } from './judging.ts';

export function submissionOf(
  { sender, unit }: Pick<PageData, 'sender' | 'unit'>,
  cards: readonly Card[],
  { records, files }: Pick<Judged, 'records' | 'files'>,
  stamp: string,
): Submission {
  const told = cards.map(({ issue, act, pieces }) => ({
    what: `${issue.name}：${act === undefined ? '' : actions[act.action]}`,
    evidence: `佐证 ${String(pieces.length)} 份`,
  }));
  const [first, ...others] = told;
  const many = `${unit === undefined ? '办理' : '报送'} ${String(told.length)} 个问题`;
  return {
    unit: sender.id,
    stamp,
    title: `${sender.name} ${others.length === 0 && first ? first.what : many}`,
    words: told.map(({ what, evidence }) => `${what}，${evidence}`).join('\n'),
    files: filesOf(records, files),
  };
}
