/** 待办的一份报送 on the page: what the review says, what was asked for beside what is there, and the decision. */
import type { WaitingIssue } from '../../page-data/waiting-issue.ts';
import type { QueueItem, WaitingEvidence } from '../../page-data/waiting-report.ts';
import { copyOf, goTo, textElement, partIn, sayAt } from '../device/dom.ts';
import { IssueAct } from './queue-act.ts';
import { factsOf, faultLines, outcomeWords, pieceLine } from './queue-lines.ts';
import type { ActSent } from './queue-reply.ts';

interface Around {
  /** What is drafted on it already. */
  readonly drafted: string | undefined;
  readonly home: string;
  /** Its place among those that wait, from 1, and how many they are. */
  readonly place: readonly [number: number, of: number];
  readonly changed: () => void;
  /** Leads on to the report behind it without deciding on this one. */
  readonly next: (card: ReportCard) => void;
  readonly send: (card: ReportCard) => void;
  readonly withdraw: (card: ReportCard) => void;
}

/** What is decided on a report, as it is sent. */
export interface Decision {
  readonly commit: string;
  readonly seen: string;
  readonly decided: readonly ActSent[];
}

export class ReportCard {
  readonly element: HTMLElement;
  readonly #item: QueueItem;
  readonly #opened: Set<number>;
  readonly #around: Around;
  readonly #asked: IssueAct[];

