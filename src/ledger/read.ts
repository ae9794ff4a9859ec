/** content/ → records: YAML, then schema. Cross-record rules come after, in check.ts. */
import { kindOfPath, layout, type LayoutKind } from '../schema/layout.ts';
import type { Account } from '../schema/account.ts';
import type { Bulletin } from '../schema/bulletin.ts';
import type { Campaign } from '../schema/campaign.ts';
import type { RemovedEvidence } from '../schema/evidence.ts';
import type { Inspection } from '../schema/inspection.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Probe } from '../schema/probe.ts';
import type { RegisterColumn, RegisteringRule, Registration } from '../schema/registration.ts';
import type { Reminder, Reminding } from '../schema/reminder.ts';
import type { SelfCheck } from '../schema/self-check.ts';
import type { Site } from '../schema/site.ts';
import type { Unit } from '../schema/unit.ts';
import type { Update } from '../schema/update.ts';
import type { Column, Platform, Problem, Timing } from '../schema/vocabulary.ts';
import type { Indicators } from '../schema/indicators.ts';
import type { Content } from './content.ts';
import { compareText, type Fault } from './fault.ts';
import { didYouMean } from './message.ts';
import { readRecord } from './record.ts';

export { readRecord } from './record.ts';

const knownKinds = ['unit', 'account', 'campaign', 'issue', 'update'] as const;
type KnownKind = (typeof knownKinds)[number];

function isKnownKind(kind: LayoutKind): kind is KnownKind {
  return (knownKinds as readonly LayoutKind[]).includes(kind);
}

/** Kinds whose id is `<folder>/<file name>`. */
const inFolders: ReadonlySet<LayoutKind> = new Set(['update', 'registration', 'selfCheck']);

/** Everything that was readable. `ledger` is missing only when site or vocabulary are. */
export interface Reading {
  ledger: Ledger | undefined;
  faults: Fault[];
  /**
   * Ids that have a file, readable or not, with its path: a broken record is one fault, not also a missing reference.
   * An update's id is `<folder>/<stamp>`.
   */
  known: Readonly<Record<KnownKind, ReadonlyMap<string, string>>>;
}

/** Called now and then with how many files are read and how many there are. */
export type Progress = (done: number, all: number) => void;

