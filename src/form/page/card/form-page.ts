/**
 * 填报页的脚本: choose, fill in, look at what the reviewer will see, send. Everything is judged here by the rules of
 * the review before anything leaves the device, and nothing is lost until it was taken.
 */
import type { PageData } from '../../page-data/page-data.ts';
import type { Work } from '../../work.ts';
import type { Card } from './card.ts';
import { type FormPart, renderFoot, turnTo } from '../device/foot.ts';
import { cardsOf, copyToOthers, restoreUnsent, showAtCards } from './at-cards.ts';
import { stampOf } from '../device/clock.ts';
import { goToField, partIn, partsIn, sayAt } from '../device/dom.ts';
import { fetchedAt, fetchedOnce } from '../device/fetched.ts';
import { Unsent, isSaid } from '../hand-in/unsent.ts';
import type { JudgedForm } from './judging.ts';
import { PageLedger } from './page-ledger.ts';
import { Outbox } from '../hand-in/outbox.ts';
import { reportSubmission } from '../hand-in/outgoing.ts';
import { renderPreview } from './preview.ts';
import { sayStanding } from '../hand-in/standing.ts';
import { renderTaken, SentNotes } from '../hand-in/sent.ts';

export class FormPage {
  readonly #work: Work;
  readonly #data: PageData;
  readonly #ledger: PageLedger;
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #cards: Card[];
  readonly #drafts: Unsent;
  readonly #outbox: Outbox;
  readonly #notes: SentNotes;
  /** What judges, two thirds of the program: not before something is filled in. */
  readonly #judging = fetchedOnce(() =>
    Promise.all([
      import('./judging.ts'),
      this.#work.rules(),
      this.#ledger.fetch(this.#root.dataset['slice']),
    ]),
  );
  #stamp = stampOf();
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #keeps = true;

  constructor(root: HTMLElement, data: PageData, work: Work) {
    this.#work = work;
    this.#root = root;
    this.#data = data;
    this.#ledger = new PageLedger(data, work);
    this.#notes = new SentNotes(data, this.#ledger.countOf.bind(this.#ledger));
    this.#form = partIn<HTMLFormElement>(root, '[data-form]');
    this.#drafts = new Unsent(`${location.pathname} ${data.sender.id}`);
    const ledger = this.#ledger;
    const around = {
      acts: data.acts,
      get ledger() {
        return ledger.known;
      },
      work,
      decides: data.decides,
      changed: this.#changed.bind(this),
      copy: this.#copy.bind(this),
    };
    this.#cards = cardsOf(root, data.subjects, around);
    this.#outbox = new Outbox(root, data.place, this.#changed.bind(this));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#preview();
    });
    partIn(root, '[data-send]').addEventListener('click', () => void this.#send());
    partIn(root, '[data-again]').addEventListener('click', this.#show.bind(this, 'form', true));
    // The button of the page and that of the browser lead back to what is filled in.
    partIn(root, '[data-back]').addEventListener('click', () => {
      if (isPreview(history.state)) history.back();
      else this.#show('form');
    });
    addEventListener('popstate', () => {
      if (this.#form.hidden) this.#show('form');
    });
    addEventListener('hashchange', this.#chooseByAddress.bind(this));
  }

  async start(): Promise<void> {
    this.#root.removeAttribute('data-waiting');
    for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
    const signing = this.#outbox.ask();
    const kept = await this.#drafts.read();
    this.#keeps = kept !== undefined;
    this.#notes.remember(kept?.sent ?? []);
    const restored = restoreUnsent(this.#cards, kept?.cards ?? []);
    if (restored.length > 0) this.#judging.ahead(this.#remark);
    await signing;
    this.#chooseByAddress();
    this.#chooseOnly();
    await this.#notes.ask(this.#root.dataset['root']);
    this.#notes.render(this.#cards);
    // Nothing was typed yet: who has signed in must not put what is kept in the place of what is told here.
    clearTimeout(this.#waiting);
    this.#renderFoot(restored.length === 0 ? '' : `上次没有送出的还在：${restored.join('、')}`);
    this.#root.dataset['ready'] = '';
  }

  /** What is alone on its page needs not be chosen. */
  #chooseOnly(): void {
    const [only, ...others] = this.#cards;
    if (only !== undefined && others.length === 0) only.choose();
  }

  #chooseByAddress(): void {
    const wanted = location.hash.replace(/^#(?:issue-)?/u, '');
    const card = this.#cards.find(({ subject }) => subject.id === wanted);
    if (card === undefined) return;
    if (!card.isChosen) card.choose();
    card.element.scrollIntoView({ block: 'start' });
  }

  get #chosen(): Card[] {
    return this.#cards.filter(({ isChosen }) => isChosen);
  }

  /** `words`: what has just been done, where it is not seen. */
  #changed(words = ''): void {
    this.#renderFoot(words);
    if (this.#chosen.length > 0) this.#judging.ahead(this.#remark);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      void this.#keep(words);
    }, 300);
  }

  /** What reads what was typed has come. */
  readonly #remark = (): void => {
    for (const card of this.#chosen) card.remark();
  };

  async #keep(words: string): Promise<void> {
    const cards = this.#chosen.flatMap((card) => card.draft() ?? []);
    this.#keeps = await this.#drafts.write({ cards, sent: this.#notes.sent });
    const kept = this.#keeps && cards.some(isSaid) ? ['草稿已存在这台设备上'] : [];
    this.#renderFoot([words, kept].flat().filter(Boolean).join('，'));
  }

  #renderFoot(words: string): void {
    const kept = this.#keeps ? words : '这个浏览器不保存草稿，请一次填完送出，中途不要关页面';
    renderFoot(this.#form, this.#chosen.length, this.#data.words.choose, kept);
    sayStanding(this.#root, {
      ledger: this.#ledger.known,
      hasPlace: this.#outbox.hasPlace,
      account: this.#outbox.account,
      unit: this.#data.unit,
    });
  }

  #copy(from: Card): void {
    const count = copyToOthers(from, this.#chosen);
    this.#changed(`已照抄到另外${String(count)}个问题`);
  }

  /** Puts what is wrong at its fields; undefined when something is. */
  async #sound(): Promise<JudgedForm | undefined> {
    const place = partIn(this.#form, '[data-form-fault]');
    const judging = await fetchedAt(place, this.#judging, this.#root, this.#keeps);
    if (judging === undefined) return undefined;
    const [{ judgedForm, withoutEchoes }, { rules }] = judging;
    const found = judgedForm({
      ledger: this.#ledger.known,
      rules,
      cards: this.#chosen,
      stamp: this.#stamp,
      account: this.#outbox.account,
      unit: this.#data.unit,
    });
    for (const card of this.#cards) card.clearFaults();
    const wrong = withoutEchoes(found.faults);
    const first = showAtCards(this.#chosen, found.records, wrong, place);
    if (wrong.length === 0) return found;
    this.#show('form', false);
    goToField(first);
    return undefined;
  }

  async #preview(): Promise<void> {
    const sound = await this.#sound();
    if (sound === undefined) return;
    renderPreview(this.#root, this.#chosen, sound, {
      course: (await this.#work.rules()).course,
      ledger: this.#ledger.known,
      hasPlace: this.#outbox.hasPlace,
      waiting: (subject) => this.#notes.countOf(subject),
    });
    sayAt(partIn(this.#root, '[data-send-fault]'), []);
    this.#show('preview');
  }

  async #send(): Promise<void> {
    const sent = await this.#outbox.send(async () => {
      const sound = await this.#sound();
      return sound && reportSubmission(this.#data, this.#chosen, sound, this.#stamp);
    });
    if (sent !== undefined) await this.#taken(sent.number, sent.address);
  }

  async #taken(number: string, address: string | undefined): Promise<void> {
    const chosen = this.#chosen;
    this.#notes.add(chosen, number, address);
    this.#stamp = stampOf();
    renderTaken(partIn(this.#root, '[data-sent]'), chosen, number, address);
    for (const card of chosen) card.forget();
    this.#chooseOnly();
    clearTimeout(this.#waiting);
    await this.#drafts.write({ cards: [], sent: this.#notes.sent });
    this.#notes.render(this.#cards);
    this.#renderFoot('');
    partIn(this.#form, '[data-kept]').textContent = '';
    this.#show('sent');
  }

  #show(which: FormPart, move = true): void {
    if (which === 'preview' && !isPreview(history.state)) history.pushState('preview', '');
    turnTo(this.#root, which, move);
    partIn(this.#root, '[data-signing]').hidden = which === 'sent' || !this.#outbox.hasPlace;
    if (which === 'form' && move) this.#chosen[0]?.element.scrollIntoView({ block: 'start' });
  }
}

/** The entry of the browser's history that a preview is. */
function isPreview(state: unknown): boolean {
  return state === 'preview';
}
