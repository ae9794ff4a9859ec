/** What the checks of 示例区 led to: findings opened and looked back at by the program's own rule, and rectified. */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import { dueOn } from '../../src/domain/issue/deadline/deadline.ts';
import { openings, type Openings } from '../../src/domain/inspection/openings.ts';
import { openingFiles } from '../../src/intake/inspection/opening.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { campaign } from '../../src/schema/campaign.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { evidenceFor, type Store } from './evidence.ts';
import { contentOf, type Files } from './memory.ts';
import { problemIn } from './findings.ts';
import type { Random } from './random.ts';
import { tell, type NewUpdate, type Plot } from './story.ts';

/** Settled before the next check, which looks at them again. */
const past: readonly Plot[] = ['settled', 'at-once', 'kept', 'returned-twice', 'settled'];
/** Of the newest check that was opened, units are still at work on most. */
const recent: readonly Plot[] = ['underway', 'settled', 'waiting', 'untouched', 'returned'];

/** Days from the check to its list. */
const LISTED_AFTER = 3;

/** Adds the issues and updates of every check but the last, which waits to be opened. */
export function findingsOfChecks(random: Random, files: Files, store: Store, asOf: string): void {
  const checks = [...read(files).inspections.values()].slice(0, -1);
  for (const [turn, check] of checks.entries()) {
    const plots = turn === checks.length - 1 ? recent : past;
    new CheckWriter(random, files, store, check, asOf).write(plots);
  }
}

function read(files: Files): Ledger {
  const { ledger } = readLedger(contentOf(files));
  if (ledger === undefined) throw new Error('the generated ledger does not read');
  return ledger;
}

class CheckWriter {
  readonly #random: Random;
  readonly #files: Files;
  readonly #store: Store;
  readonly #check: Entry<Inspection>;
  readonly #asOf: string;
  readonly #listedOn: string;
  #count = 0;

  constructor(random: Random, files: Files, store: Store, check: Entry<Inspection>, asOf: string) {
    this.#random = random;
    this.#files = files;
    this.#store = store;
    this.#check = check;
    this.#asOf = asOf;
    this.#listedOn = addDays(check.checkedOn, LISTED_AFTER);
  }

  write(plots: readonly Plot[]): void {
    const ledger = read(this.#files);
    const found = ownOf(openings(ledger, this.#check, this.#listedOn));
    if (found.findings.length > 0)
      this.#files.set(
        `campaigns/${this.#check.campaign}.yaml`,
        canonical('campaign', this.#campaign(ledger)),
      );
    const opened = read(this.#files);
    for (const [path, text] of openingFiles(opened, this.#check, found, this.#listedOn, (day) =>
      this.#stamp(day),
    ))
      this.#files.set(path, text);
    const after = read(this.#files);
    for (const issue of after.issues.values())
      if (issue.campaign === this.#check.campaign)
        this.#tell(after, issue.id, plots[issue.row % plots.length] ?? 'settled');
    for (const { issue } of found.reopened) this.#rectifyAgain(after, issue.id);
  }

  #campaign(ledger: Ledger): z.input<typeof campaign> {
    const { name } = this.#check;
    return {
      name,
      list: {
        title: `${name}问题清单`,
        reportedBy: ledger.site.authority,
        listedOn: this.#listedOn,
      },
      publication: {
        level: 'list',
        approvedOn: addDays(this.#listedOn, 2),
        basis: '区政府办审签（示例）',
      },
      office: 'shili-office',
      source: { document: `${name}问题清单（虚构）`, at: '全文' },
    };
  }

  #tell(ledger: Ledger, id: string, plot: Plot): void {
    const issue = ledger.issues.get(id);
    if (issue === undefined) throw new Error(`no issue ${id}`);
    const { closing } = campaign.parse(this.#campaign(ledger));
    this.#add(
      tell(this.#random, plot, {
        issue: id,
        unit: this.#unitOf(ledger, id),
        listedOn: this.#listedOn,
        asOf: this.#asOf,
        dueOn: dueOn(issue.deadline)?.day,
        closing: { closing },
        above: false,
        ongoing: false,
        turn: issue.row,
        problem: problemIn(ledger, issue),
        ground: () => 'inspection',
        evidence: (day) => this.#evidence(ledger, id, day),
      }),
    );
  }

  /** The round that a look-back began, handed in and accepted. */
  #rectifyAgain(ledger: Ledger, issue: string): void {
    const handedIn = addDays(this.#listedOn, this.#random.int(5, 16));
    const told: NewUpdate[] = [
      {
        issue,
        action: 'submitted',
        reportedOn: handedIn,
        note: '对照回头看指出的问题重新整改（虚构）',
        reporter: '办公室主任（示例）',
        approver: '分管负责人（示例）',
        evidence: this.#evidence(ledger, issue, handedIn),
      },
      {
        issue,
        action: 'accepted',
        reportedOn: addDays(handedIn, this.#random.int(1, 5)),
        note: '经核实已改正（虚构）',
        reporter: '审核员（示例）',
      },
    ];
    this.#add(told);
  }

  #unitOf(ledger: Ledger, id: string): string {
    const account = ledger.accounts.get(ledger.issues.get(id)?.account ?? '');
    if (account === undefined) throw new Error(`no account of ${id}`);
    return account.unit;
  }

  #evidence(ledger: Ledger, id: string, day: string) {
    const { problems = [], row = 0 } = ledger.issues.get(id) ?? {};
    return evidenceFor(this.#random, this.#store, {
      issue: id,
      problems: ledger.vocabulary.problems.filter((one) => problems.includes(one.id)),
      day,
      withFiles: false,
      turn: row,
    });
  }

  #add(updates: readonly NewUpdate[]): void {
    for (const update of updates)
      this.#files.set(
        `updates/${update.issue}/${this.#stamp(update.reportedOn)}.yaml`,
        canonical('update', update),
      );
  }

  /** Later than every stamp before it on the same day. */
  #stamp(day: string): string {
    this.#count += 1;
    const minutes = 9 * 60 + this.#count;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`;
    return `${day.replaceAll('-', '')}-${time}-${this.#random.code(3)}`;
  }
}

/** Issues that came from lists have stories of their own: a look-back that is written here touches only the checks' issues. */
function ownOf(found: Openings): Openings {
  const isOwn = ({ id }: { id: string }) => /^\d{4}-q\d-/u.test(id);
  return {
    ...found,
    reopened: found.reopened.filter(({ issue }) => isOwn(issue)),
    rechecked: found.rechecked.filter(isOwn),
  };
}
