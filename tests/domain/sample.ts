/** Small fictional records for the tests of the domain (示例区，虚构): what a test does not name is plain. */
import type { Campaign } from '../../src/schema/campaign.ts';
import type { Deadline } from '../../src/schema/deadline.ts';
import type { Issue } from '../../src/schema/issue.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';
import type { Update } from '../../src/schema/update.ts';
import type { Timing } from '../../src/schema/vocabulary.ts';
import type { Closing } from '../../src/domain/issue/round/closing.ts';
import { type History, replay } from '../../src/domain/issue/replay.ts';
import { newRound, type Round } from '../../src/domain/issue/round/round.ts';

/** `Omit` over each member of a union. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What a test says of an update; the rest is added. */
export type Said = Without<Update, 'issue' | 'evidence'>;

export const LISTED = '2024-03-01';

export const fixed: Deadline = { kind: 'fixed', text: '3月底', dueOn: '2024-03-31' };
export const fixedThenOngoing: Deadline = {
  kind: 'fixed-then-ongoing',
  text: '3月底前，并长期坚持',
  dueOn: '2024-03-31',
};
export const immediate: Deadline = { kind: 'immediate', text: '立即整改', from: LISTED };
export const immediateThenOngoing: Deadline = {
  kind: 'immediate-then-ongoing',
  text: '立行立改，长期坚持',
  from: LISTED,
};
export const ongoing: Deadline = { kind: 'ongoing', text: '长期整改' };
export const recurring: Deadline = {
  kind: 'recurring',
  text: '每月一次',
  every: { times: 1, per: 'month' },
};
export const relative: Deadline = {
  kind: 'relative',
  text: '5个工作日内',
  from: LISTED,
  length: { workdays: 5 },
};
export const unread: Deadline = { kind: 'unread', text: '尽快', candidates: [] };

/** An issue of the example district. */
export function issueOf(said: Partial<Issue> & { id?: string } = {}): Entry<Issue> {
  const { id = 'demo-01', ...rest } = said;
  return {
    id,
    path: `issues/demo/${id}.yaml`,
    campaign: 'demo',
    row: 1,
    account: 'demo-account',
    listed: '微信公众号：示例',
    listedHost: '示例局',
    problems: ['content-stale'],
    finding: '内容更新不及时',
    measures: '及时更新',
    duties: [],
    deadline: fixed,
    listedOn: LISTED,
    origin: 'self-check',
    ...rest,
  };
}

/** Updates of an issue, stamped in the order in which they are written here. */
export function updatesOf(issue: { id: string }, ...said: Said[]): Entry<Update>[] {
  return said.map((one, at) => {
    const stamp = `${one.reportedOn.replaceAll('-', '')}-${String(90000 + at).padStart(6, '0')}`;
    const id = `${issue.id}/${stamp}`;
    return { ...one, issue: issue.id, evidence: [], id, path: `updates/${id}.yaml` };
  });
}

/** The office's settings: due soon 7 days, no grace, review every 90 days, reminder after 7, late receipt after 7. */
export function timingOf(said: Partial<Timing> = {}): Timing {
  const from = '2020-01-01';
  return {
    dueSoonDays: [{ from, value: 7 }],
    graceDays: [{ from, value: 0 }],
    reviewEveryDays: [{ from, value: 90 }],
    immediateDays: [{ from, value: 7 }],
    lateReceiptDays: [{ from, value: 7 }],
    closeOfBusiness: [{ from, value: '18:00' }],
    ...said,
  };
}

export const verification: Closing = { closing: { policy: 'verification', publicityDays: 0 } };
export const merging: Closing = { closing: { policy: 'merge', publicityDays: 0 } };
export const publicity7: Closing = { closing: { policy: 'verification', publicityDays: 7 } };

/** The history of an issue on a day. */
export function historyOf(
  issue: Entry<Issue>,
  said: Said[],
  today: string,
  settings: { campaign?: Closing; timing?: Timing } = {},
): History {
  const { campaign = verification, timing = timingOf() } = settings;
  return replay(issue, updatesOf(issue, ...said), { campaign, timing, today });
}

