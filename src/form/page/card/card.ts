/** 一项填报: a subject chosen or not, which act, its fields, its evidence, and what is wrong with them. */
import { own } from '../../../text/own.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import type { Act } from '../../act.ts';
import type { FormFault, NewRecord } from '../../new-record.ts';
import type { PageData } from '../../page-data/page-data.ts';
import type { Work } from '../../work.ts';
import { clearFaults, showFaults } from './card-faults.ts';
import { randomLetters, today } from '../device/clock.ts';
import { inputsAt, fillIn, fieldNames, type TypedIn, typedValues } from './controls.ts';
import { copyOf, nameControls, partIn } from '../device/dom.ts';
import type { UnsentCard } from '../hand-in/unsent.ts';
import { KnownFields } from './known-fields.ts';
import { askedOf, choiceOfActs, piecesIn, recordIn } from './card-parts.ts';
import { sayRemarks, shownLines } from './remarks.ts';
import type { Piece } from '../evidence/piece.ts';

export type CardSubject = PageData['subjects'][number];

export interface CardSurroundings {
  readonly acts: readonly Act[];
  readonly ledger: Ledger;
  readonly work: Work;
  /** Nothing is chosen beforehand. */
  readonly decides: boolean;
  readonly changed: () => void;
  /** Somebody wants the note and the evidence in all other chosen cards. */
  readonly copy: (from: Card) => void;
}

export class Card {
  readonly subject: CardSubject;
  /** As the reviewer knows it. */
  readonly title: string;
  readonly element: HTMLElement;
  readonly #around: CardSurroundings;
  readonly #box: HTMLInputElement;
  readonly #room: HTMLElement;
  #act: Act | undefined;
  #values: TypedIn = {};
  #pieces: ReturnType<typeof piecesIn> | undefined;
  #known: KnownFields | undefined;
  #kept: Piece[] = [];
  /** The name of the report's file, the same for every look at it. */
  #ending = randomLetters();

