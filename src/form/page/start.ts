/**
 * 填报页的脚本: choose issues, fill in, look at what the reviewer will see, send. Everything is judged here by the rules of
 * the review before anything leaves the device, and nothing is lost until it was taken.
 */
import './polyfill.ts';
import * as z from 'zod';
import { type Posts, roleFor } from '../../domain/membership.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { actions } from '../../text/terms.ts';
import { checkForm, type FormCheck, type FormFault, type NewRecord } from '../check.ts';
import { filesOf } from '../filled.ts';
import type { PageData } from '../report-page.ts';
import { senderFor } from '../send/sender.ts';
import type { SenderSettings } from '../send/settings.ts';
import { sentenceOf } from '../sentence.ts';
import { ledgerOfSlice, reporterOf } from '../slice.ts';
import type { Sender, Submission } from '../submission.ts';
import { Card } from './card.ts';
import { inWords, stampOf, today } from './clock.ts';
import { copyOf, goTo, made, part, parts, say } from './dom.ts';
import { Drafts, type SentNote } from './drafts.ts';
import { drawSmall } from './picture.ts';
import { sizeOf } from './pieces.ts';
import { Signing } from './signing.ts';

// The policy of the pages lets nothing be evaluated.
z.config({ jitless: true });

/** What is filled in, with what is said of it. */
interface Judged extends FormCheck {
  readonly records: readonly NewRecord[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

class ReportPage {
  readonly #data: PageData;
  readonly #ledger: Ledger;
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #cards: Card[];
  readonly #drafts: Drafts;
  readonly #sender: Sender | undefined;
  readonly #signing: Signing | undefined;
  #sent: SentNote[] = [];
  #stamp = stampOf();
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #keeps = true;

  constructor(root: HTMLElement, data: PageData) {
    this.#root = root;
    this.#data = data;
    this.#ledger = ledgerOfSlice(data.slice);
    this.#form = part<HTMLFormElement>(root, '[data-form]');
    this.#drafts = new Drafts(`${location.pathname} ${data.sender.id}`);
    const around = {
      acts: data.acts,
      ledger: this.#ledger,
      changed: () => {
        this.#changed();
      },
      copy: (from: Card) => {
        this.#copy(from);
      },
    };
    this.#cards = data.issues.flatMap((issue) => {
      const element = root.querySelector<HTMLElement>(`[data-issue="${issue.id}"]`);
      return element === null ? [] : [new Card(element, issue, around)];
    });
    if (data.place !== undefined) {
      const place = below(data.place, root.dataset['root'] ?? '/');
      this.#sender = senderFor(place);
      this.#signing = new Signing(part(root, '[data-signing]'), this.#sender, place, () => {
        this.#changed();
      });
    }
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#preview();
    });
    part(root, '[data-back]').addEventListener('click', () => {
      this.#show('form');
    });
    part(root, '[data-send]').addEventListener('click', () => {
      void this.#send();
    });
    part(root, '[data-again]').addEventListener('click', () => {
      this.#show('form');
    });
    addEventListener('hashchange', () => {
      this.#chooseByAddress();
    });
  }

  async start(): Promise<void> {
    this.#root.hidden = false;
    for (const other of parts(document, '[data-without-script]')) other.hidden = true;
    const signing = this.#signing?.ask();
    const kept = await this.#drafts.read();
    this.#keeps = kept !== undefined;
    this.#sent = (kept?.sent ?? []).filter((note) => this.#isNew(note));
    for (const draft of kept?.cards ?? [])
      this.#cards.find(({ issue }) => issue.id === draft.issue)?.restore(draft);
    await signing;
    this.#chooseByAddress();
    const [only, ...others] = this.#cards;
    if (only !== undefined && others.length === 0) only.choose();
    this.#drawSent();
    this.#drawFoot(kept !== undefined && kept.cards.length > 0 ? '上次没有送出的还在' : '');
    this.#root.dataset['ready'] = '';
  }

  /** What was sent and is not in the ledger yet: the page knows no more reports than it did then. */
  #isNew({ issues }: SentNote): boolean {
    return Object.entries(issues).some(([id, known]) => this.#reports(id) <= known);
  }

  #reports(issue: string): number {
    return this.#ledger.updates.get(issue)?.length ?? 0;
  }

  #chooseByAddress(): void {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const card = this.#cards.find(({ issue }) => issue.id === wanted);
    if (card === undefined) return;
    if (!card.isChosen) card.choose();
    card.element.scrollIntoView({ block: 'start' });
  }

  get #chosen(): Card[] {
    return this.#cards.filter(({ isChosen }) => isChosen);
  }

  #changed(): void {
    this.#drawFoot('');
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      void this.#keep();
    }, 300);
  }

  async #keep(): Promise<void> {
    const cards = this.#chosen.flatMap((card) => card.draft() ?? []);
    this.#keeps = await this.#drafts.write({ cards, sent: this.#sent });
    this.#drawFoot(this.#keeps && cards.length > 0 ? '草稿已存在这台设备上' : '');
  }

  #drawFoot(words: string): void {
    const count = this.#chosen.length;
    part<HTMLButtonElement>(this.#form, '[data-preview-button]').disabled = count === 0;
    part(this.#form, '[data-count]').textContent =
      count === 0
        ? `勾选要${this.#data.unit === undefined ? '办' : '报'}的问题`
        : `已选 ${String(count)} 个`;
    if (words !== '' || !this.#keeps)
      part(this.#form, '[data-kept]').textContent = this.#keeps
        ? words
        : '这个浏览器不保存草稿，请一次填完送出，中途不要关页面';
    for (const button of parts(this.#form, '[data-copy]')) button.hidden = count < 2;
  }

  #copy(from: Card): void {
    const draft = from.draft();
    if (draft === undefined) return;
    const others = this.#chosen.filter((card) => card !== from);
    for (const card of others) card.take(draft.values, draft.pieces);
    this.#changed();
    part(this.#form, '[data-kept]').textContent = `已照抄到另外 ${String(others.length)} 个问题`;
  }

  /** A reviewer who reports for a unit says for which. */
  #behalfOf(card: Card, posts: Posts): string | undefined {
    const { unit } = this.#data;
    if (unit === undefined || this.#ledger.site.repository === 'public') return undefined;
    const owner = reporterOf(this.#ledger, card.issue.id, today()) ?? unit;
    return roleFor(posts, owner) === 'reviewer' && !posts.units.has(owner) ? owner : undefined;
  }

  #judged(): Judged {
    const look = (posts: Posts | undefined): Judged => {
      const made = this.#chosen.map((card) =>
        card.record(this.#stamp, posts && this.#behalfOf(card, posts)),
      );
      const files = new Map(made.flatMap((one) => [...one.files]));
      const records = made.map(({ kind, path, value }) => ({ kind, path, value }));
      const check = checkForm({
        base: this.#ledger,
        records,
        files,
        account: this.#signing?.who?.account,
        unit: this.#data.unit,
        today: today(),
      });
      return { ...check, records, files };
    };
    const first = look(undefined);
    return this.#signing?.who === undefined ? first : look(first.posts);
  }

  /** Puts what is wrong at its fields; undefined when something is. */
  #sound(): Judged | undefined {
    const judged = this.#judged();
    let first: HTMLElement | undefined;
    const general: FormFault[] = [];
    for (const card of this.#cards) card.clearFaults();
    const wrong = withoutEchoes(judged.faults);
    const own = new Map(this.#chosen.map((card, at) => [judged.records[at]?.path ?? '', card]));
    const byCard = new Map<Card, FormFault[]>();
    for (const fault of wrong) {
      const issue = fault.file.startsWith('evidence/') ? fault.file.split('/')[1] : undefined;
      const card = own.get(fault.file) ?? this.#chosen.find((one) => one.issue.id === issue);
      if (card === undefined) general.push(fault);
      else byCard.set(card, [...(byCard.get(card) ?? []), fault]);
    }
    for (const card of this.#chosen) {
      const faults = byCard.get(card);
      if (faults !== undefined) first ??= card.showFaults(faults);
    }
    const place = part(this.#form, '[data-form-fault]');
    say(
      place,
      general.map((fault) => sentenceOf(fault, new Map())),
    );
    if (wrong.length === 0) return judged;
    this.#show('form', false);
    goTo(first ?? place);
    return undefined;
  }

  #preview(): void {
    const judged = this.#sound();
    if (judged === undefined) return;
    const list = part(this.#root, '[data-reports]');
    list.replaceChildren(...this.#chosen.map((card, at) => this.#shown(card, judged, at)));
    const cannot = this.#sender === undefined || location.protocol === 'file:';
    part(this.#root, '[data-cannot]').hidden = !cannot;
    part<HTMLButtonElement>(this.#root, '[data-send]').disabled = cannot;
    say(part(this.#root, '[data-send-fault]'), []);
    this.#show('preview');
  }

  /** A report as the reviewer will see it. */
  #shown(card: Card, { faults, stories, records }: Judged, at: number): HTMLElement {
    const item = copyOf('report');
    const { issue, act } = card;
    part(item, '[data-name]').textContent = `${issue.name}：${issue.finding}`;
    part(item, '[data-act]').textContent = act?.title ?? '';
    const story = stories.find((one) => one.issue === issue.id);
    const before = story?.before === undefined ? issue.state : stateInWords(story.before);
    const after = story === undefined ? '' : stateInWords(story.after);
    part(item, '[data-states]').textContent = before === after ? before : `${before} → ${after}`;
    const facts = part(item, '[data-facts]');
    for (const [label, words] of card.lines) facts.append(made('dt', label), made('dd', words));
    const evidence = part(item, '[data-evidence-shown]');
    for (const piece of card.pieces) {
      const line = made('li', '');
      const day = piece.day === '' ? '' : `（${piece.day}）`;
      if (piece.kind === 'file') {
        const canvas = document.createElement('canvas');
        canvas.setAttribute('aria-hidden', 'true');
        canvas.hidden = true;
        void drawSmall(piece.bytes, canvas).then((isDrawn) => {
          canvas.hidden = !isDrawn;
        });
        line.append(canvas, made('span', `${piece.name}，${sizeOf(piece.bytes)}${day}`));
      } else
        line.append(
          made('span', `${piece.kind === 'number' ? '编号' : '链接'}：${piece.value}${day}`),
        );
      evidence.append(line);
    }
    part(item, '[data-no-evidence]').hidden = card.pieces.length > 0;
    const path = records[at]?.path;
    const noted = faults.filter(
      ({ file, severity }) =>
        severity === 'warning' && (file === path || file.startsWith(`evidence/${issue.id}/`)),
    );
    say(
      part(item, '[data-notes]'),
      noted.map((fault) => `提醒：${sentenceOf(fault, card.names)}`),
    );
    return item;
  }

  async #send(): Promise<void> {
    const sender = this.#sender;
    if (sender === undefined) return;
    const button = part<HTMLButtonElement>(this.#root, '[data-send]');
    const fault = part(this.#root, '[data-send-fault]');
    if (this.#signing?.who === undefined) await this.#signing?.ask();
    if (this.#signing?.who === undefined) {
      this.#show('form');
      this.#signing?.wanted('还没有登录：登录后再预览、送出。填好的都还在。');
      goTo(part(this.#root, '[data-signing]'));
      return;
    }
    const judged = this.#sound();
    if (judged === undefined) return;
    button.disabled = true;
    say(fault, []);
    part(this.#root, '[data-sending]').hidden = false;
    const sending = await sender.send(this.#submission(judged.records, judged.files));
    part(this.#root, '[data-sending]').hidden = true;
    button.disabled = false;
    if (sending.kind === 'failed') {
      say(fault, [`没有送出，填好的都还在。${sending.sentence}`]);
      if (sending.why === 'sign-in') {
        this.#signing.wanted(sending.sentence);
        this.#show('form');
        goTo(part(this.#root, '[data-signing]'));
      } else goTo(fault);
      return;
    }
    await this.#taken(sending.number, sending.address);
  }

  async #taken(number: string, address: string | undefined): Promise<void> {
    const chosen = this.#chosen;
    const note: SentNote = {
      when: inWords(),
      number,
      address,
      issues: Object.fromEntries(chosen.map(({ issue }) => [issue.id, this.#reports(issue.id)])),
    };
    this.#sent = [...this.#sent, note];
    this.#stamp = stampOf();
    for (const card of chosen) card.forget();
    clearTimeout(this.#waiting);
    await this.#drafts.write({ cards: [], sent: this.#sent });
    const place = part(this.#root, '[data-sent-lines]');
    place.replaceChildren(
      ...chosen.map(({ issue, element }) => {
        const link = document.createElement('a');
        link.href = element.querySelector('a')?.getAttribute('href') ?? '';
        link.textContent = `${issue.name}：${issue.finding}`;
        const line = made('li', '');
        line.append(link);
        return line;
      }),
    );
    part(this.#root, '[data-number]').textContent = number;
    const link = part<HTMLAnchorElement>(this.#root, '[data-where]');
    link.hidden = address === undefined;
    if (address !== undefined) link.href = address;
    this.#drawSent();
    this.#drawFoot('');
    part(this.#form, '[data-kept]').textContent = '';
    this.#show('sent');
  }

  #submission(records: readonly NewRecord[], files: ReadonlyMap<string, Uint8Array>): Submission {
    const { sender } = this.#data;
    const chosen = this.#chosen;
    const told = chosen.map(
      ({ issue, act, pieces }) =>
        `${issue.name}：${act === undefined ? '' : actions[act.action]}，佐证 ${String(pieces.length)} 份`,
    );
    const [first] = told;
    return {
      unit: sender.id,
      stamp: this.#stamp,
      title:
        told.length === 1 && first !== undefined
          ? `${sender.name} ${first.split('，')[0] ?? ''}`
          : `${sender.name} ${this.#data.unit === undefined ? '办理' : '报送'} ${String(told.length)} 个问题`,
      words: told.join('\n'),
      files: filesOf(records, files),
    };
  }

  /** 已送出，等审核: at the issues of which the ledger does not know yet. */
  #drawSent(): void {
    for (const card of this.#cards) {
      const note = this.#sent.findLast(({ issues }) => Object.hasOwn(issues, card.issue.id));
      const place = part(card.element, '[data-sent-note]');
      place.hidden = note === undefined;
      place.textContent =
        note === undefined
          ? ''
          : `${note.when} 已送出，等${this.#data.unit === undefined ? '合并' : '审核'}（${note.number}）`;
    }
  }

  #show(which: 'form' | 'preview' | 'sent', move = true): void {
    this.#form.hidden = which !== 'form';
    for (const one of ['preview', 'sent'] as const) {
      const section = part(this.#root, `[data-${one}]`);
      section.hidden = which !== one;
      if (which === one && move) goTo(part(section, 'h2'));
    }
    part(this.#root, '[data-signing]').hidden = which === 'sent' || this.#sender === undefined;
    if (which === 'form' && move) this.#chosen[0]?.element.scrollIntoView({ block: 'start' });
  }
}

/** What a record that could not be read yet has no part in, and what is said of each of its files once more. */
function withoutEchoes(faults: readonly FormFault[]): FormFault[] {
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  const isUnread = wrong.some(({ rule }) =>
    ['missing', 'value', 'characters', 'unknown-key'].includes(rule),
  );
  return wrong.filter(
    ({ file, rule }) =>
      !file.startsWith('evidence/') ||
      (rule !== 'not-member' && !(isUnread && rule === 'evidence-unnamed')),
  );
}

/** The office's own server stands beside the pages, wherever those are. */
function below(place: SenderSettings, home: string): SenderSettings {
  return place.kind === 'endpoint'
    ? {
        ...place,
        address: new URL(`${home}${place.address.replace(/^\//u, '')}`, location.href).href,
      }
    : place;
}

const root = document.querySelector<HTMLElement>('[data-report-page]');
const data = document.querySelector('#report-data')?.textContent;
if (root !== null && data !== undefined && data !== null)
  void new ReportPage(root, JSON.parse(data) as PageData).start();
