/**
 * 一页的台账: the part of a ledger that the forms of one page are judged by, as data that a page can hold. What no rule
 * asks for — contacts, sources, what was disputed in reading — stays out of it.
 */
import { ownerOn } from '../../domain/issue/owner.ts';
import { accountOfRow, type Directory, issueOfRow } from './directory.ts';
import type { Account } from '../../schema/account.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Registration } from '../../schema/registration.ts';
import type { Site } from '../../schema/site.ts';
import type { Unit } from '../../schema/unit.ts';
import type { Update } from '../../schema/update.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';

export interface Slice {
  site: Pick<
    Site,
    | 'schemaVersion'
    | 'name'
    | 'authority'
    | 'repository'
    | 'office'
    | 'reviewers'
    | 'maintainers'
    | 'robots'
  >;
  vocabulary: Vocabulary;
  units: Entry<Unit>[];
  accounts: Entry<Account>[];
  campaigns: Entry<Campaign>[];
  issues: Entry<Issue>[];
  /** Of the issues and the register of the accounts. */
  updates: Entry<Update>[];
  registry: Entry<Registration>[];
  /** `<issue>/<file name>` of the issues → bytes. */
  evidence: [file: string, size: number][];
  /** Of further accounts and issues only what a new finding is judged by. */
  directory?: Directory;
  /** A check and the one before it. */
  inspections?: Entry<Inspection>[];
}

/**
 * What the review would look at for reports on `issues` (review/proposal/part.ts), by units as they are recorded;
 * with `others` also every unit that something could be handed over to.
 */
export function sliceOf(given: Ledger, issues: readonly string[], others = false): Slice {
  const ledger = { ...given, ...given.recorded };
  const chosen = issues.flatMap((id) => ledger.issues.get(id) ?? []);
  const updates = issues.flatMap((id) => ledger.updates.get(id) ?? []);
  const accounts = new Set(chosen.flatMap(({ account }) => account ?? []));
  const registry = [...accounts].flatMap((id) => ledger.registry.get(id) ?? []);
  const campaigns = new Set(chosen.map(({ campaign }) => campaign));
  const units = new Set([
    ...(ledger.site.office === undefined ? [] : [ledger.site.office]),
    ...chosen.flatMap(({ unit, assisting = [] }) => [...assisting, ...(unit ? [unit] : [])]),
    ...[...accounts].flatMap((id) => ledger.accounts.get(id)?.unit ?? []),
    ...[...campaigns].flatMap((id) => ledger.campaigns.get(id)?.office ?? []),
    ...[...updates, ...registry].flatMap((step) => (step.action === 'transferred' ? step.to : [])),
    ...updates.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  ]);
  // A set that grows while it is walked: whoever took over from one that has ended belongs to it.
  for (const id of units)
    for (const next of ledger.units.get(id)?.ended?.successors ?? []) units.add(next);
  const further = others ? [...ledger.units.keys()].filter((id) => !units.has(id)) : [];
  const platforms = new Set(
    [...accounts].flatMap((id) => {
      const account = ledger.accounts.get(id);
      return account && 'platform' in account ? account.platform : [];
    }),
  );
  const problems = new Set(chosen.flatMap((issue) => issue.problems));
  const { vocabulary } = ledger;
  return {
    ...withSite(ledger),
    vocabulary: {
      ...vocabulary,
      platforms: vocabulary.platforms.filter(({ id }) => platforms.has(id)),
      // Other words for them are for reading lists, and weigh more than what is reported on.
      problems: vocabulary.problems
        .filter(({ id }) => problems.has(id))
        .map((one) => ({ ...one, aliases: [], phrases: [] })),
      indicators: { editions: [], thresholds: [] },
      columns: [],
      registerColumns: [],
      reminding: [],
    },
    units: [
      ...pickedRecords(ledger.units, units).map(bareUnit),
      ...pickedRecords(ledger.units, further).map(briefUnit),
    ],
    accounts: pickedRecords(ledger.accounts, accounts).map(withoutPlace),
    campaigns: pickedRecords(ledger.campaigns, campaigns).map(withoutPlace),
    issues: chosen.map(({ note: _note, ...issue }) => withoutPlace(issue)),
    updates,
    registry: registry.map(withoutPlace),
    evidence: [...ledger.evidence].filter(([file]) => issues.includes(file.split('/')[0] ?? '')),
  };
}

