/** 提出: the rows that a circular in prose proposes, what it asks, and what it names without proposing it. */
import type { Inquiry } from '../inquiry/question.ts';
import type { ListRow } from '../list/entry.ts';
import type { Known } from '../record/known.ts';
import type { Line, PaperPlace } from '../../paper/sheet.ts';
import { bareText } from '../words/wording.ts';
import { namedInCircular } from './circular.ts';
import { OFFICE_WORD } from './mention/office/offices.ts';
import type { NamedMention } from './mention/named.ts';
import { tabledNotes, keyOf, leftNotes, shortNotes, unreadNote } from './reading/notes.ts';
import { listedName, proposedRow } from './reading/proposed-row.ts';
import { tableLinesIn } from './table-lines.ts';
import { takeLimits, withOwn } from './limit.ts';
import { isGeneral } from './tone.ts';

export interface Proposals {
  rows: ListRow[];
  /** What was named and not proposed, counted and listed, for people. */
  notes: string[];
}

/**
 * The rows that the lines propose, numbered as they come. What is unclear is asked; what is answered is a row. `cells`:
 * what stands in the tables beside the text; an account that they name is theirs.
 */
export function proposedIn(
  lines: readonly Line[],
  known: Known,
  inquiry: Inquiry,
  cells: readonly string[] = [],
): Proposals {
  const tables = tableLinesIn(lines, known);
  const { named: inProse, unread } = namedInCircular(tables.rest, known);
  const held = cells.map(bareText);
  const isHeld = (words: string): boolean => held.some((cell) => cell.includes(bareText(words)));
  const [inTable = [], named = []] = [true, false].map((is) =>
    [...inProse, ...tables.named].filter(({ mention }) => isHeld(mention.name) === is),
  );
  const rows: ListRow[] = [];
  const taken = new Set<string>();
  const specific = new Set(
    named
      .filter(
        ({ findings, guesses, why }) =>
          findings.some((one) => !isGeneral(one)) ||
          (why === 'unclear' && guesses.some((one) => !isGeneral(one))),
      )
      .map(keyOf),
  );
  const units = new Map(
    named.flatMap((one) =>
      one.mention.unit === undefined ? [] : [[keyOf(one), one.mention.unit]],
    ),
  );
  const left: NamedMention[] = [];
  for (const one of named) {
    const asked = one.why === 'unclear' ? settled(one, inquiry) : undefined;
    if (asked === 'asked') continue;
    const findings =
      asked === undefined ? one.findings : [asked].filter((answer) => answer !== '不录入');
    for (const finding of findings) {
      // 不合格 says nothing of an account whose problem stands elsewhere.
      if (isGeneral(finding) && specific.has(keyOf(one))) continue;
      const key = `${keyOf(one)}\u0000${bareText(finding)}`;
      if (taken.has(key)) continue;
      taken.add(key);
      const row = proposedRow(
        one,
        finding,
        { number: rows.length + 1, unit: units.get(keyOf(one)), isSettled: asked !== undefined },
        known,
      );
      rows.push(withOwn(row, one));
    }
    if (findings.length === 0 && asked === undefined && one.mention.platform !== OFFICE_WORD)
      left.push(one);
  }
  takeLimits(rows, lines);
  const isTold = ({ file, row }: PaperPlace): boolean =>
    tables.unread.some(({ place }) => place.file === file && place.row === row);
  const proposed = new Set(named.filter(({ findings }) => findings.length > 0).map(keyOf));
  return {
    rows,
    notes: [
      ...shortNotes(named),
      ...[...tables.unread, ...unread.filter(({ place }) => !isTold(place))].map(unreadNote),
      ...leftNotes(left, proposed),
      ...tabledNotes(inTable, held),
    ],
  };
}

/** The finding that somebody gave, 不录入, or `asked` while nobody has. */
function settled({ mention, sentence, guesses, place }: NamedMention, inquiry: Inquiry): string {
  const listed = listedName(mention);
  const answer = inquiry.ask(
    {
      ask: 'confirm',
      text: `${listed} ${sentence}`,
      message: `通报里点到“${listed}”，看不准说的是什么问题：“${sentence}”；是问题的写出存在问题，不是的答“不录入”`,
      candidates: [
        ...[...new Set(guesses)].map((guess) => ({ answer: guess, label: guess })),
        { answer: '不录入', label: '不是问题，或已另有记录' },
      ],
    },
    place,
    ([words = '']) => (words.trim() === '' ? undefined : words.trim()),
  );
  return answer ?? 'asked';
}