/** Reads all of content/. Never throws on bad data. */
export function readLedger(content: Content, progress?: Progress): Reading {
  const faults: Fault[] = [];
  const records = new Map<LayoutKind, Map<string, { path: string; value: unknown }>>();
  const known = {
    unit: new Map<string, string>(),
    account: new Map<string, string>(),
    campaign: new Map<string, string>(),
    issue: new Map<string, string>(),
    update: new Map<string, string>(),
  };
  let done = 0;
  for (const [path, bytes] of content.texts) {
    done += 1;
    if (done % 500 === 0) progress?.(done, content.texts.size);
    if (path.startsWith('templates/')) continue;
    const place = kindOfPath(path);
    if (!place) {
      faults.push(strayFile(path));
      continue;
    }
    const { kind } = place;
    const id = inFolders.has(kind) ? `${place.folder}/${place.id}` : place.id;
    if (isKnownKind(kind) && !known[kind].has(id)) known[kind].set(id, path);
    const reading = readRecord(path, kind, bytes);
    if (!reading.ok) {
      faults.push(...reading.faults);
      continue;
    }
    const ofKind = records.get(kind) ?? new Map<string, { path: string; value: unknown }>();
    const earlier = ofKind.get(id);
    if (earlier) {
      faults.push(
        wholeFile(
          path,
          'unique-ids',
          `编号 ${id} 已用于 ${earlier.path}`,
          '换一个编号，并改文件名',
        ),
      );
    } else ofKind.set(id, { path, value: reading.value });
    records.set(kind, ofKind);
  }
  progress?.(content.texts.size, content.texts.size);

  const one = (kind: LayoutKind): unknown => records.get(kind)?.get(kind)?.value;
  const many = <T extends object>(kind: LayoutKind): Map<string, Entry<T>> =>
    new Map(
      [...(records.get(kind) ?? [])].map(([id, { path, value }]) => [
        id,
        { ...(value as T), id, path },
      ]),
    );

  const site = one('site') as Site | undefined;
  const platforms = one('platforms') as { platforms: Platform[] } | undefined;
  const problems = one('problems') as { problems: Problem[] } | undefined;
  const timing = one('timing') as Timing | undefined;
  const indicators = (one('indicators') as Indicators | undefined) ?? {
    editions: [],
    thresholds: [],
  };
  const columns = (one('columns') as { columns: Column[] } | undefined)?.columns;
  const registering = one('registering') as { rules: RegisteringRule[] } | undefined;
  const registerColumns = one('registerColumns') as { columns: RegisterColumn[] } | undefined;
  const reminding = one('reminding') as Reminding | undefined;
  for (const [kind, path] of [
    ['site', 'site.yaml'],
    ['platforms', 'vocabulary/platforms.yaml'],
    ['problems', 'vocabulary/problems.yaml'],
    ['timing', 'vocabulary/timing.yaml'],
  ] as const) {
    if (!content.texts.has(path))
      faults.push(
        wholeFile(
          path,
          'missing-file',
          `缺少${layout[kind].title}文件`,
          `补上 ${path}，可参照程序自带台账的同名文件`,
        ),
      );
  }
  const ledger: Ledger | undefined =
    site && platforms && problems && timing
      ? {
          site,
          vocabulary: {
            platforms: platforms.platforms,
            problems: problems.problems,
            timing,
            indicators,
            columns,
            reminding: reminding?.rules,
            registering: registering?.rules,
            registerColumns: registerColumns?.columns,
          },
          units: many<Unit>('unit'),
          accounts: many<Account>('account'),
          campaigns: many<Campaign>('campaign'),
          issues: sortIssues(many<Issue>('issue')),
          updates: grouped(many<Update>('update'), ({ issue }) => issue),
          registry: grouped(many<Registration>('registration'), ({ account }) => account),
          inspections: new Map(
            [...many<Inspection>('inspection')].toSorted(
              ([a, x], [b, y]) => compareText(x.checkedOn, y.checkedOn) || compareText(a, b),
            ),
          ),
          selfChecks: [...many<SelfCheck>('selfCheck').values()].toSorted(
            (x, y) => compareText(x.answeredOn, y.answeredOn) || compareText(x.id, y.id),
          ),
          bulletins: many<Bulletin>('bulletin'),
          evidence: content.evidence,
          removed: (one('removed') as RemovedEvidence | undefined)?.removed ?? [],
          probes: [...many<Probe>('probe').values()].toSorted(
            (a, b) => compareText(a.visitedAt, b.visitedAt) || compareText(a.id, b.id),
          ),
          reminders: [...many<Reminder>('reminder').values()].toSorted(
            (a, b) => compareText(a.sentOn, b.sentOn) || compareText(a.id, b.id),
          ),
        }
      : undefined;
  return { ledger, faults, known };
}

function sortIssues(issues: ReadonlyMap<string, Entry<Issue>>): Map<string, Entry<Issue>> {
  return new Map(
    [...issues].toSorted(
      ([a, x], [b, y]) => compareText(x.campaign, y.campaign) || x.row - y.row || compareText(a, b),
    ),
  );
}

/** Steps by what they belong to, each list in the order of its days. */
function grouped<T extends { reportedOn: string }>(
  steps: ReadonlyMap<string, Entry<T>>,
  owner: (step: Entry<T>) => string,
): Map<string, Entry<T>[]> {
  const groups = Map.groupBy(steps.values(), owner);
  for (const group of groups.values())
    group.sort((a, b) => compareText(a.reportedOn, b.reportedOn) || compareText(a.id, b.id));
  return groups;
}

function wholeFile(file: string, rule: string, message: string, remedy: string): Fault {
  return { file, line: 0, col: 0, rule, severity: 'fault', message, remedy };
}

function strayFile(path: string): Fault {
  if (/\.yml$/u.test(path)) return wholeFile(path, 'stray-file', '扩展名是 .yml', '改名为 .yaml');
  const tops = Object.values(layout).map(({ glob }) => glob.split('/')[0] ?? glob);
  const folders = [...new Set([...tops, 'templates'])];
  const [top = ''] = path.split('/');
  const hint = folders.includes(top) ? '' : didYouMean(top, folders);
  return wholeFile(
    path,
    'stray-file',
    '这个位置不应有文件',
    hint ||
      `移走它；台账只有这些：${Object.values(layout)
        .map((kind) => kind.glob)
        .join('、')}`,
  );
}
