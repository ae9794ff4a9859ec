/** 单位: as a row, and as its desk — what it owes by urgency, what is settled, its accounts. */
import type { Entry } from '../../schema/ledger.ts';
import { type Unit, unitKinds } from '../../schema/unit.ts';
import { isLive, predecessorsOf } from '../../domain/ledger-on.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { withIssues } from '../../domain/issue/standing.ts';
import { type AccountRow, accountRow, goneInWords } from './account-view.ts';
import { type Ref, unitAddress, unitPeriodsAddress } from '../address.ts';
import { type DayView, dayView } from '../day-view.ts';
import { unitRef } from '../names.ts';
import { type DeskGroup, deskGroups } from './desk.ts';
import type { Face } from '../face.ts';
import type { IssueRow } from '../issue/issue-row.ts';
import { hasPeriods } from './period-view.ts';
import { shortName } from './short-name.ts';
import { acceptanceInWords, reviewerViews } from './acceptance-view.ts';
import { type MemberView, memberViews } from './member-view.ts';
import type { CellTable } from '../cell-table.ts';
import { unlistedInWords } from '../inspection/listed-cell.ts';
import { type UnitSelfCheck, unitSelfChecks } from '../self-check/self-check-view.ts';
import { unitFailures } from '../inspection/unit-failures.ts';
import { readingViews, type DisputedReading, sourceView, type SourceView } from '../source-view.ts';

export interface UnitRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  /** For a row among others: without the area that all names begin with. */
  readonly short: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  /** 已并入某某, 已分设为某某, 已撤销; undefined while there is one. */
  readonly ended: string | undefined;
  readonly accounts: number;
  readonly issues: number;
  readonly unfinished: number;
  /** Undefined where the site does not compare units by delay. */
  readonly overdue: number | undefined;
}

export interface ContactView {
  readonly name: string;
  readonly post: string | undefined;
  readonly phone: string | undefined;
  readonly note: string | undefined;
}

export interface UnitView {
  readonly row: UnitRow;
  /** The day from which it is none any more. */
  readonly endedOn: DayView | undefined;
  /** Whoever took over from it, and those that ended into it. */
  readonly successors: readonly Ref[];
  readonly predecessors: readonly Ref[];
  /** What it was called before, the latest first, with the last day of each. */
  readonly formerNames: readonly { readonly name: string; readonly until: DayView }[];
  readonly phone: string | undefined;
  /** What a source reports of it without naming the accounts. */
  readonly reported: { readonly accounts: number; readonly note: string | undefined } | undefined;
  readonly groups: readonly DeskGroup[];
  /** The page of its quarters and half-years; undefined on the public site and where it has no issues. */
  readonly periods: string | undefined;
  /** The issues in which it assists, the most urgent first; they are in none of its numbers. */
  readonly assists: readonly IssueRow[];
  readonly accounts: readonly AccountRow[];
  /** ，其中已注销1个; empty where none is. */
  readonly gone: string;
  /** Those that failed their latest check, with what stands in a list; undefined where none did, and on the public site. */
  readonly failures: CellTable | undefined;
  /** Those that failed their latest check and stand in no list yet, a sentence a check; none on the public site. */
  readonly unlisted: ReturnType<typeof unlistedInWords>;
  /** Self-checks that go on, each with how it stands in them; none on the public site. */
  readonly selfChecks: readonly UnitSelfCheck[];
  readonly source: SourceView | undefined;
  readonly readings: readonly DisputedReading[];
  /** Who accepts what the unit reports, as a sentence. */
  readonly acceptance: string;
  /** Empty on the public site. */
  readonly members: readonly MemberView[];
  readonly reviewers: readonly MemberView[];
  readonly contacts: readonly ContactView[];
}

export function unitRow(face: Face, unit: Entry<Unit>): UnitRow {
  const issues = face.byUnit.get(unit.id) ?? [];
  const standing = withIssues(face.standing, issues);
  const countOf = (id: string): number => rowsOf(figureOf(standing, id)).length;
  return {
    id: unit.id,
    href: unitAddress(unit.id),
    name: unit.name,
    short: shortName(face.ledger, unit.name),
    aliases: unit.aliases,
    kind: unitKinds[unit.kind],
    ended: endInWords(face, unit),
    accounts: (face.accountsOf.get(unit.id) ?? []).length,
    issues: issues.length,
    unfinished: countOf('unfinished'),
    overdue: face.audience === 'internal' ? countOf('overdue') : undefined,
  };
}

export function unitView(face: Face, unit: Entry<Unit>): UnitView {
  const accounts = (face.accountsOf.get(unit.id) ?? []).map((one) =>
    accountRow(face, one, unit.id),
  );
  const inUse = accounts.filter(({ isGone }) => !isGone);
  const inside = face.audience === 'internal';
  return {
    row: unitRow(face, unit),
    ...lifeOf(face, unit),
    phone: unit.phone,
    reported:
      unit.reported === undefined
        ? undefined
        : { accounts: unit.reported.accounts, note: unit.reported.note },
    periods: hasPeriods(face, unit.id) ? unitPeriodsAddress(unit.id) : undefined,
    groups: deskGroups(face, face.byUnit.get(unit.id) ?? []),
    assists: deskGroups(face, face.byAssisting.get(unit.id) ?? []).flatMap(({ rows }) => rows),
    accounts,
    gone: goneInWords(accounts),
    failures: unitFailures(face, inUse),
    unlisted: unlistedInWords(face, inUse),
    selfChecks: unitSelfChecks(face, unit),
    source: sourceView(unit.source),
    readings: readingViews('unit', unit.readings),
    acceptance: acceptanceInWords(face),
    reviewers: reviewerViews(face),
    members: inside ? memberViews(face, unit.members) : [],
    contacts: inside
      ? unit.contacts.map(({ name, post, phone, note }) => ({ name, post, phone, note }))
      : [],
  };
}

/** What became of a unit by the day, in words. */
function endInWords({ ledger, today }: Face, unit: Unit): string | undefined {
  const { ended } = unit;
  if (ended === undefined || ended.on > today) return undefined;
  const names = ended.successors.map((id) => unitRef(ledger, id).name).join('、');
  switch (ended.how) {
    case 'merged':
      return `已并入${names}`;
    case 'split':
      return `已分设为${names}`;
    case 'abolished':
      return names === '' ? '已撤销' : `已撤销，由${names}承接`;
    default:
      return ended.how satisfies never;
  }
}

/** Where a unit comes from and goes to, as far as it has come by the day. */
function lifeOf({ ledger, today }: Face, { id, name, ended, formerNames = [] }: Entry<Unit>) {
  const isOver = ended !== undefined && ended.on <= today;
  return {
    endedOn: isOver ? dayView(ended.on, today) : undefined,
    successors: isOver ? ended.successors.map((one) => unitRef(ledger, one)) : [],
    predecessors: predecessorsOf(ledger, id)
      .filter((one) => !isLive(one, today))
      .map((one) => unitRef(ledger, one.id)),
    formerNames: formerNames
      .filter((one) => one.until < today && one.name !== name)
      .map((one) => ({ name: one.name, until: dayView(one.until, today) }))
      .toReversed(),
  };
}