  constructor(element: HTMLElement, subject: CardSubject, around: CardSurroundings) {
    this.element = element;
    this.subject = subject;
    this.title = [subject.name, subject.finding ?? []].flat().join('：');
    this.#around = around;
    this.#box = partIn<HTMLInputElement>(element, '[data-choose]');
    this.#room = partIn(element, '[data-room]');
    this.#box.addEventListener('change', () => {
      this.choose(this.#box.checked);
      around.changed();
    });
  }

  get isChosen(): boolean {
    return this.#box.checked;
  }

  get act(): Act | undefined {
    return this.#act;
  }

  get pieces(): readonly Piece[] {
    return this.#pieces?.filled ?? [];
  }

  choose(isChosen = true): void {
    this.#box.checked = isChosen;
    this.#open();
  }

  get names(): ReadonlyMap<string, string> {
    return fieldNames(this.#act?.fields ?? []);
  }

  draft(): UnsentCard | undefined {
    if (!this.isChosen || this.#act === undefined) return undefined;
    const { reportedOn, ...values } = this.#read();
    return {
      subject: this.subject.id,
      act: this.#act.action,
      // Tomorrow the day that nobody touched is another one.
      values:
        reportedOn === undefined || reportedOn === today() ? values : { ...values, reportedOn },
      pieces: [...(this.#pieces?.all ?? [])],
    };
  }

  restore({ act, values, pieces }: UnsentCard): void {
    this.#values = { ...values };
    this.#kept = pieces;
    this.#act = this.#around.acts.find(
      ({ action }) => action === act && this.subject.acts.includes(action),
    );
    this.choose();
  }

  forget(): void {
    this.#values = {};
    this.#kept = [];
    this.#act = undefined;
    this.#ending = randomLetters();
    this.#room.replaceChildren();
    this.#pieces = undefined;
    this.choose(false);
  }

  take(values: Readonly<TypedIn>, pieces: readonly Piece[]): void {
    const { note } = values;
    this.#values = { ...this.#read(), ...(note === undefined ? {} : { note }) };
    this.#kept = pieces.map((piece) => ({ ...piece }));
    this.#renderFields();
  }

  /** The report and its files, as they are filled in. */
  record(
    stamp: string,
    behalf: string | undefined,
  ): NewRecord & { files: Map<string, Uint8Array> } {
    const { ledger, work } = this.#around;
    return recordIn(work, ledger, {
      subject: this.subject.id,
      act: this.#act,
      typed: this.#read(),
      pieces: this.#pieces?.filled ?? [],
      stamp: `${stamp}-${this.#ending}`,
      behalf,
    });
  }

  /** What is filled in, with the labels of the page, for the preview. */
  get lines(): readonly (readonly [label: string, words: string])[] {
    const fields = this.#act?.fields ?? [];
    return [...(this.#known?.lines ?? []), ...shownLines(this.#around, fields, this.#read())];
  }

  clearFaults(): void {
    clearFaults(this.element, this.#room);
  }

  /** Puts each sentence at its field; the first field that is wrong, or the card. */
  showFaults(faults: readonly FormFault[]): HTMLElement {
    return showFaults(faults, {
      element: this.element,
      room: this.#room,
      fields: this.#act?.fields ?? [],
      names: this.names,
      pieces: this.#pieces,
      fieldOf: this.#around.work.fieldOf,
    });
  }

  #open(): void {
    this.#room.hidden = !this.#box.checked;
    this.element.classList.toggle('report-chosen', this.#box.checked);
    if (!this.#box.checked || this.#room.childElementCount > 0) return;
    const possible = this.subject.acts.flatMap(
      (action) => this.#around.acts.find((one) => one.action === action) ?? [],
    );
    if (!this.#around.decides || possible.length === 1) this.#act ??= possible[0];
    const acts = choiceOfActs(possible, this.#act, this.subject.id, (act) => {
      this.#turnTo(act);
    });
    const fields = document.createElement('div');
    fields.dataset['fields'] = '';
    acts.hidden = this.subject.acts.length < 2;
    this.#room.append(acts, fields);
    this.#renderFields();
  }

  #turnTo(act: Act): void {
    this.#values = this.#read();
    this.#kept = [...(this.#pieces?.all ?? [])];
    this.#act = act;
    this.#renderFields();
    this.#around.changed();
  }

  #renderFields(): void {
    const act = this.#act;
    if (act === undefined) return;
    const { ledger, work } = this.#around;
    const changed = (): void => {
      this.remark();
      this.#around.changed();
    };
    const fields = copyOf(`fields-${act.action}`);
    partIn(this.#room, '[data-fields]').replaceChildren(fields);
    nameControls(fields);
    for (const field of act.fields) {
      const first =
        field.preset === 'today'
          ? today()
          : (own(this.subject.presets ?? {}, field.path) ?? work.preset?.(ledger, field));
      const value = own(this.#values, field.path) ?? first;
      for (const input of inputsAt(fields, field.path)) fillIn(input, value);
    }
    this.#known = new KnownFields(fields, act.fields, work.known?.(ledger) ?? new Map(), {
      values: this.#values,
      changed,
    });
    this.#pieces = piecesIn(fields, {
      subject: this.subject.id,
      ledger,
      // What a closing owes stands ready, unless something is filled in already.
      pieces:
        this.#kept.length > 0 || act.action !== 'submitted' ? this.#kept : askedOf(this.subject),
      changed: this.#around.changed,
      copy: () => {
        this.#around.copy(this);
      },
    });
    for (const event of ['input', 'change']) fields.addEventListener(event, changed);
    this.remark();
  }

  /** Says what the program reads in what was typed. */
  remark(): void {
    sayRemarks(this.#room, this.#around, this.#act?.fields ?? [], this.#read());
  }

  #read(): TypedIn {
    return {
      ...typedValues(this.#room, this.#act?.fields ?? [], this.#values),
      ...this.#known?.values,
    };
  }
}
