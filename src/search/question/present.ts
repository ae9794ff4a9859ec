/**
 * 眼下: what asks how it stands now — 还没, 还有哪些, 尚未, 整改完了吗 — is answered by what is not finished now, never by all
 * that ever was: counted among the issues of whatever the question names, on a card that leads to the list of these.
 */
import { openState, states } from '../../text/terms.ts';
import { namingKinds } from '../record.ts';
import { COUNTS } from './asking.ts';
import { isMeant } from './days.ts';
import { type Hit, pageHits } from './hit.ts';
import type { IssueReader } from './issues.ts';
import { overPlaces } from './over.ts';
import type { Lexicon, NamedEntry, QuestionPart } from './parts.ts';
import { type Named, presentCard } from './present-card.ts';

/** `open`: which are not finished; `standing`: whether they are, which what is over answers too. */
type Present = 'open' | 'standing';

const DO = '整?改|办|弄|做|完成|处理|解决|落实|销号|备案|注销|验收';
const OPEN = /还[没未有剩差在需要]|[尚仍]未|仍有|剩(?:下|余|几|多少)/u;
/** 未备案 alone is the name of a kind; asked of who or how many, it is meant of now. */
const NOT = new RegExp(`(?:没有?|未)(?:${DO})`, 'u');
const STANDING = new RegExp(
  `(?:${DO})(?:完成|完|好|结|掉|到位)?了?(?:吗|么|没有?$|没?有?[?？])|(?:是否|有没有)(?:已经?)?(?:${DO})|(?:整改|完成|办理|进展)(?:的?(?:情况|进度)|如何|怎么?样)|进度`,
  'u',
);
const WHEN = /什么时[候间]|何时|几时/u;

/** Undefined where a question asks of no time, of another one, or when. */
export function presentIn(text: string): Present | undefined {
  if (WHEN.test(text)) return undefined;
  if (STANDING.test(text)) return 'standing';
  return OPEN.test(text) || (NOT.test(text) && COUNTS.test(text)) ? 'open' : undefined;
}

/** What still has to be handed in, of what falls due in a span. */
export function asksOwed(text: string): boolean {
  return presentIn(text) !== undefined || /[要该](?:交|报|办|完成)/u.test(text);
}

/** A question of the present, as it was understood. */
export interface AskedNow {
  readonly text: string;
  readonly said: readonly QuestionPart[];
  readonly lexicon: Lexicon;
  readonly reader: IssueReader;
  /** The span of last days to which it is limited, and the places of the issues in it; undefined for all. */
  readonly due: Named | undefined;
}

/**
 * The hits of a question; where it asks how something stands that it names, the card of that in front, and behind it
 * the issues that the card counts and no others.
 */
export async function presentHits(hits: readonly Hit[], asked: AskedNow): Promise<Hit[]> {
  const { text, said, reader } = asked;
  const present = presentIn(text);
  const figures = meantBy(said, ['figure']);
  const [figure] = figures;
  if (present === undefined && (figure === undefined || !COUNTS.test(text))) return [...hits];
  const subjects = [...meantBy(said, namingKinds), ...daysIn(said, asked.lexicon)];
  if (subjects.length === 0 && figure !== undefined) return onlyRows(hits, figure, reader);
  const over = await overPlaces(reader);
  const isOpen = present === 'open' || figure?.of?.[1] === openState;
  // What is closed answers whether it is finished, like what is not.
  const counted = isStanding(present, figure) ? undefined : figure;
  const isNamed = said.every(({ kind }) => kind !== 'text' && kind !== 'row');
  const found = isNamed
    ? await presentCard({ ...asked, subjects, figure: counted, over })
    : undefined;
  if (found === undefined) {
    const left = hits.filter((hit) => hit.kind === 'page' || !over.finished.has(hit.place));
    // Where none is left, those that are over say so.
    return isOpen && left.some(({ kind }) => kind === 'issue') ? left : [...hits];
  }
  const { card, all, open } = found;
  // Where none is left, those that are over say so.
  const shown = isOpen && open.size > 0 ? open : all;
  const replaced = [...subjects, ...figures];
  const behind = hits.filter((hit) =>
    hit.kind === 'issue' ? shown.has(hit.place) : !replaced.includes(hit.entry),
  );
  const seen = new Set(behind.flatMap((hit) => (hit.kind === 'issue' ? [hit.place] : [])));
  const others = [...shown].filter((place) => !seen.has(place)).toSorted((a, b) => a - b);
  return [
    ...pageHits([card]),
    ...behind,
    ...others.map((place): Hit => ({ kind: 'issue', place })),
  ];
}

/** Of a figure by itself nothing but what it counts, where the site names all of that. */
async function onlyRows(
  hits: readonly Hit[],
  { of, count }: NamedEntry,
  { having }: IssueReader,
): Promise<Hit[]> {
  const rows = new Set(of === undefined ? [] : await having(of[0], of[1]));
  return rows.size === 0 || rows.size !== count
    ? [...hits]
    : hits.filter((hit) => hit.kind === 'page' || rows.has(hit.place));
}

/** The day or month that is named, the next one of several years. */
function daysIn(said: readonly QuestionPart[], { entries, today }: Lexicon): NamedEntry[] {
  return said.flatMap((part) => {
    if (part.kind !== 'day') return [];
    const days = entries
      .filter(({ kind, of }) => kind === 'day' && of !== undefined && isMeant(part.asked, of[1]))
      .toSorted((a, b) => ((a.of?.[1] ?? '') < (b.of?.[1] ?? '') ? -1 : 1));
    const next = days.find(({ of }) => (of?.[1] ?? '') >= today.slice(0, of?.[1].length));
    return next ?? days.at(-1) ?? [];
  });
}

function isStanding(present: Present | undefined, figure: NamedEntry | undefined): boolean {
  const name = figure?.of?.[1];
  return name === openState || (present === 'standing' && name === states.closed);
}

/** The figures of the whole ledger that say how it stands, for a question that names nothing: 整改完了吗. */
export function wholeHits(text: string, { entries }: Lexicon): Hit[] {
  if (presentIn(text) === undefined) return [];
  return pageHits(
    [openState, states.closed, states.sustained].flatMap((name) =>
      entries.filter(
        ({ kind, of, answers }) => kind === 'figure' && answers === undefined && of?.[1] === name,
      ),
    ),
  );
}

/** What the parts name of these kinds: one thing a part, the one that is answered first. */
function meantBy(
  said: readonly QuestionPart[],
  kinds: readonly NamedEntry['kind'][],
): NamedEntry[] {
  return said.flatMap((part) => {
    if (part.kind !== 'entries') return [];
    const one = part.entries.find(({ kind, of }) => kinds.includes(kind) && of !== undefined);
    return one === undefined ? [] : [one];
  });
}
