/**
 * 示例区（虚构）: a small ledger for attacks and for whole rounds. Units 甲 and 乙; a clerk each, one who serves both, one
 * whose term is over; two reviewers, a maintainer; campaigns of every closing rule. The day of all reviews is 2024-06-10.
 */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Push } from '../../src/history/push-log.ts';
import { auditOf, type Audit } from '../../src/review/audit.ts';
import { review, type Review } from '../../src/review/review.ts';
import type { issue } from '../../src/schema/issue.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';
import type { update } from '../../src/schema/update.ts';
import { Depot, type CommitOptions, type Entries } from './depot.ts';

export const TODAY = '2024-06-10';

export type NewUpdate = z.input<typeof update>;
type NewIssue = z.input<typeof issue>;

const shipped = (name: string) =>
  readFileSync(new URL(`../../content/vocabulary/${name}.yaml`, import.meta.url), 'utf8');

const member = (account: string, until?: string) => ({
  account,
  from: '2024-01-01',
  ...(until === undefined ? {} : { until }),
});

const account = (unit: string, id: string, name: string) => [
  `content/accounts/${unit}/${id}.yaml`,
  canonical('account', { kind: 'new-media', unit, name, platform: 'wechat-official' }),
];

const campaign = (id: string, closing: object) => [
  `content/campaigns/${id}.yaml`,
  canonical('campaign', {
    name: `示例专项 ${id}`,
    list: { title: '问题清单', reportedBy: '示例区人民政府办公室', listedOn: '2024-05-01' },
    closing,
    office: 'bangong',
  }),
];

const row = new Map<string, number>();

/** The file of an issue, listed on 2024-05-01 and due on 2024-06-30. */
export function issueFile(campaignId: string, id: string, said: Partial<NewIssue> = {}) {
  const next = (row.get(campaignId) ?? 0) + 1;
  row.set(campaignId, next);
  return [
    `content/issues/${campaignId}/${id}.yaml`,
    canonical('issue', {
      campaign: campaignId,
      row: next,
      account: 'jia-wechat',
      listed: '微信公众号：示例区甲街道',
      listedHost: '示例区甲街道办事处',
      problems: ['not-filed'],
      finding: '未进行备案',
      measures: '立即办理备案',
      deadline: { text: '6月30日前', kind: 'fixed', dueOn: '2024-06-30' },
      listedOn: '2024-05-01',
      origin: 'district',
      ...said,
    }),
  ] as const;
}

const unitFile = (id: string, name: string, members: object[]) => [
  `content/units/${id}.yaml`,
  canonical('unit', { name, kind: 'street', members }),
];

/** The files of the ledger as main holds them at the beginning. */
export function worldFiles(): Record<string, string> {
  row.clear();
  return Object.fromEntries([
    [
      'content/site.yaml',
      canonical('site', {
        schemaVersion: SCHEMA_VERSION,
        name: '示例区整改台账（虚构）',
        authority: '示例区人民政府办公室',
        fiction: '虚构',
        repository: 'internal',
        office: 'bangong',
        reviewers: [member('rev-1'), member('rev-2')],
        maintainers: [member('keeper')],
        robots: [member('reminder-bot')],
      }),
    ],
    ...['platforms', 'problems', 'indicators', 'timing'].map((name) => [
      `content/vocabulary/${name}.yaml`,
      shipped(name),
    ]),
    unitFile('bangong', '示例区人民政府办公室', []),
    unitFile('jia', '示例区甲街道办事处', [
      member('clerk-jia'),
      member('clerk-both'),
      member('clerk-old', '2024-05-31'),
    ]),
    unitFile('yi', '示例区乙镇人民政府', [member('clerk-yi'), member('clerk-both')]),
    account('jia', 'jia-wechat', '甲街道发布'),
    account('yi', 'yi-wechat', '乙镇发布'),
    campaign('plain', { policy: 'verification' }),
    campaign('merge', { policy: 'merge' }),
    campaign('shown', { policy: 'verification', publicityDays: 3 }),
    issueFile('plain', 'plain-01'),
    issueFile('plain', 'plain-02', { account: 'yi-wechat', listed: '微信公众号：示例区乙镇' }),
    issueFile('plain', 'plain-03', {
      problems: ['content-stale'],
      finding: '内容更新不及时',
      deadline: { text: '长期整改', kind: 'ongoing' },
    }),
    issueFile('plain', 'plain-04', { origin: 'province' }),
    issueFile('merge', 'merge-01'),
    issueFile('shown', 'shown-01'),
    ['README.md', '# 示例\n'],
    ['.github/workflows/review.yml', 'name: 示例\n'],
    ['src/review/review.ts', 'export {};\n'],
  ] as [string, string][]);
}

let stamps = 0;

