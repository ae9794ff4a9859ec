/**
 * 所需部分: which records of a large ledger a proposal must be seen with. Reports and evidence are closed under what
 * they name; whatever else changes is seen with the whole ledger.
 */
import { formatVersion } from '../../ledger/migrations/migrate.ts';
import { readRecord } from '../../ledger/read.ts';
import type { LayoutKind } from '../../schema/layout.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Registration } from '../../schema/registration.ts';
import { SCHEMA_VERSION } from '../../schema/site.ts';
import type { Unit } from '../../schema/unit.ts';
import type { Update } from '../../schema/update.ts';
import type { LedgerChange } from './change.ts';
import { type Blobs, contentOf, type LedgerSide, type Tree } from './tree.ts';

/** Which paths of either side a proposal must be seen with; `accounts` are those of its author and pusher. */
export function pathsToRead(
  changes: readonly LedgerChange[],
  blobs: Blobs,
  accounts: readonly string[],
): (side: LedgerSide) => Iterable<string> {
  const reportsOnly = changes.every(({ fileKind }) =>
    ['update', 'evidence', 'program', 'stray'].includes(fileKind),
  );
  if (!reportsOnly) return ({ tree }) => tree.keys();
  const issues = new Set(changes.flatMap(({ issue }) => issue ?? []));
  return (side) => {
    blobs.load(usualBlobs(side, issues));
    return [...pathsAround(side, blobs, issues), ...unitsNaming(side, blobs, accounts)];
  };
}

/** What every review of reports reads, figures included, so that Git is asked once. */
function usualBlobs({ tree, index }: LedgerSide, issues: Iterable<string>): string[] {
  return [
    ...index.settings,
    ...index.units.values(),
    ...index.accounts.values(),
    ...index.campaigns.values(),
    ...index.issues.values(),
    ...[...issues].flatMap((issue) => index.updates.get(issue) ?? []),
    ...[...index.registry.values()].flat(),
  ].map((path) => tree.get(path) ?? '');
}

/** The records of the units in whose text one of the accounts occurs. */
function unitsNaming({ tree, index }: LedgerSide, blobs: Blobs, accounts: readonly string[]) {
  return [...index.units.values()].filter((path) => {
    const text = Buffer.from(blobs.bytes(tree.get(path) ?? ''))
      .toString('latin1')
      .toLowerCase();
    return accounts.some((account) => text.includes(account.toLowerCase()));
  });
}

/** The ledger's paths that `issues` depend on: themselves, their updates, evidence, account, units, campaign, and the settings. */
function pathsAround(
  { tree, index }: LedgerSide,
  blobs: Blobs,
  issues: Iterable<string>,
): Set<string> {
  const read = reader(tree, blobs);
  const paths = new Set(index.settings);
  const add = (path: string | undefined) => {
    if (path !== undefined) paths.add(path);
    return path;
  };
  const { office } = (read('site', 'site.yaml') ?? {}) as { office?: string };
  const units = new Set(office === undefined ? [] : [office]);
  // The folder and the record may name different issues: both are looked at, as a set that grows while it is walked.
  const all = new Set(issues);
  for (const id of all) {
    const issue = read('issue', add(index.issues.get(id))) as Issue | undefined;
    for (const path of index.evidence.get(id) ?? []) paths.add(path);
    for (const path of index.updates.get(id) ?? []) {
      paths.add(path);
      const update = read('update', path) as Update | undefined;
      if (update?.onBehalfOf) units.add(update.onBehalfOf);
      if (update?.action === 'transferred') units.add(update.to);
      if (update) all.add(update.issue);
    }
    if (issue === undefined) continue;
    for (const unit of [issue.unit ?? [], issue.assisting ?? []].flat()) units.add(unit);
    const account =
      issue.account === undefined
        ? undefined
        : read('account', add(index.accounts.get(issue.account)));
    if (account !== undefined) units.add((account as { unit: string }).unit);
    for (const path of index.registry.get(issue.account ?? '') ?? []) {
      paths.add(path);
      const step = read('registration', path) as Registration | undefined;
      if (step?.action === 'transferred') units.add(step.to);
    }
    const campaign = read('campaign', add(index.campaigns.get(issue.campaign)));
    if (campaign !== undefined) units.add((campaign as { office: string }).office);
  }
  // Whoever took something over from one that has ended belongs to it: a set that grows while it is walked.
  for (const id of units) {
    const unit = read('unit', add(index.units.get(id))) as Unit | undefined;
    for (const successor of unit?.ended?.successors ?? []) units.add(successor);
  }
  return paths;
}

