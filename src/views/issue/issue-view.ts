/** 问题 with all that its own page shows. */
import type { Duty } from '../../schema/deadline.ts';
import { type Issue, origins } from '../../schema/issue.ts';
import { periods } from '../../text/terms.ts';
import type { Problem } from '../../schema/vocabulary.ts';
import { dutyPeriodsOf, dutyTally, looksAt } from '../../domain/duty-knowledge.ts';
import { owedLines } from '../../domain/issue/round/owed.ts';
import { inForceOn } from '../../domain/setting.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { inspectionAddress, type Ref } from '../address.ts';
import { type CellTable, withRows } from '../cell-table.ts';
import { type DayView, dayView } from '../day-view.ts';
import { type DeadlineView, deadlineView } from './deadline-view.ts';
import { requestSentences } from '../due/request-view.ts';
import { sentBackInWords } from '../due/sent-back-view.ts';
import type { Face } from '../face.ts';
import { issueInspections } from '../inspection/look-view.ts';
import { lookInWords } from '../inspection/look-words.ts';
import { takenOverInWords, withHandOvers } from '../unit/hand-over-view.ts';
import { foundInWords } from '../inspection/found-words.ts';
import { siteOfColumn } from '../unit/site-columns.ts';
import { type IssueRow, issueRow } from './issue-row.ts';
import { listedColumns } from './listed-columns.ts';
import { issueRef } from '../names.ts';
import { readingViews, type DisputedReading, sourceView, type SourceView } from '../source-view.ts';
import { correctionsWay } from '../about/corrections-view.ts';
import type { Fact } from '../fact.ts';
import { acceptanceOf, decidedAbove, reviewerNames } from '../unit/acceptance-view.ts';
import { accountRow } from '../unit/account-view.ts';
import { besideIssue } from '../unit/beside-register.ts';
import { queuePlace } from './list-view.ts';
import { type SameBefore, sameBefore } from '../figure/same-before.ts';
import { silenceInWords } from './silence-view.ts';
import { type StoryPart, storyParts } from './story-scale.ts';
import { type StoryEntry, storyView } from './story-view.ts';

export interface IssueView {
  readonly row: IssueRow;
  /** Of a column of a website, that website. */
  readonly site: Ref | undefined;
  /** The row of the list, column by column, as the source has it. */
  readonly listed: readonly Fact[];
  readonly duties: readonly string[];
  readonly deadline: DeadlineView;
  /** Who accepts it, as a sentence. */
  readonly acceptance: string;
  /** Who they are whose turn it is, where it is the reviewers'; empty elsewhere and on the public site. */
  readonly reviewers: string;
  /** Who decides, where it waits for the level above, a sentence or two; empty elsewhere. */
  readonly above: string;
  /** Whom a reader tells what is wrong here, without a full stop; undefined inside. */
  readonly corrections: string | undefined;
  readonly origin: string;
  readonly listedOn: DayView;
  readonly foundOn: DayView | undefined;
  /** Of which day the finding is, where it counts days: 2026年6月5日检查时的情况; empty elsewhere. */
  readonly found: string;
  readonly rules: readonly RuleView[];
  readonly owed: readonly OwedView[];
  readonly story: readonly StoryEntry[];
  /** The same, and between it how long nothing happened. */
  readonly course: readonly StoryPart[];
  /** That issues of its kinds had been settled at the unit before; undefined where none had, and on the public site. */
  readonly again: SameBefore | undefined;
  /** How long nothing has come of what is not finished; empty where there is nothing to say. */
  readonly silence: string;
  /** Since when it is the unit's, where that was after its last day, a sentence; empty elsewhere. */
  readonly takenOver: string;
  /** What the register says of its account against it, where it is not finished, a sentence each. */
  readonly beside: readonly string[];
  /** Where its account stands by the register: 正常, 已注销; undefined where nothing is on record. */
  readonly accountState: string | undefined;
  /** The check that found it, where the ledger has it; a link inside. */
  readonly foundIn: { readonly name: string; readonly href: string | undefined } | undefined;
  /** What a closing still asks of the unit, a sentence each without a full stop. */
  readonly asked: readonly string[];
  /** What the last look-back says of what is not finished, a sentence; empty where there is none. */
  readonly looked: string;
  /** That it was sent back and by when to hand in again, and what its unit asked for, a sentence each; none on the public site. */
  readonly answers: readonly string[];
  /** What checks saw of it since it was found; undefined where there are none, and on the public site. */
  readonly looks: CellTable | undefined;
  readonly source: SourceView | undefined;
  readonly readings: readonly DisputedReading[];
  /** On the internal site, of what waits for an acceptance: its place among those, and the one behind it. */
  readonly queue:
    { readonly number: number; readonly of: number; readonly next: Ref | undefined } | undefined;
  readonly before: Ref | undefined;
  readonly after: Ref | undefined;
  /** 内部备注; undefined on the public site. */
  readonly note: string | undefined;
}

/** A check indicator by which a finding was or would be judged. */
export interface RuleView {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly when: readonly string[];
  /** True where the issue itself names it, false where its kind of problem suggests it. */
  readonly stated: boolean;
  readonly unverified: boolean;
}

/** What a closing owes for one of the problems. */
export interface OwedView {
  readonly problem: Ref;
  readonly asks: readonly string[];
}

