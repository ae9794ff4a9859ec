/**
 * A question → results. Names of pages are matched here (`matchName`); the words of issues are asked of Pagefind as
 * exact phrases. Runs in the browser and in tests; the caller hands in Pagefind's search and the words that were written
 * beside the index.
 */
import { type Answered, answersTo, narrowed } from './answers.ts';
import { ADVERBS, COUNTS } from './asking.ts';
import { withDigits } from './days.ts';
import { type Hit, issueHits, pageHits } from './hit.ts';
import {
  issuesInBoth,
  type Issues,
  issuesFound,
  issuesOfEntries,
  issuesMerged,
  noIssues,
  type IssueReader,
  textHits,
} from './issues.ts';
import { LEAST, matchName, lettersOf, WEAK } from '../match.ts';
import { byCode, type Scored, scoredEntries, withKinds } from './named.ts';
import { owedPlaces } from './over.ts';
import { lexiconOf, type Lexicon, type NamedEntry, type QuestionPart, partsOf } from './parts.ts';
import { periodPages } from './period.ts';
import type { Named } from './present-card.ts';
import { asksOwed, presentHits, wholeHits } from './present.ts';
import { type Asked, single } from './single.ts';
import { normalize } from '../tokens.ts';

/** The order of pages that count. */
const CARDS: readonly string[] = ['figure', 'problem', 'day', 'campaign', 'platform', 'origin'];

/** Nobody asks more, an address that is pasted among it; a longer question is not looked at. Characters. */
export const LONGEST_QUESTION = 300;

/** Results in order, best first. Nothing when any part of the question is found nowhere, or it is too long. */
export async function answer(question: string, reader: IssueReader): Promise<Hit[]> {
  if (question.length > LONGEST_QUESTION) return [];
  const words = await reader.words();
  const lexicon = lexiconOf(words);
  const typed = lexicon
    .simplify(withDigits(normalize(question)))
    .replaceAll(ADVERBS, '')
    .trim();
  if (lettersOf(typed).length === 0) return [];

  const coded = byCode(typed, lexicon);
  if (coded.length > 0)
    return [...pageHits(coded), ...issueHits(await issuesOfEntries(coded, reader))];

  const periods = periodPages(typed, lexicon);
  if (periods !== undefined) return pageHits(periods);

  const answered = answersTo(typed, lexicon);
  if (answered !== undefined) {
    const { entries, days } = answered;
    // The list of a figure answers too.
    const listed = entries.filter(
      ({ kind, answers }) => kind === 'figure' && answers === undefined,
    );
    const own = [...daysWithin(days, lexicon), ...listed];
    const found = issueHits(await issuesOfEntries(own, reader));
    if (days === undefined || !asksOwed(typed)) return [...pageHits(entries), ...found];
    const owed = await owedPlaces(reader);
    return [...pageHits(entries), ...found.filter((hit) => isAmong(hit, owed))];
  }
  const narrow = narrowed(typed, lexicon);
  if (narrow?.days === undefined) return byParts(typed, narrow?.text ?? typed, lexicon, reader);
  const { text, days } = narrow;
  const due = await issuesOfEntries(daysWithin(days, lexicon), reader);
  const places = new Set(due.keys());
  const named = { name: `${shortDay(days.from)}至${shortDay(days.to)}到期`, places };
  const hits = await byParts(typed, text, lexicon, reader, named);
  return hits.filter((hit) => hit.kind === 'page' || places.has(hit.place));
}

function isAmong(hit: Hit, places: ReadonlySet<number>): boolean {
  return hit.kind === 'issue' && places.has(hit.place);
}

