/**
 * 一面: the ledger as one of the two sites may show it on a day. The public face holds only campaigns published as
 * a list; what is not in the face can be neither shown nor counted.
 */
import type { Account } from '../schema/account.ts';
import type { Campaign } from '../schema/campaign.ts';
import type { Audience } from '../schema/field.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Day } from '../day/calendar.ts';
import { type IssueStanding, type Standing, standing } from '../domain/issue/standing.ts';

/** Who wrote a report and who brought it into the main branch, by the names that Git holds. */
export interface ReceiptNames {
  readonly author: string;
  readonly authoredOn: Day;
  readonly merger: string;
  readonly on: Day;
  /** False where no merge brought it, as when it was written straight onto the main branch. */
  readonly merged: boolean;
}

/** The commit of the main line that changed a record last. */
export interface RecordChange {
  readonly on: Day;
  readonly commit: string;
  /** The record's path in the repository. */
  readonly file: string;
}

/** What Git knows of the ledger; only the internal face keeps it. */
export interface Records {
  /** By path below content/. */
  readonly changes: ReadonlyMap<string, RecordChange>;
  /** By update id. */
  readonly receipts: ReadonlyMap<string, ReceiptNames>;
  /** The days on which the proposals that still wait were handed in. */
  readonly waitingSince: readonly Day[];
}

/** A campaign of which only counts may be shown. */
export interface CountedCampaign {
  readonly campaign: Entry<Campaign>;
  readonly standing: Standing;
}

export interface Face {
  readonly audience: Audience;
  /** The day from which everything counts. */
  readonly today: Day;
  /** What may be shown row by row, with units and accounts as they are on the day. */
  readonly ledger: Ledger;
  readonly standing: Standing;
  readonly issues: ReadonlyMap<string, IssueStanding>;
  /** The place of each issue in `standing.issues`. */
  readonly places: ReadonlyMap<string, number>;
  readonly byUnit: ReadonlyMap<string, readonly IssueStanding[]>;
  /** The issues in which a unit assists; they are not its own. */
  readonly byAssisting: ReadonlyMap<string, readonly IssueStanding[]>;
  readonly byAccount: ReadonlyMap<string, readonly IssueStanding[]>;
  readonly accountsOf: ReadonlyMap<string, readonly Entry<Account>[]>;
  readonly counted: readonly CountedCampaign[];
  /** Undefined on the public site and where the ledger lies in no repository of its own. */
  readonly records: Records | undefined;
  /** SHA-256 of a file of evidence, as `<issue>/<file name>`; undefined where its bytes are not at hand. */
  readonly hashOf: (file: string) => string | undefined;
}

/** The face of `ledger` for `audience` on `today`. */
export function faceOf(
  ledger: Ledger,
  today: Day,
  audience: Audience,
  records?: Records,
  hashOf: Face['hashOf'] = () => undefined,
): Face {
  const known = audience === 'internal' ? records : undefined;
  const shown = audience === 'internal' ? ledger : part(ledger, isListed);
  const whole = standing(
    shown,
    today,
    known && { receivedOn: new Map([...known.receipts].map(([id, { on }]) => [id, on])) },
  );
  return {
    audience,
    today,
    ledger: whole.ledger,
    standing: whole,
    issues: new Map(whole.issues.map((one) => [one.id, one])),
    places: new Map(whole.issues.map(({ id }, at) => [id, at])),
    byUnit: Map.groupBy(whole.issues, ({ unit }) => unit),
    byAssisting: byEach(whole.issues, ({ issue }) => issue.assisting ?? []),
    byAccount: byEach(whole.issues, ({ issue }) => issue.account ?? []),
    accountsOf: Map.groupBy(whole.ledger.accounts.values(), ({ unit }) => unit),
    counted: audience === 'internal' ? [] : countedOf(ledger, today),
    records: known,
    hashOf,
  };
}

/** The issues by each of the ids that they name. */
function byEach(
  issues: readonly IssueStanding[],
  idsOf: (one: IssueStanding) => string | readonly string[],
): Map<string, IssueStanding[]> {
  const pairs = issues.flatMap((one) => [idsOf(one)].flat().map((id) => ({ id, one })));
  const groups = Map.groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ one }) => one)]));
}

/** Whether the site may say of a single issue of this campaign that it is late. */
export function mayCallLate(face: Face, campaign: string): boolean {
  if (face.audience === 'internal') return true;
  return face.ledger.campaigns.get(campaign)?.publication.overdueNames ?? false;
}

/**
 * True for a ledger that is kept to a day of its own and notes so (截至…，不反映此后情况): what lay ahead then is told as of
 * that day, and nobody is advised of it. A demonstration plays its day as the present.
 */
export function isPast({ ledger: { site }, today }: Pick<Face, 'ledger' | 'today'>): boolean {
  return site.asOf === today && site.asOfNote !== undefined && site.fiction === undefined;
}

/** Comparisons of units are internal unless every campaign that is shown names late units in public. */
export function mayCompareUnits(face: Face): boolean {
  return [...face.ledger.campaigns.keys()].every((id) => mayCallLate(face, id));
}

function isListed({ publication }: Campaign): boolean {
  return publication.level === 'list';
}

function countedOf(ledger: Ledger, today: Day): CountedCampaign[] {
  return [...ledger.campaigns.values()]
    .filter(({ publication }) => publication.level === 'statistics')
    .map((campaign) => ({
      campaign,
      standing: standing(
        part(ledger, (one) => one === campaign),
        today,
      ),
    }));
}

/** The ledger with some of its campaigns; units and accounts are a register of their own and stay. */
function part(ledger: Ledger, shows: (campaign: Entry<Campaign>) => boolean): Ledger {
  const campaigns = new Map([...ledger.campaigns].filter(([, campaign]) => shows(campaign)));
  const issues = new Map([...ledger.issues].filter(([, { campaign }]) => campaigns.has(campaign)));
  return {
    site: ledger.site,
    vocabulary: ledger.vocabulary,
    units: ledger.units,
    accounts: ledger.accounts,
    // Whose an account was before counts for both sites: what was settled stays where it was settled.
    ...(ledger.recorded !== undefined && { recorded: ledger.recorded }),
    campaigns,
    issues,
    updates: new Map([...ledger.updates].filter(([issue]) => issues.has(issue))),
    evidence: ledger.evidence,
    removed: ledger.removed,
    registry: ledger.registry,
    // What checks, self-checks, reminders and visits found is known inside only.
    inspections: new Map(),
    bulletins: new Map(),
    selfChecks: [],
    reminders: [],
    probes: [],
    children: ledger.children,
    assignments: new Map(),
    assignedChecks: new Map(),
    // Sums that a child publishes to nobody but the office above are known inside only.
    snapshots: { public: ledger.snapshots.public, internal: new Map() },
    rosters: { public: ledger.rosters.public, internal: new Map() },
  };
}
