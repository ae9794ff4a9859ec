/** 可能的读法: what each thing that a phrase says about time would come to on its own, as sentences to choose from. */
import { type Day, inWords } from '../../day/calendar.ts';
import { lengthInWords } from '../span.ts';
import type { TimeToken } from './tokens.ts';

export const noDueDay = '长期坚持：不设截止日，按复查间隔复查';

export function fromList(listedOn: Day): string {
  return `立即整改：自${inWords(listedOn)}起，不设截止日`;
}

/** Each reading of the tokens once, in their order. */
export function readingsOf(tokens: readonly TimeToken[]): string[] {
  return [...new Set(tokens.flatMap(readings))];
}

function readings(token: TimeToken): string[] {
  switch (token.kind) {
    case 'date':
      return [`截止日为${inWords(token.day)}`];
    case 'span':
      return [`期限为${lengthInWords(token.length)}`];
    case 'start':
      return [`自${inWords(token.day)}起，截止日另行写明`];
    case 'now':
    case 'immediate':
      return ['立即整改：自列入日期起，不设截止日'];
    case 'ongoing':
      return [noDueDay];
    case 'doubt':
      return token.candidates;
    default:
      return token satisfies never;
  }
}
