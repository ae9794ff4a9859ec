/**
 * 逐条的项: points of a list that begin with an account — 4、县教育局“甲教育”视频号：…. What stands behind the colon is what
 * the point is about, whatever words it uses; a sentence behind it may say that it is settled, or no point any more.
 */
import type { Known } from '../../record/known.ts';
import { plainOf } from '../passage.ts';
import { toneOf } from '../tone.ts';
import type { TextStretch } from './edges.ts';
import type { Group } from '../mention/group.ts';
import type { NamedMention } from '../mention/named.ts';
import type { OutlinePiece } from '../outline.ts';

/** 已于4月30日办结, （已销号）. */
const SETTLED =
  /(?:^|[，；（])(?<words>(?:该(?:问题|项)|此项|现|目前|均|都|也)*已(?:经|全部|均)*(?:[于在][^，；。（）]{2,14}?)?(?:办结|销号|完成整改|整改(?:完成|到位|完毕)|注销完毕))[）。；]*$/u;
/** （并入第3项，本项取消） */
const CANCELLED =
  /(?:本|此|该)[项条](?:已|现)*(?:取消|撤销|作废|删除|不再列入)|^（(?:已)?并入第[\d一二三四五六七八九十]+[项条]）/u;

/** Notes what the sentence at `index` of a point says: behind its account, or of what was named before (`said`). */
export function noteItem(
  {
    named,
    said,
    groups,
  }: Record<'named' | 'said', readonly NamedMention[]> & {
    groups: readonly Group[];
  },
  piece: OutlinePiece,
  index: number,
  isAskedOfAll: boolean,
  known: Known,
): void {
  const [from, to] = piece.sentences[index] ?? [0, 0];
  if (piece.level > 0 && index === 0 && !isAskedOfAll)
    markItem(named, groups[0], piece, { to }, known);
  else if (groups.length === 0) markSettled(said, piece.passage.plain.slice(from, to));
}

/** Where a point is nothing but its account and what stands behind the colon. */
function markItem(
  named: readonly NamedMention[],
  first: Pick<Group, 'lead' | 'to'> | undefined,
  { passage, from }: OutlinePiece,
  { to }: Pick<TextStretch, 'to'>,
  known: Known,
): void {
  const { plain, text } = passage;
  if (first?.lead.from !== from || first.lead.to > from || plain[first.to] !== '：') return;
  const words = text
    .slice(first.to + 1, to)
    .replace(/[。；;]+$/u, '')
    .trim();
  const number = Number(
    /(?<number>\d{1,3})\D{1,2}$/u.exec(plain.slice(0, from))?.groups?.['number'],
  );
  const isWell = ['praise', 'mended'].includes(toneOf(plainOf(words), known));
  if (words.length < 3) return;
  for (const one of named) if (one.mention.at < first.to) one.item = { words, number, isWell };
  markSettled(named, words);
}

/** What a sentence of a point says of its account: that it is settled, which is asked, or cancelled. */
function markSettled(named: readonly NamedMention[], sentence: string): void {
  const settled = SETTLED.exec(sentence)?.groups?.['words'];
  const isCancelled = CANCELLED.test(sentence);
  for (const one of named) {
    if (one.item === undefined || one.findings.length === 0) continue;
    if (settled !== undefined) one.status = settled;
    if (!isCancelled) continue;
    one.findings = [];
    one.why = 'cancelled';
  }
}

/** Of points that nobody understands, where the others of their list say what is wrong, a person is asked. */
export function askItems(named: readonly NamedMention[]): void {
  for (const list of listsOf(named)) {
    const rows = (some: readonly NamedMention[]): number =>
      new Set(some.map(({ place }) => place.row)).size;
    const wrong = rows(list.filter(({ findings }) => findings.length > 0));
    if (wrong < 2 || wrong * 2 < rows(list)) continue;
    for (const one of list)
      if (one.item?.isWell === false && one.why === 'nothing') {
        one.why = 'unclear';
        one.guesses = [one.item.words];
      }
  }
}

/** The points of each list: another begins where the numbers do not go on. */
function listsOf(named: readonly NamedMention[]): NamedMention[][] {
  const lists: NamedMention[][] = [];
  let last = 0;
  for (const one of named) {
    const { item } = one;
    if (item === undefined || Number.isNaN(item.number)) continue;
    const list = lists.at(-1);
    if (list === undefined || item.number < last) lists.push([one]);
    else list.push(one);
    last = item.number;
  }
  return lists;
}