/** The path and text of an update of `issue`. The stamp is of the reporting day unless given. */
export function updateFile(said: NewUpdate, stamp?: string): Record<string, string> {
  stamps += 1;
  const made = `${said.reportedOn.replaceAll('-', '')}-09${String(Math.floor(stamps / 60) % 60).padStart(2, '0')}${String(stamps % 60).padStart(2, '0')}-t${stamps.toString(36)}`;
  return { [`content/updates/${said.issue}/${stamp ?? made}.yaml`]: canonical('update', said) };
}

/** A submission that owes nothing more: a number is as good as a picture. */
export function submitted(issue = 'plain-01', said: Partial<NewUpdate> = {}): NewUpdate {
  return {
    issue,
    action: 'submitted',
    reportedOn: TODAY,
    evidence: [{ number: '示例备〔2024〕1号' }],
    ...said,
  } as NewUpdate;
}

/** A record of a reminder as `ledger remind --record` writes it. */
export function reminderFile(name = `${TODAY}-jia-remind`): Record<string, string> {
  return {
    [`content/reminders/${name}.yaml`]: canonical('reminder', {
      unit: 'jia',
      level: 'remind',
      sentOn: TODAY,
      issues: ['plain-01'],
      channel: '工作群',
    }),
  };
}

/** Any other step with what it must say. */
export function step(
  action: NewUpdate['action'],
  issue = 'plain-01',
  said: object = {},
): NewUpdate {
  // A progress says something: an empty one is refused.
  const words = action === 'progress' ? { note: '在改' } : {};
  return { issue, action, reportedOn: TODAY, ...words, ...said } as NewUpdate;
}

/** One repository for all worlds of a test file: they begin with the same commit and never look at refs. */
let shared: { depot: Depot; first: string } | undefined;

function sharedDepot(): { depot: Depot; first: string } {
  if (shared) return shared;
  const depot = new Depot();
  process.once('exit', () => {
    depot.remove();
  });
  shared = { depot, first: depot.commit(undefined, worldFiles()) };
  return shared;
}

/** A ledger in its repository, and the reviews of proposals on it. */
export class World {
  readonly depot: Depot;
  /** The tip of main. */
  main: string;
  /** What the server wrote down of the pushes. */
  readonly pushes: Push[] = [];

  constructor() {
    const { depot, first } = sharedDepot();
    this.depot = depot;
    this.main = first;
  }

  /** A proposal on main; `entries` may be several commits in a row. */
  propose(entries: Entries | Entries[], options: CommitOptions = {}): string {
    let head = this.main;
    for (const one of Array.isArray(entries) ? entries : [entries])
      head = this.depot.commit(head, one, options);
    return head;
  }

  /** The review of a proposal as its author and pusher hand it in. */
  review(
    entries: Entries | Entries[] | string,
    author: string,
    actor = author,
    today = TODAY,
  ): Review {
    const head = typeof entries === 'string' ? entries : this.propose(entries);
    return review({
      repository: this.depot.dir,
      prefix: 'content/',
      base: this.main,
      head,
      author,
      actor,
      today,
    });
  }

  /** Puts something on main without any question: what happened before the test. */
  settle(...updates: NewUpdate[]): void {
    for (const update of updates) this.put(updateFile(update));
  }

  put(entries: Entries): void {
    this.main = this.depot.commit(this.main, entries);
  }

  /** Reviews a proposal, which must pass, and merges it as `merger`; returns the review. */
  pass(entries: Entries, author: string, today = TODAY, merger = 'rev-2'): Review {
    const at = `${today}T10:00:00+08:00`;
    const head = this.propose(entries, { as: author, at });
    const result = this.review(head, author, author, today);
    if (!result.ok) throw new Error(wrong(result).join('\n'));
    const old = this.main;
    this.main = this.depot.commit(old, entries, { merge: head, as: merger, at });
    const seen = { at: Math.floor(new Date(at).getTime() / 1000), old: '0'.repeat(40) };
    this.pushes.push(
      { ...seen, by: author, ref: `refs/heads/report/${head}`, new: head },
      { ...seen, by: merger, ref: 'refs/heads/main', old, new: this.main },
    );
    return result;
  }

  /** The audit with the server's record, or with another one. */
  audit(pushes: readonly Push[] = this.pushes): Audit {
    return auditOf({ repository: this.depot.dir, prefix: 'content/' }, this.main, pushes);
  }
}

/** The faults of a review, `rule message`. */
export function wrong({ faults }: Review): string[] {
  return faults
    .filter(({ severity }) => severity === 'fault')
    .map(({ rule, message }) => `${rule} ${message}`);
}

/** The rules of its faults, each once. */
export function rulesOf({ faults }: Review, severity = 'fault'): string[] {
  return [...new Set(faults.filter((one) => one.severity === severity).map(({ rule }) => rule))];
}
