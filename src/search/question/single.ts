/** A question that asks for one thing: pages of that name, then its issues. */
import { COUNTS } from './asking.ts';
import { isMeant } from './days.ts';
import { type Hit, issueHits, pageHits } from './hit.ts';
import {
  issuesFound,
  issuesOfEntries,
  issuesMerged,
  noIssues,
  type IssueReader,
  textHits,
} from './issues.ts';
import { WEAK } from '../match.ts';
import { type Scored, scoredEntries } from './named.ts';
import type { Lexicon, NamedEntry, QuestionPart } from './parts.ts';
import { latestOfPeriod } from './period.ts';

/** At most this many pages are offered by their names. */
const MOST_PAGES = 12;
/** The page of a kind of problem stands first where its issues are more than are seen at a glance. */
const AT_A_GLANCE = 5;

/** What was understood of a question, and how to look further. */
export interface Asked {
  /** As it was typed, in simplified characters and digits. */
  text: string;
  lexicon: Lexicon;
  /** Entries that a text may name, by their sound where nothing is written so. */
  near: (text: string) => Promise<Scored[]>;
  reader: IssueReader;
}

/** One thing is asked for: pages of that name, then its issues. */
export async function single(part: QuestionPart, asked: Asked): Promise<Hit[]> {
  switch (part.kind) {
    case 'entries':
      return named(part, asked);
    case 'day':
      return onDay(part, asked);
    case 'row':
      return issueHits((await issuesFound(part, asked.reader)) ?? noIssues);
    case 'text':
    case 'asking':
      return written(part.text, asked);
    default:
      return part satisfies never;
  }
}

/** The day's page before what says the day in words; where the words stand in an issue, that first. */
async function onDay(
  part: Extract<QuestionPart, { kind: 'day' }>,
  { lexicon, reader }: Asked,
): Promise<Hit[]> {
  const days = lexicon.entries
    .filter(({ kind, of }) => kind === 'day' && of !== undefined && isMeant(part.asked, of[1]))
    .toSorted((a, b) => distanceOf(a, lexicon) - distanceOf(b, lexicon));
  const said = await textHits(part.text.replace(/(?:之前|以前|前|到期|截止)$/u, ''), reader);
  const issues = issueHits(issuesMerged(said, (await issuesFound(part, reader)) ?? noIssues));
  if (issues.length + days.length === 0)
    return pageHits(lexicon.entries.filter(({ address }) => address === 'deadlines.html'));
  return said.size > 0 ? [...issues, ...pageHits(days)] : [...pageHits(days), ...issues];
}

/** Something is called just so. */
async function named(
  { text, entries }: Extract<QuestionPart, { kind: 'entries' }>,
  asked: Asked,
): Promise<Hit[]> {
  // What has nothing today stands behind what has something of the same name.
  const called = entries.toSorted((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)));
  const [first] = called;
  const issues = issueHits(
    issuesMerged(await textHits(text, asked.reader), await issuesOfEntries(entries, asked.reader)),
  );
  const others = scoredEntries(text, asked.lexicon)
    .filter(({ entry, score }) => !entries.includes(entry) && score >= WEAK)
    .map(({ entry }) => entry);
  // 专项整治, 门户网站: what bears the words comes before the page that lists all of its kind; 群众反映 is a campaign too.
  const isList =
    ['page', 'origin'].includes(first?.kind ?? '') ||
    (first?.kind === 'platform' && !first.title.includes(text));
  const ordered = isList ? [...others, ...called] : [...called, ...others];
  const own = pageHits(ordered.slice(0, MOST_PAGES));
  const few =
    first !== undefined &&
    (first.kind === 'problem' || isEmpty(first)) &&
    first.count <= AT_A_GLANCE &&
    !COUNTS.test(asked.text);
  return few ? [...issues, ...own] : [...own, ...issues];
}

/** Nothing is called so: what the words stand in, what they are a piece of, what was meant perhaps. */
async function written(text: string, { near, reader }: Asked): Promise<Hit[]> {
  const found = await textHits(text, reader);
  const candidates = await near(text);
  const isSure = ({ score }: Scored): boolean => score >= WEAK + 4;
  const latest = latestOfPeriod(
    text,
    candidates.map(({ entry }) => entry),
  );
  const others = candidates.filter(({ entry }) => !latest.includes(entry));
  const sure = [...latest, ...others.filter(isSure).map(({ entry }) => entry)];
  const guesses = others
    .filter((one) => !isSure(one))
    .map(({ entry }) => entry)
    .toSorted((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)));
  const [best] = guesses;
  // A guess at the name: its issues are answers as well.
  const guessed =
    sure.length === 0 && found.size === 0 && best !== undefined
      ? issueHits(await issuesOfEntries([best], reader))
      : [];
  const own = await issuesOfEntries(sure.slice(0, 3), reader);
  const perhaps = pageHits(guesses.slice(0, Math.max(0, MOST_PAGES - sure.length)));
  return [
    ...pageHits(sure.slice(0, MOST_PAGES)),
    ...issueHits(issuesMerged(found, own)),
    ...(best?.kind === 'problem' && best.count <= AT_A_GLANCE
      ? [...guessed, ...perhaps]
      : [...perhaps, ...guessed]),
  ];
}

/** A figure or kind of problem that has nothing today. */
function isEmpty({ kind, count }: NamedEntry): boolean {
  return count === 0 && (kind === 'figure' || kind === 'problem');
}

/** Whole days between a day of the ledger and today, for the nearest first. */
function distanceOf({ of }: NamedEntry, { today }: Lexicon): number {
  return Math.abs(Date.parse(of?.[1] ?? today) - Date.parse(today));
}
