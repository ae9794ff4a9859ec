/** 整改措施: of a list that writes none, asked once for all its rows. */
import type { Inquiry } from '../../inquiry/question.ts';
import type { ReadRow } from './read-row.ts';

const UNWRITTEN = { answer: '（来源未写）', label: '来源没有写，照此登记' };

/** The measures of a row; empty while they are asked about. */
export function readMeasures(read: ReadRow, inquiry: Inquiry): string {
  if (read.measures !== '') return read.measures;
  const question = {
    ask: 'measures' as const,
    text: '',
    message: `${read.isProposed ? '通报' : '有的行'}没有写整改措施；请写统一的要求`,
    candidates: [UNWRITTEN],
  };
  return inquiry.ask(question, read.place, ([answer]) => answer) ?? '';
}
