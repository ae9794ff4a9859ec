/**
 * 格式升级: an old ledger → the texts of the present version, to be written by `ledger migrate` or, for what a commit of
 * the past holds, only to be read. Nothing is written here.
 */
import { YAMLException } from 'js-yaml';
import { SCHEMA_VERSION } from '../../schema/site.ts';
import { checkLedger } from '../check.ts';
import { kindOfPath, type LayoutKind } from '../../schema/layout.ts';
import type { Content } from '../content.ts';
import { isIgnored } from '../ignored.ts';
import type { Fault } from '../fault.ts';
import type { Migration } from './migration.ts';
import { migrations as shipped } from './index.ts';
import { Positions } from '../yaml/position.ts';
import { setValue } from '../yaml/splice.ts';
import { readYaml } from '../yaml/yaml.ts';

export type MigrationResult =
  /** Nothing to do: the ledger is of the present version. */
  | { kind: 'current'; version: number }
  /** The files to write, with undefined for those to remove; the check finds no fault in what comes out. */
  | {
      kind: 'migrated';
      from: number;
      to: number;
      steps: readonly Migration[];
      files: ReadonlyMap<string, string | undefined>;
    }
  /** It cannot be migrated, or what comes out has faults. */
  | { kind: 'refused'; faults: Fault[] };

export interface MigrationSettings {
  /** The steps, in order of `to`. */
  migrations?: readonly Migration[];
  /** The version to reach. */
  target?: number;
}

/** Migrates a ledger to the program's version. Never throws on bad data. */
export function migrate(content: Content, settings: MigrationSettings = {}): MigrationResult {
  const { migrations = shipped, target = SCHEMA_VERSION } = settings;
  const found = versionOf(content);
  if ('faults' in found) return { kind: 'refused', faults: found.faults };
  const { version } = found;
  if (version === target) return { kind: 'current', version };
  const steps = stepsBetween(version, target, migrations);
  if (steps === undefined)
    return { kind: 'refused', faults: [versionFault(content, version, target)] };

  const before = textsOf(content);
  let texts = before;
  for (const step of steps) {
    try {
      texts = applied(texts, step);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof YAMLException)) throw error;
      return { kind: 'refused', faults: [stepFault(step, error)] };
    }
  }
  const files = differences(before, texts);
  const faults = checkLedger(withFiles(content, files)).faults;
  if (faults.some(({ severity }) => severity === 'fault'))
    return { kind: 'refused', faults: faults.filter(({ severity }) => severity === 'fault') };
  return { kind: 'migrated', from: version, to: target, steps, files };
}

/**
 * What a commit holds, as the reader takes it: without the files that no ledger has, and in the form of the present
 * version where the commit is older. Part of a ledger will do, as long as site.yaml is in it. What cannot be brought up
 * stays as it is, and the reader says what is wrong with it. Nothing is checked here.
 */
export function committedContent(content: Content, settings: MigrationSettings = {}): Content {
  const { migrations = shipped, target = SCHEMA_VERSION } = settings;
  const kept = new Map([...content.texts].filter(([path]) => !isIgnored(path)));
  const read = { ...content, texts: kept };
  const version = formatVersion(read);
  if (version === undefined || version >= target) return read;
  const steps = stepsBetween(version, target, migrations) ?? [];
  const before = textsOf(read);
  try {
    return withFiles(read, differences(before, steps.reduce(applied, before)));
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof YAMLException)) throw error;
    return read;
  }
}

/** The version that site.yaml states; undefined where it states none. */
export function formatVersion(content: Content): number | undefined {
  const found = versionOf(content);
  return 'version' in found ? found.version : undefined;
}

/** The steps from one version to another, in order; undefined where one is missing or the ledger is newer. */
function stepsBetween(
  version: number,
  target: number,
  migrations: readonly Migration[],
): readonly Migration[] | undefined {
  const steps = migrations.filter(({ to }) => to > version && to <= target);
  return version <= target && steps.length === target - version ? steps : undefined;
}

/** What is on record once and never edited: reports, decisions, and what was published or sent. */
export const recordedOnce: ReadonlySet<LayoutKind> = new Set([
  'update',
  'registration',
  'selfCheck',
  'reminder',
  'bulletin',
]);

/**
 * The texts after one step, with the version that it leads to. Throws Error where a step changes what is on record once:
 * such files carry no version, and proposals from before the step bring more of them.
 */
function applied(texts: ReadonlyMap<string, string>, step: Migration): ReadonlyMap<string, string> {
  const next = new Map(texts);
  for (const [path, text] of step.change(texts)) {
    const kind = kindOfPath(path)?.kind;
    if (kind !== undefined && recordedOnce.has(kind))
      throw new Error(`step ${String(step.to)} changes ${path}, which is on record once`);
    if (text === undefined) next.delete(path);
    else next.set(path, text);
  }
  const site = next.get('site.yaml');
  if (site === undefined) throw new RangeError('site.yaml 没有了');
  next.set('site.yaml', setValue(site, ['schemaVersion'], step.to));
  return next;
}

function versionOf(content: Content): { version: number } | { faults: Fault[] } {
  const bytes = content.texts.get('site.yaml');
  if (!bytes)
    return {
      faults: [fault('missing-file', '缺少站点设置文件', '补上 site.yaml，写明 schemaVersion')],
    };
  const reading = readYaml('site.yaml', bytes);
  if (!reading.ok) return { faults: reading.faults };
  const version = reading.value['schemaVersion'];
  if (typeof version === 'number' && Number.isInteger(version)) return { version };
  const place = new Positions(reading.source).of(['schemaVersion']);
  return {
    faults: [
      {
        ...fault(
          'schema-version',
          '没有写明格式版本',
          '补上 schemaVersion，写台账现在的版本，如 1',
        ),
        ...place,
      },
    ],
  };
}

function versionFault(content: Content, version: number, target: number): Fault {
  const source = new TextDecoder().decode(content.texts.get('site.yaml'));
  return {
    ...fault(
      'schema-version',
      `台账的格式版本是 ${String(version)}，本程序的是 ${String(target)}`,
      version > target
        ? '台账比程序新：请升级程序'
        : '这个版本没有升级办法：核对 schemaVersion，或先用旧程序升级',
    ),
    ...new Positions(source).of(['schemaVersion']),
  };
}

function stepFault({ to, title }: Migration, error: Error): Fault {
  const reason = error instanceof YAMLException ? '有文件读不出来' : error.message;
  return fault(
    'migration',
    `升级到第 ${String(to)} 版（${title}）时停下：${reason}`,
    '先用旧程序检查台账，改正后再升级',
  );
}

function fault(rule: string, message: string, remedy: string): Fault {
  return { file: 'site.yaml', line: 0, col: 0, rule, severity: 'fault', message, remedy };
}

function textsOf({ texts }: Content): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return new Map([...texts].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

/** The content with the changed files; what does not change keeps its bytes, readable or not. */
function withFiles(content: Content, files: ReadonlyMap<string, string | undefined>): Content {
  const texts = new Map(content.texts);
  for (const [path, text] of files) {
    if (text === undefined) texts.delete(path);
    else texts.set(path, new TextEncoder().encode(text));
  }
  return { ...content, texts };
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Map<string, string | undefined> {
  const changed = new Map<string, string | undefined>();
  for (const path of before.keys()) if (!after.has(path)) changed.set(path, undefined);
  for (const [path, text] of after) if (before.get(path) !== text) changed.set(path, text);
  return changed;
}