export function issueView(face: Face, one: IssueStanding): IssueView {
  const { issue } = one;
  const { today, ledger } = face;
  const row = issueRow(face, one);
  const story = withHandOvers(face, one, storyView(face, one));
  return {
    row,
    site: siteOfColumn(face, one),
    listed: listedFacts(issue),
    duties: issue.duties.map((duty) => dutyInWords(duty) + dutySoFar(face, one, duty)),
    deadline: deadlineView(face, one),
    acceptance: acceptanceOf(face, issue),
    reviewers: row.next.owner === 'reviewer' ? reviewerNames(face) : '',
    above: one.history.next.owner === 'above' ? decidedAbove(face, issue) : '',
    corrections: face.audience === 'public' ? correctionsWay(face) : undefined,
    origin: origins[issue.origin],
    listedOn: dayView(issue.listedOn, today),
    foundOn: issue.foundOn === undefined ? undefined : dayView(issue.foundOn, today),
    found: foundInWords(ledger, issue),
    rules: rulesOf(face, one),
    owed: row.problems.flatMap((problem) => {
      const owes = ledger.vocabulary.problems.find(({ id }) => id === problem.id)?.owes ?? [];
      return owes.length === 0 ? [] : [{ problem, asks: owes.map(({ ask }) => ask) }];
    }),
    story,
    course: storyParts(face, one, story),
    again: sameBefore(face, one),
    silence: silenceInWords(face, one),
    takenOver: takenOverInWords(face, one),
    beside: besideIssue(face, one),
    accountState: one.account && accountRow(face, one.account).state,
    foundIn: foundIn(face, issue),
    asked: owedLines(issue, ledger.vocabulary.problems, one.history),
    looked: lookInWords(face, one),
    answers: [sentBackInWords(face, one), ...requestSentences(face, one)].filter(
      (sentence) => sentence !== '',
    ),
    looks: withRows(face.audience === 'internal' ? [issueInspections(face, one)] : [])[0],
    source: sourceView(issue.source),
    readings: readingViews('issue', issue.readings),
    queue: queueOf(face, one.id),
    before: neighbour(face, one, -1),
    after: neighbour(face, one, 1),
    note: face.audience === 'internal' ? issue.note : undefined,
  };
}

/** A check is told by the name that the source of its findings has. */
function foundIn({ audience, ledger }: Face, { source }: Issue): IssueView['foundIn'] {
  const check = [...ledger.inspections.values()].find(({ name }) => name === source?.document);
  if (check === undefined) return undefined;
  const href = audience === 'internal' ? inspectionAddress(check.id) : undefined;
  return { name: check.name, href };
}

function listedFacts(issue: Issue): Fact[] {
  const { listed, place, listedHost, finding, measures, deadline } = issue;
  const values = { listed, place, listedHost, finding, measures, deadline: deadline.text };
  return listedColumns([issue]).flatMap(({ key, title }) => {
    const value = key === 'row' || key === 'assisting' ? undefined : values[key];
    return value === undefined ? [] : [{ name: title, value }];
  });
}

function queueOf(face: Face, issue: string): IssueView['queue'] {
  if (face.audience === 'public') return undefined;
  const place = queuePlace(face, issue);
  if (place === undefined) return undefined;
  const { next } = place;
  return { ...place, next: next === undefined ? undefined : issueRef(face.ledger, next) };
}

/** The issue before or behind in the same campaign's list. */
function neighbour(face: Face, one: IssueStanding, step: 1 | -1): Ref | undefined {
  const at = face.places.get(one.id);
  const next = at === undefined ? undefined : face.standing.issues[at + step];
  return next?.issue.campaign === one.issue.campaign ? issueRef(face.ledger, next.id) : undefined;
}

/** 信息发布：每周 2 次 */
function dutyInWords(duty: Duty): string {
  return 'everyDays' in duty
    ? `${duty.what}：不超过${String(duty.everyDays)}天一次`
    : `${duty.what}：每${periods[duty.per]}${String(duty.times)}次`;
}

/** On the internal site: how many periods since the listing were held, missed and unknown. */
function dutySoFar(
  { audience, ledger, standing, today }: Face,
  { id, issue }: IssueStanding,
  duty: Duty,
): string {
  const updates = ledger.updates.get(id) ?? [];
  const looks = looksAt(standing.looks, issue);
  const records = dutyPeriodsOf(duty, issue, { updates, looks }, today);
  const { periods, met: held, missed, unknown } = dutyTally(records);
  if (audience === 'public' || (updates.length === 0 && unknown === periods)) return '';
  return `（列入以来${String(periods)}期，做到${String(held)}期，未做到${String(missed)}期，不明${String(unknown)}期）`;
}

/** The issue's own indicator, else those that its problems suggest in the edition in force on the day of listing. */
function rulesOf({ ledger }: Face, { issue, account }: IssueStanding): RuleView[] {
  const { indicators, problems } = ledger.vocabulary;
  const stated = issue.indicator;
  const edition =
    stated === undefined
      ? inForceOn(indicators.editions, issue.listedOn)
      : indicators.editions.find(({ id }) => id === stated.edition);
  if (edition === undefined) return [];
  const wanted = stated === undefined ? suggested(problems, issue.problems) : [stated.id];
  // Indicators judge accounts: of what is about none, only the one that it names itself is shown.
  const { website, 'new-media': media } = edition.veto;
  const of = {
    website,
    'new-media': media,
    none: stated === undefined ? [] : [...website, ...media],
  };
  return of[issue.account === undefined ? 'none' : (account?.kind ?? 'new-media')]
    .filter(({ id }) => wanted.includes(id))
    .map(({ id, name, when, unverified }) => ({
      id,
      name,
      document: edition.document,
      when,
      stated: stated !== undefined,
      unverified,
    }));
}

function suggested(problems: readonly Problem[], ids: readonly string[]): string[] {
  return problems.filter(({ id }) => ids.includes(id)).flatMap(({ indicators }) => indicators);
}
