/** The whole ledger as the rooms above receive it: checked records with their ids. */
import type { Account } from './account.ts';
import type { Bulletin } from './bulletin.ts';
import type { Audience } from './field.ts';
import type { Campaign } from './campaign.ts';
import type { AssignedCheck } from './assigned-check.ts';
import type { Assignment } from './assignment.ts';
import type { Child } from './child.ts';
import type { RemovedEvidence } from './evidence.ts';
import type { Inspection } from './inspection.ts';
import type { Issue } from './issue.ts';
import type { Probe } from './probe.ts';
import type { Registration } from './registration.ts';
import type { Reminder } from './reminder.ts';
import type { Roster } from './roster.ts';
import type { SelfCheck } from './self-check.ts';
import type { Site } from './site.ts';
import type { Snapshot } from './snapshot.ts';
import type { Unit } from './unit.ts';
import type { Update } from './update.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A record with its id (the file name) and its path below content/, with forward slashes. */
export type Entry<T> = T & { readonly id: string; readonly path: string };

export interface Ledger {
  site: Site;
  vocabulary: Vocabulary;
  units: ReadonlyMap<string, Entry<Unit>>;
  accounts: ReadonlyMap<string, Entry<Account>>;
  campaigns: ReadonlyMap<string, Entry<Campaign>>;
  /** In the order of campaign, row and id. */
  issues: ReadonlyMap<string, Entry<Issue>>;
  /** By issue id; each list in the order of `reportedOn`, then stamp. An update's id is `<issue>/<stamp>`. */
  updates: ReadonlyMap<string, readonly Entry<Update>[]>;
  /** Files below content/evidence/, as `<issue>/<file name>`, with their size in bytes. */
  evidence: ReadonlyMap<string, number>;
  removed: RemovedEvidence['removed'];
  /** 备案登记 by account id; each list in the order of `reportedOn`, then stamp. */
  registry: ReadonlyMap<string, readonly Entry<Registration>[]>;
  /** 检查, in the order of their day, then id. */
  inspections: ReadonlyMap<string, Entry<Inspection>>;
  /** 通报, frozen when published. */
  bulletins: ReadonlyMap<string, Entry<Bulletin>>;
  /** 自查, in the order of their day, then id; an id is `<campaign>/<unit>-<stamp>`. */
  selfChecks: readonly Entry<SelfCheck>[];
  /** 催办 on record, in the order of their day, then id. */
  reminders: readonly Entry<Reminder>[];
  /** 网站访问记录, in the order of their instants. */
  probes: readonly Entry<Probe>[];
  /** 下级台账, in the official order. */
  children: ReadonlyMap<string, Entry<Child>>;
  /** 交办 by child; an id is `<child>/<id>`. */
  assignments: ReadonlyMap<string, readonly Entry<Assignment>[]>;
  /** 交办的检查 by child; an id is `<child>/<id>`. */
  assignedChecks: ReadonlyMap<string, readonly Entry<AssignedCheck>[]>;
  /** 快照 by child, in the order of their days; an id is `<child>/<day>` or `<child>/<day>-fault`. */
  snapshots: Readonly<Record<Audience, ReadonlyMap<string, readonly Entry<Snapshot>[]>>>;
  /** 下级名录 by child. */
  rosters: Readonly<Record<Audience, ReadonlyMap<string, Entry<Roster>>>>;
  /**
   * Units and accounts as their files have them, where `units` and `accounts` are those of a day (domain/ledger-on.ts).
   */
  recorded?: Pick<Ledger, 'units' | 'accounts'>;
}