/** Of a slice what a page holds before anything is filled in: who may report for `unit`, and which files there are. */
export function openingSlice(slice: Slice, unit: string | undefined): Slice {
  return {
    site: slice.site,
    vocabulary: { ...slice.vocabulary, platforms: [], problems: [] },
    units: slice.units.filter(({ id }) => id === unit),
    accounts: [],
    campaigns: [],
    issues: [],
    updates: [],
    registry: [],
    evidence: slice.evidence,
  };
}

/** What is fetched beside an opening: whatever stands in it takes the place of what the page holds. */
export type SliceRest = Partial<Omit<Slice, 'directory'>> & { directory?: Partial<Directory> };

export function sliceWith(opening: Slice, { directory, ...rest }: SliceRest): Slice {
  const whole = { ...opening, ...rest };
  const { directory: named = { accounts: [], issues: [] } } = opening;
  return directory === undefined ? whole : { ...whole, directory: { ...named, ...directory } };
}

/** The ledger that a page holds. */
export function ledgerOfSlice(slice: Slice): Ledger {
  const { directory } = slice;
  const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> =>
    new Map(records.map((record) => [record.id, record]));
  return {
    site: slice.site,
    vocabulary: slice.vocabulary,
    units: byId(slice.units),
    accounts: byId([...slice.accounts, ...(directory?.accounts.map(accountOfRow) ?? [])]),
    campaigns: byId(slice.campaigns),
    issues: byId([...slice.issues, ...(directory?.issues.map(issueOfRow) ?? [])]),
    updates: Map.groupBy(slice.updates, ({ issue }) => issue),
    registry: Map.groupBy(slice.registry, ({ account }) => account),
    evidence: new Map(slice.evidence),
    removed: [],
    inspections: byId(slice.inspections ?? []),
    bulletins: new Map(),
    selfChecks: [],
    reminders: [],
    probes: [],
    children: new Map(),
    assignments: new Map(),
    assignedChecks: new Map(),
    snapshots: { public: new Map(), internal: new Map() },
    rosters: { public: new Map(), internal: new Map() },
  };
}

/** The unit that reports on an issue on a day. */
export function reporterOf(ledger: Ledger, issue: string, day: string): string | undefined {
  const record = ledger.issues.get(issue);
  return record && ownerOn(ledger, record, day);
}

function withSite({ site }: Ledger): Pick<Slice, 'site'> {
  const { schemaVersion, name, authority, repository, office, reviewers, maintainers, robots } =
    site;
  return {
    site: {
      schemaVersion,
      name,
      authority,
      repository,
      reviewers,
      maintainers,
      robots,
      ...(office === undefined ? {} : { office }),
    },
  };
}

export function pickedRecords<T>(records: ReadonlyMap<string, T>, ids: Iterable<string>): T[] {
  return [...ids].flatMap((id) => records.get(id) ?? []);
}

/** Without where it is from and what was disputed. */
export function withoutPlace<T extends object>(record: T): T {
  const {
    source: _source,
    readings: _readings,
    ...rest
  } = record as T & {
    source?: unknown;
    readings?: unknown;
  };
  return rest as T;
}

function bareUnit(unit: Entry<Unit>): Entry<Unit> {
  return { ...withoutPlace(unit), contacts: [] };
}

/** Of a unit that something could be handed over to only what that is judged by: a ledger may have thousands. */
function briefUnit({ id, path, name, kind, ...unit }: Entry<Unit>): Entry<Unit> {
  const { establishedOn, ended, formerNames } = unit;
  return {
    id,
    path,
    name,
    kind,
    aliases: [],
    members: [],
    contacts: [],
    ...(establishedOn === undefined ? {} : { establishedOn }),
    ...(ended === undefined ? {} : { ended }),
    ...(formerNames === undefined ? {} : { formerNames }),
  };
}
