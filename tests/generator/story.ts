/** What happens to an issue after it was listed: a legal run of updates for each plot, cut off at the ledger's day. */
import type { z } from 'zod';
import { addDays, daysBetween } from '../../src/day/calendar.ts';
import { closingRuleOn, type Closing } from '../../src/domain/issue/round/closing.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import { reopenGrounds, type ReopenGround, type update } from '../../src/schema/update.ts';
import { reasonsOf } from './findings.ts';
import type { Random } from './random.ts';

/** How far an extension moves the last day. */
export const EXTENSION_DAYS = 30;

export type NewUpdate = z.input<typeof update>;

/** The plots; what they lead to depends on the campaign, the deadline and who found the issue. */
export const plots = [
  'untouched',
  'untouched',
  'underway',
  'underway',
  'waiting',
  'waiting',
  'returned',
  'returned-twice',
  'settled',
  'settled',
  'settled',
  'settled',
  'at-once',
  'kept',
  'reviewed',
  'lapsed',
  'extended',
  'extended-settled',
  'voided',
  'reopened',
  'reopened-settled',
  'to-be-published',
  'being-published',
  'to-be-confirmed',
] as const;
export type Plot = (typeof plots)[number];

export interface Circumstances {
  issue: string;
  unit: string;
  listedOn: string;
  asOf: string;
  /** The last day of the deadline, where it has one. */
  dueOn: string | undefined;
  closing: Closing;
  above: boolean;
  ongoing: boolean;
  turn: number;
  evidence: (day: string) => Evidence[];
  /** What it is about, which decides why a report is sent back and why more time is needed. */
  problem: { id: string; name: string };
  /** Why it is opened again, if it is. */
  ground: () => ReopenGround;
}

/** The updates of a plot in order, none after `asOf`. */
export function tell(random: Random, plot: Plot, given: Circumstances): NewUpdate[] {
  const story = new Story(random, given);
  story.play(plot);
  return story.updates.filter(({ reportedOn }) => reportedOn <= given.asOf);
}

class Story {
  readonly updates: NewUpdate[] = [];
  readonly #random: Random;
  readonly #given: Circumstances;
  #day: string;
  #dueOn: string | undefined;
  #round = 1;
  /** The rule of the day of the last submission decides whether anybody has to accept it. */
  #isAcceptedAtOnce = false;

  constructor(random: Random, given: Circumstances) {
    this.#random = random;
    this.#given = given;
    this.#day = given.listedOn;
    this.#dueOn = given.dueOn;
  }

  play(plot: Plot): void {
    switch (plot) {
      case 'untouched':
        return;
      case 'underway':
        this.#start();
        this.#progress();
        return;
      case 'waiting':
        this.#start();
        this.#submit();
        return;
      case 'returned':
        this.#start();
        this.#submit();
        this.#return();
        return;
      case 'returned-twice':
        this.#submit();
        this.#return();
        this.#progress();
        this.#submit();
        this.#return();
        this.#submit();
        this.#settle();
        return;
      case 'settled':
        this.#start();
        if (this.#random.chance(0.5)) this.#progress();
        this.#submit();
        this.#settle();
        return;
      case 'at-once':
        this.#submit();
        this.#settle();
        return;
      case 'kept':
        this.#start();
        this.#submit();
        this.#settle('sustained');
        this.#progress();
        return;
      case 'reviewed':
        this.#submit();
        this.#settle('sustained');
        this.#review(true);
        this.#review(true);
        return;
      case 'lapsed':
        this.#submit();
        this.#settle('sustained');
        this.#review(false);
        if (this.#random.chance(0.5)) return;
        this.#submit();
        this.#settle('sustained');
        return;
      case 'extended':
        this.#start();
        this.#extend();
        return;
      case 'extended-settled':
        this.#start();
        this.#extend();
        this.#submit();
        this.#settle();
        return;
      case 'voided':
        this.#go(2, 20);
        this.#push({ action: 'voided', reason: '经核实，账号不属于本单位，列入有误' });
        return;
      case 'reopened':
        this.#start();
        this.#submit();
        this.#settle();
        this.#reopen();
        this.#start();
        return;
      case 'reopened-settled':
        this.#submit();
        this.#settle();
        this.#reopen();
        this.#start();
        this.#submit();
        this.#settle();
        return;
      case 'to-be-published':
        this.#submit();
        this.#accept();
        return;
      case 'being-published':
        this.#submit();
        this.#jump(this.#random.int(1, 4));
        this.#accept();
        this.#publish();
        return;
      case 'to-be-confirmed':
        this.#start();
        this.#submit();
        this.#accept();
        this.#publish();
        return;
      default:
        plot satisfies never;
    }
  }

  #go(least: number, most: number): void {
    this.#day = addDays(this.#day, this.#random.int(least, most));
  }

  /** Goes to `days` before the ledger's day, unless the story is already later. */
  #jump(days: number): void {
    const there = addDays(this.#given.asOf, -days);
    if (there > this.#day) this.#day = there;
  }

  #push(facts: Facts): void {
    const { issue, unit, turn } = this.#given;
    const own = byUnit.has(facts.action);
    const onBehalf = own && (turn + this.updates.length) % 7 === 0;
    this.updates.push({
      issue,
      reportedOn: this.#day,
      note: notes[facts.action],
      ...(publicNotes[facts.action] === undefined ? {} : { publicNote: publicNotes[facts.action] }),
      reporter: own ? '办公室主任（示例）' : '审核员（示例）',
      ...(facts.action === 'submitted' ? { approver: '分管负责人（示例）' } : {}),
      ...(onBehalf ? { onBehalfOf: unit, receivedBy: '值班员（示例）', channel: '报送单' } : {}),
      ...facts,
    });
  }

  #start(): void {
    this.#go(1, 8);
    this.#push({ action: 'started' });
  }