  constructor(item: QueueItem, around: Around) {
    this.#item = item;
    this.#around = around;
    this.#opened = new Set(item.opened);
    this.element = copyOf('report');
    const say_ = (name: string, text: string): void => {
      partIn(this.element, `[data-${name}]`).textContent = text;
    };
    const [step] = item.steps;
    const more = item.issues.length > 1 ? `等${String(item.issues.length)}个问题` : '';
    say_('days', item.days === 0 ? '今天' : `已等${String(item.days)}天`);
    say_(
      'title',
      step === undefined
        ? item.title
        : `${step.unitName} ${step.accountName} ${step.actionName}${more}`,
    );
    say_('verdict', around.drafted === undefined ? item.verdict : `${item.verdict}，已拟办`);
    partIn(this.element, '[data-verdict]').dataset['ok'] = String(
      item.ok && item.faults.length === 0,
    );
    say_('origin', `${item.since} 由 ${item.author} 提交，分支 ${item.branch}`);
    partIn(this.element, '[data-faults]').append(...faultLines(item, around.drafted));
    partIn(this.element, '[data-issues]').append(...item.issues.map((issue) => this.#issue(issue)));
    const shots = partIn(this.element, '[data-shots]');
    shots.append(...item.pictures.map((piece) => this.#piece(piece)));
    this.#asked = item.issues.map(
      (issue, index) => new IssueAct(issue, item.commit + String(index)),
    );
    partIn(this.element, '[data-asked]').append(...this.#asked.map(({ element }) => element));
    for (const one of this.#asked)
      one.element.addEventListener('change', () => {
        for (const other of this.#asked) if (other !== one) other.follow(one);
        sayAt(partIn(this.element, 'form > [data-fault]'), []);
        this.#renderVerb();
      });
    // A list, a finding, a check: there is nothing to decide on it but that it is taken.
    if (item.issues.length === 0) partIn(this.element, '[data-decide]').textContent = '收进台账';
    const form = partIn<HTMLFormElement>(this.element, '[data-deciding]');
    form.hidden = !item.ok;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      around.send(this);
    });
    partIn(this.element, '[data-pick]').addEventListener('change', around.changed);
    const [number, of] = around.place;
    partIn(this.element, '[data-onward]').hidden = number === of;
    say_('place', `第${String(number)}份，共${String(of)}份`);
    partIn(this.element, '[data-next]').addEventListener('click', () => {
      around.next(this);
    });
    partIn(this.element, '[data-own]').hidden = item.mayWithdraw !== true;
    partIn(this.element, '[data-withdraw]').addEventListener('click', () => {
      this.#withdraw();
    });
    this.#renderPick();
  }

  /** What the button does: a decision, or the draft of one. */
  #renderVerb(): void {
    if (this.#item.issues.length === 0) return;
    const isDrafted = this.#asked.some((one) => one.isDrafted);
    partIn(this.element, '[data-decide]').textContent = isDrafted ? '拟办，送审签' : '办理';
    partIn(this.element, '[data-outcome]').textContent = outcomeWords(
      this.#asked.flatMap(({ outcome }) => outcome ?? []),
      isDrafted ? '审签签发以后' : '办理以后',
      this.#asked.length,
    );
  }

  /** True for what may be received and is not drafted yet. */
  get isNext(): boolean {
    return this.#item.ok && this.#around.drafted === undefined;
  }

  get isPicked(): boolean {
    return partIn<HTMLInputElement>(this.element, '[data-pick]').checked;
  }

  /** True where every issue of it may be decided so. */
  allows(action: string): boolean {
    return (
      action === '' ||
      (this.#item.issues.length > 0 &&
        this.#item.issues.every(({ acts }) => acts.some((act) => act.action === action)))
    );
  }

  open(is = true): void {
    partIn<HTMLDetailsElement>(this.element, 'details').open = is;
  }

  /** Opens it and puts the reader before it. */
  show(): void {
    this.open();
    goTo(partIn(this.element, 'summary'));
  }

  busy(is: boolean): void {
    partIn<HTMLButtonElement>(this.element, '[data-decide]').disabled = is;
  }

  fail(sentence: string): void {
    const fault = partIn(this.element, 'form > [data-fault]');
    sayAt(fault, [sentence]);
    goTo(fault);
  }

  get steps(): QueueItem['steps'] {
    return this.#item.steps;
  }

  get commit(): string {
    return this.#item.commit;
  }

  /** The first press asks whether it is meant, the second does it. */
  #withdraw(): void {
    const button = partIn(this.element, '[data-withdraw]');
    if (button.dataset['asked'] !== undefined) {
      this.#around.withdraw(this);
      return;
    }
    button.dataset['asked'] = '';
    button.textContent = '再点一次就撤回';
    partIn(this.element, '[data-withdraw-words]').textContent =
      '撤回以后不在待办里了，台账没有变；要的重新登记。';
  }

  /** What is sent; undefined where something is not filled in, which is said. */
  decision(action?: string): Decision | undefined {
    const { commit, seen } = this.#item;
    const chosen = this.#asked.map((one) => one.chosen(action));
    const wrong = chosen.find((one) => typeof one === 'string');
    if (wrong !== undefined) {
      this.fail(wrong);
      return undefined;
    }
    return { commit, seen, decided: chosen.filter((one) => typeof one === 'object') };
  }

  #issue(issue: WaitingIssue): HTMLElement {
    const section = copyOf('issue');
    const steps = this.#item.steps.filter((step) => step.issue === issue.issue);
    const name = partIn(section, '[data-name]');
    const link = document.createElement('a');
    link.href = `${this.#around.home}issues/${encodeURIComponent(issue.issue)}.html`;
    link.textContent = `${issue.name}（${issue.issue}）`;
    name.replaceChildren(link);
    partIn(section, '[data-facts]').append(...steps.flatMap((step) => factsOf(step, issue)));
    partIn(section, '[data-story]').append(...issue.story.map((line) => textElement('li', line)));
    const pieces = steps.flatMap(({ evidence }) => evidence);
    partIn(section, '[data-evidence]').append(
      ...(pieces.length === 0 ? [textElement('li', '没有佐证')] : []),
      ...pieces.map((piece) => this.#piece(piece)),
    );
    return section;
  }

  #piece(piece: WaitingEvidence): HTMLElement {
    const address = `${this.#around.home}api/evidence/${this.#item.commit}`;
    return pieceLine(piece, address, this.#open.bind(this));
  }

  #open(at: number): void {
    this.#opened.add(at);
    this.#renderPick();
  }

  /** Several at once only where each one's evidence was opened and nothing stands against it. */
  #renderPick(): void {
    const { steps, faults, ok } = this.#item;
    const pieces = [...steps.flatMap(({ evidence }) => evidence), ...this.#item.pictures];
    const all = pieces.flatMap(({ at }) => at ?? []);
    const left = all.filter((at) => !this.#opened.has(at)).length;
    const why =
      !ok || faults.length > 0
        ? '有提醒的单独办'
        : left > 0
          ? `还有${String(left)}份佐证没有打开，看过才能成批办`
          : '选中，与别的一起办';
    const pick = partIn<HTMLInputElement>(this.element, '[data-pick]');
    pick.disabled = !ok || faults.length > 0 || left > 0;
    partIn(this.element, '[data-pick-words]').textContent = why;
  }
}