/** A round with only what the test says. */
export function roundOf(said: Partial<Round> = {}): Round {
  const start = {
    number: 1,
    startedOn: LISTED,
    ground: undefined,
    originalDueOn: '2024-03-31',
    dueOnCertain: true,
    reviewOn: undefined,
  };
  return { ...newRound(start), ...said };
}

/** A campaign of the example district. */
export function campaignOf(id: string, said: Partial<Campaign> = {}): Entry<Campaign> {
  return {
    id,
    path: `campaigns/${id}.yaml`,
    name: `示例专项（虚构）${id}`,
    list: { title: '问题清单', reportedBy: '示例区政府办公室（虚构）', listedOn: LISTED },
    reported: {},
    checklist: { items: [] },
    closing: { policy: 'verification', publicityDays: 0 },
    publication: { level: 'none', overdueNames: false },
    office: 'unit-a',
    ...said,
  };
}

const byId = <T extends { id: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.id, record]));

/**
 * A ledger of the example district: units a, b, c (c without issues); accounts a1 (WeChat), a2 (website), b1 (Weibo),
 * c1 (WeChat); campaigns demo and other.
 */
export function ledgerOf(
  issues: readonly Entry<Issue>[],
  updates: readonly Entry<Update>[] = [],
  said: Partial<Ledger> = {},
): Ledger {
  const unit = (id: string) => ({
    id,
    path: `units/${id}.yaml`,
    name: `示例单位（虚构）${id}`,
    aliases: [],
    kind: 'department' as const,
    members: [],
    contacts: [],
  });
  const account = (id: string, owner: string) => ({
    id,
    path: `accounts/${owner}/${id}.yaml`,
    unit: owner,
    name: `示例账号（虚构）${id}`,
    aliases: [],
  });
  return {
    site: {
      schemaVersion: SCHEMA_VERSION,
      name: '示例区整改台账（虚构）',
      authority: '示例区政府办公室（虚构）',
      repository: 'internal',
      reviewers: [],
      robots: [],
      maintainers: [],
    },
    vocabulary: {
      platforms: [
        { id: 'wechat', name: '微信公众号', aliases: [] },
        { id: 'weibo', name: '新浪微博', aliases: [] },
      ],
      problems: [
        {
          id: 'content-stale',
          name: '更新不及时',
          aliases: [],
          phrases: [],
          indicators: [],
          owes: [],
        },
        {
          id: 'no-interaction',
          name: '未提供有效互动',
          aliases: [],
          phrases: [],
          indicators: [],
          owes: [],
        },
      ],
      timing: timingOf(),
      indicators: { editions: [], thresholds: [] },
      columns: [],
      reminding: [],
      registerColumns: [],
      registering: [],
    },
    units: byId([{ ...unit('unit-a'), reported: { accounts: 4 } }, unit('unit-b'), unit('unit-c')]),
    accounts: byId([
      { ...account('a1', 'unit-a'), kind: 'new-media' as const, platform: 'wechat' },
      { ...account('a2', 'unit-a'), kind: 'website' as const },
      { ...account('b1', 'unit-b'), kind: 'new-media' as const, platform: 'weibo' },
      { ...account('c1', 'unit-c'), kind: 'new-media' as const, platform: 'wechat' },
    ]),
    campaigns: byId([
      campaignOf('demo', { reported: { units: 5, accounts: 9, websites: 1 } }),
      campaignOf('other', { list: { ...campaignOf('other').list, listedOn: '2024-05-01' } }),
    ]),
    issues: byId(issues),
    updates: Map.groupBy(updates, ({ issue }) => issue),
    evidence: new Map(),
    removed: [],
    registry: new Map(),
    inspections: new Map(),
    bulletins: new Map(),
    selfChecks: [],
    reminders: [],
    probes: [],
    children: new Map(),
    assignments: new Map(),
    assignedChecks: new Map(),
    snapshots: { public: new Map(), internal: new Map() },
    rosters: { public: new Map(), internal: new Map() },
    ...said,
  };
}
