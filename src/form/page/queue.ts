/**
 * 待办页的脚本: shows what the desk's server says of each report, and sends what the reviewer decides. Every word of a
 * report is set as text, never as markup; what may be decided, and whether it is right, the server says.
 */
import './polyfill.ts';
import type { Act } from '../act.ts';
import type { FormField } from '../field.ts';
import type { QueueItem, WaitingEvidence, WaitingIssue, WaitingStep } from '../waiting-report.ts';
import { copyOf, goTo, made, part, parts, say } from './dom.ts';

interface Queue {
  readonly account: string;
  readonly waiting: readonly QueueItem[];
  readonly isFresh: boolean;
}

/** What reviewers most often send something back for. */
const REASONS = [
  '截图看不清，重拍',
  '佐证不是整改以后的',
  '佐证与问题对不上',
  '没有改到位，按整改要求继续改',
  '缺上报材料，按清单补齐',
] as const;

/** Received, and nothing decided. */
const ONLY = { action: '', title: '只收件' } as const;

class QueuePage {
  readonly #root: HTMLElement;
  readonly #home: string;
  readonly #list: HTMLElement;
  readonly #cards = new Map<string, ReportCard>();

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#home = root.dataset['root'] ?? '/';
    this.#list = part(root, '[data-queue-list]');
    for (const button of parts<HTMLButtonElement>(root, '[data-many]'))
      button.addEventListener('click', () => {
        const action = button.dataset['many'] ?? '';
        void this.#send(
          this.#picked.filter((card) => card.allows(action)),
          action,
        );
      });
  }

  async start(): Promise<void> {
    this.#root.removeAttribute('data-waiting');
    for (const other of parts(document, '[data-without-script]')) other.hidden = true;
    await this.#load();
    this.#root.dataset['ready'] = '';
  }

  get #picked(): ReportCard[] {
    return [...this.#cards.values()].filter(({ isPicked }) => isPicked);
  }

  async #load(): Promise<void> {
    const { status, data } = await this.#ask('api/queue');
    const fault = part(this.#root, '[data-queue-fault]');
    if (status !== 200) {
      say(fault, [sentenceIn(data)]);
      part(this.#root, '[data-queue-words]').textContent = '';
      return;
    }
    const { account, waiting, isFresh } = data as unknown as Queue;
    say(fault, isFresh ? [] : ['连不上台账的仓库，下面是上次看到的。']);
    const words =
      waiting.length === 0
        ? `以 ${account} 办理。没有待办的报送。`
        : `以 ${account} 办理。待办 ${String(waiting.length)} 份，最久的等了 ${String(waiting[0]?.days ?? 0)} 天。`;
    part(this.#root, '[data-queue-words]').textContent = words;
    this.#cards.clear();
    for (const item of waiting)
      this.#cards.set(
        item.commit,
        new ReportCard(item, {
          home: this.#home,
          changed: this.#changed.bind(this),
          send: (card) => void this.#send([card]),
        }),
      );
    const cards = [...this.#cards.values()];
    this.#list.replaceChildren(...cards.map(({ element }) => element));
    cards[0]?.open();
    this.#changed();
  }

  #changed(): void {
    const picked = this.#picked;
    part(this.#root, '[data-queue-many]').hidden = picked.length === 0;
    part(this.#root, '[data-many-words]').textContent = `选中 ${String(picked.length)} 份`;
    for (const button of parts<HTMLButtonElement>(this.#root, '[data-many]'))
      button.disabled = !picked.every((card) => card.allows(button.dataset['many'] ?? ''));
  }

  async #send(cards: readonly ReportCard[], action?: string): Promise<void> {
    const items = cards.flatMap((card) => card.decision(action) ?? []);
    if (items.length === 0 || items.length < cards.length) return;
    const [first] = cards;
    for (const card of cards) card.busy(true);
    const { status, data } = await this.#ask('api/decisions', { items });
    for (const card of cards) card.busy(false);
    if (status !== 201) {
      const sentence = `没有办成。${sentenceIn(data)}`;
      if (cards.length === 1) first?.fail(sentence);
      else say(part(this.#root, '[data-queue-fault]'), [sentence]);
      return;
    }
    await this.#load();
    const done = part(this.#root, '[data-queue-done]');
    say(done, [`已写入：${String(data['words'])}。`]);
    goTo(done);
  }

  async #ask(
    path: string,
    body?: object,
  ): Promise<{ status: number; data: Record<string, unknown> }> {
    try {
      const response = await fetch(`${this.#home}${path}`, {
        cache: 'no-store',
        ...(body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify(body),
            }),
      });
      const data: unknown = await response.json().catch(() => null);
      return { status: response.status, data: (data ?? {}) as Record<string, unknown> };
    } catch {
      return { status: 0, data: {} };
    }
  }
}

interface Around {
  readonly home: string;
  readonly changed: () => void;
  readonly send: (card: ReportCard) => void;
}

class ReportCard {
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
      part(this.element, `[data-${name}]`).textContent = text;
    };
    const [step] = item.steps;
    const more = item.issues.length > 1 ? `等 ${String(item.issues.length)} 个问题` : '';
    say_('days', item.days === 0 ? '今天' : `已等 ${String(item.days)} 天`);
    say_(
      'title',
      step === undefined
        ? item.branch
        : `${step.unitName} ${step.accountName} ${step.actionName}${more}`,
    );
    say_('verdict', item.verdict);
    part(this.element, '[data-verdict]').dataset['ok'] = String(
      item.ok && item.faults.length === 0,
    );
    say_('origin', `${item.since} 由 ${item.author} 提交，分支 ${item.branch}`);
    part(this.element, '[data-faults]').append(
      ...item.faults.map(({ isFault, words }) =>
        made('li', `${isFault ? '错误' : '提醒'}：${words}`, isFault ? 'queue-wrong' : ''),
      ),
      ...item.others.map((words) => made('li', words)),
      ...(item.ok
        ? []
        : [
            made('li', '检查没有通过，不能收件：把上面的话转给单位，改好重新报送。', 'queue-wrong'),
          ]),
    );
    part(this.element, '[data-issues]').append(...item.issues.map((issue) => this.#issue(issue)));
    this.#asked = item.issues.map(
      (issue, index) => new IssueAct(issue, item.commit + String(index)),
    );
    part(this.element, '[data-asked]').append(...this.#asked.map(({ element }) => element));
    for (const one of this.#asked)
      one.element.addEventListener('change', () => {
        for (const other of this.#asked) if (other !== one) other.follow(one);
      });
    const form = part<HTMLFormElement>(this.element, '[data-deciding]');
    form.hidden = !item.ok;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      around.send(this);
    });
    part(this.element, '[data-pick]').addEventListener('change', around.changed);
    this.#drawPick();
  }

  get isPicked(): boolean {
    return part<HTMLInputElement>(this.element, '[data-pick]').checked;
  }

  /** True where every issue of it may be decided so. */
  allows(action: string): boolean {
    return (
      action === '' ||
      this.#item.issues.every(({ acts }) => acts.some((act) => act.action === action))
    );
  }

  open(): void {
    part<HTMLDetailsElement>(this.element, 'details').open = true;
  }

  busy(is: boolean): void {
    part<HTMLButtonElement>(this.element, '[data-decide]').disabled = is;
  }

  fail(sentence: string): void {
    const fault = part(this.element, 'form > [data-fault]');
    say(fault, [sentence]);
    goTo(fault);
  }

  /** What is sent; undefined where something is not filled in, which is said. */
  decision(action?: string): object | undefined {
    const { commit, seen } = this.#item;
    const chosen = this.#asked.map((one) => one.chosen(action));
    const wrong = chosen.find((one) => typeof one === 'string');
    if (typeof wrong === 'string') {
      this.fail(wrong);
      return undefined;
    }
    return { commit, seen, decided: chosen.filter((one) => one !== undefined) };
  }

  #issue(issue: WaitingIssue): HTMLElement {
    const section = copyOf('issue');
    const steps = this.#item.steps.filter((step) => step.issue === issue.issue);
    const name = part(section, '[data-name]');
    const link = document.createElement('a');
    link.href = `${this.#around.home}issues/${encodeURIComponent(issue.issue)}.html`;
    link.textContent = `${issue.name}（${issue.issue}）`;
    name.append(link);
    part(section, '[data-facts]').append(...steps.flatMap((step) => factsOf(step, issue)));
    part(section, '[data-story]').append(...issue.story.map((line) => made('li', line)));
    const pieces = steps.flatMap(({ evidence }) => evidence);
    part(section, '[data-evidence]').append(
      ...(pieces.length === 0 ? [made('li', '没有佐证')] : []),
      ...pieces.map((piece) => this.#piece(piece)),
    );
    return section;
  }

  #piece({ kind, value, what, day, sha256, at, isPicture, notes }: WaitingEvidence): HTMLElement {
    const line = made('li', '');
    const about = [what, day].filter((one) => one !== undefined).join('，');
    if (at === undefined)
      line.append(made('span', `${kind === 'number' ? '编号' : '另存文件'}：${value}`));
    else {
      const link = document.createElement('a');
      link.href = `${this.#around.home}api/evidence/${this.#item.commit}/${String(at)}`;
      link.target = '_blank';
      link.rel = 'noreferrer';
      link.addEventListener('click', () => {
        this.#open(at);
      });
      if (isPicture) {
        const picture = document.createElement('img');
        picture.loading = 'lazy';
        picture.alt = value;
        picture.addEventListener('load', () => {
          this.#open(at);
        });
        picture.src = link.href;
        link.append(picture);
      }
      link.append(made('span', value));
      line.append(link);
    }
    if (about !== '') line.append(made('span', about, 'block small'));
    if (sha256 !== undefined) line.append(made('code', `SHA-256 ${sha256}`, 'block small soft'));
    line.append(...notes.map((note) => made('strong', note, 'block queue-note')));
    return line;
  }

  #open(at: number): void {
    this.#opened.add(at);
    this.#drawPick();
  }

  /** Several at once only where each one's evidence was opened and nothing stands against it. */
  #drawPick(): void {
    const { steps, faults, ok } = this.#item;
    const all = steps.flatMap(({ evidence }) => evidence.flatMap(({ at }) => at ?? []));
    const left = all.filter((at) => !this.#opened.has(at)).length;
    const why =
      !ok || faults.length > 0
        ? '有提醒的单独办'
        : left > 0
          ? `还有 ${String(left)} 件佐证没有打开，看过才能成批办`
          : '选中，与别的一起办';
    const pick = part<HTMLInputElement>(this.element, '[data-pick]');
    pick.disabled = !ok || faults.length > 0 || left > 0;
    part(this.element, '[data-pick-words]').textContent = why;
  }
}

/** What may be decided on one issue of a report, with what the decision asks for. */
class IssueAct {
  readonly element: HTMLElement;
  readonly #issue: WaitingIssue;
  readonly #fields: HTMLElement;
  #isOwn = false;

  constructor(issue: WaitingIssue, name: string) {
    this.#issue = issue;
    this.element = made('fieldset', '', 'queue-acts');
    this.element.append(made('legend', `${issue.name} 怎样办`));
    const row = made('div', '', 'queue-chips');
    for (const { action, title } of [...issue.acts, ONLY]) {
      const label = made('label', '', 'queue-chip');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = `act-${name}`;
      radio.value = action;
      radio.addEventListener('change', () => {
        this.#isOwn = true;
        this.#draw();
      });
      label.append(radio, made('span', title));
      row.append(label);
    }
    this.#fields = made('div', '', 'report-fields');
    this.element.append(row, this.#fields);
  }

  /** Takes over what was chosen for another issue, where nothing was chosen here. */
  follow(other: IssueAct): void {
    const action = other.#action;
    if (this.#isOwn || action === undefined) return;
    const same = parts<HTMLInputElement>(this.element, 'input[type=radio]').find(
      ({ value }) => value === action,
    );
    if (same === undefined) return;
    if (!same.checked) {
      same.checked = true;
      this.#draw();
    }
    for (const control of parts<HTMLInputElement>(this.#fields, '[data-value]')) {
      const given = other.#fields.querySelector<HTMLInputElement>(
        `[data-value="${control.dataset['value'] ?? ''}"]`,
      );
      if (given !== null) control.value = given.value;
    }
  }

  /** What is decided, undefined where it is only received, or what is still to be chosen or filled in. */
  chosen(given?: string): object | string | undefined {
    const action = given ?? this.#action;
    if (action === undefined) return `${this.#issue.name}：先选怎样办。`;
    if (action === '') return undefined;
    const fields: Record<string, string> = {};
    if (given === undefined)
      for (const control of parts<HTMLInputElement>(this.#fields, '[data-value]')) {
        const value = control.value.trim();
        if (value === '' && control.required)
          return `${this.#issue.name}：还没有填${control.dataset['label'] ?? ''}。`;
        if (value !== '') fields[control.dataset['value'] ?? ''] = value;
      }
    return { issue: this.#issue.issue, action, fields };
  }

  get #action(): string | undefined {
    return this.element.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value;
  }

  #draw(): void {
    const act = this.#issue.acts.find(({ action }) => action === this.#action);
    this.#fields.replaceChildren(...(act === undefined ? [] : fieldsOf(act)));
  }
}

/** What an act must be told, and the note; the rest is done on the page of the unit. */
function fieldsOf({ action, fields }: Act): HTMLElement[] {
  return fields
    .filter(
      ({ required, kind, preset, path }) =>
        kind !== 'evidence' &&
        preset === undefined &&
        (required || path === 'note' || path === 'reviewOn' || path === 'document'),
    )
    .map((field) => controlOf(field, action === 'returned' && field.required));
}

function controlOf(
  { path, label, kind, options, required }: FormField,
  hasReasons: boolean,
): HTMLElement {
  const holder = made('div', '', 'report-field');
  const control =
    options !== undefined
      ? document.createElement('select')
      : document.createElement(kind === 'text' ? 'textarea' : 'input');
  if (control instanceof HTMLInputElement && kind === 'day') control.type = 'date';
  if (control instanceof HTMLSelectElement)
    control.append(
      ...[{ label: '请选', value: '' }, ...(options ?? [])].map((one) => {
        const option = document.createElement('option');
        option.value = one.value;
        option.textContent = one.label;
        return option;
      }),
    );
  control.className = 'field';
  control.required = required;
  control.dataset['value'] = path;
  control.dataset['label'] = label;
  const name = made('label', '');
  name.append(made('span', required ? label : `${label}（可以不填）`), control);
  holder.append(name);
  if (!hasReasons) return holder;
  const row = made('div', '', 'queue-chips');
  for (const reason of REASONS) {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.className = 'queue-chip';
    chip.textContent = reason;
    chip.addEventListener('click', () => {
      control.value = control.value === '' ? reason : `${control.value}；${reason}`;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    });
    row.append(chip);
  }
  holder.append(row);
  return holder;
}

function factsOf(step: WaitingStep, { owed }: WaitingIssue): HTMLElement[] {
  const state =
    step.before === undefined ? '不成立' : `${step.before} → ${step.after ?? step.before}`;
  const facts: [string, string | undefined][] = [
    ['存在问题', step.finding],
    ['整改时限', step.deadline],
    ['报送', `${step.actionName}，${step.reportedOn}`],
    ['收件后', state],
    ['进展说明', step.note],
    ['应交佐证', owed.length === 0 ? undefined : owed.join('；')],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [made('dt', name), made('dd', value)],
  );
}

function sentenceIn({ sentence }: Record<string, unknown>): string {
  return typeof sentence === 'string'
    ? sentence
    : '连不上本机的程序：看启动它的窗口是不是还开着，再刷新本页。';
}

const root = document.querySelector<HTMLElement>('[data-queue]');
if (root !== null) void new QueuePage(root).start();
