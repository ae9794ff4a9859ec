/** content/ → records: YAML, then schema. Cross-record rules come after, in check.ts. */
import { bySequence } from '../domain/unit-order.ts';
import { kindOfPath, layout, type LayoutKind, type RecordKind } from '../schema/layout.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import { stampKey } from '../text/stamp.ts';
import type { Content } from './content.ts';
import { compareText, type Fault } from './fault.ts';
import { Gathered } from './gathered.ts';
import { didYouMean } from './message.ts';
import { type ReadRecord, readRecord } from './record.ts';

export { readRecord } from './record.ts';

/** Kinds whose ids are unlike each other in the whole ledger. */
export const idKinds = ['unit', 'account', 'campaign', 'issue'] as const;
const knownKinds = [...idKinds, 'update'] as const;
type KnownKind = (typeof knownKinds)[number];

function isKnownKind(kind: LayoutKind): kind is KnownKind {
  return (knownKinds as readonly LayoutKind[]).includes(kind);
}

/** Everything that was readable. `ledger` is missing only when site or vocabulary are. */
export interface LedgerReading {
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

/** Reads all of content/, each record by `read`. Never throws on bad data. */
export function readLedger(
  content: Content,
  progress?: Progress,
  read: ReadRecord = readRecord,
): LedgerReading {
  const faults: Fault[] = [];
  const records = new Gathered();
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
    const { inFolder }: RecordKind = layout[kind];
    const id = inFolder ? `${place.folder}/${place.id}` : place.id;
    if (isKnownKind(kind) && !known[kind].has(id)) known[kind].set(id, path);
    const reading = read(path, kind, bytes);
    if (!reading.ok) {
      faults.push(...reading.faults);
      continue;
    }
    const earlier = records.add(kind, id, path, reading.value);
    if (earlier !== undefined)
      faults.push(
        wholeFile(path, 'unique-ids', `编号 ${id} 已用于 ${earlier}`, '换一个编号，并改文件名'),
      );
  }
  progress?.(content.texts.size, content.texts.size);
  faults.push(...missingFiles(content));
  return { ledger: ledgerOf(records, content), faults, known };
}

/** Kinds without which there is no ledger. */
const needed = ['site', 'platforms', 'problems', 'timing'] as const;

function missingFiles({ texts }: Content): Fault[] {
  return needed
    .map((kind) => layout[kind])
    .filter(({ glob }) => !texts.has(glob))
    .map(({ glob, title }) =>
      wholeFile(
        glob,
        'missing-file',
        `缺少${title}文件`,
        `补上 ${glob}，可参照程序自带台账的同名文件`,
      ),
    );
}

/** The records put together; undefined while one of the needed files is missing or unreadable. */
function ledgerOf(records: Gathered, { evidence }: Content): Ledger | undefined {
  const site = records.one('site');
  const platforms = records.one('platforms')?.platforms;
  const problems = records.one('problems')?.problems;
  const timing = records.one('timing');
  if (!site || !platforms || !problems || !timing) return undefined;
  return {
    site,
    vocabulary: {
      platforms,
      problems,
      timing,
      indicators: records.one('indicators') ?? { editions: [], thresholds: [] },
      columns: records.one('columns')?.columns ?? [],
      reminding: records.one('reminding')?.rules ?? [],
      registering: records.one('registering')?.rules ?? [],
      registerColumns: records.one('registerColumns')?.columns ?? [],
    },
    units: new Map([...records.many('unit')].toSorted(([, a], [, b]) => bySequence(a, b))),
    accounts: records.many('account'),
    campaigns: records.many('campaign'),
    issues: sortIssues(records.many('issue')),
    updates: grouped(records.many('update'), ({ issue }) => issue),
    registry: grouped(records.many('registration'), ({ account }) => account),
    inspections: new Map(
      inOrder(records.many('inspection'), ({ checkedOn }) => checkedOn).map((one) => [one.id, one]),
    ),
    selfChecks: inOrder(records.many('selfCheck'), ({ answeredOn }) => answeredOn),
    bulletins: records.many('bulletin'),
    evidence,
    removed: records.one('removed')?.removed ?? [],
    probes: inOrder(records.many('probe'), ({ visitedAt }) => visitedAt),
    reminders: inOrder(records.many('reminder'), ({ sentOn }) => sentOn),
    children: inOfficialOrder(records.many('child')),
    assignments: byChild(records.many('assignment')),
    assignedChecks: byChild(records.many('assignedCheck')),
    snapshots: {
      public: byChild(records.many('snapshot')),
      internal: byChild(records.many('internalSnapshot')),
    },
    rosters: { public: records.many('roster'), internal: records.many('internalRoster') },
  };
}

/** By day (or instant), then by id, a time in it by China's clock. */
function inOrder<T>(records: ReadonlyMap<string, Entry<T>>, dayOf: (one: T) => string): Entry<T>[] {
  return [...records.values()].toSorted(
    (a, b) => compareText(dayOf(a), dayOf(b)) || compareText(stampKey(a.id), stampKey(b.id)),
  );
}

/** As the office lists the ledgers below; those without a place stand behind, in the order of their ids. */
function inOfficialOrder<T extends { order?: number | undefined }>(
  records: ReadonlyMap<string, Entry<T>>,
): Map<string, Entry<T>> {
  return new Map([...records].toSorted(([, a], [, b]) => placeOf(a) - placeOf(b)));
}

/** By the folder that they lie in. */
function byChild<T>(records: ReadonlyMap<string, Entry<T>>): Map<string, Entry<T>[]> {
  const sorted = [...records.values()].toSorted((a, b) => compareText(a.id, b.id));
  return Map.groupBy(sorted, ({ id }) => id.slice(0, id.indexOf('/')));
}

function placeOf({ order = Number.MAX_SAFE_INTEGER }: { order?: number | undefined }): number {
  return order;
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
  ownerOf: (step: Entry<T>) => string,
): Map<string, Entry<T>[]> {
  return Map.groupBy(
    inOrder(steps, ({ reportedOn }) => reportedOn),
    ownerOf,
  );
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
