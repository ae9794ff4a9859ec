/**
 * 检查结果的填写: account after account; what is filled in stays on the device until it is sent, and the whole is judged
 * by the rules of the review before.
 */
import { type JudgedRow, judgedRows } from '../../../domain/inspection/inspection.ts';
import type { Inspection } from '../../../schema/inspection.ts';
import type { Entry, Ledger } from '../../../schema/ledger.ts';
import type { InspectionData, InspectedAccount } from '../../page-data/inspection-page.ts';
import { ledgerOfSlice } from '../../slice/slice.ts';
import {
  filledOf,
  type FilledRow,
  markedSent,
  notOnRecord,
  pictureNames,
} from '../../works/inspection.ts';
import { InspectedRow } from './inspected-row.ts';
import { momentInWords, stampOf } from '../device/clock.ts';
import { goTo, partIn, partsIn, sayAt } from '../device/dom.ts';
import { fetchedAt, fetchedOnce } from '../device/fetched.ts';
import { Unsent, type SentNote } from '../hand-in/unsent.ts';
import { turnTo } from '../device/foot.ts';
import { renderTaken } from '../hand-in/sent.ts';
import { NameChooser } from '../card/known.ts';
import { Outbox } from '../hand-in/outbox.ts';
import {
  type InspectionFilled,
  renderLines,
  renderProgress,
  filledInspection,
  keptWords,
  nextOf,
  overtakenWords,
  placedFaults,
  progressOf,
  verdictOf,
} from './inspection-shown.ts';

export class InspectionForm {
  readonly #root: HTMLElement;
  readonly #form: HTMLElement;
  readonly #data: InspectionData;
  readonly #ledger: Ledger;
  readonly #inspection: Entry<Inspection>;
  readonly #row: InspectedRow;
  readonly #jump: NameChooser;
  readonly #drafts: Unsent;
  readonly #outbox: Outbox;
  /** What was touched, by account. */
  #filled = new Map<string, FilledRow>();
  /** What the fields of an account wrote into; a picture that is still being painted comes to it there. */
  readonly #seen = new Map<string, FilledRow>();
  #sent: SentNote[] = [];
  readonly #judging = fetchedOnce(() => import('./inspection-judging.ts'));
  #at = 0;
  #keeps = true;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #stamp = stampOf();

