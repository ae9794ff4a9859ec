/** 一个账号: the fields of the account that is in view, one account at a time however many the check has. */
import { own } from '../../../text/own.ts';
import type { InspectionData, InspectedAccount } from '../../page-data/inspection-page.ts';
import { counts, type FilledRow } from '../../works/inspection.ts';
import { copyOf, partIn, partsIn, sayAt } from '../device/dom.ts';
import {
  InspectionPictures,
  type PictureSurroundings,
  type ShownRow,
} from './inspection-pictures.ts';

type Result = FilledRow['results'][string]['result'];

const keys: Readonly<Record<string, Result>> = { '1': 'passed', '2': 'failed', '3': 'na' };

export interface RowSurroundings extends PictureSurroundings {
  readonly step: (by: 1 | -1) => void;
}

export class InspectedRow {
  readonly #room: HTMLElement;
  readonly #indicators: InspectionData['indicators'];
  readonly #around: RowSurroundings;
  /** Undefined where the page asks for none: in a public repository. */
  readonly #pictures: InspectionPictures | undefined;
  #account: InspectedAccount | undefined;
  #row: FilledRow = { lastPostOn: '', numbers: {}, results: {}, note: '' };

  constructor(
    room: HTMLElement,
    indicators: InspectionData['indicators'],
    around: RowSurroundings,
  ) {
    this.#room = room;
    this.#indicators = indicators;
    this.#around = around;
    this.#bind(partIn<HTMLInputElement>(room, '[data-last]'), (text) => {
      this.#row.lastPostOn = text;
    });
    this.#bind(partIn<HTMLInputElement>(room, '[data-note]'), (text) => {
      this.#row.note = text;
    });
    this.#pictures =
      room.querySelector('[data-pictures]') === null
        ? undefined
        : new InspectionPictures(room, around);
    room.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    // Nothing is chosen yet: the keys go to the account that is shown.
    document.addEventListener('keydown', (event) => {
      if (event.target === document.body && room.offsetParent !== null) this.#firstKey(event);
    });
    partIn(room, '[data-next]').addEventListener('click', () => {
      around.step(1);
    });
    partIn(room, '[data-previous]').addEventListener('click', () => {
      around.step(-1);
    });
  }

  /** Shows an account with what is filled in of it, and writes into `row` what is typed. */
  show(shown: ShownRow): void {
    const { account, row } = shown;
    this.#account = account;
    this.#row = row;
    partIn(this.#room, '[data-name]').textContent = account.name;
    partIn(this.#room, '[data-about]').textContent =
      account.about + (account.lookBack ? '；回头看：上次不合格' : '');
    const link = partIn<HTMLAnchorElement>(this.#room, '[data-address]');
    link.hidden = account.address === undefined;
    if (account.address !== undefined) link.href = account.address;
    partIn<HTMLInputElement>(this.#room, '[data-last]').value = row.lastPostOn;
    partIn<HTMLInputElement>(this.#room, '[data-note]').value = row.note;
    partIn(this.#room, '[data-numbers]').replaceChildren(
      ...counts[account.kind].map(([name, label]) => this.#number(name, label)),
    );
    partIn(this.#room, '[data-indicators]').replaceChildren(
      ...this.#indicators[account.kind].map(({ id, name }) => this.#indicator(id, name)),
    );
    this.#pictures?.show(shown);
    this.fault([]);
  }

  /** Puts the keyboard at the first field. */
  focus(): void {
    partIn(this.#room, '[data-last]').focus();
  }

  fault(sentences: readonly string[]): void {
    sayAt(partIn(this.#room, '[data-row-fault]'), sentences);
  }

  verdict(words: string): void {
    sayAt(partIn(this.#room, '[data-verdict]'), words === '' ? [] : [words]);
  }

  #changed(): void {
    if (this.#account !== undefined)
      this.#around.changed({ account: this.#account, row: this.#row });
  }

  #number(name: string, label: string): HTMLElement {
    const item = copyOf('number');
    partIn(item, '[data-label]').textContent = label;
    const input = partIn<HTMLInputElement>(item, 'input');
    input.value = own(this.#row.numbers, name) ?? '';
    this.#bind(input, (text) => {
      this.#row.numbers[name] = text;
    });
    return item;
  }

  #indicator(id: string, name: string): HTMLElement {
    const item = copyOf('indicator');
    partIn(item, '[data-label]').textContent = `${id} ${name}`;
    const known = own(this.#row.results, id);
    const held = known ?? { result: '', finding: '' };
    const finding = partIn(item, '[data-finding]');
    const words = partIn<HTMLInputElement>(finding, 'input');
    const choose = (result: Result): void => {
      held.result = result;
      this.#row.results[id] = held;
      finding.hidden = result !== 'failed';
    };
    for (const radio of partsIn<HTMLInputElement>(item, '[type=radio]')) {
      radio.name = `indicator-${id}`;
      radio.checked = radio.value === held.result;
      radio.addEventListener('change', () => {
        choose(radio.value as Result);
        this.#changed();
      });
    }
    finding.hidden = held.result !== 'failed';
    words.value = held.finding;
    this.#bind(words, (text) => {
      held.finding = text;
      this.#row.results[id] = held;
    });
    return item;
  }

  #bind(input: HTMLInputElement, take: (text: string) => void): void {
    input.addEventListener('input', () => {
      take(input.value);
      this.#changed();
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#around.step(event.shiftKey ? -1 : 1);
      return;
    }
    const wanted = target.type === 'radio' ? own(keys, event.key) : undefined;
    const group = target.closest('fieldset');
    if (wanted === undefined || group === null) return;
    event.preventDefault();
    partIn<HTMLInputElement>(group, `[value=${wanted}]`).click();
    this.#after(group, wanted);
  }

  /** The same keys where nothing has the focus: the first indicator that is still open. */
  #firstKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#around.step(event.shiftKey ? -1 : 1);
      return;
    }
    const wanted = own(keys, event.key);
    const group = partsIn(this.#room, '[data-indicators] fieldset').find(
      (one) => one.querySelector('[type=radio]:checked') === null,
    );
    if (wanted === undefined || group === undefined) return;
    event.preventDefault();
    partIn<HTMLInputElement>(group, `[value=${wanted}]`).click();
    this.#after(group, wanted);
  }

  /** On to what is asked for next: what was seen where it fails, else the next indicator. */
  #after(group: HTMLElement, result: Result): void {
    const holder = group.parentElement;
    const seen = holder?.querySelector<HTMLElement>('[data-finding] input');
    const next = holder?.nextElementSibling?.querySelector<HTMLElement>(
      '[type=radio]:checked, [type=radio]',
    );
    if (result === 'failed' && seen) seen.focus();
    else if (next) next.focus();
    else partIn(this.#room, '[data-note]').focus();
  }
}