  #progress(): void {
    this.#go(2, 10);
    this.#push({ action: 'progress' });
  }

  #submit(): void {
    this.#go(3, 18);
    this.#isAcceptedAtOnce = this.#rule().policy === 'merge';
    this.#push({
      action: 'submitted',
      completedOn: addDays(this.#day, -this.#random.int(0, 1)),
      // what lies after the ledger's day is cut off: it must not leave files behind
      evidence: this.#day <= this.#given.asOf ? this.#given.evidence(this.#day) : [],
    });
  }

  #return(): void {
    if (this.#isAcceptedAtOnce) return;
    this.#go(1, 4);
    const { returned } = reasonsOf(this.#given.problem);
    const again = this.updates.some(({ action }) => action === 'returned');
    const reason = again ? `上次退回指出的还没有改好：${returned}` : returned;
    this.#push({ action: 'returned', reason });
  }

  /** The reviewer's acceptance; where merging is acceptance the submission was already one. */
  #accept(lasting?: 'sustained'): void {
    if (this.#isAcceptedAtOnce) return;
    this.#go(1, 5);
    if (lasting && !this.#given.ongoing)
      this.#push({ action: 'sustained', reviewOn: addDays(this.#day, 60) });
    else this.#push({ action: 'accepted' });
  }

  /** The notice in public that the rule asks for; the story goes on after its last day. */
  #publish(): string | undefined {
    const { publicityDays } = this.#rule();
    if (publicityDays === 0) return undefined;
    const until = addDays(this.#day, publicityDays - 1);
    this.#push({
      action: 'publicity',
      from: this.#day,
      until,
      contact: '区政府办 0000-1000000（示例）',
    });
    return until;
  }

  #settle(lasting?: 'sustained'): void {
    this.#accept(lasting);
    const until = this.#publish();
    if (this.#given.above) {
      this.#go(2, 8);
      this.#push({
        action: 'confirmedAbove',
        confirmedOn: addDays(this.#day, -1),
        document: `示例市核〔${this.#day.slice(0, 4)}〕${String(this.#random.int(1, 99))}号`,
      });
    }
    if (until !== undefined && until >= this.#day) this.#day = addDays(until, 1);
  }

  #review(held: boolean): void {
    this.#go(15, 40);
    this.#push({
      action: 'reviewed',
      held,
      ...(held && this.#random.chance(0.5) ? { reviewOn: addDays(this.#day, 90) } : {}),
    });
    if (!held) this.#round += 1;
  }

  /** Asked for on the last day at the latest; nothing to extend where there is no such day. */
  #extend(): void {
    if (this.#dueOn === undefined) return;
    this.#go(1, 10);
    const askedOn = this.#day < this.#dueOn ? this.#day : this.#dueOn;
    if (daysBetween(askedOn, this.#day) > 5) this.#day = addDays(askedOn, 2);
    const last = this.updates.at(-1)?.reportedOn ?? this.#given.listedOn;
    if (this.#day < last) this.#day = last;
    this.#dueOn = addDays(this.#dueOn, EXTENSION_DAYS);
    this.#push({
      action: 'extended',
      askedOn,
      dueOn: this.#dueOn,
      reason: reasonsOf(this.#given.problem).extended,
    });
  }

  #reopen(): void {
    this.#go(8, 30);
    this.#round += 1;
    const ground = this.#given.ground();
    this.#dueOn = addDays(this.#day, 30);
    this.#push({
      action: 'reopened',
      reason: `${reopenGrounds[ground]}，需要再改`,
      ground,
      ...(this.#random.chance(0.8) ? { dueOn: this.#dueOn } : {}),
      round: this.#round,
    });
  }

  #rule() {
    return closingRuleOn(this.#given.closing, this.#day);
  }
}

type Facts = {
  [A in NewUpdate['action']]: Omit<Extract<NewUpdate, { action: A }>, keyof Said> & Partial<Said>;
}[NewUpdate['action']];
type Said = Pick<NewUpdate, 'issue' | 'reportedOn' | 'note' | 'publicNote' | 'reporter'>;

const byUnit: ReadonlySet<NewUpdate['action']> = new Set(['started', 'progress', 'submitted']);

const notes: Record<NewUpdate['action'], string> = {
  started: '已明确责任人和完成时间',
  progress: '已与平台方沟通，正在补充材料，预计下周完成',
  submitted: '已按措施整改到位，申请验收',
  returned: '佐证不足，退回补充',
  accepted: '经核对链接和编号，同意销号',
  publicity: '已在区政府网站公示',
  confirmedAbove: '上级来函确认',
  sustained: '整改到位，转入长期坚持',
  reviewed: '抽查近一个月的发布记录',
  extended: '申请理由属实，同意延期',
  deferred: '因客观原因暂不能完成，同意暂缓',
  transferred: '随机构调整移交',
  reopened: '重新列入，按新一轮办理',
  voided: '列入有误，予以撤销',
};

const publicNotes: Partial<Record<NewUpdate['action'], string>> = {
  progress: '正在整改',
  submitted: '已完成整改',
  accepted: '整改到位',
  sustained: '转入长期坚持，定期复查',
};