/** 2026-06-08 → 6月8日 */
function shortDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${String(month)}月${String(date)}日`;
}

/** The last days that lie in a span. */
function daysWithin(days: Answered['days'], { entries }: Lexicon): NamedEntry[] {
  if (days === undefined) return [];
  return entries.filter(({ of }) => of?.[0] === '截止日' && isDayWithin(of[1], days.from, days.to));
}

/** What a question names, and the words in it. `whole`: the question as it was typed; `due`: the span to which it is limited. */
async function byParts(
  whole: string,
  asked: string,
  lexicon: Lexicon,
  reader: IssueReader,
  due?: Named,
): Promise<Hit[]> {
  const given = asked
    .split(/[\s，。、；：,;:？?！!“”"]+/u)
    .filter((term) => lettersOf(term).length > 0);
  // niu jia liang is one name.
  const terms = given.every((term) => /^[a-zü']+$/u.test(term)) ? [given.join('')] : given;
  if (given.length === 0) return [];

  let sounds: ((character: string) => string | undefined) | undefined;
  const near = async (text: string): Promise<Scored[]> => {
    const found = scoredEntries(text, lexicon);
    if (found.length > 0 || !/\p{Script=Han}{2}/u.test(text)) return found;
    sounds ??= await reader.sounds();
    return scoredEntries(text, lexicon, sounds);
  };

  const understood: Asked = { text: asked, lexicon, near, reader };
  const parts: QuestionPart[] = [];
  for (const term of terms) parts.push(...(await settled(term, understood)));
  const said = withKinds(parts, lexicon).filter(({ kind }) => kind !== 'asking');
  const [only] = said;
  if (only === undefined) {
    const page = lexicon.entries.find(({ names }) => names.some(({ name }) => name === asked));
    return page === undefined ? wholeHits(whole, lexicon) : [{ kind: 'page', entry: page }];
  }
  const hits =
    said.length === 1 ? await single(only, understood) : await several(said, terms, understood);
  return presentHits(hits, { text: whole, said, lexicon, reader, due });
}

/** Months are no days. */
function isDayWithin(day: string, from: string, to: string): boolean {
  return day.length === from.length && day >= from && day <= to;
}

/** Several things are asked for: what all of them fit, and their pages. */
async function several(
  said: readonly QuestionPart[],
  terms: readonly string[],
  { text: asked, lexicon, reader }: Asked,
): Promise<Hit[]> {
  let issues: Issues | undefined;
  for (const part of said) {
    const found = await issuesFound(part, reader);
    if (found === undefined) continue;
    issues = issues === undefined ? found : issuesInBoth(issues, found);
  }
  const accounts = lexicon.entries.filter(
    (entry) => entry.kind === 'account' && said.every((part) => isOf(entry, part, lexicon)),
  );
  const meant = said.flatMap((part) => (part.kind === 'entries' ? part.entries : []));
  const owners = meant.filter(({ kind }) => ['unit', 'account'].includes(kind));
  // 各单位办结率的表，导出到 Excel: where nothing else is named, the pages are what is asked for.
  const isHelp = meant.length > 0 && meant.every(({ kind }) => kind === 'page');
  const cards = meant
    .filter(({ kind }) => isHelp || !['unit', 'account', 'page'].includes(kind))
    .toSorted(
      (a, b) =>
        Number(a.count === 0) - Number(b.count === 0) ||
        CARDS.indexOf(a.kind) - CARDS.indexOf(b.kind),
    );
  const texts = said.filter(({ kind }) => kind === 'text');
  for (const { text } of texts)
    if (accounts.length === 0 && (await textHits(text, reader)).size === 0) return [];
  let found = issues ?? noIssues;
  // 内容更新不及时: the words side by side, as they were typed, before the same words apart.
  if (terms.length === 1) found = issuesMerged(await textHits(asked, reader, 50), found);
  return COUNTS.test(asked)
    ? [...pageHits([...owners, ...accounts, ...cards]), ...issueHits(found)]
    : [...pageHits(accounts), ...issueHits(found), ...pageHits([...owners, ...cards])].filter(
        isFirst,
      );
}

/** A page that was named twice stands where it was named first. */
function isFirst(hit: Hit, at: number, all: readonly Hit[]): boolean {
  if (hit.kind === 'issue') return true;
  return all.findIndex((one) => one.kind === 'page' && one.entry === hit.entry) === at;
}

/** 财政局 视频号, 微信 双拥: whether an account fits what a part of the question says. */
function isOf(account: NamedEntry, part: QuestionPart, { lead }: Lexicon): boolean {
  switch (part.kind) {
    case 'entries':
      return part.entries.some(
        (one) => one === account || (one.of !== undefined && account.within.includes(one.of[1])),
      );
    case 'text':
      return account.names.some((name) => matchName(part.text, name, lead) >= WEAK);
    case 'row':
    case 'day':
      return false;
    case 'asking':
      return true;
    default:
      return part satisfies never;
  }
}

/** The parts of one term; a piece that nothing is called is tried as a name before it stays text. */
async function settled(term: string, { lexicon, near, reader }: Asked): Promise<QuestionPart[]> {
  const parts = partsOf(term, lexicon);
  const texts = parts.filter(({ kind }) => kind === 'text');
  if (texts.length === 0) return parts;
  // 导出来, 怎么打印呀: a word that a page explains is what it says, and no slip of a name that looks like it.
  const isCommand = parts.some(
    (part) => part.kind === 'entries' && part.entries.every(({ kind }) => kind === 'page'),
  );
  if (parts.length > 1) {
    // 民zheng局, 榆阳qx: the whole may be one name although pieces of it are words.
    const [best] = await near(term);
    const least = isCommand ? WEAK : LEAST;
    if (best !== undefined && best.score >= least && !COUNTS.test(term))
      return [{ kind: 'text', text: term }];
  }
  const settledParts: QuestionPart[] = [];
  for (const part of parts) {
    if (part.kind !== 'text' || parts.length === 1) {
      settledParts.push(part);
      continue;
    }
    if (isCommand && part.text.length === 1) {
      settledParts.push({ kind: 'asking', text: part.text });
      continue;
    }
    const written = await textHits(part.text, reader);
    if (written.size > 0) {
      settledParts.push(part);
      continue;
    }
    const [best] = await near(part.text);
    if (best !== undefined && best.score >= WEAK - 14)
      settledParts.push({ kind: 'entries', text: part.text, entries: [best.entry] });
    // 教育局到底改好了没: what a question has besides; else it is a word that nothing has.
    else settledParts.push({ kind: COUNTS.test(term) ? 'asking' : 'text', text: part.text });
  }
  return settledParts.every(({ kind }) => kind === 'asking')
    ? [{ kind: 'text', text: term }]
    : settledParts;
}
