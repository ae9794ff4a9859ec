/** 通报文字: issues proposed from a circular in prose. Each is put to a person, none is taken for certain. */
import type { Known } from './known.ts';
import type { Inquiry } from './question.ts';
import type { ListRow } from './row.ts';
import type { Line } from './sheet.ts';

export function proposedIn(lines: readonly Line[], known: Known, inquiry: Inquiry): ListRow[] {
  void lines;
  void known;
  void inquiry;
  return [];
}