/** The paths that the figures of `units` are counted from. */
export function pathsOfUnits(
  { tree, index }: LedgerSide,
  blobs: Blobs,
  units: ReadonlySet<string>,
): Set<string> {
  const paths = new Set(index.settings.filter((path) => !path.startsWith('evidence/')));
  for (const id of units) {
    const path = index.units.get(id);
    if (path !== undefined) paths.add(path);
  }
  const accounts = naming(tree, blobs, 'account', index.accounts, { unit: units });
  for (const [id, steps] of handedOver(tree, blobs, index.registry)) {
    const path = index.accounts.get(id);
    if (path !== undefined) accounts.set(id, path);
    for (const step of steps) paths.add(step);
  }
  const owners = { account: new Set(accounts.keys()), unit: units };
  const issues = naming(tree, blobs, 'issue', index.issues, owners);
  // Of the issues that are units' own, some may have come over.
  const own = [...index.issues].filter(([, path]) => /^unit: /mu.test(textOf(tree, blobs, path)));
  const told = new Map(own.map(([id]) => [id, index.updates.get(id) ?? []]));
  blobs.load([...told.values()].flat().map((path) => tree.get(path) ?? ''));
  for (const [id] of handedOver(tree, blobs, told)) {
    const path = index.issues.get(id);
    if (path !== undefined) issues.set(id, path);
  }
  for (const path of [...accounts.values(), ...issues.values(), ...index.campaigns.values()])
    paths.add(path);
  for (const id of issues.keys()) for (const path of index.updates.get(id) ?? []) paths.add(path);
  return paths;
}

/** Of lists of steps, those in which something is handed over, whoever to: they are few. */
function handedOver(
  tree: Tree,
  blobs: Blobs,
  steps: ReadonlyMap<string, readonly string[]>,
): [id: string, paths: readonly string[]][] {
  return [...steps].filter(([, paths]) =>
    paths.some((path) => /^action: ['"]?transferred\b/mu.test(textOf(tree, blobs, path))),
  );
}

function textOf(tree: Tree, blobs: Blobs, path: string): string {
  return Buffer.from(blobs.bytes(tree.get(path) ?? '')).toString('utf8');
}

type Owners = Partial<Record<'account' | 'unit', ReadonlySet<string>>>;

/**
 * The records that one of `owners` has. The owner is looked for in the text; only where it stands otherwise than this
 * program writes it is the record read.
 */
function naming(
  tree: Tree,
  blobs: Blobs,
  kind: 'account' | 'issue',
  records: ReadonlyMap<string, string>,
  owners: Owners,
): Map<string, string> {
  const keys = Object.keys(owners) as (keyof Owners)[];
  const pattern = new RegExp(`^(${keys.join('|')}): ([a-z0-9-]+)$`, 'mu');
  const read = reader(tree, blobs);
  const found = new Map<string, string>();
  for (const [id, path] of records) {
    const text = textOf(tree, blobs, path);
    const [, key, named] = pattern.exec(text) ?? [];
    const owner =
      key !== undefined && named !== undefined
        ? { [key]: named }
        : ((read(kind, path) ?? {}) as Partial<Record<keyof Owners, string>>);
    if (keys.some((one) => owners[one]?.has(owner[one] ?? '') === true)) found.set(id, path);
  }
  return found;
}

/** Reads a record by its path; undefined where there is none or it has faults, which the check tells by itself. */
function reader(tree: Tree, blobs: Blobs) {
  const site = new Map([['site.yaml', blobs.bytes(tree.get('site.yaml') ?? '')]]);
  const isOld =
    (formatVersion({ texts: site, evidence: new Map() }) ?? SCHEMA_VERSION) < SCHEMA_VERSION;
  const bytesOf = (path: string, object: string): Uint8Array =>
    (isOld ? contentOf(tree, blobs, ['site.yaml', path]).texts.get(path) : undefined) ??
    blobs.bytes(object);
  return (kind: LayoutKind, path: string | undefined): unknown => {
    const object = path === undefined ? undefined : tree.get(path);
    if (path === undefined || object === undefined) return undefined;
    const reading = readRecord(path, kind, bytesOf(path, object));
    return reading.ok ? reading.value : undefined;
  };
}