  constructor(root: HTMLElement, data: InspectionData) {
    this.#root = root;
    this.#data = data;
    this.#form = partIn(root, '[data-form]');
    this.#ledger = ledgerOfSlice(data.slice);
    const inspection = this.#ledger.inspections.get(data.inspection);
    if (inspection === undefined) throw new TypeError('the page has no check');
    this.#inspection = inspection;
    this.#drafts = new Unsent(`check ${data.inspection}`);
    this.#row = new InspectedRow(partIn(root, '[data-row]'), data.indicators, {
      changed: this.#changed.bind(this),
      step: this.#step.bind(this),
      names: () => pictureNames(this.#inspection, this.#ledger, this.#filled),
    });
    const choices = data.accounts.map(({ id, name, about }) => ({ value: id, label: name, about }));
    this.#jump = new NameChooser(partIn(root, '[data-jump]'), choices, false, () => {
      this.#show(data.accounts.findIndex(({ id }) => id === this.#jump.values[0]));
      this.#jump.set([]);
      this.#row.focus();
    });
    this.#outbox = new Outbox(root, data.place, () => undefined);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#preview();
    });
    partIn(root, '[data-send]').addEventListener('click', () => void this.#send());
    for (const back of partsIn(root, '[data-back], [data-again]'))
      back.addEventListener('click', () => {
        turnTo(this.#root, 'form', false);
        this.#row.focus();
      });
  }

  async start(): Promise<void> {
    for (const other of partsIn(document, '[data-without-script]')) other.hidden = true;
    const signing = this.#outbox.ask();
    const kept = await this.#drafts.read();
    this.#keeps = kept !== undefined;
    const { rows, overtaken } = notOnRecord(this.#inspection, kept?.rows ?? {});
    this.#filled = rows;
    this.#sent = rows.size === 0 ? [] : (kept?.sent ?? []);
    // What has arrived is forgotten here: it would come back as soon as somebody corrects it on record.
    if (kept?.rows !== undefined) await this.#write();
    await signing;
    const first = this.#judged.findIndex(({ result }) => result === 'unchecked');
    this.#show(Math.max(0, first));
    this.#say(keptWords(this.#sent.at(-1), this.#filled.size));
    sayAt(partIn(this.#form, '[data-form-fault]'), overtakenWords(this.#data.accounts, overtaken));
    this.#root.removeAttribute('data-waiting');
    this.#root.dataset['ready'] = '';
  }

  /** The record as it would be. */
  get #record(): InspectionFilled {
    return filledInspection(this.#inspection, this.#filled, this.#data.replaces);
  }

  /** As the office will judge it: by what was filled in and what follows from it. */
  get #judged(): JudgedRow[] {
    return judgedRows(this.#ledger, this.#record.record.value as unknown as Inspection);
  }

  get #touched(): JudgedRow[] {
    return this.#judged.filter(({ row }) => this.#filled.has(row.account));
  }

  #show(at: number): void {
    this.#at = at;
    const account = this.#data.accounts[at];
    const row = this.#inspection.accounts.find((one) => one.account === account?.id);
    if (account === undefined || row === undefined) return;
    const shown = this.#filled.get(account.id) ?? this.#seen.get(account.id) ?? filledOf(row);
    this.#seen.set(account.id, shown);
    this.#row.show({ account, row: shown });
    this.#render();
  }

  #step(by: 1 | -1): void {
    const isOnlyLeft = partIn<HTMLInputElement>(this.#form, '[data-only-left]').checked;
    this.#show(nextOf(this.#data.accounts, this.#at, by, isOnlyLeft ? this.#judged : []));
    this.#row.focus();
  }

  #changed({ account, row }: { account: InspectedAccount; row: FilledRow }): void {
    this.#filled.set(account.id, row);
    this.#judging.ahead();
    this.#render();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#keep(), 300);
  }

  async #write(): Promise<void> {
    const rows = Object.fromEntries(this.#filled);
    this.#keeps = await this.#drafts.write({ cards: [], sent: this.#sent, rows });
  }

  async #keep(): Promise<void> {
    await this.#write();
    this.#say(this.#filled.size > 0 ? '草稿已存在这台设备上' : '');
  }

  #say(words: string): void {
    partIn(this.#form, '[data-kept]').textContent = this.#keeps
      ? words
      : '这个浏览器不保存草稿，请一次填完送出，中途不要关页面';
  }

  #render(): void {
    const all = this.#judged;
    renderProgress(this.#form, progressOf(all, this.#at), this.#filled.size);
    const id = this.#data.accounts[this.#at]?.id;
    const own = all.find(({ row }) => row.account === id);
    this.#row.verdict(own === undefined ? '' : verdictOf(own));
  }

  /** Undefined where something is wrong, which is then said at its account. */
  async #sound(): Promise<InspectionFilled | undefined> {
    const place = partIn(this.#form, '[data-form-fault]');
    const judging = await fetchedAt(place, this.#judging, this.#root, this.#keeps);
    if (judging === undefined) return undefined;
    const record = this.#record;
    const wrong = judging.wrongWithRecord(record, this.#ledger, this.#outbox.account);
    sayAt(place, []);
    this.#row.fault([]);
    if (wrong.length === 0) return record;
    turnTo(this.#root, 'form', false);
    const { at, here, elsewhere } = placedFaults(wrong, this.#inspection, this.#data.accounts);
    if (at >= 0) this.#show(at);
    this.#row.fault(here);
    sayAt(place, elsewhere);
    goTo(at < 0 ? place : partIn(this.#root, '[data-row-fault]'));
    return undefined;
  }

  async #preview(): Promise<void> {
    if ((await this.#sound()) === undefined) return;
    renderLines(this.#root, this.#touched, this.#outbox.hasPlace);
    sayAt(partIn(this.#root, '[data-send-fault]'), []);
    turnTo(this.#root, 'preview', true);
  }

  async #send(): Promise<void> {
    const sending = await this.#outbox.send(async () => {
      const record = await this.#sound();
      if (record === undefined) return undefined;
      const { inspectionSubmission } = await this.#judging();
      return inspectionSubmission(
        this.#data.sender,
        this.#inspection,
        this.#touched,
        record,
        this.#stamp,
      );
    });
    if (sending === undefined) return;
    const { number, address } = sending;
    this.#sent = [...this.#sent, { when: momentInWords(), number, address, issues: {} }];
    this.#stamp = stampOf();
    clearTimeout(this.#waiting);
    markedSent(this.#inspection, this.#filled);
    // Until it is merged the page knows it from here alone.
    await this.#keep();
    renderTaken(partIn(this.#root, '[data-sent]'), [], number, address);
    turnTo(this.#root, 'sent', true);
  }
}
